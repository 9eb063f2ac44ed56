"""Invented people for the demo: common Vietnamese names put together by a seeded draw."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

_FAMILY = [
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
    "Phan",
    "Ngô",
    "Lưu",
    "Đoàn",
    "Trịnh",
    "Mai",
]
_SHARES = (26, 11, 9, 7, 5, 5, 4, 4, 4, 3, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2)  # Nguyễn and Trần stay the commonest
_WOMEN = (
    ["Thị", "Thanh", "Thu", "Ngọc", "Minh", "Phương", "Khánh", "Diệu", "Hồng", "Kim", "Mai", "Bích"],
    [
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
        "Lan",
        "Huệ",
        "Loan",
        "Nga",
        "Hoa",
        "Xuyến",
        "Thoa",
        "Liên",
    ],
)
_MEN = (
    ["Văn", "Đình", "Quốc", "Hữu", "Gia", "Minh", "Trọng", "Xuân", "Ngọc", "Đức"],
    [
        "Sơn",
        "Khải",
        "Tùng",
        "Bách",
        "Hiếu",
        "Lâm",
        "Phúc",
        "Thịnh",
        "Vinh",
        "Huân",
        "Toản",
        "Cường",
        "Dũng",
        "Hưng",
        "Khánh",
        "Long",
        "Nam",
        "Quý",
        "Tiến",
        "Thuận",
    ],
)
_POSITIONS = ("Giáo viên", "Giáo viên", "Giáo viên", "Giáo viên", "Tổ trưởng chuyên môn", "Nhân viên văn thư")


@dataclass(frozen=True)
class StaffMember:
    """One line of a staff list."""

    full_name: str
    position: str
    permanent: bool
    party_member: bool


def staff(random: Random, *, permanent: int, contract: int) -> list[StaffMember]:
    """Return that many people with distinct names, permanent staff first; roughly eight in ten are women."""
    names = distinct_names(random, permanent + contract, women=0.8)
    return [
        StaffMember(name, _position(place, random), place < permanent, random.random() < 0.6)
        for place, name in enumerate(names)
    ]


def distinct_names(random: Random, count: int, *, women: float, taken: Iterable[str] = ()) -> list[str]:
    """Return ``count`` names that differ from one another and from those ``taken``; ``women`` is a share, 0 to 1."""
    used = {name.casefold() for name in taken}
    names: list[str] = []
    while len(names) < count:
        name = _name(random, women)
        if name.casefold() not in used:
            used.add(name.casefold())
            names.append(name)
    return names


def school_people(
    random: Random, *, positions: Sequence[str], permanent: int, helpers: Sequence[str], taken: Iterable[str]
) -> list[StaffMember]:
    """Return a school's staff without its heads: ``positions`` once each, then teachers, then ``helpers`` on contract.

    ``permanent`` people in all are permanent; nearly six in ten of them are Party members, managers always.
    """
    names = distinct_names(random, permanent + len(helpers), women=0.85, taken=taken)
    work = [*positions, *["Giáo viên"] * (permanent - len(positions))]
    return [
        StaffMember(name, position, True, position.startswith("Phó Hiệu trưởng") or random.random() < 0.57)
        for name, position in zip(names, work, strict=False)
    ] + [StaffMember(name, work, False, False) for name, work in zip(names[permanent:], helpers, strict=True)]


def _name(random: Random, women: float) -> str:
    middle, given = _WOMEN if random.random() < women else _MEN
    return f"{random.choices(_FAMILY, _SHARES)[0]} {random.choice(middle)} {random.choice(given)}"


def _position(place: int, random: Random) -> str:
    return "Phó Hiệu trưởng" if place < 2 else random.choice(_POSITIONS)
