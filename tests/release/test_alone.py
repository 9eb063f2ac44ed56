"""A conference outside any round goes its own way: presented by itself, read by the leaders, told, handed back."""

import html

import pytest
from django.test import Client
from django.urls import reverse

from guong.core.outcome import Refused
from guong.core.release_steps import ReleaseStep
from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.release import selectors, services
from tests.conferences.world import good, officer
from tests.counting.world import Count, signed_in
from tests.release.round_world import SCHOOLS, played
from tests.release.told_world import head_account, presented, with_report


def advanced(count: Count, step: ReleaseStep, actor: User) -> str:
    outcome = services.advance_person(
        conference=count.conference, subject_key="s1", step=step, actor=actor, note=""
    )
    return outcome.reason if isinstance(outcome, Refused) else ""


def said(client: Client, where: str, **sent: str) -> str:
    return html.unescape(client.post(where, sent, follow=True).content.decode())


def where(count: Count, name: str) -> str:
    return reverse(f"release:{name}", args=[count.conference.key, "s1"])


@pytest.fixture
def summed_up(edited: Count, reporter: User) -> Count:
    """The conference with its personal summary filed."""
    good(services.make_personal_summary(conference=edited.conference, subject_key="s1", actor=reporter))
    return edited


def test_without_its_summary_nothing_is_presented(edited: Count, reporter: User) -> None:
    assert advanced(edited, ReleaseStep.STANDING_BOARD, reporter) == "no_summary"


def test_from_presented_to_told_on_the_pages(summed_up: Count, reporter: User) -> None:
    conference = summed_up.conference
    leaders = [
        officer(conference.unit, role, username=role.value) for role in (Role.STANDING_BOARD, Role.COMMITTEE)
    ]
    office, (board, committee) = signed_in(reporter), map(signed_in, leaders)

    def readers() -> list[int]:
        return [client.get(where(summed_up, "result")).status_code for client in (board, committee)]

    def listed(client: Client) -> bool:
        return conference.unit.name in client.get(reverse("release:list")).content.decode()

    assert readers() == [404, 404]
    assert "không thuộc đợt nào" in html.unescape(office.get(where(summed_up, "result")).content.decode())
    assert "Đã ghi nhận" in said(office, where(summed_up, "advance_person"), step="standing_board")
    assert readers() == [200, 404]
    assert (listed(board), listed(committee)) == (True, False)
    assert "Chưa ghi lý do" in said(office, where(summed_up, "back_person"), note="")
    assert "Đã đưa kết quả về bước" in said(office, where(summed_up, "back_person"), note="Sửa lời")
    assert readers() == [404, 404]
    for step in ("standing_board", "committee", "told"):
        said(office, where(summed_up, "advance_person"), step=step)
    assert readers() == [200, 200]
    head = head_account(conference)
    assert signed_in(head).get(reverse("feedback:result", args=[conference.key, "s1"])).status_code == 200
    assert "không đưa về bước trước được nữa" in said(office, where(summed_up, "back_person"), note="Muộn")


def test_the_steps_keep_their_order(summed_up: Count, reporter: User) -> None:
    assert advanced(summed_up, ReleaseStep.COMMITTEE, reporter) == "not_next"
    assert advanced(summed_up, ReleaseStep.TOLD, reporter) == "not_next"
    assert selectors.reached(summed_up.conference.key, "s1") is ReleaseStep.EDITED


def test_a_rounds_result_is_presented_and_handed_back_with_its_round_only(
    db: None, urn_folder: object
) -> None:
    place = with_report(played(SCHOOLS[2:3]))
    conference = place.sites[0].conference
    good(services.make_personal_summary(conference=conference, subject_key="s1", actor=place.reporter))
    alone = services.advance_person(
        conference=conference, subject_key="s1", step=ReleaseStep.STANDING_BOARD, actor=place.reporter
    )
    assert isinstance(alone, Refused)
    presented(place)
    back = services.hand_back_person(
        conference=conference, subject_key="s1", reason="x", actor=place.reporter
    )
    assert isinstance(back, Refused)
    assert (alone.reason, back.reason) == ("not_next", "not_back")


def test_other_roles_take_no_step(summed_up: Count) -> None:
    for name in ("advance_person", "back_person"):
        user = officer(summed_up.conference.unit, Role.COMMITTEE, username=f"btv-{name}")
        assert signed_in(user).post(where(summed_up, name), {"step": "standing_board"}).status_code == 403
