"""Played on the pages from counted to told: the lead body presents, each reader sees what is theirs by now and no more."""

import html

import pytest
from django.test import Client
from django.urls import reverse

from guong.core.release_steps import ReleaseStep
from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.journal.models import Entry
from guong.office.overview.selectors import home_of
from guong.office.plans.models import Round
from guong.office.release.selectors import own_results
from guong.web.asked_again import AT_THE_BUTTON
from tests.conferences.world import HELD_ON, officer
from tests.counting.world import signed_in
from tests.release.round_world import SCHOOLS, PlayedRound, played
from tests.release.told_world import head_account, leaders, presented, reached, told, with_report

ROUND_PAGES = ("round", "report", "steps")


@pytest.fixture
def ready(db: None, urn_folder: object) -> PlayedRound:
    """Two schools with their report, one of them too small for any figure."""
    return with_report(played(SCHOOLS[2:4]))


def address(name: str, of_round: Round) -> str:
    return reverse(f"release:{name}", args=[of_round.key])


def person(name: str, place: PlayedRound, site: int = 0) -> str:
    return reverse(f"release:{name}", args=[place.sites[site].conference.key, "s1"])


def statuses(client: Client, place: PlayedRound) -> set[int]:
    pages = [*(address(name, place.of_round) for name in ROUND_PAGES), person("result", place)]
    return {client.get(page).status_code for page in pages}


def said(client: Client, where: str, **sent: str) -> str:
    return html.unescape(client.post(where, sent, follow=True).content.decode())


def acts_waiting(user: User) -> list[str]:
    return [task.act for task in home_of(user=user, today=HELD_ON).waiting]


def test_from_counted_to_told_each_role_sees_only_what_is_theirs(ready: PlayedRound) -> None:
    standing_board, committee = (signed_in(user) for user in leaders(ready))
    head_user = head_account(ready.sites[0].conference)
    head, reporter = signed_in(head_user), signed_in(ready.reporter)
    step = address("advance", ready.of_round)

    assert statuses(reporter, ready) == {200}
    assert statuses(standing_board, ready) == statuses(committee, ready) == {404}
    assert "Trình Thường trực kết quả của đợt" in acts_waiting(ready.reporter)

    assert "2 kết quả sang bước mới" in said(reporter, step, step="standing_board", note="Phiên họp 02/6")
    assert (statuses(standing_board, ready), statuses(committee, ready)) == ({200}, {404})
    assert "Trình Ban Thường vụ kết quả của đợt" in acts_waiting(ready.reporter)

    said(reporter, step, step="committee")
    assert statuses(committee, ready) == {200}
    assert "Thông báo kết quả cho 2 đồng chí" in acts_waiting(ready.reporter)

    assert statuses(head, ready) == {403}
    assert own_results(head_user) == []
    page = said(reporter, person("advance_person", ready), step="told", note="Trao phong bì niêm phong")
    assert "Trao phong bì niêm phong" in page
    assert [one.conference for one in own_results(head_user)] == [ready.sites[0].conference]
    assert "Thông báo kết quả cho 1 đồng chí" in acts_waiting(ready.reporter)
    assert reached(ready.sites[1].conference) is ReleaseStep.COMMITTEE


def test_leaders_read_and_change_nothing(ready: PlayedRound) -> None:
    presented(ready)
    for user in leaders(ready):
        client = signed_in(user)
        pages = [client.get(address(name, ready.of_round)).content.decode() for name in ROUND_PAGES]
        assert not [page for page in pages if "Cấp số và lưu" in page or "Đã trình" in page]
        assert "Lập bảng tổng hợp" not in client.get(person("result", ready)).content.decode()
        acts = [
            address("advance", ready.of_round),
            address("back", ready.of_round),
            address("report", ready.of_round),
        ]
        acts += [person("advance_person", ready), person("reopen", ready), person("summary", ready)]
        assert {client.post(act).status_code for act in acts} == {403}


@pytest.mark.parametrize(
    "role", [Role.ORGANISER, Role.OBSERVER, Role.ADMINISTRATOR, Role.SUBJECT, Role.REMARKS_EDITOR]
)
def test_other_roles_have_no_page_of_the_steps(ready: PlayedRound, role: Role) -> None:
    presented(ready)
    client = signed_in(officer(ready.body, role, username="khac"))
    assert client.get(address("steps", ready.of_round)).status_code == 403


def test_a_leaders_first_page_leads_to_what_was_presented(ready: PlayedRound) -> None:
    standing_board, committee = leaders(ready)
    presented(ready, ReleaseStep.STANDING_BOARD)
    assert acts_waiting(standing_board) == ["Đọc kết quả của đợt đã được trình"]
    assert acts_waiting(committee) == []
    listed = signed_in(committee).get(reverse("release:list")).content.decode()
    assert ready.sites[0].head not in listed
    assert ready.sites[0].head in signed_in(standing_board).get(reverse("release:list")).content.decode()


def test_a_leaders_reading_is_noted(ready: PlayedRound) -> None:
    presented(ready)
    user = leaders(ready)[1]
    client = signed_in(user)
    for _ in range(2):
        client.get(person("result", ready))
        client.get(address("round", ready.of_round))
    acts = [entry.act for entry in Entry.objects.filter(actor_key=user.key).order_by("number")]
    assert acts == ["release.read", "release.read_round"]


def test_the_round_goes_back_on_the_page_with_a_reason_only(ready: PlayedRound) -> None:
    presented(ready)
    client = signed_in(ready.reporter)
    assert "Chưa ghi lý do" in said(client, address("back", ready.of_round), note=" ")
    page = said(client, address("back", ready.of_round), note="Bổ sung đánh giá")
    assert "Đã đưa kết quả của đợt về bước “Báo cáo Thường trực”" in page
    assert signed_in(leaders(ready)[1]).get(address("round", ready.of_round)).status_code == 404


def test_nonsense_in_a_step_is_refused_in_words(ready: PlayedRound) -> None:
    client = signed_in(ready.reporter)
    for wrong in ("", "told", "edited", "xyz"):
        page = said(client, address("advance", ready.of_round), step=wrong)
        assert "không ở bước ngay trước việc này" in page
    assert reached(ready.sites[0].conference) is ReleaseStep.EDITED


def test_voters_hear_what_became_of_their_remarks_once_somebody_was_told(
    db: None, urn_folder: object
) -> None:
    place = presented(with_report(played(SCHOOLS[1:2])))
    client = signed_in(place.reporter)
    assert "nhóm Zalo" not in client.get(address("steps", place.of_round)).content.decode()
    told(place, place.sites[0].conference)
    page = client.get(address("steps", place.of_round)).content.decode()
    assert "ý kiến ghi trên phiếu nhận được" in page
    assert "Bản gốc các ý kiến đã huỷ" in page
    announced = client.get(address("announcement", place.of_round)).content.decode()
    assert "ý kiến ghi trên phiếu nhận được" in announced


def test_every_act_of_a_release_asks_for_the_password_again() -> None:
    acts = {"release:advance", "release:back", "release:advance_person", "release:reopen"}
    assert acts <= AT_THE_BUTTON
