"""When a round's conferences meet, and what can't be at one time (seed 000: fifteen schools from Monday to Friday)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from itertools import combinations

HOURS = (time(8), time(10), time(14))
"""The hours offered in a day: officers hold three conferences, with time to reach the next place."""

LASTS = timedelta(hours=2)
"""Two conferences whose beginnings lie closer than this are held at one time."""

SATURDAY, SUNDAY = 5, 6


@dataclass(frozen=True)
class Slot:
    """A day and an hour at which a conference may begin."""

    day: date
    hour: time


@dataclass(frozen=True)
class TooShort:
    """The round has not enough days; ``fits`` conferences find a place in it."""

    fits: int


@dataclass(frozen=True)
class Meeting:
    """A conference as a calendar sees it: its key, beginning, place, and who is sent there (printed names with body)."""

    key: str
    begins: datetime
    place: str
    people: tuple[str, ...] = ()


class ClashKind(Enum):
    """What two conferences can't have at one time."""

    PLACE = "place"
    PERSON = "person"


@dataclass(frozen=True)
class Clash:
    """Two conferences at one time in one place, or with one person at both; ``what`` is printed, keys in time order."""

    kind: ClashKind
    what: str
    first: str
    second: str


def proposed(begins_on: date, ends_on: date, count: int) -> tuple[Slot, ...] | TooShort:
    """Return ``count`` slots from the first day on, three a day, so that free days stay at the end.

    Monday to Friday; Saturdays too where those don't suffice; never a Sunday. Raises ValueError for a round that ends
    before it begins or a negative count.
    """
    if ends_on < begins_on or count < 0:
        raise ValueError("a round has a first and a last day, and no negative number of conferences")
    days = [begins_on + timedelta(days=n) for n in range((ends_on - begins_on).days + 1)]
    for latest in (SATURDAY, SUNDAY):
        slots = tuple(Slot(day, hour) for day in days if day.weekday() < latest for hour in HOURS)
        if count <= len(slots):
            return slots[:count]
    return TooShort(len(slots))


def clashes(meetings: Iterable[Meeting]) -> tuple[Clash, ...]:
    """Return every pair of meetings at one time that share a place or a person, in time order."""
    ordered = sorted(meetings, key=lambda meeting: (meeting.begins, meeting.key))
    found: list[Clash] = []
    for first, second in combinations(ordered, 2):
        if second.begins - first.begins < LASTS:
            found += _shared(first, second)
    return tuple(found)


def _shared(first: Meeting, second: Meeting) -> list[Clash]:
    keys = (first.key, second.key)
    there = {_plain(name) for name in second.people}
    same = [name for name in _once(first.people) if _plain(name) in there]
    found = [Clash(ClashKind.PERSON, name, *keys) for name in same]
    if _plain(first.place) and _plain(first.place) == _plain(second.place):
        found.insert(0, Clash(ClashKind.PLACE, first.place, *keys))
    return found


def _once(names: Sequence[str]) -> list[str]:
    return list({_plain(name): name for name in names}.values())


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
