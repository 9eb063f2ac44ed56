"""The box files to open: named one by one, or lying in a folder, or in one ZIP (formats §8, §10)."""

import io
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from guong.verify.manifest import LARGEST_FILE, LARGEST_PART, read_file
from guong.verify.strict import Fault, printable

MOST_BOXES = 200


@dataclass(frozen=True)
class BoxFile:
    """A file that should be a box: its name and its bytes."""

    name: str
    data: bytes


def read_box_files(paths: Sequence[str]) -> tuple[BoxFile, ...]:
    """Read every path: a box file, a ZIP of box files, or a folder with box files and ZIPs in it (only names that end in
    `.json` or `.zip`). The same bytes twice are one. Refuses what cannot be read, a folder without any, and more than 200."""
    found: dict[bytes, BoxFile] = {}
    for path in paths:
        for file in _files(Path(path)):
            for box in _boxes(file):
                found.setdefault(box.data, box)
    if len(found) > MOST_BOXES:
        raise Fault(f"có quá {MOST_BOXES} tệp hòm phiếu")
    return tuple(found.values())


def _files(path: Path) -> list[Path]:
    try:
        if not path.is_dir():
            return [path]
        inside = sorted(entry for entry in path.iterdir() if entry.suffix.lower() in {".json", ".zip"})
    except (OSError, ValueError) as error:
        raise Fault(f"không đọc được {printable(str(path))}") from error
    if not inside:
        raise Fault(f"trong {printable(str(path))} không có tệp hòm phiếu nào")
    return inside


def _boxes(path: Path) -> list[BoxFile]:
    if path.suffix.lower() != ".zip":
        return [BoxFile(path.name, read_file(path, follow_links=True))]
    data = read_file(path, LARGEST_PART, follow_links=True)
    try:
        return _unzip(data)
    except (zipfile.BadZipFile, zlib.error, ValueError, RuntimeError, EOFError) as error:
        raise Fault(f"tệp nén {printable(path.name)} không đọc được hoặc quá lớn") from error


def _unzip(data: bytes) -> list[BoxFile]:
    boxes, left = [], LARGEST_PART
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = [entry for entry in archive.infolist() if entry.filename.lower().endswith(".json")]
        if not 0 < len(entries) <= MOST_BOXES:
            raise ValueError("no box or too many")
        for entry in entries:
            if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise ValueError("packed in another way")
            with archive.open(entry) as stream:
                content = stream.read(min(left, LARGEST_FILE) + 1)
            left -= len(content)
            if left < 0 or len(content) > LARGEST_FILE:
                raise ValueError("too large")
            boxes.append(BoxFile(PurePosixPath(entry.filename).name, content))
    return boxes
