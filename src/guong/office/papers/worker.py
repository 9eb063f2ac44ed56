"""Rendering in processes of its own, so that no paper can stall the booth (DESIGN §9)."""

import multiprocessing
import os
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing.process import BaseProcess
from typing import ParamSpec, TypeVar

from django.conf import settings

from guong.core.documents.model import Document
from guong.office.papers.outcomes import Tell, silent
from guong.render.docx import to_docx
from guong.render.pdf import to_pdf
from guong.render.xlsx import to_xlsx

_RENDERERS = {"pdf": to_pdf, "xlsx": to_xlsx}
_PATIENCE = 120  # seconds; a report of a whole district takes about five
_PROCESSES = 2  # Word and PDF of one paper at the same time; the second starts when it is needed
_lock = threading.Lock()
_pool: ProcessPoolExecutor | None = None


_P = ParamSpec("_P")
_T = TypeVar("_T")


def render(document: Document, file_format: str) -> bytes:
    """Return the bytes of a paper; ``file_format`` is ``docx``, ``pdf`` or ``xlsx``. As `in_worker`."""
    return in_worker(render_here, document, file_format)


def render_each(
    document: Document, formats: Sequence[str], tell: Tell = silent, *, template: bytes | None = None
) -> list[bytes]:
    """Return the bytes of a paper in each of ``formats``; Word in an office's ``template``. As `each_in_worker`."""
    return each_in_worker([partial(render_here, document, one, template) for one in formats], tell)


def each_in_worker(parts: Sequence[Callable[[], _T]], tell: Tell = silent) -> list[_T]:
    """Return what each of ``parts`` gives, made side by side, telling how many are done. As `in_worker`.

    A part is a function of a module without Django, its values bound by ``functools.partial``.
    """
    if settings.GUONG_RENDER_INLINE:
        return [_told(part(), place, len(parts), tell) for place, part in enumerate(parts, 1)]
    try:
        return _each(parts, tell)
    except BrokenProcessPool:
        shut_down()
        return _each(parts, tell)


def in_worker(work: Callable[_P, _T], *given: _P.args, **named: _P.kwargs) -> _T:
    """Return what ``work`` gives, done in the worker process; a function of a module without Django, and values.

    A worker that died (out of memory, killed) is replaced once. Raises TimeoutError after two minutes.
    """
    if settings.GUONG_RENDER_INLINE:
        return work(*given, **named)
    try:
        return _workers().submit(work, *given, **named).result(_PATIENCE)
    except BrokenProcessPool:
        shut_down()
        return _workers().submit(work, *given, **named).result(_PATIENCE)


def render_here(document: Document, file_format: str, template: bytes | None = None) -> bytes:
    """Return the bytes of a paper, rendered in this process."""
    if file_format == "docx":
        return to_docx(document, template=template)
    return _RENDERERS[file_format](document)


def shut_down() -> None:
    """End the worker processes; the next rendering starts others."""
    global _pool
    with _lock:
        if _pool is not None:
            _pool.shutdown(wait=False)
        _pool = None


def _each(parts: Sequence[Callable[[], _T]], tell: Tell) -> list[_T]:
    begun = [_workers().submit(part) for part in parts]
    return [_told(one.result(_PATIENCE), place, len(parts), tell) for place, one in enumerate(begun, 1)]


def _told(made: _T, done: int, whole: int, tell: Tell) -> _T:
    tell(done, whole)
    return made


def _workers() -> ProcessPoolExecutor:
    global _pool
    with _lock:
        if _pool is None:
            context = multiprocessing.get_context("spawn")
            _pool = ProcessPoolExecutor(_PROCESSES, mp_context=context, initializer=_leave_with_server)
        return _pool


def _leave_with_server() -> None:
    """Run in the worker: a server that was stopped or killed would otherwise leave it behind, waiting for good."""
    server = multiprocessing.parent_process()
    if server is not None:
        threading.Thread(target=_wait_and_leave, args=(server,), daemon=True).start()


def _wait_and_leave(server: BaseProcess) -> None:
    server.join()
    os._exit(0)
