"""What is posted and sent before a conference: the poster's page, the words for the unit's chat group."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guong.core.documents.group_message import MOST_CHARACTERS, GroupMessage, group_message
from guong.office.accounts.roles import Role
from guong.office.conferences import handouts
from tests.conferences.test_pages import kept, page, signed_in
from tests.conferences.world import World, new_conference, officer, opened, prepared
from tests.paper.reading import page_texts

BEGAN = datetime(2023, 5, 15, 8, 30)
NAMES = st.text(st.characters(whitelist_categories=["L", "N"], whitelist_characters=" ,.-"), max_size=300)


def test_the_poster_is_offered_once_the_poll_has_its_settings(world: World) -> None:
    conference = new_conference(world)
    client = signed_in(world.organiser)
    assert page("poster", conference) not in client.get(page("printing", conference)).content.decode()
    told = client.get(page("poster", conference), follow=True).content.decode()
    assert "Chưa nhận tệp khoá công khai" in told


def test_the_poster_is_the_polls_own(world: World) -> None:
    conference, _ = prepared(world)
    client = signed_in(world.organiser)
    assert page("poster", conference) in client.get(page("printing", conference)).content.decode()
    answer = client.get(page("poster", conference))
    assert answer["Content-Type"] == "application/pdf"
    (text,) = page_texts(answer.content)
    assert "Ai xem được gì?" in text
    assert "Trường Tiểu học Hoa Sen" in text
    assert "Mở khi hội nghị kết thúc." in text


def test_the_message_names_day_and_place_and_holds_no_way_in(world: World) -> None:
    conference, _ = prepared(world)
    text = handouts.message_of(conference)
    assert "8 giờ, Thứ Hai, 15/5/2023, tại Hội trường Trường Tiểu học Hoa Sen." in text
    assert "kính đọc" in text
    assert "Không có đường dẫn hay mã nào được gửi qua Zalo" in text
    for way_in in ("http", "://", "/b/", kept(conference).poll_key):
        assert way_in not in text
    assert len(text) <= MOST_CHARACTERS


def test_the_message_follows_a_conference_that_was_moved(world: World) -> None:
    conference, _ = prepared(world)
    conference.place = "Nhà văn hoá phường"
    conference.save()
    shown = signed_in(world.organiser).get(page("message", conference)).content.decode()
    assert "tại Nhà văn hoá phường." in shown


def test_the_message_is_offered_until_the_opening(world: World) -> None:
    conference, _ = prepared(world)
    client = signed_in(world.organiser)
    assert page("message", conference) in client.get(page("detail", conference)).content.decode()
    other, _ = opened(world)
    assert page("message", other) not in client.get(page("detail", other)).content.decode()


@pytest.mark.parametrize("name", ["message", "poster", "shared-card"])
def test_none_is_for_those_who_only_look(world: World, name: str) -> None:
    conference, _ = prepared(world)
    assert (
        signed_in(officer(world.school, Role.OBSERVER, username="giamsat"))
        .get(page(name, conference))
        .status_code
        == 403
    )


def test_a_rehearsal_says_so_in_its_message(world: World) -> None:
    conference = new_conference(world)
    conference.rehearsal = True
    assert handouts.message_of(conference).startswith("[HỘI NGHỊ THỬ]")


@given(unit=NAMES, place=NAMES, lead_body=NAMES)
def test_whatever_the_names_the_message_fits_and_keeps_its_warnings(
    unit: str, place: str, lead_body: str
) -> None:
    text = group_message(GroupMessage(unit, place, BEGAN, lead_body, rows_from=5, rehearsal=True))
    assert len(text) <= MOST_CHARACTERS
    for kept_sentence in (
        "8 giờ 30 phút, Thứ Hai, 15/5/2023",
        "Ai gửi là giả mạo",
        "dưới 5 phiếu thì không mở",
    ):
        assert kept_sentence in text


def test_the_card_of_the_shared_device_is_offered_at_the_desk_once_the_poll_has_keys(world: World) -> None:
    early = new_conference(world)
    client = signed_in(world.organiser)
    assert page("shared-card", early) not in client.get(page("hall", early)).content.decode()
    assert (
        "Chưa nhận tệp khoá công khai" in client.get(page("shared-card", early), follow=True).content.decode()
    )


def test_the_card_opens_the_conferences_own_poll(world: World) -> None:
    conference, _ = prepared(world)
    client = signed_in(world.organiser)
    for where in ("hall", "printing"):
        assert page("shared-card", conference) in client.get(page(where, conference)).content.decode()
    answer = client.get(page("shared-card", conference))
    assert answer["Content-Type"] == "application/pdf"
    (text,) = page_texts(answer.content)
    assert f"/b/{kept(conference).poll_key}/may-chung" in text.replace("\u200b", "").replace(" ", "")
    assert "Trường Tiểu học Hoa Sen" in text
