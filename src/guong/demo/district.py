"""The invented district of the demo: fourteen wards, eighty public schools and three private ones, with their people.

Its lists are real XLSX files as the committee's office would gather them (`build_workbooks`); the register knows nothing
but what it reads from them. Which units are peculiar stands in the constants.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from guong.demo.people import StaffMember, distinct_names, school_people
from guong.demo.places import LEVELS, WARD_NAMES, SchoolLevel, school_name, ward_code
from guong.demo.wards import WardPeople, invent_ward

REFERENCE = date(2023, 5, 1)
TOO_NEW = ("MN-04", "MN-19", "TH-06", "TH-21", "CS-05", "CS-17")  # heads in post for less than six months
JUST_SIX_MONTHS = "MN-11"  # in post since the day that makes six months on the reference date
TWO_HEADS = ("MN-08", "TH-03", "TH-14", "CS-09")  # the cell's secretary is a deputy principal
NEW_SECRETARY = "TH-14"  # of its two heads only the principal is long enough in post
NO_HEAD = "CS-22"  # the principal retired on 31 March 2023, nobody follows yet
OF_DISTRICT = "CS-03"  # its cell belongs to the district committee itself, as one of 36 in seed 004
PRIVATE = ("MN-28", "TH-29", "CS-26")
BOTH, PRINCIPAL, SECRETARY = "Bí thư Chi bộ, Hiệu trưởng", "Hiệu trưởng", "Bí thư Chi bộ"
_RETIRED = date(2023, 3, 31)
_SIZES = (36, 60, 46)  # permanent staff of a public school: least, most, commonest


@dataclass(frozen=True)
class HeadLine:
    """Who leads a unit from a day on; ``until`` only where somebody else follows or nobody does."""

    full_name: str
    title: str
    since: date
    until: date | None = None


@dataclass(frozen=True)
class DistrictSchool:
    """A school with its list; people who lead it stand first on it."""

    code: str
    name: str
    level: SchoolLevel
    public: bool
    ward: str
    heads: tuple[HeadLine, ...]
    staff: tuple[StaffMember, ...]


@dataclass(frozen=True)
class DistrictWard:
    """A ward with its people."""

    code: str
    name: str
    people: WardPeople

    @property
    def heads(self) -> tuple[HeadLine, ...]:
        """Secretary and chair."""
        leaders = zip(self.people.office, self.people.since, strict=False)
        return tuple(HeadLine(one.full_name, one.position, since) for one, since in leaders)


@dataclass(frozen=True)
class District:
    """The whole district."""

    wards: tuple[DistrictWard, ...]
    schools: tuple[DistrictSchool, ...]


def invent_district(random: Random) -> District:
    """Return the district; the same for the same seed."""
    wards = tuple(
        DistrictWard(ward_code(place), f"Phường {name}", invent_ward(random))
        for place, name in enumerate(WARD_NAMES)
    )
    schools = tuple(
        _school(random, level, place) for level in LEVELS for place in range(level.public + level.private)
    )
    return District(wards, schools)


def _school(random: Random, level: SchoolLevel, place: int) -> DistrictSchool:
    code = f"{level.prefix}-{place + 1:02d}"
    public = code not in PRIVATE
    leading, before = distinct_names(random, 2, women=0.8)
    size = round(random.triangular(*_SIZES)) if public else random.randint(20, 30)
    people = school_people(
        random,
        positions=level.positions,
        permanent=size - 1,
        helpers=random.sample(level.helpers, random.randint(2, 4)),
        taken=(leading, before),
    )
    heads = _heads(random, code, leading, before, deputy=people[0].full_name)
    here = [] if code == NO_HEAD else [StaffMember(leading, _position(heads, leading), True, True)]
    return DistrictSchool(
        code,
        school_name(level, place),
        level,
        public,
        ward_code((place + len(level.name)) % len(WARD_NAMES)),
        heads,
        (*here, *people),
    )


def _heads(random: Random, code: str, leading: str, before: str, *, deputy: str) -> tuple[HeadLine, ...]:
    since = _summer(random)
    if code in TOO_NEW:
        since = date(2022, 12, 1) + timedelta(random.randrange(110))
        last_day = since - timedelta(1)
        return (
            HeadLine(before, BOTH, date(2016, 8, 15), last_day),
            HeadLine(leading, BOTH, since),
        )
    if code == JUST_SIX_MONTHS:
        return (HeadLine(leading, BOTH, date(2022, 11, 1)),)
    if code in TWO_HEADS:
        secretary_since = date(2023, 2, 1) if code == NEW_SECRETARY else _summer(random)
        return (HeadLine(leading, PRINCIPAL, since), HeadLine(deputy, SECRETARY, secretary_since))
    if code == NO_HEAD:
        return (HeadLine(before, BOTH, since, _RETIRED),)
    return (HeadLine(leading, BOTH, since),)


def _summer(random: Random) -> date:
    """Return a day on which principals are commonly appointed, years before the reference date."""
    return date(random.randint(2016, 2021), random.choice((8, 9)), random.choice((1, 15)))


def _position(heads: tuple[HeadLine, ...], name: str) -> str:
    return next(head.title for head in heads if head.full_name == name)
