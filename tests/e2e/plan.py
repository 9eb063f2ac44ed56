"""The organiser's plan: from the template to the issued paper, one round left in it."""

from pathlib import Path

from tests.e2e.days import sitting_day
from tests.e2e.screens import Screen, next_act

NUMBER = "21-KH/QU"
SIGNER = "Ninh Văn Sóng Cả"
SCHOOLS, WARDS = "Đợt các trường học", "Đợt các phường"
_OTHERS = ("Mầm non", "THCS")


def is_made_from_the_template(screen: Screen, folder: Path) -> str:
    """Make the plan, its one round, its rules; issue it. Returns the round's address."""
    assert "Bắt đầu từ kế hoạch" in next_act(screen)
    screen.follow("Lập kế hoạch")
    screen.follow("Lập kế hoạch từ mẫu")
    screen.fill("Năm", sitting_day().year)
    screen.press("Lập kế hoạch")
    screen.sees("Chỉ còn điền số, ngày và người ký")
    screen.fill("Số, ký hiệu", NUMBER)
    screen.fill("Ngày ban hành", sitting_day().isoformat())
    screen.fill("Họ tên người ký", SIGNER)
    screen.fill("Cơ quan cấp trên in ở đầu văn bản", "THÀNH UỶ BẾN NƯỚC")
    screen.press("Lưu")
    plan = screen.page.url
    _keeps_one_round(screen, plan)
    address = _dates_the_round(screen, plan)
    _sets_the_rules(screen, plan)
    _issues(screen, plan, folder)
    return address


def _keeps_one_round(screen: Screen, plan: str) -> None:
    screen.go(plan)
    screen.follow(WARDS)
    screen.follow("Sửa đợt")
    screen.press("Bỏ đợt này")
    screen.sees("Đã bỏ đợt")


def _dates_the_round(screen: Screen, plan: str) -> str:
    day = sitting_day().isoformat()
    screen.go(plan)
    screen.follow(SCHOOLS)
    address = "/" + screen.page.url.split("/", 3)[3]
    screen.follow("Sửa đợt")
    for label in ("Từ ngày", "Đến ngày", "Ngày tính thời gian giữ chức vụ", "Ngày mở hòm phiếu"):
        screen.fill(label, day)
    screen.fill("Nơi mở hòm phiếu", "Trụ sở Quận uỷ")
    screen.press("Lưu")
    screen.sees("Đã lưu đợt")
    return address


def _sets_the_rules(screen: Screen, plan: str) -> None:
    """One primary school, none of the other levels, no reserve; a threshold below five is refused first."""
    screen.go(plan)
    screen.follow("Quy tắc áp dụng")
    for level in _OTHERS:
        screen.fill(f"{level}: số trường gắp thăm", 0)
        screen.fill(f"{level}: số dự phòng", 0)
    screen.fill("Tiểu học: số trường gắp thăm", 1)
    screen.fill("Tiểu học: số dự phòng", 0)
    screen.fill("Công bố kết quả của nhóm từ", 4)
    screen.press("Lưu")
    screen.fill("Công bố kết quả của nhóm từ", 5)
    screen.press("Lưu")
    screen.sees("Đã lưu")


def _issues(screen: Screen, plan: str, folder: Path) -> None:
    screen.go(plan)
    screen.sees("Đã đủ để ban hành")
    screen.follow("Ban hành", exact=True)
    screen.press("Ban hành", exact=True)
    screen.sees("Đã ban hành kế hoạch", "Bản 1")
    assert screen.take("PDF", folder).read_bytes().startswith(b"%PDF")
    assert screen.take("Word", folder).read_bytes().startswith(b"PK")
