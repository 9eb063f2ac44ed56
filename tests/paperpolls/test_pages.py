"""The pages of a poll on paper alone: what each role is offered, what nobody ever reads there."""

import re

import pytest
from django.test import Client

from guong.office.accounts.models import User
from guong.office.paperpolls.models import PaperPoll
from tests.paperpolls.world import (
    DETAILS,
    HALL,
    MISREAD,
    NAMES,
    VOTES,
    Cell,
    again,
    agreed,
    counted,
    made,
    minuted,
)

FORM = {
    "kind": "election",
    "title": DETAILS.title,
    "lines": "\r\n".join([*NAMES, ""]),
    "seats": "3",
    "base": "summoned",
    "summoned": "12",
    "held_on": "15/05/2025",
    "place": DETAILS.place,
    "chair_name": DETAILS.chair_name,
    "clerk_name": DETAILS.clerk_name,
    "board": "\r\n".join(DETAILS.board),
    "witness_name": DETAILS.witness_name,
}
COUNTED = {name: str(number) for name, number in vars(HALL).items()}


def browser(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def numbers(votes: tuple[tuple[int, ...], ...], places: range | tuple[int, ...]) -> dict[str, str]:
    typed = {f"line{place}_0": str(votes[place][0]) for place in places}
    return typed | {"places": ",".join(map(str, places))}


def page(user: User, poll: PaperPoll, below: str = "") -> str:
    return browser(user).get(f"/phieu-tai-cho/{poll.key}/{below}").content.decode()


def keyed(
    user: User, poll: PaperPoll, votes: tuple[tuple[int, ...], ...], places: range | tuple[int, ...]
) -> str:
    answer = browser(user).post(f"/phieu-tai-cho/{poll.key}/nhap/", numbers(votes, places), follow=True)
    return str(answer.content.decode())


def test_a_poll_is_made_from_its_form_and_its_list_is_kept_line_by_line(cell: Cell) -> None:
    answer = browser(cell.organiser).post("/phieu-tai-cho/moi/", {**FORM, "unit": cell.unit.pk}, follow=True)
    poll = PaperPoll.objects.get()
    assert [line.text for line in poll.lines.all()] == list(NAMES)
    assert "In 12 tờ giống hệt nhau" in answer.content.decode()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"kind": ""}, "Trường này là bắt buộc"),
        ({"base": ""}, "Đề nghị chọn cách tính quá một nửa."),
        ({"seats": "5"}, "Số lượng cần bầu phải từ 1 đến số người trong danh sách"),
        ({"board": NAMES[0] + "\nNgô Hữu Thuỷ"}, "không được ở trong tổ kiểm phiếu"),
        ({"lines": "Lò Văn Ánh\nlò văn  ánh"}, "Danh sách có hai dòng giống nhau"),
        ({"summoned": "0"}, "lớn hơn hoặc bằng"),
    ],
)
def test_a_form_that_is_wrong_is_told_and_keeps_what_was_typed(
    cell: Cell, changed: dict[str, str], said: str
) -> None:
    answer = browser(cell.organiser).post("/phieu-tai-cho/moi/", {**FORM, "unit": cell.unit.pk, **changed})
    text = answer.content.decode()
    assert said in text
    assert DETAILS.title in text
    assert not PaperPoll.objects.exists()


def test_a_poll_on_levels_decides_nothing_and_asks_for_no_rule(cell: Cell) -> None:
    given = {**FORM, "unit": cell.unit.pk, "kind": "levels", "seats": "", "base": ""}
    answer = browser(cell.organiser).post("/phieu-tai-cho/moi/", given, follow=True)
    assert "mức xếp loại do cấp có thẩm quyền quyết định" in answer.content.decode()


