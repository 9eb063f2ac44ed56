"""The first page leads to what waits: the common opening day, minutes of what was held, people to be sent."""

from datetime import date

import pytest
from django.utils import timezone

from guong.office.accounts.roles import Role
from guong.office.conferences.models import Conference
from guong.office.counting import services as counting_services
from guong.office.overview.selectors import home_of
from guong.office.papers.models import Paper
from guong.office.schedule.models import Delegate, DelegateRole
from tests.conferences.world import good, officer
from tests.counting.rounds import (
    KEYS_END,
    arranged,
    import_files,
    opened_together,
    received,
    record_of,
    sealed_round,
)
from tests.counting.world import import_result, opened_box
from tests.overview.test_campaign import LATE, planned_conferences
from tests.release.round_world import PlayedRound, played


@pytest.fixture
def empty_round(db: None, urn_folder: object) -> PlayedRound:
    return played(())


def test_an_arranged_day_is_the_one_task_until_its_keys_are_gone(db: None, urn_folder: object) -> None:
    made = sealed_round(schools=2)

    def told() -> list[tuple[str, str, str]]:
        waiting = home_of(user=made.counter, today=date(2023, 5, 20)).waiting
        return [(task.page, task.state, task.act) for task in waiting if task.page != "release:round"]

    day = arranged(made)
    assert told() == [("counting:day", "2 hòm phiếu", "Nhận hòm phiếu, mở chung và nhập kết quả")]
    received(made, day)
    good(import_files(made, day, opened_together(made, day)))
    good(counting_services.record_opening(day=day, opening=record_of(*made.conferences), actor=made.counter))
    assert told() == [("counting:day", "2 hòm phiếu", "Lập hồ sơ kiểm tra chung, rồi huỷ chìa khoá")]
    good(counting_services.bundle_day(day=day, actor=made.counter))
    good(
        counting_services.destroy_day_keys(
            day=day, end=KEYS_END, others_have_own_keys=False, actor=made.counter
        )
    )
    assert told() == [("counting:day", "Đã huỷ chìa khoá", "Niêm phong lưu trữ phiếu, tệp lưu kết quả")]


def test_a_box_opened_on_the_spot_is_not_the_days(db: None, urn_folder: object) -> None:
    made = sealed_round(schools=2)
    arranged(made)
    good(import_result(made.counts[0], opened_box(made.boxes[0])))
    waiting = home_of(user=made.counter, today=date(2023, 5, 20)).waiting
    assert ("counting:conference", (made.conferences[0].key,)) in [
        (task.page, task.arguments) for task in waiting
    ]


def test_the_organiser_is_asked_for_the_minutes_of_what_was_held(db: None, urn_folder: object) -> None:
    made = sealed_round(schools=1)
    organiser = officer(made.body, Role.ORGANISER, username="to-chuc")
    tasks = home_of(user=organiser, today=date(2023, 5, 20)).waiting
    assert ("schedule:papers-here", (made.conferences[0].key,)) in [
        (task.page, task.arguments) for task in tasks
    ]
    Paper.objects.create(
        issuer="Ban Tuyên giáo",
        year=2023,
        number=1,
        printed_number="Số 01-BB",
        kind="conference_minutes",
        title="Biên bản hội nghị",
        unit_key=made.conferences[0].unit.key,
        conference_key=made.conferences[0].key,
        issued_on=date(2023, 5, 15),
        content_code="1",
        filed_by="Thử",
    )
    tasks = home_of(user=organiser, today=date(2023, 5, 20)).waiting
    assert "schedule:papers-here" not in [task.page for task in tasks]


def test_conferences_to_which_nobody_is_sent_are_one_task(empty_round: PlayedRound) -> None:
    organiser = officer(empty_round.body, Role.ORGANISER, username="to-chuc")
    planned_conferences(empty_round.of_round, empty_round.body, organiser, count=2)

    def sending() -> list[str]:
        waiting = home_of(user=organiser, today=timezone.localdate()).waiting
        return [task.state for task in waiting if task.page == "schedule:delegates"]

    assert sending() == ["2 hội nghị"]
    first, second = Conference.objects.all()
    for conference, proposed in ((first, False), (second, True)):
        for role in (DelegateRole.IN_CHARGE, DelegateRole.OBSERVER):
            Delegate.objects.create(
                conference=conference,
                role=role,
                full_name=f"Hồ Văn {role.value}",
                organisation="Ban Tổ chức",
                proposed=proposed and role == DelegateRole.OBSERVER,
            )
    assert sending() == ["1 hội nghị"]


def test_a_round_without_results_does_not_lead_to_its_results(empty_round: PlayedRound) -> None:
    organiser = officer(empty_round.body, Role.ORGANISER, username="to-chuc")
    planned_conferences(empty_round.of_round, empty_round.body, organiser, count=1)
    lines = home_of(user=empty_round.reporter, today=LATE).rounds
    assert {line.page for line in lines} == {""}
