"""An invented draw of eighty-one schools, and its papers, for tests and for the gallery; no school here exists."""

from dataclasses import replace
from datetime import date, datetime

from guong.core.documents.draw_minutes import DrawMinutes, draw_minutes
from guong.core.documents.draw_notice import DrawNotice, draw_notice
from guong.core.documents.draw_replacement import DrawReplacement, draw_replacement
from guong.core.documents.model import Document, Letterhead, Profile, Signature
from guong.core.documents.parties import Person
from guong.core.draw import (
    Draw,
    Frame,
    LevelTerms,
    Method,
    School,
    Terms,
    draw_by_hand,
    draw_by_numbers,
    freeze_frame,
)
from guong.paper.lots import LotBox, lot_sheet_pdf

RULES = "Góp ý người đứng đầu, bản 2023-1"
HELD_ON = date(2023, 4, 20)
FLOWERS = (
    "Hoa Mai", "Hoa Đào", "Hoa Cúc", "Hoa Ban", "Hoa Sứ", "Hoa Lan", "Hoa Huệ", "Hoa Nhài", "Hoa Sim",
    "Hướng Dương", "Phượng Vỹ", "Bằng Lăng", "Thạch Thảo", "Tường Vi", "Mẫu Đơn", "Ngọc Lan", "Thuỷ Tiên", "Trà My",
    "Mộc Miên", "Hải Đường", "Dạ Hương", "Cẩm Tú", "Lưu Ly", "Anh Thảo", "Thiên Lý", "Thược Dược", "Đỗ Quyên",
)  # fmt: skip
LEVELS = (
    LevelTerms("preschool", "Mầm non", 5, 2),
    LevelTerms("primary", "Tiểu học", 5, 2),
    LevelTerms("lower_secondary", "Trung học cơ sở", 5, 2),
)
PREFIXES = {"preschool": "MN", "primary": "TH", "lower_secondary": "CS"}
LEFT_OUT: dict[str, dict[str, object]] = {
    "MN-04": {"heads_since": (date(2023, 1, 3),)},
    "MN-19": {"public": False},
    "TH-08": {"heads_since": (date(2022, 12, 1),)},
    "TH-21": {"heads_since": ()},
    "CS-02": {"closed_on": date(2022, 8, 31)},
}
HANDS = (
    Person("Đàm Thị Ngân Hà", "Hội Cựu giáo chức quận"),
    Person("Triệu Văn Đức", "Uỷ ban Mặt trận Tổ quốc quận"),
    Person("Kiều Mạnh Ước", "Liên đoàn Lao động quận"),
)
CONTRIBUTIONS = ("Sông Hồng 17", "Năm con cò trắng, 2 con bay", "8 giờ 05, trời mưa nhỏ")


def schools() -> list[School]:
    """Twenty-seven schools at each level, five of all left out, and one of no level."""
    made = [School("TT-01", "Trung tâm Hoa Xuyến Chi", None, heads_since=(date(2020, 9, 1),))]
    for level in LEVELS:
        for number, flower in enumerate(FLOWERS, 1):
            unit = f"{PREFIXES[level.key]}-{number:02d}"
            values: dict[str, object] = {"heads_since": (date(2019, 8, 1),)} | LEFT_OUT.get(unit, {})
            made.append(School(unit, f"Trường {level.name} {flower}", level.key, **values))  # type: ignore[arg-type]
    return made


def frame(method: Method = Method.CUSTOM) -> Frame:
    """The frozen frame."""
    frozen = freeze_frame(Terms("4Q7ZK2M8XA", "167-KH/QU", date(2023, 5, 15), method, LEVELS), schools())
    assert isinstance(frozen, Frame)
    return frozen


def draw(method: Method = Method.CUSTOM) -> Draw:
    """The finished draw; by hand, every third school leaves the box."""
    frozen = frame(method)
    lots = {level.terms.key: [entry.unit for entry in level.units[2:23:3]] for level in frozen.levels}
    made = draw_by_hand(frozen, lots) if method is Method.CUSTOM else draw_by_numbers(frozen, CONTRIBUTIONS)
    assert isinstance(made, Draw)
    return made


