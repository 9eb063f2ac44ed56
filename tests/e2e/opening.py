"""The round's opening day on the server's pages: boxes received, carried to the board, results taken over, keys ended.

Everything is played within a minute, so the day's hours are those after midnight.
"""

from pathlib import Path

from tests.e2e import staff_list
from tests.e2e.days import sitting_day
from tests.e2e.organiser import BOARD
from tests.e2e.screens import Screen

HEAD, CLERK = BOARD["Tổ trưởng tổ kiểm phiếu"], BOARD["Thư ký tổ kiểm phiếu"]


def receives_the_boxes(screen: Screen, seal_code: str, folder: Path) -> Path:
    """Arrange the day, receive the box by its seal's last digits (a wrong one first); returns the file of all boxes."""
    screen.go("/kiem-phieu/")
    screen.follow("Lập buổi mở hòm phiếu")
    screen.fill("Giờ", "00:02")
    screen.press("Lập buổi mở hòm phiếu")
    screen.follow("Làm bước này")
    for digits in (_another(seal_code[-4:]), seal_code[-4:]):
        screen.main.locator(".arrival-code input").fill(digits)
        screen.press("Ghi các hòm phiếu đã đến")
    screen.fill("Giờ, ngày bàn giao xong", f"{sitting_day().isoformat()}T00:01")
    screen.fill("Người nhận hòm phiếu", "Ninh Văn Sóng Cả")
    screen.fill("Nơi để hòm phiếu đến giờ mở", "Tủ sắt số 1, phòng Văn thư")
    screen.press("Lập biên bản bàn giao")
    _next_step(screen, "Mở hòm phiếu, nhập kết quả")
    return screen.take("Tải các hòm phiếu", folder)


def imports_the_results(screen: Screen, results: Path, code: str) -> None:
    """Take all results over by one code: a wrong one is refused and the file chosen again; then the minutes."""
    for second in (_another(code), code):
        screen.page.locator("#files").set_input_files(results)
        screen.choose("Người đọc mã trên chương trình mở hòm phiếu", HEAD)
        screen.fill("Mã kết quả chung người thứ nhất đọc", code)
        screen.choose("Người đọc mã trên chương trình kiểm tra độc lập", CLERK)
        screen.fill("Mã kết quả chung người thứ hai đọc", second)
        screen.press("Xác nhận và nhập kết quả")
        if second != code:
            screen.sees("Đề nghị chọn lại tệp kết quả")
    screen.sees("Đã nhập kết quả của 1 hòm phiếu")
    screen.press("Lập biên bản mở hòm phiếu")
    screen.sees("Đã lập biên bản mở hòm phiếu")


def builds_the_bundle(screen: Screen, folder: Path) -> tuple[Path, str]:
    """Build the round's bundle and take it away; returns the ZIP and its code."""
    _next_step(screen, "Lập hồ sơ kiểm tra chung")
    screen.press("Lập hồ sơ kiểm tra chung")
    code = screen.page.locator(".big-code").inner_text()
    return screen.take("Tải hồ sơ kiểm tra", folder), code


def ends_the_keys(screen: Screen) -> None:
    """Write down that the keys are gone, then what is kept under seal."""
    _next_step(screen, "Huỷ chìa khoá")
    screen.fill("Cơ quan kiểm tra đã nhận hồ sơ", "Uỷ ban Kiểm tra Quận uỷ")
    screen.fill("Tổ trưởng tổ kiểm phiếu", HEAD)
    screen.fill("Đại biểu chứng kiến", BOARD["Đại biểu chứng kiến 1"])
    screen.tick("Đã tải hồ sơ kiểm tra")
    screen.press("Ghi nhận đã huỷ chìa khoá")
    _next_step(screen, "Niêm phong lưu trữ")
    for label, words in {
        "Nơi lưu giữ": "Kho lưu trữ Quận uỷ",
        "Người giữ": "Vương Thị Thuỷ Triều",
        "Cơ quan có quyền cho mở": "Uỷ ban Kiểm tra Quận uỷ",
        "Bì, thùng thứ 1: nhãn": "Bì số 1",
        "Bên trong": f"Phiếu giấy, tờ chìa khoá tệp lưu của {staff_list.SCHOOL}",
        "Số giấy niêm phong": "2",
    }.items():
        screen.fill(label, words)
    screen.press("Lập biên bản niêm phong lưu trữ")
    screen.go(_day(screen))
    screen.sees("Buổi mở hòm phiếu đã xong")


def _another(code: str) -> str:
    return code[:-1] + str((int(code[-1]) + 1) % 10)


def _day(screen: Screen) -> str:
    """Return the day's address, on whatever page of the day the officer is."""
    return "/kiem-phieu/ngay-mo/" + screen.page.url.split("/ngay-mo/")[1].split("/")[0] + "/"


def _next_step(screen: Screen, title: str) -> None:
    """From the day's page to the step that it names."""
    screen.go(_day(screen))
    assert title in screen.page.locator(".card-first").inner_text()
    screen.follow("Làm bước này")
