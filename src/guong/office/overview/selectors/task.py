"""One act that waits for an officer, of a conference or of a whole round."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from guong.core.wording import short_date
from guong.office.conferences.selectors import Standing
from guong.office.plans.models import Round


@dataclass(frozen=True)
class Task:
    """One act that waits. ``page`` is a named address, empty where the officer only looks.

    ``arguments`` belong to the address; ``rank`` sorts: what can't wait comes first. ``held_on`` sorts within a rank.
    """

    title: str
    when: str
    state: str
    held_on: date
    act: str = ""
    button: str = ""
    page: str = ""
    arguments: tuple[str, ...] = ()
    rank: int = 9


def looked_at(standing: Standing, *, page: str = "") -> Task:
    """Return a conference with only its state, and the page on which it is looked at."""
    return about(standing, "", "", page, (standing.conference.key,) if page else (), 9)


def about(
    standing: Standing, act: str, button: str, page: str, arguments: tuple[str, ...], rank: int
) -> Task:
    """Return the act of one conference."""
    conference = standing.conference
    return Task(
        title=conference.unit.name,
        when=f"{conference.begins_at:%H:%M}, ngày {short_date(conference.held_on)}",
        state=standing.state_text,
        held_on=conference.held_on,
        act=act,
        button=button,
        page=page,
        arguments=arguments,
        rank=rank,
    )


def for_round(
    held_round: Round,
    group: Sequence[Standing],
    act: str,
    button: str,
    rank: int,
    *,
    page: str = "release:round",
) -> Task:
    """Return one act for a group of conferences of a round."""
    return Task(
        title=held_round.with_year,
        when=f"từ ngày {short_date(held_round.begins_on)} đến ngày {short_date(held_round.ends_on)}",
        state=f"{len(group)} hội nghị",
        held_on=min(standing.conference.held_on for standing in group),
        act=act,
        button=button,
        page=page,
        arguments=(held_round.key,),
        rank=rank,
    )


def by_round(standings: Iterable[Standing]) -> list[tuple[Round | None, list[Standing]]]:
    """Put conferences under their rounds, in the order in which these come; None: outside any round."""
    groups: dict[int | None, tuple[Round | None, list[Standing]]] = {}
    for standing in standings:
        conference = standing.conference
        groups.setdefault(conference.round_id, (conference.round, []))[1].append(standing)
    return list(groups.values())
