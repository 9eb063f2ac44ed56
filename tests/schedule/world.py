"""An invented campaign: fifteen drawn schools in three wards, fourteen wards, a plan of two rounds, its officers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.test import Client
from django.urls import reverse

from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.conferences.details import Officials, Sitting
from guong.office.conferences.models import Conference
from guong.office.plans.models import Round
from guong.office.registry.models import Level, Person, Post, StaffEntry, Unit
from guong.office.registry.services import ensure_unit
from guong.office.schedule import selectors, services
from guong.office.schedule.details import Planned
from tests.conferences.world import good, officer
from tests.draws import world as draws

OFFICIALS = Officials("Tạ Thị Lan Chi", "Vũ Đình Khải", "Trưởng Ban Tuyên giáo", "Chuyên viên")
MONDAY = date(2023, 5, 15)
STAFF = 6
WARDS = 14
SINCE = date(2020, 8, 1)


@dataclass
class Campaign:
    """The lead body, its organiser, both rounds of the plan."""

    body: Unit
    organiser: User
    schools: Round
    wards: Round


def campaign() -> Campaign:
    """Draw the schools, lay them into wards, give each six people on its staff list."""
    world = draws.district()
    draws.drawn(world)
    wards = [_ward(world.body, number) for number in range(1, WARDS + 1)]
    rounds = list(world.round.plan.rounds.all())
    made = Campaign(world.body, world.organiser, rounds[0], rounds[1])
    for number, school in enumerate(drawn_units(made)):
        school.ward = wards[number % 3]
        school.save()
        _staff(school)
    return made


def drawn_units(world: Campaign) -> list[Unit]:
    """The units for which the schools' round still needs a conference."""
    return [candidate.unit for candidate in selectors.candidates(of_round=world.schools)]


def planned(of_round: Round) -> list[Planned]:
    """The table as the program proposes it."""
    candidates = [one for one in selectors.candidates(of_round=of_round) if one.posts]
    slots = selectors.slots_for(of_round=of_round, count=len(candidates))
    assert isinstance(slots, Sequence)
    return [
        Planned(one.unit, one.posts, Sitting(slot.day, slot.hour, selectors.usual_place(one.unit)), OFFICIALS)
        for one, slot in zip(candidates, slots, strict=True)
    ]


def held(world: Campaign, *, wards: bool = False) -> list[Conference]:
    """Make every conference of a round as proposed."""
    of_round = world.wards if wards else world.schools
    return good(services.make_round(actor=world.organiser, of_round=of_round, planned=planned(of_round)))


def observer(unit: Unit, username: str = "giamsat") -> User:
    """An observer whose scope is the unit."""
    return officer(unit, Role.OBSERVER, username=username)


def signed_in(user: User) -> Client:
    """A browser of that officer."""
    client = Client()
    client.force_login(user)
    return client


def page(name: str, *keys: str) -> str:
    """The address of a page of the room."""
    return reverse(f"schedule:{name}", args=keys)


def _ward(body: Unit, number: int) -> Unit:
    ward = ensure_unit(key=f"P-{number:02d}", name=f"Phường Bến {number:02d}", level=Level.WARD, parent=body)
    for title in ("Bí thư Đảng uỷ", "Chủ tịch UBND"):
        person = Person.objects.create(full_name=f"{title.split()[0]} Thử {number:02d}")
        Post.objects.create(person=person, unit=ward, title=f"{title} phường", is_head=True, starts_on=SINCE)
    return ward


def _staff(school: Unit) -> None:
    for number in range(1, STAFF + 1):
        person = Person.objects.create(full_name=f"Giáo viên Thử {school.key} {number}")
        StaffEntry.objects.create(person=person, unit=school, position="Giáo viên", employment="permanent")
