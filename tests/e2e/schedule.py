"""The round's calendar: its one conference made and staffed, the day's sheet, the papers, the board of progress."""

from pathlib import Path

from tests.e2e import staff_list
from tests.e2e.days import sitting_day
from tests.e2e.screens import Screen

CHAIR, CLERK = "Ninh Văn Sóng Cả", "Vương Thị Thuỷ Triều"
SENT = (
    ("Phụ trách", "Vương Thị Thuỷ Triều", "Ban Tổ chức Quận uỷ"),
    ("Đại biểu giám sát", "Chử Văn Con Nước", "Uỷ ban Kiểm tra Quận uỷ"),
)


def is_made(screen: Screen, of_round: str) -> str:
    """Make the conference of the drawn school; returns its address.

    Whatever hour it is now, casting must not end before the announced hour: the conference begins after midnight.
    """
    screen.go(of_round)
    screen.follow("Lịch hội nghị của đợt")
    screen.follow("Lập 1 hội nghị")
    assert staff_list.OTHER_SCHOOL not in screen.text
    screen.fill("Chủ trì", CHAIR)
    screen.fill("Thư ký", CLERK)
    screen.fill(f"Giờ, {staff_list.SCHOOL}", "00:01")
    screen.press("Lập 1 hội nghị")
    screen.sees("Đã lập 1 hội nghị", "chưa có đủ tổ kiểm phiếu")
    screen.follow(staff_list.SCHOOL)
    return "/" + screen.page.url.split("/", 3)[3]


def is_staffed(screen: Screen, of_round: str) -> None:
    """Send an officer and an observer; both stand in the calendar's table."""
    screen.go(of_round)
    screen.follow("Cử người dự, tổ kiểm phiếu")
    screen.follow(staff_list.SCHOOL, exact=True)
    for role, name, body in SENT:
        screen.choose("Nhiệm vụ", role)
        screen.fill("Họ và tên", name)
        screen.fill("Cơ quan, đơn vị cử", body)
        screen.press("Cử đến hội nghị này")
        screen.sees(name)
    screen.follow("Lịch của đợt")
    assert SENT[0][1] in screen.text


def is_announced(screen: Screen, of_round: str, folder: Path) -> Path:
    """File the calendar among the round's papers; returns it as Excel."""
    screen.go(of_round)
    screen.follow("Lịch hội nghị của đợt")
    screen.follow("Giấy tờ", exact=True)
    screen.press("Lập Lịch hội nghị")
    return screen.take("Excel", folder)


def is_of_the_day(screen: Screen) -> None:
    """See the day's conferences and print the sheet of its work."""
    screen.go(f"/lich/hom-nay/?ngay={sitting_day().isoformat()}")
    screen.sees(staff_list.SCHOOL, SENT[0][1])
    sheet = screen.page.get_by_role("link", name="Phiếu việc trong ngày").get_attribute("href")
    assert screen.context.request.get(f"{screen.origin}{sheet}").body().startswith(b"%PDF")


def is_minuted(screen: Screen, conference: str) -> None:
    """Make the conference's minutes once it is over; the one absentee stands in them only as a number."""
    screen.go(conference)
    screen.follow("Giấy tờ, bộ hồ sơ")
    screen.fill("Ốm, thai sản", 1)
    screen.fill("Lý do khác", 0)
    screen.press("Lập biên bản hội nghị")
    screen.sees("Lập lại biên bản")


def is_watched(observer: Screen, of_round: str) -> None:
    """Look at the round's progress: who came, never what they said; nothing to press."""
    observer.go(of_round)
    observer.follow("Lịch hội nghị của đợt")
    observer.follow("Tiến độ", exact=True)
    observer.sees("hội nghị đã bỏ phiếu xong", "Bảng này không có kết quả góp ý")
    assert staff_list.SCHOOL in observer.text
    assert observer.main.get_by_role("button").count() == 0
