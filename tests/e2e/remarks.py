"""The remarks desk: one officer edits with the keyboard, the other agrees and ends it; nobody else saw the voter's words."""

from tests.e2e import staff_list
from tests.e2e.screens import Screen, next_act
from tests.e2e.voters import REMARK

HANDED_ON = "Đề nghị báo lịch họp sớm hơn"


def are_edited(first: Screen, second: Screen) -> None:
    """Both sit down, one edits, the other sends back once, agrees and ends the work."""
    for screen in (first, second):
        _sits_down(screen)
    _edits(first, "Đề nghị báo lịch")
    _sends_back(second, "Chưa đủ ý")
    _edits(first, HANDED_ON)
    _agrees(second)
    first.go(_desk(first))
    first.follow("Xem bản tổng hợp")
    first.press("Đề nghị kết thúc")
    second.go(_desk(second))
    second.sees("Đồng chí kia đề nghị kết thúc")
    second.follow("Xem bản tổng hợp")
    second.press("Kết thúc, huỷ bản gốc")
    second.sees("Đã kết thúc biên tập, bản gốc đã huỷ.", "đưa vào bảng tổng hợp")
    assert "Biên tập ý kiến ghi trên phiếu" not in next_act(first)


def _sits_down(screen: Screen) -> None:
    assert "Biên tập ý kiến ghi trên phiếu" in next_act(screen)
    screen.follow("Biên tập", exact=True)
    assert staff_list.HEAD in screen.heading
    assert REMARK not in screen.text
    screen.press("Nhận biên tập")


def _edits(screen: Screen, words: str) -> None:
    screen.go(_desk(screen))
    screen.follow("Biên tập", exact=True)
    screen.sees(REMARK)
    screen.page.keyboard.press("2")
    screen.page.locator('[name="text"]').fill(words)
    with screen.page.expect_navigation():
        screen.page.keyboard.press("Control+Enter")
    screen.sees("Không còn ý kiến nào chờ đồng chí")


def _sends_back(screen: Screen, answer: str) -> None:
    screen.go(_desk(screen))
    screen.follow("Xác nhận", exact=True)
    screen.page.keyboard.press("3")
    screen.page.keyboard.type(answer)
    with screen.page.expect_navigation():
        screen.page.keyboard.press("Control+Enter")


def _agrees(screen: Screen) -> None:
    screen.go(_desk(screen))
    screen.follow("Xác nhận", exact=True)
    screen.sees(REMARK, HANDED_ON)
    with screen.page.expect_navigation():
        screen.page.keyboard.press("1")


def _desk(screen: Screen) -> str:
    """The desk's address, from wherever below it the officer is."""
    return "/bien-tap/" + "/".join(screen.page.url.split("/bien-tap/")[1].split("/")[:2]) + "/"
