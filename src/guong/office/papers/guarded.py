"""Pictures that come from outside are decoded in a process of its own, of bounded memory and time and no way out (security.md §2 no. 61)."""

import multiprocessing
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from django.conf import settings
from PIL import Image

from guong.core.confined import confine

MEMORY = 1536 * 1024 * 1024  # sixty million pixels, turned upright, take about half of it
SECONDS = 20
_PATIENCE = 60  # a busy machine gives a process its seconds late
_turn = threading.BoundedSemaphore(2)  # so that many uploads at once don't add up

_T = TypeVar("_T")
_U = TypeVar("_U")


def decoded(work: Callable[[bytes], _T], data: bytes, *, too_much: _U) -> _T | _U:
    """Return what ``work`` makes of a file, done in a process that ends with it; a function of a module without Django.

    ``too_much`` is returned where it needs more than `MEMORY` bytes or `SECONDS` of the processor, or kills its process.
    """
    if settings.GUONG_RENDER_INLINE:
        return work(data)
    context = multiprocessing.get_context("spawn")
    begin = (work, MEMORY, SECONDS)
    with _turn, ProcessPoolExecutor(1, mp_context=context, initializer=_begin, initargs=begin) as process:
        try:
            return process.submit(work, data).result(_PATIENCE)
        except (BrokenProcessPool, MemoryError, TimeoutError):
            return too_much


def _begin(work: Callable[[bytes], object], memory: int, seconds: int) -> None:
    """Load all that the work needs (its module came with ``work``), then let nothing more be opened."""
    Image.init()
    confine(memory=memory, seconds=seconds)
