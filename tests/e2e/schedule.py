"""The round's calendar: its one conference, made and staffed."""

from tests.e2e import staff_list
from tests.e2e.screens import Screen

CHAIR, CLERK = "Ninh Văn Sóng Cả", "Vương Thị Thuỷ Triều"
SENT = (
    ("Phụ trách", "Vương Thị Thuỷ Triều", "Ban Tổ chức Quận uỷ"),
    ("Đại biểu giám sát", "Chử Văn Con Nước", "Uỷ ban Kiểm tra Quận uỷ"),
)


def is_made(screen: Screen, of_round: str) -> str:
    """Make the conference of the drawn school as the program proposes it; returns the conference's address."""
    screen.go(of_round)
    screen.follow("Lịch hội nghị của đợt")
    screen.follow("Lập 1 hội nghị")
    assert staff_list.OTHER_SCHOOL not in screen.text
    screen.fill("Chủ trì", CHAIR)
    screen.fill("Thư ký", CLERK)
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
