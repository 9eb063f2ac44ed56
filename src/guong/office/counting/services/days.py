"""Arranging the day on which boxes are opened together."""

import dataclasses
from collections.abc import Sequence

from django.db import transaction

from guong.core.outcome import Refused
from guong.core.wording import short_date
from guong.office.accounts.models import User
from guong.office.conferences.models import Conference
from guong.office.counting import day_refusals, selectors
from guong.office.counting.day_steps import DayStepKey
from guong.office.counting.details import DayDetails, DaySeat
from guong.office.counting.models import DayPerson, DayRole, OpeningDay
from guong.office.journal.services import record
from guong.office.plans.models import Round
from guong.office.registry.models import Unit

_LEAST_BOARD = 2  # two members read the code on two programs (DESIGN §4.6)


@transaction.atomic
def arrange_day(
    *,
    unit: Unit,
    conferences: Sequence[Conference],
    details: DayDetails,
    people: Sequence[DaySeat],
    actor: User,
    of_round: Round | None = None,
) -> OpeningDay | Refused:
    """Arrange an opening day of a body for these conferences, usually all of a round.

    Refused: ``nothing_to_open``, ``too_few_people``, ``person_twice``.
    """
    if not conferences:
        return day_refusals.NOTHING_TO_OPEN
    if (problem := _problem(people)) is not None:
        return problem
    day = OpeningDay.objects.create(unit=unit, round=of_round, **dataclasses.asdict(details))
    day.conferences.set(conferences)
    _seat(day, people)
    text = f"Lập buổi mở hòm phiếu {day.name}, {len(conferences)} hội nghị, ngày {short_date(day.opens_on)}."
    record(actor=actor, act="counting.day", unit_key=unit.key, text=text)
    return day


@transaction.atomic
def change_day(
    *, day: OpeningDay, details: DayDetails, people: Sequence[DaySeat], actor: User
) -> OpeningDay | Refused:
    """Change date, place and people, and take up conferences that the round got meanwhile.

    Refused: ``already_minuted`` once the opening has its minutes, ``too_few_people``, ``person_twice``.
    """
    if selectors.is_minuted(day, DayStepKey.OPEN):
        return day_refusals.ALREADY_MINUTED
    if (problem := _problem(people)) is not None:
        return problem
    for name, value in dataclasses.asdict(details).items():
        setattr(day, name, value)
    day.save()
    if day.round is not None:
        day.conferences.add(*selectors.conferences_to_open(day.round))
    day.people.all().delete()
    _seat(day, people)
    text = f"Sửa thông tin buổi mở hòm phiếu {day.name}, ngày {short_date(day.opens_on)}."
    record(actor=actor, act="counting.day", unit_key=day.unit.key, text=text)
    return day


def _problem(people: Sequence[DaySeat]) -> Refused | None:
    names = [person.full_name.casefold() for person in people]
    if len(set(names)) < len(names):
        return day_refusals.PERSON_TWICE
    roles = [DayRole(person.role) for person in people]
    board = [role for role in roles if role in selectors.BOARD_ROLES]
    if roles.count(DayRole.HEAD) != 1 or len(board) < _LEAST_BOARD or DayRole.WITNESS not in roles:
        return day_refusals.TOO_FEW_PEOPLE
    return None


def _seat(day: OpeningDay, people: Sequence[DaySeat]) -> None:
    DayPerson.objects.bulk_create(DayPerson(day=day, **dataclasses.asdict(person)) for person in people)
