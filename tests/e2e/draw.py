"""The draw by the custom, in front of everybody: frozen list, paper lots, the code read aloud, one lot, its papers."""

from tests.e2e import staff_list
from tests.e2e.screens import Screen, next_act

PEOPLE = {
    "Chủ trì": "Ninh Văn Sóng Cả",
    "Thư ký": "Vương Thị Thuỷ Triều",
    "Đại biểu chứng kiến 1": "Đào Thị Bến Cát",
    "Người gắp thăm 1": "Lương Thị Lá Dâu",
}


def is_prepared(screen: Screen, of_round: str) -> str:
    """Freeze the list, write down the people, print the lots; returns the draw's address."""
    assert "Chọn đơn vị, rồi lập lịch hội nghị của đợt" in next_act(screen)
    screen.follow("Chuẩn bị đợt")
    assert screen.page.url.endswith(of_round)
    screen.follow("Gắp thăm")
    screen.press("Lập danh sách gắp thăm")
    screen.sees("trường đủ điều kiện", "Trường bị loại và lý do")
    assert staff_list.NEW_HEAD_SCHOOL in screen.page.locator("table", has_text="Lý do").inner_text()
    screen.press("Chốt 2 trường")
    address = "/" + screen.page.url.split("/", 3)[3]
    screen.follow("Làm bước 2")
    screen.fill("Địa điểm", "Hội trường Quận uỷ")
    for label, name in PEOPLE.items():
        screen.fill(label, name)
    screen.press("Ghi thành phần")
    screen.go(address)
    screen.follow("Làm bước 3")
    lots = screen.page.get_by_role("link", name="Mở 2 thăm để in").get_attribute("href")
    assert screen.context.request.get(f"{screen.origin}{lots}").body().startswith(b"%PDF")
    screen.press("Đã in và cắt đủ thăm")
    return address


def is_shown(projector: Screen, address: str, words: str) -> None:
    """Read the hall's screen; it follows by itself."""
    if "/chieu/" not in projector.page.url:
        projector.page.goto(f"{projector.origin}{address}man-hinh/")
        link = projector.page.get_by_role("link", name="Mở màn hình").get_attribute("href")
        projector.page.goto(f"{projector.origin}{link}")
    projector.sees(words)


def is_held(screen: Screen, projector: Screen, address: str) -> None:
    """Read the code aloud, take one lot out (a slip of the pen is mended), confirm, end; the hall looks on."""
    screen.go(address)
    code = screen.page.locator(".big-code").inner_text()
    is_shown(projector, address, code)
    screen.follow("Làm bước 4")
    screen.press("Bắt đầu gắp thăm")
    screen.sees("Chưa đọc mã danh sách gắp thăm")
    screen.tick("Đã đọc mã danh sách gắp thăm")
    screen.tick("Đã đếm đủ thăm")
    screen.press("Bắt đầu gắp thăm")
    _take_out(screen, staff_list.OTHER_SCHOOL)
    screen.press("Ghi nhầm")
    _take_out(screen, staff_list.SCHOOL)
    is_shown(projector, address, staff_list.SCHOOL)
    screen.press("Xác nhận xong cấp Tiểu học")
    screen.press("Kết thúc gắp thăm")
    is_shown(projector, address, "Đã gắp thăm xong")


def gets_its_papers(screen: Screen, address: str) -> None:
    """Make the minutes for signing and the notice to the schools."""
    screen.go(f"{address}ket-qua/")
    screen.follow("Lập biên bản")
    screen.press("Lập biên bản")
    screen.follow("Lập thông báo")
    screen.fill("Chức vụ người ký", "Trưởng ban")
    screen.press("Lập thông báo")
    assert screen.page.locator(".paper-lines > li").count() == 2
    screen.sees(staff_list.SCHOOL)


def _take_out(screen: Screen, name: str) -> None:
    """Type the school's own words without marks; the list narrows to it."""
    screen.fill("Gõ vài chữ trong tên trường", name.removeprefix("Trường Tiểu học "))
    screen.press(name)
