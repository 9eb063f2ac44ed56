"""How fast one core reads, from JPEG files of 200 dpi to decisions, beside what only unpacking them takes."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import cv2
import numpy
from PIL import Image

from guong.paper.exam.hands import FORMS, MIXED, filled_in, layout_of
from guong.paper.exam.wear import scanned
from guong.paper.reading import read_file

_DPI = 200
_TURNS = 3


@dataclass(frozen=True)
class Pace:
    """Pages a second of one core's own time (not the clock's): read, and merely unpacked to grey pixels."""

    read: float
    unpacked: float


def pace(pages: int, seed: str) -> Pace:
    """Measure with as many different pages; the best of three turns, OpenCV held to one thread."""
    form = FORMS[0]
    threads = cv2.getNumThreads()
    cv2.setNumThreads(1)
    try:
        with TemporaryDirectory() as folder:
            files = [_file(Path(folder), form, Random(f"{seed}/pace/{number}")) for number in range(pages)]
            layout = layout_of(form)
            return Pace(
                _best(files, lambda file: list(read_file(file, layout))),
                _best(files, lambda file: numpy.asarray(Image.open(file).convert("L"))),
            )
    finally:
        cv2.setNumThreads(threads)


def _file(folder: Path, form: str, chance: Random) -> Path:
    paper, _ = filled_in(form, MIXED, chance)
    path = folder / f"{chance.getrandbits(64)}.jpg"
    Image.fromarray(scanned(paper, chance, _DPI).pixels).save(path, quality=85, dpi=(_DPI, _DPI))
    return path


def _best(files: Sequence[Path], work: Callable[[Path], object]) -> float:
    work(files[0])
    spent = []
    for _ in range(_TURNS):
        start = time.process_time()
        for file in files:
            work(file)
        spent.append(time.process_time() - start)
    return len(files) / min(spent)