def test_sheets_come_as_a_file(cell: Cell) -> None:
    answer = browser(cell.organiser).get(f"/phieu-tai-cho/{made(cell, summoned=2).key}/phieu.pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert b"".join(answer)[:5] == b"%PDF-"


def test_a_count_that_does_not_add_up_is_told_above_what_was_typed(cell: Cell) -> None:
    poll = made(cell)
    answer = browser(cell.counter).post(f"/phieu-tai-cho/{poll.key}/kiem-dem/", COUNTED | {"valid": "10"})
    assert "Số phiếu hợp lệ cộng số phiếu không hợp lệ khác số phiếu thu về." in answer.content.decode()


def test_sheets_with_too_many_names_are_asked_for_in_elections_only(cell: Cell) -> None:
    vote = made(cell, kind=type(DETAILS.kind).QUESTIONS, seats=0)
    assert "Bầu thừa số lượng" in page(cell.counter, made(cell), "kiem-dem/")
    assert "Bầu thừa số lượng" not in page(cell.counter, vote, "kiem-dem/")


def test_each_keyer_gets_an_empty_page_and_reads_who_was_there(cell: Cell) -> None:
    poll = counted(cell)
    assert "Chờ người thứ hai nhập" in keyed(cell.counter, poll, VOTES, cell.everything)
    second = page(cell.clerk, poll, "nhap/")
    assert not re.findall(r'<input type="number"[^>]*value=', second)
    assert "Đã nhập: Mạc Thị Hà." in page(cell.clerk, poll)


def test_a_difference_names_its_lines_and_no_number(cell: Cell) -> None:
    poll = counted(cell)
    keyed(cell.counter, poll, VOTES, cell.everything)
    told = keyed(cell.clerk, poll, MISREAD, cell.everything)
    assert f"Hai người nhập khác nhau ở: {NAMES[2]}; {NAMES[3]}." in told
    for user in (cell.counter, cell.clerk, cell.organiser):
        warning = page(user, poll).partition("Hai người nhập khác nhau ở")[2].partition("</div>")[0]
        assert not any(letter.isdigit() for letter in warning)
    rows = page(cell.counter, poll, "nhap/")
    assert NAMES[2] in rows
    assert NAMES[0] not in rows


def test_a_page_that_is_out_of_date_keys_nothing(cell: Cell) -> None:
    poll = counted(cell)
    keyed(cell.counter, poll, VOTES, cell.everything)
    keyed(cell.clerk, poll, MISREAD, cell.everything)
    assert "Số liệu vừa thay đổi." in keyed(cell.clerk, poll, VOTES, cell.everything)


def test_the_result_is_told_by_name_and_no_page_shows_a_count_of_votes(cell: Cell) -> None:
    """The sheets' own numbers may stand there; the votes of this poll are told apart from them."""
    poll = agreed(cell)
    for user in (cell.organiser, cell.counter, cell.clerk):
        text = page(user, poll)
        result = text.partition('<dl class="facts">')[2].partition("</dl>")[0]
        assert re.findall(r"<dd>(.*?)</dd>", result) == ["Trúng cử"] * 3 + ["Không quá nửa, không trúng cử"]
        assert not any(letter.isdigit() for letter in result)


def test_the_minutes_are_made_on_their_page(cell: Cell) -> None:
    poll = agreed(cell)
    given = {"began": "09:40", "ended": "10:05", "copies": "3"}
    answer = browser(cell.counter).post(f"/phieu-tai-cho/{poll.key}/bien-ban/", given, follow=True)
    assert "Đã lập Số 01-BB/TKP" in answer.content.decode()
    turned = browser(cell.counter).post(f"/phieu-tai-cho/{poll.key}/bien-ban/", given | {"ended": "09:00"})
    assert "Giờ kết thúc kiểm phiếu phải sau giờ bắt đầu." in turned.content.decode()


def test_the_list_says_how_far_each_is(cell: Cell) -> None:
    made(cell)
    minuted(cell)
    text = browser(cell.clerk).get("/phieu-tai-cho/").content.decode()
    assert "Chờ bỏ phiếu, kiểm đếm" in text
    assert "Đã lập biên bản" in text
    assert "Lập lần bỏ phiếu" not in text


def test_a_poll_is_given_up_with_its_reason(cell: Cell) -> None:
    poll = made(cell)
    post = browser(cell.organiser).post
    assert "phải ghi lý do" in post(f"/phieu-tai-cho/{poll.key}/huy/", follow=True).content.decode()
    text = post(f"/phieu-tai-cho/{poll.key}/huy/", {"reason": "Sai tên"}, follow=True).content.decode()
    assert "đã huỷ. Lý do: Sai tên" in text
    assert again(poll).void_reason == "Sai tên"
