"""Runs the reading process: one file in, its pages out; whatever goes wrong there is a refusal here."""

import subprocess

from guong.core import confined
from guong.core.outcome import Refused
from guong.paper.reading.intake import MOST_BYTES
from guong.paper.reading.refusals import refused
from guong.paper.scanning import reader_process
from guong.paper.scanning.pages import ScannedPage

_PATIENCE = reader_process.SECONDS + 60


def read_scans(raw: bytes, layout: bytes, *, pictures: bool = True) -> list[ScannedPage] | Refused:
    """Read a file's pages against a layout file, in a confined process; without ``pictures`` only the readings.

    Refused: ``too_large``, ``unreadable_file`` where the process failed (a page that can't be read is no failure: it is
    a page with its refusal).
    """
    if len(raw) > MOST_BYTES:
        return refused("too_large")
    command = confined.command(reader_process.__name__, *([] if pictures else [reader_process.READINGS_ONLY]))
    sent = len(layout).to_bytes(reader_process.LENGTH_BYTES, "big") + layout + raw
    try:
        done = subprocess.run(
            command,
            input=sent,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
            env=confined.environment(),
        )
    except subprocess.TimeoutExpired:
        return refused("unreadable_file")
    if done.returncode:
        return refused("unreadable_file")
    return [ScannedPage.from_line(line) for line in done.stdout.splitlines()]
