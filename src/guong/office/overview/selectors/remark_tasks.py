"""Remarks that wait for an officer: one task for all desks of a round, one for a conference alone."""

from collections.abc import Sequence

from guong.core.wording import short_date
from guong.office.overview.selectors.task import Task
from guong.office.remarks.selectors import DeskLine


def remark_tasks(lines: Sequence[DeskLine]) -> list[Task]:
    """Return the tasks of an officer's desks."""
    groups: dict[tuple[int | None, str], list[DeskLine]] = {}
    for line in lines:
        conference = line.conference
        alone = "" if conference.round_id else conference.key
        groups.setdefault((conference.round_id, alone), []).append(line)
    return [_of_desks(group) for group in groups.values()]


def _of_desks(lines: Sequence[DeskLine]) -> Task:
    first = lines[0].conference
    received = sum(line.told.counts.received for line in lines)
    of_round = first.round
    return Task(
        title=of_round.with_year if of_round else first.unit.name,
        when=f"họp ngày {short_date(first.held_on)}",
        state=f"{received} ý kiến",
        held_on=min(line.conference.held_on for line in lines),
        act=f"Biên tập ý kiến ghi trên phiếu đối với {len(lines)} đồng chí"
        if len(lines) > 1
        else "Biên tập ý kiến ghi trên phiếu",
        button="Biên tập",
        page="remarks:list" if len(lines) > 1 else "remarks:desk",
        arguments=() if len(lines) > 1 else (first.key, lines[0].subject.key),
        rank=2,
    )
