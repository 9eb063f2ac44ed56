"""What waits after the count of a conference outside any round: it is presented and told by itself (R-000-12)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from guong.core.release_steps import ReleaseStep, may_read
from guong.office.accounts.permissions import AT_COMMITTEE, AT_STANDING_BOARD, READ_RESULTS
from guong.office.conferences.selectors import Standing
from guong.office.counting import selectors as counting
from guong.office.overview.selectors.release_tasks import readers_of
from guong.office.overview.selectors.task import Task, about
from guong.office.overview.selectors.tasks import Desk
from guong.office.release import selectors as release
from guong.office.release import services as kinds

_NEXT = {
    None: ("Trình Thường trực kết quả", "Trình kết quả"),
    ReleaseStep.STANDING_BOARD: ("Trình Ban Thường vụ kết quả", "Trình kết quả"),
    ReleaseStep.COMMITTEE: ("Thông báo kết quả cho người được góp ý", "Thông báo"),
}
_READING = ("Đọc kết quả đã được trình", "Đọc kết quả")
_RANK = 3


def alone_tasks(desk: Desk, standings: Sequence[Standing]) -> list[Task]:
    """Return the next act of each result outside any round, and for leaders the reading of it until its person is told."""
    if not desk.may(READ_RESULTS, AT_STANDING_BOARD, AT_COMMITTEE):
        return []
    counted = {
        one.conference.pk: one
        for one in standings
        if one.conference.round_id is None and one.state in counting.FINAL
    }
    steps = release.alone_steps(desk.user, [one.conference for one in counted.values()])
    if desk.may(READ_RESULTS):
        return _acts(desk, counted, steps)
    return _readings(desk, counted, steps)


def _acts(
    desk: Desk, counted: Mapping[int, Standing], steps: Mapping[tuple[int, str], ReleaseStep | None]
) -> list[Task]:
    found: defaultdict[tuple[int, ReleaseStep | None], list[str]] = defaultdict(list)
    for (number, subject_key), step in steps.items():
        if step in _NEXT and (step is not None or _is_ready(desk, counted[number])):
            found[number, step].append(subject_key)
    return [_task(counted[number], people, _NEXT[step], step) for (number, step), people in found.items()]


def _readings(
    desk: Desk, counted: Mapping[int, Standing], steps: Mapping[tuple[int, str], ReleaseStep | None]
) -> list[Task]:
    readers = readers_of(desk)
    found: defaultdict[tuple[int, ReleaseStep], list[str]] = defaultdict(list)
    for (number, subject_key), step in steps.items():
        if step and step in _NEXT and any(may_read(reader, step) for reader in readers):
            found[number, step].append(subject_key)
    return [_task(counted[number], people, _READING, step) for (number, step), people in found.items()]


def _is_ready(desk: Desk, standing: Standing) -> bool:
    """Tell whether remarks are edited and the personal summaries filed, without which nothing is presented."""
    conference = standing.conference
    return conference.key not in desk.unedited and desk.is_filed(conference, kinds.SUMMARY)


def _task(standing: Standing, people: Sequence[str], told: tuple[str, str], step: ReleaseStep | None) -> Task:
    key = standing.conference.key
    page, arguments = ("release:result", (key, people[0])) if len(people) == 1 else ("release:list", ())
    task = about(standing, *told, page, arguments, _RANK)
    return replace(task, state=step.label) if step else task
