"""Cancelled conferences: what stood when they were cancelled, and what is left to do."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from guong.core.secrecy.requests import PollRequest
from guong.office.conferences.models import Conference
from guong.office.papers.models import Paper
from guong.office.registry.models import Unit
from guong.office.schedule.paperwork.of_cancelled import NOTICE, SLIPS, instead_of
from guong.office.schedule.rows import Row
from guong.office.schedule.selectors.papers import PaperLine, conference_lines
from guong.office.schedule.selectors.rounds import missing_units


@dataclass(frozen=True)
class Remains:
    """What a conference that is or will be cancelled leaves behind: slips to collect, papers that no longer hold.

    ``missing`` are the other units of its round without a conference; ``still_asked``: the round is still held in its unit.
    """

    slips: int
    papers: tuple[Paper, ...]
    slip_minutes: Paper | None
    notice: PaperLine | None
    missing: tuple[Unit, ...]
    still_asked: bool

    @property
    def is_done(self) -> bool:
        """Tell whether the notice is filed and the slips, where there are any, are minuted."""
        told = self.notice is not None and self.notice.newest is not None
        return told and (not self.slips or self.slip_minutes is not None)


@dataclass(frozen=True)
class LeftToDo:
    """A cancelled conference of which somebody has still to be told, or whose slips are still about."""

    conference: Conference
    needs_notice: bool
    needs_slips: bool


def usual_reason(conference: Conference) -> str:
    """Return why a conference is cancelled where the program knows it: a reserve took its school's place; else empty."""
    found = instead_of(conference)
    return f"Trường được thay bằng trường dự phòng: {found}" if found else ""


def remains_of(row: Row, *, today: date) -> Remains:
    """Return what one conference leaves behind."""
    conference = row.conference
    request = PollRequest.from_bytes(bytes(conference.poll.request)) if hasattr(conference, "poll") else None
    missing = missing_units(of_round=conference.round) if row.cancellation and conference.round else []
    return Remains(
        slips=request.slips if request else 0,
        papers=tuple(paper for paper in row.papers if paper.kind not in (NOTICE, SLIPS)),
        slip_minutes=next((paper for paper in row.papers if paper.kind == SLIPS), None),
        notice=conference_lines(row=row, today=today)[0] if row.cancellation else None,
        missing=tuple(unit for unit in missing if unit != conference.unit),
        still_asked=conference.unit in missing,
    )


def left_to_do(cancelled: Iterable[Conference], *, filed: Mapping[tuple[str, str], int]) -> list[LeftToDo]:
    """Return those of these cancelled conferences that still ask for something, in their order.

    Round and poll are loaded. ``filed`` counts papers by conference or round key and kind. A notice is needed where anybody was told before: papers of
    the conference or of its round are filed; slips are about where a request was made.
    """
    told = {key for key, _ in filed}
    lines = [_left(one, filed, told) for one in cancelled]
    return [line for line in lines if line.needs_notice or line.needs_slips]


def _left(conference: Conference, filed: Mapping[tuple[str, str], int], told: Collection[str]) -> LeftToDo:
    keys = {conference.key, conference.round.key if conference.round else ""}
    return LeftToDo(
        conference,
        needs_notice=not keys.isdisjoint(told) and not filed.get((conference.key, NOTICE), 0),
        needs_slips=hasattr(conference, "poll") and not filed.get((conference.key, SLIPS), 0),
    )
