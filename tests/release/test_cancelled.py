"""A round's results with a conference that was cancelled: named, counted nowhere, holding nothing up."""

from datetime import date

import pytest
from django.urls import reverse

from guong.office.accounts.roles import Role
from guong.office.conferences import services as conferences
from guong.office.conferences.models import Conference
from guong.office.release import selectors
from tests.conferences.world import World, good, new_conference, officer, school
from tests.counting.world import signed_in
from tests.documents.reading import all_words
from tests.release.round_world import SCHOOLS, PlayedRound, played

REASON = "Trường sáp nhập từ ngày 11/5/2023"


@pytest.fixture
def with_cancelled(db: None, urn_folder: object) -> tuple[PlayedRound, Conference]:
    made = played(SCHOOLS[1:2])
    unit, head = school(name="Trường Tiểu học Mây Trắng", key="TH-09")
    unit.parent = made.body
    unit.save()
    organiser = officer(unit, Role.ORGANISER, username="maytrang")
    conference = new_conference(World(unit, head, organiser))
    conference.round = made.of_round
    conference.save()
    good(
        conferences.cancel(
            actor=organiser,
            conference=conference,
            version=conference.version,
            reason=REASON,
            decided_by="Trưởng Ban",
            day=date(2023, 5, 12),
        )
    )
    return made, conference


def test_the_report_names_it_and_counts_it_nowhere(with_cancelled: tuple[PlayedRound, Conference]) -> None:
    made, conference = with_cancelled
    figures = good(selectors.round_figures(user=made.reporter, of_round=made.of_round))
    assert selectors.turnouts(figures)[-1].conferences == 1
    words = selectors.report_text(made.of_round)
    document = good(selectors.report_document(figures, earlier=None, words=words, today=date(2023, 5, 26)))
    said = all_words(document)
    assert "đã tổ chức 1 hội nghị" in said
    assert "Không tổ chức 1 hội nghị (bằng chữ: một hội nghị) đã lên lịch:" in said
    assert f"{conference.unit.name}, dự kiến họp ngày 15/5/2023; lý do: {REASON}." in said


def test_it_does_not_hold_the_report_up(with_cancelled: tuple[PlayedRound, Conference]) -> None:
    made, _ = with_cancelled
    figures = good(selectors.round_figures(user=made.reporter, of_round=made.of_round))
    assert selectors.report_obstacle(figures) is None


def test_the_page_of_the_round_names_it(with_cancelled: tuple[PlayedRound, Conference]) -> None:
    made, conference = with_cancelled
    shown = signed_in(made.reporter).get(reverse("release:round", args=[made.of_round.key]))
    page = shown.content.decode()
    assert "trên 1 hội nghị đã có kết quả, không kể 1 hội nghị đã huỷ" in page
    assert f"{conference.unit.name}, dự kiến 15/5/2023. Lý do: {REASON}." in page
