"""Runs the reading process: one file in, its pages out; whatever goes wrong there is a refusal here."""

import os
import subprocess
import sys
from pathlib import Path

from guong.core.outcome import Refused
from guong.paper.reading.intake import MOST_BYTES
from guong.paper.reading.refusals import refused
from guong.paper.scanning import reader_process
from guong.paper.scanning.pages import ScannedPage

_PATIENCE = reader_process.SECONDS + 60
_PASSED_ON = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "LANG")
_SOURCE = str(Path(__file__).parents[3])


def read_scans(raw: bytes, layout: bytes) -> list[ScannedPage] | Refused:
    """Read a file's pages against a layout file, in a process that may write nothing.

    Refused: ``too_large``, ``unreadable_file`` where the process failed (a page that can't be read is no failure: it is
    a page with its refusal).
    """
    if len(raw) > MOST_BYTES:
        return refused("too_large")
    command = [sys.executable, "-P", "-B", "-m", "guong.paper.scanning.reader_process"]
    sent = len(layout).to_bytes(reader_process.LENGTH_BYTES, "big") + layout + raw
    try:
        done = subprocess.run(
            command, input=sent, capture_output=True, timeout=_PATIENCE, check=False, env=_environment()
        )
    except subprocess.TimeoutExpired:
        return refused("unreadable_file")
    if done.returncode:
        return refused("unreadable_file")
    return [ScannedPage.from_line(line) for line in done.stdout.splitlines()]


def _environment() -> dict[str, str]:
    """Nothing of the station's surroundings but what a program needs to start."""
    kept = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    return kept | {
        "PYTHONPATH": os.pathsep.join([_SOURCE, *filter(None, sys.path)]),
        "OPENBLAS_NUM_THREADS": "1",
    }
