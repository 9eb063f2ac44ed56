"""What a finished draw gave: its schools, its reserves, its record for the bundle."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.utils import timezone

from guong.core.bundle import DrawEntry
from guong.core.draw import Draw, Method, draw_by_hand, draw_by_numbers
from guong.core.outcome import Refused
from guong.office.draws.models import DrawState, LotDraw, Replacement
from guong.office.draws.selectors.frames import frozen_frame, lots_of, school_names
from guong.office.draws.selectors.scope import draw_of
from guong.office.papers import selectors as papers
from guong.office.papers.models import Paper
from guong.office.plans.models import Round
from guong.office.registry import selectors as registry
from guong.office.registry.models import Unit

FINISHED = (DrawState.DRAWN, DrawState.MINUTED)


class DrawnSchool(NamedTuple):
    """A school that a draw gave: ``place`` counts from 1 among those drawn, or among the reserves, of its level."""

    unit_key: str
    unit: Unit
    level: str
    place: int


def drawn_schools(*, round: Round) -> list[DrawnSchool]:
    """Return the schools in which the round is held, by level in the order of the plan and by place.

    A reserve that was put in the place of a drawn school stands in its place. Empty before the draw is finished.
    """
    draw = draw_of(round=round)
    return [] if draw is None or draw.state not in FINISHED else _with_units(standing_keys(draw))


def reserves(*, round: Round) -> list[DrawnSchool]:
    """Return the reserves that weren't used yet, by level and in their order; empty before the draw is finished."""
    draw = draw_of(round=round)
    return [] if draw is None or draw.state not in FINISHED else _with_units(waiting_keys(draw))


def draw_records_of(*, round: Round) -> list[DrawEntry]:
    """Return the round's finished draw as `core.bundle.build_bundle` takes it, an empty list before."""
    draw = draw_of(round=round)
    result = result_of(draw) if draw is not None else None
    return [] if draw is None or result is None else [DrawEntry(result, held_on(draw))]


def result_of(draw: LotDraw) -> Draw | None:
    """Return the finished draw, None before it is finished."""
    if draw.state not in FINISHED:
        return None
    frame = frozen_frame(draw)
    by_hand = frame.terms.method is Method.CUSTOM
    result = draw_by_hand(frame, lots_of(draw)) if by_hand else draw_by_numbers(frame, draw.contributions)
    if isinstance(result, Refused):
        raise ValueError(f"a finished draw doesn't hold: {result.reason}")
    return result


def held_on(draw: LotDraw) -> date:
    """Return the day on which a draw began. Raises ValueError before that."""
    if draw.began_at is None:
        raise ValueError("this draw hasn't begun")
    return timezone.localtime(draw.began_at).date()


def standing_keys(draw: LotDraw) -> list[tuple[str, str, int]]:
    """Return unit key, level and place of the schools that a finished draw stands for, replacements done."""
    rows = []
    for level in draw.levels.all():
        replaced = {row.out_key: row.in_key for row in level.replacements.all()}
        lots = list(level.lots.all())[: level.to_draw]
        rows += [(_last(replaced, lot.unit_key), level.key, lot.place) for lot in lots]
    return rows


def swaps_of(*, rounds: Collection[Round]) -> dict[int, dict[str, str]]:
    """Return for each round (its primary key) which unit key stands in the place of which drawn one now; one query.

    Rounds without a replacement are left out. A reserve that was itself replaced leads to the one that came last.
    """
    found = Replacement.objects.filter(level__draw__round__in=rounds)
    swaps: dict[int, dict[str, str]] = {}
    for of_round, out, into in found.values_list("level__draw__round_id", "out_key", "in_key"):
        swaps.setdefault(of_round, {})[out] = into
    return {of_round: {out: _last(pairs, out) for out in pairs} for of_round, pairs in swaps.items()}


def replaced_units(*, round: Round) -> dict[str, Unit]:
    """Return unit key of a school that isn't drawn any more -> the school that stands in its place now."""
    swaps = swaps_of(rounds=[round]).get(round.pk, {})
    units = {unit.key: unit for unit in registry.all_units().filter(key__in=set(swaps.values()))}
    return {out: units[into] for out, into in swaps.items()}


def _last(swaps: Mapping[str, str], unit: str) -> str:
    while unit in swaps:
        unit = swaps[unit]
    return unit


def waiting_keys(draw: LotDraw) -> list[tuple[str, str, int]]:
    """Return unit key, level and place among the reserves of the reserves that weren't used yet."""
    used = {row.in_key for level in draw.levels.all() for row in level.replacements.all()}
    return [
        (lot.unit_key, level.key, lot.place - level.to_draw)
        for level in draw.levels.all()
        for lot in list(level.lots.all())[level.to_draw :]
        if lot.unit_key not in used
    ]


def papers_of(draw: LotDraw) -> list[Paper]:
    """Return the papers filed of a draw, in the order of their numbers."""
    keys = {draw.minutes_key, draw.notice_key}
    keys |= {row.paper_key for level in draw.levels.all() for row in level.replacements.all()}
    return list(
        papers.papers_of(unit_keys=[draw.round.plan.body.key])
        .filter(key__in=keys - {""})
        .order_by("year", "number")
    )


def minutes_named(draw: LotDraw) -> str | None:
    """Return the filed minutes as other papers name them: ``Biên bản số 05-BB``; None before they are filed."""
    found = next((paper for paper in papers_of(draw) if paper.key == draw.minutes_key), None)
    return None if found is None else f"Biên bản {found.printed_number[0].lower()}{found.printed_number[1:]}"


def _with_units(rows: list[tuple[str, str, int]]) -> list[DrawnSchool]:
    units = {unit.key: unit for unit in registry.all_units().filter(key__in=[row[0] for row in rows])}
    return [DrawnSchool(key, units[key], level, place) for key, level, place in rows]


@dataclass(frozen=True)
class Standing:
    """A level as the result shows it: its schools in their places, the reserves left, what was replaced."""

    name: str
    schools: tuple[tuple[int, str, str], ...]
    reserves: tuple[tuple[int, str, str], ...]
    replaced: tuple[tuple[str, str, str], ...]


def standing_of(draw: LotDraw) -> list[Standing]:
    """Return every level of a finished draw: rows of place, unit key and name; replacements as names and reason."""
    names = school_names(frozen_frame(draw))
    standing, waiting = standing_keys(draw), waiting_keys(draw)
    return [
        Standing(
            level.name,
            tuple((place, unit, names[unit]) for unit, key, place in standing if key == level.key),
            tuple((place, unit, names[unit]) for unit, key, place in waiting if key == level.key),
            tuple((names[row.out_key], names[row.in_key], row.reason) for row in level.replacements.all()),
        )
        for level in draw.levels.all()
    ]


def swap_of(draw: LotDraw, unit_key: str) -> tuple[str | None, str | None]:
    """Return the names of a drawn school and of the reserve that would take its place; None where there is none."""
    level = next((key for unit, key, _ in standing_keys(draw) if unit == unit_key), None)
    if level is None:
        return None, None
    names = school_names(frozen_frame(draw))
    reserve = next((unit for unit, key, _ in waiting_keys(draw) if key == level), None)
    return names[unit_key], names[reserve] if reserve else None
