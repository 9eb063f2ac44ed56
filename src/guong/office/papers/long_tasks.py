"""Tasks longer than a page may take: they run on beside the pages, and a page with a bar follows them (DESIGN §9).

The task's row is written before the work begins and gets the outcome when it ends. Only how far it is stands in memory:
a row without a thread in this process was cut off (the server was restarted) and says so. What the work files is filed
whole or not at all and only once, so that the same button pressed again goes on where it ended.
"""

import logging
import threading
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import connections
from django.utils import timezone

from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.papers.models import LongTask, TaskState
from guong.office.papers.outcomes import Finished, Tell, Work, silent

FAILED = (
    "Máy chủ gặp lỗi nên việc này chưa xong. Văn bản đã cấp số vẫn còn nguyên trong kho. Đề nghị quay lại và làm lại; "
    "nếu vẫn lỗi, báo quản trị viên."
)
_PATIENCE = 1.0  # seconds; what ends sooner shows no bar
_KEPT = timedelta(days=1)
_log = logging.getLogger(__name__)
_lock = threading.Lock()


@dataclass
class _Running:
    done: int = 0
    whole: int = 0


_running: dict[str, _Running] = {}


def begin(
    *, actor: User, subject: str, title: str, back: str, unit_key: str, permission: str, work: Work
) -> str:
    """Begin a long task and return its key, under which the page ``papers:task`` follows it to its end.

    ``subject`` says what is worked on (``release.report/KEY``): pressed again while it runs, the same task is returned.
    ``title`` heads the page, ``back`` is the address where it began. Whoever lost ``permission`` or the unit meanwhile
    no longer sees the task. ``work`` gets a function to tell how far it is; what it raises is logged and shown as a
    sentence.
    """
    LongTask.objects.filter(begun_on__lt=timezone.localdate() - _KEPT).delete()
    with _lock:
        if (there := _there(actor, subject)) is not None:
            return there
        task = LongTask.objects.create(
            owner=actor,
            subject=subject,
            title=title,
            back=back,
            unit_key=unit_key,
            permission=permission,
            begun_on=timezone.localdate(),
        )
        thread = threading.Thread(target=_run, args=(task, work), daemon=True, name=subject)
        _running[task.key] = _Running()
    if settings.GUONG_RENDER_INLINE:
        _run_here(task, work)
    else:
        thread.start()
        thread.join(_PATIENCE)
    return task.key


def how_far(key: str) -> tuple[int, int] | None:
    """Return how many parts of how many are made, (0, 0) where that isn't known yet; None: it doesn't run here."""
    found = _running.get(key)
    return None if found is None else (found.done, found.whole)


def _there(actor: User, subject: str) -> str | None:
    found = LongTask.objects.filter(owner=actor, subject=subject, state=TaskState.RUNNING, key__in=_running)
    return found.values_list("key", flat=True).first()


def _run_here(task: LongTask, work: Work) -> None:
    try:
        _keep(task, work(silent))
    finally:
        del _running[task.key]


def _run(task: LongTask, work: Work) -> None:
    def tell(done: int, whole: int) -> None:
        _running[task.key].done, _running[task.key].whole = done, whole

    try:
        _keep(task, _outcome(task, work, tell))
    except Exception:
        _log.exception("the outcome of %s could not be kept", task.subject)
    finally:
        del _running[task.key]
        connections.close_all()


def _outcome(task: LongTask, work: Work, tell: Tell) -> Finished | Refused:
    try:
        return work(tell)
    except Exception:
        _log.exception("%s failed", task.subject)
        task.state = TaskState.FAILED
        return Refused("failed", FAILED)


def _keep(task: LongTask, outcome: Finished | Refused) -> None:
    task.sentence = outcome.sentence
    if isinstance(outcome, Finished):
        task.state, task.to = TaskState.DONE, outcome.to or task.back
        if outcome.file is not None:
            task.file_name, task.file = outcome.file.name, outcome.file.data
    elif task.state != TaskState.FAILED:
        task.state = TaskState.REFUSED
    task.save()
