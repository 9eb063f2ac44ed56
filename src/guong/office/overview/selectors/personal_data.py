"""Of whom this installation holds what: after a breach, and for the person who asks (security.md §2 nos. 87, 89)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from guong.core.personal_data import KIND_BY_KEY, Held, Kind
from guong.office.accounts.models import User
from guong.office.accounts.selectors import all_accounts
from guong.office.conferences.selectors import held_about_by_conferences, held_by_conferences
from guong.office.registry.models import Person
from guong.office.registry.selectors import (
    held_about_in_register,
    held_in_register,
    person_of,
    units_by_officer,
)
from guong.office.remediation.selectors import held_in_plans

_NO_UNIT = "không thuộc đơn vị nào"


@dataclass(frozen=True)
class Line:
    """One thing held about a person; ``over_on`` is the day on which it ends, None while no time runs."""

    kind: Kind
    unit: str
    what: str
    over_on: date | None


@dataclass(frozen=True)
class PersonsData:
    """Everything held about one person, without attendance and without any answer."""

    name: str
    lines: tuple[Line, ...]


def personal_data_held() -> list[Held]:
    """Return everyone by unit: register, rolls, boards, people asked about, their plans, accounts. Nobody's attendance, nobody's answer."""
    users = list(all_accounts())
    return [*held_in_register(), *held_by_conferences(), *held_in_plans(), *_accounts(users)]


def data_of_person(*, person: Person) -> PersonsData:
    """Return what is held about a person of the register."""
    held = [
        *held_about_in_register(person_id=person.pk),
        *held_about_by_conferences(person_id=person.pk),
        *held_in_plans(person_id=person.pk),
    ]
    return PersonsData(person.full_name, _lines(held))


def data_of_officer(*, user: User) -> PersonsData:
    """Return what is held about whoever is signed in: the account, and the person of the register whose account it is."""
    person = person_of(user=user)
    lines = data_of_person(person=person).lines if person else ()
    units = ", ".join(one.unit for one in _accounts([user]))
    account = Line(KIND_BY_KEY["accounts"], units, user.username, None)
    return PersonsData(user.full_name, (account, *lines))


def _accounts(users: list[User]) -> list[Held]:
    units = units_by_officer(users=users)
    held = []
    for user in users:
        places = [(unit.key, unit.name) for unit in units.get(user.pk, [])] or [("", _NO_UNIT)]
        held += [
            Held("accounts", key, name, user.full_name, user.username, since=user.locked_on)
            for key, name in places
        ]
    return held


def _lines(held: Iterable[Held]) -> tuple[Line, ...]:
    return tuple(Line(KIND_BY_KEY[one.kind], one.unit, one.what, one.over_on()) for one in held)
