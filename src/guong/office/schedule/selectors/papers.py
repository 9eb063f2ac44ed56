"""Which papers of a round or a conference are there, which are missing, which no longer say what holds."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from guong.core.documents.model import Document
from guong.core.documents.programme import ProgrammePart, timed
from guong.core.outcome import Refused
from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Conference
from guong.office.papers import selectors as papers
from guong.office.papers.models import Paper
from guong.office.schedule.paperwork.catalogue import (
    MINUTES,
    ROUND_PAPERS,
    ConferenceEntry,
    RoundEntry,
    conference_papers,
)
from guong.office.schedule.paperwork.ground import Ground, ground_for
from guong.office.schedule.paperwork.of_conference import programme_items
from guong.office.schedule.rows import Row, rows_of


@dataclass(frozen=True)
class PaperLine:
    """A paper of the catalogue: filed under which numbers (newest first), stale, or kept from being made by what."""

    entry: RoundEntry | ConferenceEntry
    filed: tuple[Paper, ...]
    is_stale: bool
    obstacle: Refused | None

    @property
    def newest(self) -> Paper | None:
        """The paper filed last."""
        return self.filed[0] if self.filed else None


def row_of(conference: Conference) -> Row:
    """Return one conference as the calendar sees it."""
    return rows_of(conferences.alone(conference).prefetch_related("round__plan__editions"))[0]


def round_lines(*, ground: Ground, rows: Sequence[Row], today: date) -> list[PaperLine]:
    """Return the papers of a round as they stand; ``today`` is the day that a new one would bear."""
    of_round = ground.held_round
    filed = _by_kind(papers.papers_of(unit_keys=[of_round.plan.body.key], conference_key=of_round.key))
    return [
        _line(entry, filed.get(entry.kind, []), partial(entry.build, ground, rows), today)
        for entry in ROUND_PAPERS
    ]


def conference_lines(*, row: Row, today: date) -> list[PaperLine]:
    """Return the papers of a conference that are made before it, as they stand."""
    filed, ground = _by_kind(row.papers), ground_for(row.conference)
    return [
        _line(entry, filed.get(entry.kind, []), partial(entry.build, ground, row), today)
        for entry in conference_papers(row)
    ]


def programme_parts(row: Row) -> tuple[ProgrammePart, ...]:
    """Return a conference's programme with hours; empty where it would run past midnight."""
    items = programme_items(row)
    began = row.conference.began
    if (began + timedelta(minutes=sum(item.minutes for item in items))).date() != began.date():
        return ()
    return timed(items, began)


def filed_of(conference: Conference, kind: str) -> list[Paper]:
    """Return the papers of one kind filed for a conference, newest first."""
    found = papers.papers_of(unit_keys=[conference.unit.key], conference_key=conference.key)
    return list(found.filter(kind=kind))


def filed_minutes(conference: Conference) -> list[Paper]:
    """Return the conference's minutes as filed, newest first."""
    return filed_of(conference, MINUTES)


def _line(
    entry: RoundEntry | ConferenceEntry,
    filed: list[Paper],
    build: Callable[[date], Document | Refused],
    today: date,
) -> PaperLine:
    made = build(today)
    stale = bool(filed) and not papers.says_what_holds(filed[0], build(filed[0].issued_on))
    return PaperLine(entry, tuple(filed), stale, made if isinstance(made, Refused) else None)


def _by_kind(filed: Iterable[Paper]) -> dict[str, list[Paper]]:
    found: dict[str, list[Paper]] = {}
    for paper in filed:
        found.setdefault(paper.kind, []).append(paper)
    return found
