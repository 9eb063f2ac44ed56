"""The counting officer and the paper desk in the hall: hand counts, leftover slips, sheets, reconciliation, seal."""

from collections.abc import Mapping
from pathlib import Path

from tests.e2e.screens import Screen, next_act

COUNTED = {
    "Chữ ký trên danh sách ký nhận": 11,
    "Thẻ bỏ phiếu đã in": 15,
    "Thẻ đã bốc": 11,
    "Thẻ còn lại trong hộp": 4,
    "Bộ phiếu giấy đã phát": 2,
    "Thẻ đổi sang phiếu giấy": 1,
    "Thẻ hỏng thu lại": 1,
    "Thẻ phát lại thay thẻ hỏng": 1,
    "Thẻ đã bốc nhưng không dùng": 1,
}
TYPISTS = ("Lục Thị Mái Chèo", "Hứa Văn Bến Đò")


def counts_by_hand(screen: Screen) -> None:
    """Two people type their counts; the first time they differ, and both begin again."""
    assert "Đếm tay" in next_act(screen)
    _next_step(screen)
    _type_count(screen, "Nghiêm Văn Bờ Kè", COUNTED, "Ghi số liệu người thứ nhất")
    _type_count(screen, "Thạch Thị Lau Sậy", COUNTED | {"Thẻ đã bốc": 10}, "Ghi số liệu người thứ hai")
    screen.sees("Hai người nhập số liệu khác nhau")
    _type_count(screen, "Nghiêm Văn Bờ Kè", COUNTED, "Ghi số liệu người thứ nhất")
    _type_count(screen, "Nghiêm Văn Bờ Kè", COUNTED, "Ghi số liệu người thứ hai")
    screen.sees("hai người khác nhau")
    _type_count(screen, "Thạch Thị Lau Sậy", COUNTED, "Ghi số liệu người thứ hai")
    screen.sees("Hai người nhập khớp nhau")


def checks_leftover_slips(screen: Screen, codes: list[str], *, used: str) -> None:
    """Every slip left in the box must be unused; a used one among them raises the alarm."""
    screen.follow("Làm bước này")
    screen.fill("Mã trên thẻ", used)
    screen.press("Kiểm thẻ này")
    screen.sees("BÁO ĐỘNG")
    for code in codes:
        screen.fill("Mã trên thẻ", code)
        screen.press("Kiểm thẻ này")
    screen.sees("Đã kiểm đủ thẻ còn lại")


def keys_in_the_sheets(screen: Screen, station: str) -> None:
    """Count the sheets in the box, then two typists key in one stamped sheet and one without stamp."""
    assert "Nhập phiếu giấy" in next_act(screen)
    screen.follow("Nhập phiếu giấy")
    _open_desk(screen)
    screen.fill("Người đếm thứ nhất", TYPISTS[0])
    screen.fill("Số phiếu người thứ nhất đếm", 2)
    screen.fill("Người đếm thứ hai", TYPISTS[1])
    screen.fill("Số phiếu người thứ hai đếm", 2)
    screen.press("Ghi số phiếu đếm được")
    screen.fill("Người nhập lần một", TYPISTS[0])
    screen.fill("Người nhập lần hai", TYPISTS[1])
    screen.press("Ghi tên")
    screen.follow("Nhập phiếu", exact=True)
    page = screen.page
    page.locator("#card-code").fill(station)
    page.get_by_role("button", name="Bắt đầu nhập").click()
    for marks in ("2", ""):
        _key_in(screen, marks)
        screen.look()
        page.locator("#handover").click()
        _key_in(screen, marks)
        page.get_by_role("heading", name="Hai lần nhập giống nhau").wait_for()
        screen.look()
        page.locator("#seal").click()
        page.get_by_text("Đã niêm phong tờ phiếu").wait_for()
    page.get_by_role("heading", name="Đã nhập đủ 2 tờ").wait_for()
    screen.follow("Về bàn nhập phiếu")
    screen.press("Lập nhật ký nhập phiếu")


def seals(screen: Screen, folder: Path) -> tuple[Path, str]:
    """Reconcile, seal, make the sealing minutes; returns the box file and the seal's code."""
    assert "niêm phong" in next_act(screen)
    _next_step(screen)
    screen.tick("Tổ kiểm phiếu đã kiểm đếm xong")
    screen.press("Niêm phong hòm phiếu")
    code = screen.page.locator(".big-code").inner_text()
    box = screen.take("Tải hòm phiếu", folder)
    screen.fill("Người nhận bàn giao hòm phiếu", "Ninh Văn Sóng Cả")
    screen.fill("Thời gian, nơi mở hòm phiếu", "14 giờ ngày 25, tại trụ sở Quận uỷ")
    screen.press("Lập biên bản niêm phong")
    assert screen.take("PDF", folder).read_bytes().startswith(b"%PDF")
    return box, code


def reads_reconciliation(screen: Screen) -> None:
    """Look at the equations: every one of them agrees."""
    screen.follow("Đối chiếu số phiếu")
    screen.sees("Số liệu đã khớp")
    assert "Lệch" not in screen.text


def _next_step(screen: Screen) -> None:
    """From the first page to the conference, from there to the step that it names."""
    with screen.page.expect_navigation():
        screen.page.locator(".card-first a.button").first.click()
    screen.look()
    screen.follow("Làm bước này")


def _type_count(screen: Screen, name: str, counted: Mapping[str, int], button: str) -> None:
    screen.fill("Họ và tên người nhập", name)
    for label, number in counted.items():
        screen.fill(label, number)
    screen.press(button)


def _open_desk(screen: Screen) -> None:
    if screen.page.get_by_role("link", name="Mở bàn nhập").count():
        screen.follow("Mở bàn nhập")


def _key_in(screen: Screen, mark: str) -> None:
    page = screen.page
    page.check(f'input[name="kind"][value="{"marked" if mark else "no_stamp"}"]')
    if mark:
        for option in page.locator(f'.sheet .levels input[value="{mark}"]').all():
            option.check()
    page.get_by_role("button", name="Nhập xong tờ này").click()
