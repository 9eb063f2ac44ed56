"""How a round's conferences fit the units in which it is held: which are missing, which belong to it no more."""

from collections.abc import Sequence
from dataclasses import dataclass

from guong.office.conferences.models import Conference
from guong.office.conferences.selectors import Standing
from guong.office.draws import selectors as draws
from guong.office.plans.models import Round
from guong.office.registry.models import Unit
from guong.office.schedule.rows import Row
from guong.office.schedule.selectors.calendar import Calendar
from guong.office.schedule.selectors.rounds import units_of


@dataclass(frozen=True)
class Displaced:
    """A conference not yet opened whose school isn't drawn any more; ``instead`` stands in its place now."""

    row: Row
    instead: Unit
    may_make: bool


@dataclass(frozen=True)
class Coverage:
    """``missing`` units have no conference, ``given_up`` ones only a cancelled one, ``displaced`` belong to no drawn school."""

    missing: tuple[Unit, ...]
    given_up: tuple[Row, ...]
    displaced: tuple[Displaced, ...]

    @property
    def others(self) -> tuple[Unit, ...]:
        """The missing units that no displaced conference already leads to."""
        offered = {one.instead for one in self.displaced}
        return tuple(unit for unit in self.missing if unit not in offered)


def coverage_of(of_round: Round, calendar: Calendar) -> Coverage:
    """Compare the whole calendar of a round with the units in which it is held."""
    asked = units_of(of_round)
    planned = {row.conference.unit_id for row in calendar.rows}
    cancelled = {row.conference.unit_id: row for row in calendar.cancelled}
    without = [unit for unit in asked if unit.pk not in planned]
    instead = draws.replaced_units(round=of_round)
    missing = tuple(unit for unit in without if unit.pk not in cancelled)
    return Coverage(
        missing=missing,
        given_up=tuple(cancelled[unit.pk] for unit in without if unit.pk in cancelled),
        displaced=tuple(
            Displaced(row, unit, may_make=unit in missing)
            for row in calendar.rows
            if row.may_move and (unit := instead.get(row.conference.unit.key)) is not None
        ),
    )


@dataclass(frozen=True)
class Swapped:
    """What the reserves of many rounds still ask for: conferences to cancel, by round how many are still to be made."""

    to_cancel: tuple[Conference, ...]
    to_make: tuple[tuple[Round, int], ...]


def swapped_among(standings: Sequence[Standing], rounds: Sequence[Round]) -> Swapped:
    """Return what reserves ask for among all conferences that stand in these rounds; one query."""
    swaps = draws.swaps_of(rounds=rounds)
    held: dict[int, set[str]] = {}
    for standing in standings:
        held.setdefault(standing.conference.round_id or 0, set()).add(standing.conference.unit.key)
    to_make = (
        (of_round, len(set(swaps[of_round.pk].values()) - held[of_round.pk]))
        for of_round in rounds
        if of_round.pk in swaps and of_round.pk in held
    )
    return Swapped(
        to_cancel=tuple(
            one.conference
            for one in standings
            if one.is_before_casting
            and one.conference.unit.key in swaps.get(one.conference.round_id or 0, {})
        ),
        to_make=tuple((of_round, count) for of_round, count in to_make if count),
    )
