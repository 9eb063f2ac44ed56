"""The people of a unit: a school's staff list, a ward's five classes."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db.models import QuerySet

from guong.core.eligibility import Employment, VoterClass
from guong.core.wording import folded
from guong.office.registry.models import Person, Post, StaffEntry, Unit, WardClass, WardEntry

INVENTED = "THỬ-"  # the code of people made up for a rehearsal begins so


@dataclass(frozen=True)
class WardVoter:
    """A person of a ward, once, with every class; ``position`` joins what the person does in each of them.

    ``areas`` are the neighbourhoods and cells; ``employment`` is known only for the ward's office.
    """

    person: Person
    classes: tuple[VoterClass, ...]
    position: str
    areas: tuple[str, ...] = ()
    employment: Employment | None = None


@dataclass
class _Gathered:
    person: Person
    classes: list[VoterClass] = field(default_factory=list)
    positions: list[str] = field(default_factory=list)
    areas: list[str] = field(default_factory=list)
    employment: Employment | None = None


_ORDER = {voter_class: place for place, voter_class in enumerate(VoterClass)}


def invented_beside(*, post: Post) -> QuerySet[Person]:
    """Return the people invented together with the holder of a rehearsal's post, the holder too, in the order of inventing.

    Raises ValueError for a post whose holder's code isn't one of a rehearsal.
    """
    if not post.person.code.startswith(INVENTED):
        raise ValueError("the holder of this post was not invented")
    return Person.objects.filter(code=post.person.code).order_by("pk")


def staff_of(*, unit: Unit) -> QuerySet[StaffEntry]:
    """Return the active lines of a unit's staff list in the order of the list."""
    return StaffEntry.objects.filter(unit=unit, active=True).select_related("person").order_by("id")


def ward_classes_of(*, unit: Unit) -> QuerySet[WardEntry]:
    """Return the active lines of a ward's classes other than its office, in the order of the list."""
    return WardEntry.objects.filter(unit=unit, active=True).select_related("person").order_by("id")


def ward_voters(*, unit: Unit) -> list[WardVoter]:
    """Return the people of a ward's five classes, each person once, in two queries.

    In the order of the plan's classes (`core.eligibility.VoterClass`) and, inside a class, of the ward's list; who
    stands in two classes stands in the first of them. Whether the person is on a roll says
    `core.eligibility.ward_off_roll_reason`.
    """
    gathered: dict[int, _Gathered] = {}
    for voter_class, entry in sorted(_lines(unit), key=lambda line: (_ORDER[line[0]], line[1].pk)):
        one = gathered.setdefault(entry.person_id, _Gathered(entry.person))
        one.classes.append(voter_class)
        _add(one.positions, _position(entry))
        if isinstance(entry, WardEntry):
            _add(one.areas, entry.area)
        else:
            one.employment = Employment(entry.employment)
    return [
        WardVoter(one.person, tuple(one.classes), "; ".join(one.positions), tuple(one.areas), one.employment)
        for one in gathered.values()
    ]


def _lines(unit: Unit) -> Iterator[tuple[VoterClass, StaffEntry | WardEntry]]:
    for entry in ward_classes_of(unit=unit):
        yield VoterClass(entry.ward_class), entry
    for staff in staff_of(unit=unit):
        yield VoterClass.OFFICE, staff


def _position(entry: StaffEntry | WardEntry) -> str:
    if isinstance(entry, StaffEntry):
        return entry.position
    if not entry.position:
        return ward_post(WardClass(entry.ward_class), entry.area)
    here = not entry.area or entry.area.casefold() in entry.position.casefold()
    return entry.position if here else f"{entry.position}, {entry.area}"


def ward_post(ward_class: WardClass, area: str) -> str:
    """Return what a person of a class is called in a list: ``Bí thư chi bộ 5``, ``Tổ trưởng tổ dân phố số 5``."""
    label = str(ward_class.label)
    if not area or ward_class is WardClass.COMMITTEE:
        return label
    start = _BEFORE_AREA[ward_class]
    plain = folded(area)
    if plain.startswith(("chi bo", "to dan pho", "to ")):
        return f"{start} {area[0].lower()}{area[1:]}"
    return f"{label} {area}" if area.isdecimal() else f"{label}, {area}"


_BEFORE_AREA = {
    WardClass.CELL_SECRETARY: "Bí thư",
    WardClass.NEIGHBOURHOOD_HEAD: "Tổ trưởng",
    WardClass.FRONT_HEAD: "Trưởng ban công tác mặt trận",
}


def _add(words: list[str], word: str) -> None:
    if word and word not in words:
        words.append(word)
