"""Pages by role and scope, and what must never stand on them."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from guong.core.lifecycle import SlotState
from guong.core.outcome import Refused
from guong.core.secrecy import slips
from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.conferences import selectors, services
from guong.office.conferences.models import Conference, Poll
from guong.paper.reading import Layout
from tests.conferences.world import (
    World,
    closed,
    good,
    new_conference,
    officer,
    opened,
    prepared,
    school,
    with_roll,
)

PAGES = ["detail", "roll", "board", "poll", "printing", "opening", "hall", "screen", "closing"]


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def page(name: str, conference: Conference) -> str:
    return reverse(f"conferences:{name}", args=[conference.key])


def kept(conference: Conference) -> Poll:
    poll = selectors.poll_of(conference)
    assert poll is not None
    return poll


@pytest.mark.parametrize("name", PAGES)
def test_every_page_opens_for_the_organiser(world: World, name: str) -> None:
    conference, _ = opened(world)
    assert signed_in(world.organiser).get(page(name, conference)).status_code == 200


@pytest.mark.parametrize("name", PAGES)
def test_outside_the_scope_a_conference_does_not_exist(world: World, name: str) -> None:
    conference, _ = opened(world)
    other, _ = school(name="Trường Tiểu học Sao Mai", key="TH-02")
    stranger = officer(other, Role.ORGANISER, username="khac")
    assert signed_in(stranger).get(page(name, conference)).status_code == 404


@pytest.mark.parametrize("role", [Role.REPORTER, Role.PAPER_CLERK, Role.COUNTING_OFFICER])
def test_other_roles_do_not_enter_the_hall(world: World, role: Role) -> None:
    conference, _ = opened(world)
    user = officer(world.school, role, username="vaitro")
    assert signed_in(user).get(page("hall", conference)).status_code == 403


def test_an_observer_sees_the_steps_and_changes_nothing(world: World) -> None:
    conference = with_roll(world)
    client = signed_in(officer(world.school, Role.OBSERVER, username="giamsat"))
    assert client.get(page("detail", conference)).status_code == 200
    assert client.post(page("roll-build", conference)).status_code == 403


def test_a_visitor_is_sent_to_sign_in(world: World) -> None:
    conference = new_conference(world)
    answer = Client().get(page("detail", conference))
    assert answer.status_code == 302
    assert "/tai-khoan/dang-nhap/" in answer["Location"]


def test_the_steps_page_names_one_next_step(world: World) -> None:
    conference = new_conference(world)
    text = signed_in(world.organiser).get(page("detail", conference)).content.decode()
    assert text.count("Việc tiếp theo:") == 1
    assert "Việc tiếp theo: Danh sách người tham gia" in text


def test_a_conference_is_made_on_the_pages(world: World) -> None:
    client = signed_in(world.organiser)
    typed = {
        "posts": [str(world.head.pk)],
        "title": "Hội nghị lấy ý kiến góp ý",
        "plan_number": "167-KH/QU",
        "lead_body": "BAN TUYÊN GIÁO",
        "locality": "Hoa Sen",
        "held_on": "2023-05-15",
        "begins_at": "08:00",
        "place": "Hội trường",
        "reference_date": "2023-05-01",
        "chair_name": "Tạ Thị Lan Chi",
        "clerk_name": "Vũ Đình Khải",
    }
    answer = client.post(f"{reverse('conferences:new')}?unit={world.school.pk}", typed)
    assert answer.status_code == 302
    assert selectors.conferences_in_scope(user=world.organiser).count() == 1


def test_the_request_file_is_the_requests_bytes(world: World) -> None:
    conference, made = prepared(world)
    answer = signed_in(world.organiser).get(page("request-file", conference))
    assert made.keys.request_digest.hex() == kept(conference).request_digest
    assert answer.content == bytes(kept(conference).request)


def test_a_tick_answers_the_row_alone(world: World) -> None:
    conference, _ = opened(world)
    person = conference.roll.all()[0].person_id
    answer = signed_in(world.organiser).post(
        page("attendance", conference), {"person": person, "present": "1"}, headers={"X-Part": "row"}
    )
    text = answer.content.decode()
    assert text.lstrip().startswith("<li")
    assert "Có mặt" in text


def test_the_hall_never_shows_a_count_of_ballots(world: World) -> None:
    conference, made = opened(world)
    good(services.count_paper_set(conference=conference, change=1))
    for name in ("hall", "screen", "closing", "detail"):
        text = signed_in(world.organiser).get(page(name, conference)).content.decode()
        assert "Đã nhận được" not in text
        assert not re.search(r"\d+\s*(</strong>\s*<span>)?\s*phiếu đã (nhận|gửi)", text, re.IGNORECASE)


def test_the_code_of_a_slip_does_not_come_back_on_the_page(world: World) -> None:
    conference, made = opened(world)
    client = signed_in(world.organiser)
    typed = " ".join(slips.printed_groups(made.tickets[0], made.keys.poll))
    answer = client.post(page("slip", conference), {"code": typed, "mark": "exchange"}, follow=True)
    assert typed not in answer.content.decode()
    assert "Đã ghi đổi thẻ" in answer.content.decode()
    again = services.take_back_slip(conference=conference, code=typed, mark=SlotState.SPOILED)
    assert isinstance(again, Refused)


def test_closing_asks_to_be_sure(world: World) -> None:
    conference, _ = opened(world)
    client = signed_in(world.organiser)
    answer = client.post(page("close", conference), {}, follow=True)
    assert "Chưa đánh dấu ô xác nhận" in answer.content.decode()


def test_the_attendance_list_is_filed_with_a_number(world: World) -> None:
    conference, _ = prepared(world)
    client = signed_in(world.organiser)
    answer = client.post(page("attendance-list", conference), follow=True)
    assert "Số 01-DS" in answer.content.decode()


def test_the_paper_ballot_is_a_pdf(world: World) -> None:
    conference = new_conference(world)
    address = reverse("conferences:ballot-sheet", args=[conference.key, "s1"])
    assert signed_in(world.organiser).get(address).content.startswith(b"%PDF")


def test_the_layout_file_of_the_printed_form_is_offered_beside_it(world: World) -> None:
    conference = new_conference(world)
    client, address = signed_in(world.organiser), page("ballot-layout", conference)
    assert address in client.get(page("printing", conference)).content.decode()
    layout = Layout.from_bytes(client.get(address).content)
    assert (layout.form, layout.pages, len(layout.rows)) == ("school_head", 2, 16)


def test_after_casting_the_page_says_where_the_box_is(world: World) -> None:
    conference, _ = closed(world)
    client, address = signed_in(world.organiser), page("detail", conference)
    assert "Hội nghị đã bỏ phiếu xong" in client.get(address).content.decode()
    good(services.perform_on_urn(poll=conference.poll, act="void"))
    shown = client.get(address).content.decode()
    assert "Lần bỏ phiếu đã huỷ" in shown
    assert "không có kết quả" in shown