def given_minutes(method: Method = Method.CUSTOM) -> DrawMinutes:
    """What the minutes say."""
    return DrawMinutes(
        letterhead=_letterhead("Số 05-BB/BTG"),
        draw=draw(method),
        began=datetime(2023, 4, 20, 8, 30),
        ended=datetime(2023, 4, 20, 9, 15),
        place="Hội trường tầng 2, trụ sở Quận uỷ",
        chair=Person("Đỗ Quang Ẩn", "Phó Trưởng ban Tuyên giáo Quận uỷ"),
        clerk=Person("Lương Mỹ Duyên", "Chuyên viên Ban Tuyên giáo Quận uỷ"),
        witnesses=(
            Person("Quách Thị Tường An", "Phó Trưởng phòng Nội vụ"),
            Person("Mạc Đình Uyên", "Phó Trưởng phòng Giáo dục và Đào tạo"),
        ),
        hands=HANDS if method is Method.COMPUTED else HANDS[:1],
        copies=4,
        rule_set=RULES,
        recipients=(
            "Ban Thường vụ Quận uỷ (để báo cáo),",
            "Phòng Nội vụ,",
            "Phòng Giáo dục và Đào tạo,",
            "Lưu.",
        ),
    )


def minutes(method: Method = Method.CUSTOM) -> Document:
    """The minutes."""
    return draw_minutes(given_minutes(method))


def notice() -> Document:
    """The notice of the result."""
    return draw_notice(
        DrawNotice(
            letterhead=_letterhead("Số 41-TB/BTG"),
            draw=draw(),
            held_on=HELD_ON,
            place="trụ sở Quận uỷ",
            minutes="Biên bản số 05-BB/BTG",
            requests=(
                "Chi bộ các trường trúng thăm gửi danh sách cán bộ, viên chức, người lao động trong biên chế về Ban "
                "Tuyên giáo Quận uỷ trước ngày 28/4/2023.",
                "Phòng Giáo dục và Đào tạo thông báo tới các trường trúng thăm và dự phòng.",
            ),
            signature=Signature(
                "PHÓ TRƯỞNG BAN", ("Đỗ Quang Ẩn",), authority="T/M BAN TUYÊN GIÁO QUẬN UỶ", hint=""
            ),
            rule_set=RULES,
            recipients=("Ban Thường vụ Quận uỷ (để báo cáo),", "Chi bộ các trường có tên,", "Lưu."),
        )
    )


def given_replacement() -> DrawReplacement:
    """What the record of a replacement says: the first reserve takes the place of the second primary school."""
    return DrawReplacement(
        letterhead=replace(_letterhead("Số 06-BB/BTG"), day=date(2023, 4, 24)),
        frame=frame(),
        level="primary",
        out="TH-06",
        place=2,
        reserve="TH-19",
        reserve_place=1,
        standing=("TH-03", "TH-19", "TH-10", "TH-13", "TH-16"),
        reason="Trường sáp nhập từ ngày 01/5/2023, không còn người đứng đầu.",
        decided_by=Person("Đỗ Quang Ẩn", "Phó Trưởng ban Tuyên giáo Quận uỷ"),
        clerk=Person("Lương Mỹ Duyên", "Chuyên viên Ban Tuyên giáo Quận uỷ"),
        held_on=HELD_ON,
        minutes="Biên bản số 05-BB/BTG",
        rule_set=RULES,
        recipients=("Ban Thường vụ Quận uỷ (để báo cáo),", "Các trường có tên,", "Lưu."),
    )


def replacement() -> Document:
    """The record of a replacement."""
    return draw_replacement(given_replacement())


def lots() -> bytes:
    """The lots to print, one for each eligible school."""
    boxes = [LotBox(level.terms.name, tuple(entry.name for entry in level.units)) for level in frame().levels]
    return lot_sheet_pdf(boxes, plan="167-KH/QU")


def _letterhead(number: str) -> Letterhead:
    return Letterhead(Profile.PARTY, "Quận uỷ Long Biên", "Ban Tuyên giáo", "Long Biên", HELD_ON, number)
