"""Finding filed papers."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from django.db.models import QuerySet

from guong.core.documents.model import Document
from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.papers.long_tasks import how_far
from guong.office.papers.models import LongTask, Paper, PaperFile, TaskState
from guong.office.papers.own_templates import OfficeTemplate, templates_of
from guong.office.papers.tidying import archive_findings
from guong.office.registry.selectors import units_in_scope

__all__ = [
    "CUT_OFF",
    "OfficeTemplate",
    "TaskStanding",
    "archive_findings",
    "file_named",
    "filing_words",
    "papers_by_key",
    "papers_of",
    "readable_papers",
    "task_standing",
    "templates_of",
]

CUT_OFF = (
    "Việc này dừng giữa chừng vì máy chủ vừa khởi động lại. Văn bản đã cấp số vẫn còn trong kho, không mất và không trùng. "
    "Đề nghị quay lại và bấm lập lại."
)


@dataclass(frozen=True)
class TaskStanding:
    """A long task as its page shows it: running (``done`` of ``whole`` parts, 0 of 0 unknown), ended, or cut off."""

    task: LongTask
    is_running: bool
    done: int
    whole: int

    @property
    def is_done(self) -> bool:
        """Tell whether it came to its end as wished."""
        return self.task.state == TaskState.DONE

    @property
    def is_refused(self) -> bool:
        """Tell whether the work was refused with a sentence."""
        return self.task.state == TaskState.REFUSED

    @property
    def sentence(self) -> str:
        """What the officer reads; a task that no longer runs without having ended was cut off."""
        return self.task.sentence or ("" if self.is_running else CUT_OFF)


def task_standing(*, user: User, key: str) -> TaskStanding | None:
    """Return an officer's own long task; None where it isn't theirs, or no longer theirs to see."""
    found = LongTask.objects.filter(owner=user, key=key, unit_key__in=_keys_in_scope(user)).defer("file")
    far = how_far(key)  # asked before the row is read: a task that ends in between has its outcome in the row
    task = found.first()
    if task is None or not user.has_perm(f"accounts.{task.permission}"):
        return None
    is_running = far is not None and task.state == TaskState.RUNNING
    return TaskStanding(task, is_running, *(far or (0, 0)))


def _keys_in_scope(user: User) -> list[str]:
    return list(units_in_scope(user=user).values_list("key", flat=True))


def papers_of(*, unit_keys: Collection[str], conference_key: str = "") -> QuerySet[Paper]:
    """Return papers of these units, newest number first; of one conference if its key is given."""
    found = Paper.objects.filter(unit_key__in=unit_keys).prefetch_related("files")
    return found.filter(conference_key=conference_key) if conference_key else found


def readable_papers(*, unit_keys: Collection[str], held: Collection[str]) -> QuerySet[Paper]:
    """Return papers of these units that somebody holding these permissions (codenames) may read."""
    return papers_of(unit_keys=unit_keys).filter(permission__in=["", *held])


def file_named(*, name: str, unit_keys: Collection[str], held: Collection[str]) -> PaperFile | None:
    """Return a file by its unguessable name if its paper is one of `readable_papers`, else None."""
    found = PaperFile.objects.filter(name=name, paper__in=readable_papers(unit_keys=unit_keys, held=held))
    return found.select_related("paper").first()


def papers_by_key(*, keys: Collection[str], unit_keys: Collection[str]) -> dict[str, Paper]:
    """Return papers of these units by their keys, their files loaded; unknown keys are left out."""
    return {paper.key: paper for paper in papers_of(unit_keys=unit_keys).filter(key__in=keys)}


def filing_words(outcome: Paper | Refused, done: str = "") -> str:
    """Return what an officer reads after filing: the refusal, that the paper was there already, or ``done``.

    ``done`` left out: the paper's number and title.
    """
    if isinstance(outcome, Refused):
        return outcome.sentence
    if outcome.was_there:
        return f"Văn bản này đã có trong kho: {outcome.printed_number}."
    return done or f"Đã lập {outcome.printed_number}: {outcome.title}."


def says_what_holds(paper: Paper, document: Document | Refused) -> bool:
    """Tell whether a filed paper has the content that it would have if it were made again on its own day."""
    if isinstance(document, Refused):
        return False
    numbered = replace(document.letterhead, number=paper.printed_number)
    return replace(document, letterhead=numbered).content_code == paper.content_code
