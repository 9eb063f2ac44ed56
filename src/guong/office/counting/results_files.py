"""The results folder as an officer hands it over: one ZIP, or all its files chosen at once (formats §10)."""

import io
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import PurePosixPath

from guong.core.outcome import Refused
from guong.office.counting import day_refusals

MOST_FILES = 1000
LARGEST = 64 * 1024 * 1024
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def results_in(files: Iterable[tuple[str, bytes]]) -> dict[str, bytes] | Refused:
    """Return file names to bytes, ZIPs unpacked and folders left out; refused ``bad_results_zip``."""
    found: dict[str, bytes] = {}
    for name, raw in files:
        if not name.lower().endswith(".zip"):
            found[PurePosixPath(name).name] = raw
            continue
        try:
            found |= _within(raw)
        except (zipfile.BadZipFile, zlib.error, ValueError, RuntimeError, EOFError):
            return day_refusals.BAD_RESULTS_ZIP
    return found


def _within(raw: bytes) -> dict[str, bytes]:
    """Return the files of a ZIP; raises for one that is broken, locked, or unfolds to too much."""
    found: dict[str, bytes] = {}
    left = LARGEST
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        if len(entries) > MOST_FILES or any(entry.compress_type not in _PACKED for entry in entries):
            raise ValueError("too many files, or packed in another way")
        for entry in entries:
            with archive.open(entry) as stream:
                data = stream.read(left + 1)
            left -= len(data)
            if left < 0:
                raise ValueError("too large")
            found[PurePosixPath(entry.filename).name] = data
    return found
