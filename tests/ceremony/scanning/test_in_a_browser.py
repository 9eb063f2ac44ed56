"""People at the station's screen, in a real Chromium: from the desk's order to the sealed file, with what goes wrong."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Browser

from guong.core.paper_batch import INVALID, NO_STAMP, STAMPED
from guong.core.questionnaire import official
from tests.ceremony.scanning import stacks
from tests.ceremony.scanning.station_screen import Screen, browsing, opened
from tests.ceremony.scanning.test_station import opened as opened_by_the_board
from tests.paper import filled, marks

pytestmark = pytest.mark.browser
ITEMS = [item.key for item in official("school_head").items]
WITH_A_BLANK, PLAIN, NOT_STAMPED = "1234032112344321", "2222333311112222", "1111222233334444"
DOUBLE = 2  # the item of the second sheet that bears two marks
WORDS = "Đồng chí lắng nghe giáo viên"
# What counts in the end, written out by hand: two marks are no answer, a sheet without a stamp has none at all.
COUNTED = {("0000000000000000", ()), ("1234032112344321", (("other", WORDS),)), ("2202333311112222", ())}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with browsing() as found:
        yield found


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The desk's order; three sheets: one leaves a row blank, one bears two marks in a row, one has no stamp."""
    folder = tmp_path_factory.mktemp("scans")
    (folder / "ban-quet.json").write_bytes(stacks.stack().order.raw)
    second = stacks.sheet(PLAIN, seed=2)
    marks.cross(second, filled.ticks()[ITEMS[DOUBLE]][3], Random(4), marks.Pen(0.5, 0.85))
    fronts = [
        stacks.stamp(stacks.sheet(WITH_A_BLANK, seed=1)),
        stacks.stamp(second),
        stacks.sheet(NOT_STAMPED, seed=3),
    ]
    (folder / "tap-phieu.pdf").write_bytes(stacks.both_sides(fronts))
    foreign = [stacks.scanned(filled.printed("ward_head", side)) for side in (1, 2)]
    (folder / "mau-khac.pdf").write_bytes(stacks.as_pdf(foreign))
    return folder


@pytest.fixture
def screen(browser: Browser, files: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Screen]:
    """The station with the desk's order taken."""
    with opened(browser, monkeypatch) as found:
        found.bring_order(files / "ban-quet.json")
        yield found


def truly(sheet: int, item: str | None) -> str:
    """What stands on the paper."""
    if item is None:
        return STAMPED if sheet < 2 else NO_STAMP
    if (sheet, item) == (1, ITEMS[DOUBLE]):
        return INVALID
    mark = (WITH_A_BLANK, PLAIN, NOT_STAMPED)[sheet][ITEMS.index(item)]
    return "blank" if mark == "0" else mark


def with_one_error(sheet: int, item: str | None) -> str:
    """Somebody who sees one of the two marks only."""
    return "3" if (sheet, item) == (1, ITEMS[DOUBLE]) else truly(sheet, item)


def test_a_stack_goes_from_the_order_to_the_sealed_file(screen: Screen, files: Path, tmp_path: Path) -> None:
    screen.count(3)
    screen.scan(files / "tap-phieu.pdf")
    screen.press("Đã quét xong tập này")
    assert stacks.VERIFIERS[0] in screen.text
    first = screen.take_turn(with_one_error)
    assert first >= 3 + 2 + 1  # every head, the blank and the double row, one row for the audit
    assert stacks.VERIFIERS[1] in screen.text
    assert screen.take_turn(truly) == first
    assert stacks.VERIFIERS[2] in screen.text
    assert screen.take_turn(truly) == 1
    screen.type_backs({0: WORDS})
    screen.seal(stacks.stack().card)
    assert "Đã niêm phong 3 tờ" in screen.text
    sealed = screen.download(tmp_path / "da-niem-phong.json").read_bytes()
    parts = opened_by_the_board(sealed)
    assert {(part.marks, part.remarks) for part in parts} == COUNTED
    assert len(parts) == 3
    screen.press("Trang nhập phiếu giấy đã nhận tệp")
    assert "đã niêm phong 3 tờ" in screen.text


def test_nobody_is_shown_an_answer_of_the_machine_or_of_somebody_else(screen: Screen, files: Path) -> None:
    screen.count(3)
    screen.scan(files / "tap-phieu.pdf")
    screen.press("Đã quét xong tập này")
    for _ in range(2):
        screen.follow()
        assert screen.page.locator("input:checked").count() == 0
        assert len(screen.strips()) == screen.page.locator(".strip").count() > 0
        screen.page.go_back()
        screen.take_turn(truly)


def test_a_stack_that_is_not_the_hand_count_is_void_and_can_be_begun_anew(
    screen: Screen, files: Path
) -> None:
    screen.count(4)
    screen.scan(files / "tap-phieu.pdf")
    screen.press("Đã quét xong tập này")
    assert "Đếm tay được 4 tờ nhưng máy thấy 3 tờ. Đã bỏ cả tập" in screen.text
    screen.count(3)
    assert screen.station.batch is not None
    assert screen.station.batch.found == 0


def test_a_sheet_of_another_form_is_named_with_its_reason_and_the_rest_goes_on(
    screen: Screen, files: Path
) -> None:
    screen.count(3)
    screen.scan(files / "mau-khac.pdf", files / "tap-phieu.pdf")
    assert "mau-khac.pdf, trang 1" in screen.text
    assert "Tờ này là phiếu của mẫu khác. Lấy ra khỏi tập phiếu." in screen.text
    screen.press("Đã quét xong tập này")
    assert "chưa quyết định" in screen.text
    screen.press("Đã quét lại, hoặc không phải phiếu")
    screen.press("Đã quét xong tập này")
    assert stacks.VERIFIERS[0] in screen.text


def test_a_row_left_without_an_answer_is_asked_for(screen: Screen, files: Path) -> None:
    screen.count(3)
    screen.scan(files / "tap-phieu.pdf")
    screen.press("Đã quét xong tập này")
    screen.follow()
    screen.page.locator("form").evaluate("form => form.noValidate = true")
    with screen.page.expect_navigation():
        screen.page.locator("form button.main").click()
    assert "Còn dải chưa chọn" in screen.text
