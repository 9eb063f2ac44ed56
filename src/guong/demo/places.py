"""Invented places of the demo: fourteen wards and the schools of three levels, none of them a real one of the seeds."""

from dataclasses import dataclass

LEAD_BODY = ("Q-LB", "Quận uỷ Long Biên")
WARD_NAMES = (
    "Bến Đá",
    "Bãi Dâu",
    "Cầu Mây",
    "Chợ Đình",
    "Đồng Lau",
    "Gò Sen",
    "Hạ Dương",
    "Hồ Sậy",
    "Làng Gốm",
    "Núi Voi",
    "Tân Lúa",
    "Thượng Lâu",
    "Vườn Chè",
    "Yên Gạch",
)
SCHOOL_NAMES = (
    "Hoa Sen",
    "Nắng Mai",
    "Hoa Cúc",
    "Sơn Ca",
    "Bằng Lăng",
    "Hoa Ban",
    "Cánh Diều",
    "Sao Mai",
    "Đồng Xanh",
    "Hoạ Mi",
    "Phượng Vĩ",
    "Bình Minh",
    "Hoa Đào",
    "Vành Khuyên",
    "Tre Xanh",
    "Ánh Dương",
    "Hoa Gạo",
    "Chim Én",
    "Suối Trong",
    "Ban Mai",
    "Lúa Vàng",
    "Hải Âu",
    "Trăng Non",
    "Rừng Cọ",
    "Hoa Mai",
    "Cầu Vồng",
    "Bồ Câu",
    "Đồi Thông",
    "Sao Khuê",
    "Sông Xanh",
)


@dataclass(frozen=True)
class SchoolLevel:
    """A level: prefix of its schools' codes, its name in lists, the words before a school's name, how many there are.

    ``shift`` keeps namesakes of two levels apart; ``positions`` are held by one person each, ``helpers`` work on contract.
    """

    prefix: str
    name: str
    title: str
    public: int
    private: int
    shift: int
    positions: tuple[str, ...]
    helpers: tuple[str, ...]


_OFFICE = ("Nhân viên kế toán", "Nhân viên văn thư, thủ quỹ", "Nhân viên y tế")
_CLEANERS = ("Nhân viên bảo vệ", "Nhân viên bảo vệ", "Nhân viên phục vụ", "Giáo viên")
LEVELS = (
    SchoolLevel(
        "MN",
        "Mầm non",
        "Trường Mầm non",
        27,
        1,
        1,
        (
            *["Phó Hiệu trưởng"] * 2,
            *["Tổ trưởng chuyên môn"] * 3,
            *["Nhân viên nuôi dưỡng"] * 6,
            *_OFFICE,
        ),
        ("Nhân viên nuôi dưỡng", *_CLEANERS),
    ),
    SchoolLevel(
        "TH",
        "Tiểu học",
        "Trường Tiểu học",
        28,
        1,
        0,
        (
            *["Phó Hiệu trưởng"] * 2,
            *["Tổ trưởng chuyên môn"] * 5,
            "Tổng phụ trách Đội",
            *_OFFICE,
            "Nhân viên thư viện",
        ),
        (*_CLEANERS, "Nhân viên phục vụ"),
    ),
    SchoolLevel(
        "CS",
        "THCS",
        "Trường THCS",
        25,
        1,
        11,
        (
            *["Phó Hiệu trưởng"] * 2,
            *["Tổ trưởng chuyên môn"] * 4,
            "Tổng phụ trách Đội",
            *_OFFICE,
            "Nhân viên thư viện",
            "Nhân viên thiết bị, thí nghiệm",
        ),
        (*_CLEANERS, "Nhân viên phục vụ"),
    ),
)


def ward_code(place: int) -> str:
    """Return a ward's code; places count from 0."""
    return f"P-{place + 1:02d}"


def school_name(level: SchoolLevel, place: int) -> str:
    """Return a school's name; places count from 0, public schools first."""
    return f"{level.title} {SCHOOL_NAMES[(place + level.shift) % len(SCHOOL_NAMES)]}"
