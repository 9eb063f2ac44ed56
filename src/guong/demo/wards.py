"""The invented people of a ward: office, committee, and what stands at the head of each neighbourhood."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from guong.demo.people import StaffMember, distinct_names

COMMITTEE = "Uỷ viên Ban Chấp hành Đảng bộ phường"
CELL_SECRETARY = "Bí thư chi bộ trực thuộc"
NEIGHBOURHOOD_HEAD = "Tổ trưởng tổ dân phố"
FRONT_HEAD = "Trưởng ban công tác mặt trận tổ dân phố"
SECRETARY, CHAIR = "Bí thư Đảng uỷ phường", "Chủ tịch UBND phường"
_LEADERS = (
    SECRETARY,
    CHAIR,
    "Phó Bí thư Thường trực Đảng uỷ phường",
    "Phó Chủ tịch UBND phường",
    "Phó Chủ tịch UBND phường",
    "Chủ tịch Uỷ ban MTTQ phường",
    "Chủ tịch Hội Liên hiệp Phụ nữ phường",
    "Chỉ huy trưởng Ban Chỉ huy Quân sự phường",
)
_OFFICE = (
    "Công chức Văn phòng – Thống kê",
    "Công chức Tư pháp – Hộ tịch",
    "Công chức Tài chính – Kế toán",
    "Công chức Địa chính – Xây dựng",
    "Công chức Văn hoá – Xã hội",
    "Bí thư Đoàn phường",
    "Chủ tịch Hội Cựu chiến binh phường",
    "Cán bộ không chuyên trách",
)
_CONTRACT = ("Nhân viên tạp vụ", "Nhân viên bảo vệ", "Nhân viên văn thư hợp đồng")


@dataclass(frozen=True)
class ClassLine:
    """A line of the ward's list: a person in a class, with the neighbourhood or cell."""

    full_name: str
    ward_class: str
    position: str
    area: str


@dataclass(frozen=True)
class WardPeople:
    """The office's staff list (secretary and chair first), the lines of the other classes, since when the two lead."""

    office: tuple[StaffMember, ...]
    classes: tuple[ClassLine, ...]
    since: tuple[date, date]


def invent_ward(random: Random) -> WardPeople:
    """Return a ward of 60 to 90 people, some of whom stand in two classes."""
    neighbourhoods = random.randint(15, 20)
    office_size, contract = random.randint(20, 24), random.randint(2, 3)
    names = distinct_names(random, office_size + contract + 3 * neighbourhoods, women=0.5)
    permanent = names[:office_size]
    work = [*_LEADERS, *(_OFFICE[place % len(_OFFICE)] for place in range(office_size - len(_LEADERS)))]
    office = [
        StaffMember(name, position, True, place < len(_LEADERS) or random.random() < 0.8)
        for place, (name, position) in enumerate(zip(permanent, work, strict=True))
    ]
    hired = zip(names[office_size : office_size + contract], _CONTRACT, strict=False)
    office += [StaffMember(name, position, False, False) for name, position in hired]
    outside = names[office_size + contract :]
    heads = _neighbourhoods(random, outside, neighbourhoods)
    committee = [*office[: len(_LEADERS)], *random.sample(office[len(_LEADERS) : office_size], 3)]
    lines = [ClassLine(one.full_name, COMMITTEE, one.position, "") for one in committee]
    secretaries = [line for line in heads if line.ward_class == CELL_SECRETARY]
    lines += [
        ClassLine(one.full_name, COMMITTEE, "Uỷ viên Ban Chấp hành", "")
        for one in random.sample(secretaries, 4)
    ]
    first, second = sorted((_since(random), _since(random)))
    return WardPeople(tuple(office), (*lines, *heads), (first, second))


def _neighbourhoods(random: Random, names: list[str], count: int) -> list[ClassLine]:
    """Return cell secretaries, then heads, then heads of the Front's boards; in some places one person is two of them."""
    secretaries, heads, fronts = names[:count], names[count : 2 * count], names[2 * count :]
    for place in random.sample(range(count), 3):
        heads[place] = secretaries[place]
    for place in random.sample([place for place in range(count) if heads[place] != secretaries[place]], 2):
        fronts[place] = secretaries[place]
    places = range(count)
    return [
        *[ClassLine(secretaries[place], CELL_SECRETARY, "", f"Chi bộ {place + 1}") for place in places],
        *[ClassLine(heads[place], NEIGHBOURHOOD_HEAD, "", f"Tổ dân phố số {place + 1}") for place in places],
        *[ClassLine(fronts[place], FRONT_HEAD, "", f"Tổ dân phố số {place + 1}") for place in places],
    ]


def _since(random: Random) -> date:
    """Return a day between the ward congresses of 2020 and the summer of 2022."""
    return date(2020, 5, 20) + timedelta(random.randrange(760))
