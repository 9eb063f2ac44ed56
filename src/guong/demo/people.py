"""Invented people for the demo: common Vietnamese names put together by a seeded draw."""

from dataclasses import dataclass
from random import Random

_FAMILY = (
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Vũ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Dương",
    "Đinh",
    "Tạ",
    "Cao",
    "Lại",
)
_WOMEN = (
    ("Thị", "Thanh", "Thu", "Ngọc", "Minh", "Phương", "Khánh", "Diệu"),
    (
        "Hạnh",
        "Yến",
        "Trâm",
        "Nhàn",
        "Quyên",
        "Thảo",
        "Ly",
        "Vân",
        "Hiền",
        "Duyên",
        "Mơ",
        "Ngân",
        "Tuyết",
        "Oanh",
    ),
)
_MEN = (
    ("Văn", "Đình", "Quốc", "Hữu", "Gia", "Minh", "Trọng"),
    ("Sơn", "Khải", "Tùng", "Bách", "Hiếu", "Lâm", "Phúc", "Thịnh", "Vinh", "Huân"),
)
_POSITIONS = ("Giáo viên", "Giáo viên", "Giáo viên", "Giáo viên", "Tổ trưởng chuyên môn", "Nhân viên văn thư")


@dataclass(frozen=True)
class StaffMember:
    """One line of a school's staff list."""

    full_name: str
    position: str
    permanent: bool
    party_member: bool


def staff(random: Random, *, permanent: int, contract: int) -> list[StaffMember]:
    """Return that many people with distinct names, permanent staff first; roughly eight in ten are women."""
    names: list[str] = []
    while len(names) < permanent + contract:
        name = _name(random)
        if name not in names:
            names.append(name)
    return [
        StaffMember(name, _position(place, random), place < permanent, random.random() < 0.6)
        for place, name in enumerate(names)
    ]


def _name(random: Random) -> str:
    middle, given = _WOMEN if random.random() < 0.8 else _MEN
    return f"{random.choice(_FAMILY)} {random.choice(middle)} {random.choice(given)}"


def _position(place: int, random: Random) -> str:
    return "Phó Hiệu trưởng" if place < 2 else random.choice(_POSITIONS)
