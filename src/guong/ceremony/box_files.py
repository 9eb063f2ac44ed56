"""The sealed boxes of a round as people bring them: files, a folder, one ZIP made by the server (DESIGN §4.6)."""

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from guong.ceremony.opening import LARGEST_BOX, content_of, read_box
from guong.core.outcome import Refused
from guong.core.secrecy.box import Box

MOST_BOXES = 200
_BOX, _ZIP = ".json", ".zip"
BAD_ZIP = Refused(
    "bad_zip",
    "Tệp nén không đọc được hoặc quá lớn. Đề nghị tải lại từ máy chủ, hoặc chọn từng tệp hòm phiếu.",
)
BOX_TWICE = Refused(
    "box_twice",
    "Có hai tệp hòm phiếu khác nhau của cùng một hội nghị nên chưa mở hòm phiếu này. "
    "Đề nghị đối chiếu mã niêm phong với biên bản, bỏ tệp sai rồi chọn lại.",
)
NamedBytes = tuple[str, bytes]


@dataclass(frozen=True)
class StrangeFile:
    """A file that is no box, or a box that must not be opened: its name (or unit) and why."""

    name: str
    refused: Refused


@dataclass(frozen=True)
class BoxFiles:
    """What a pile of files holds: boxes by unit, and the files that stop nothing but themselves.

    ``together``: a ZIP came, as an opening day hands its boxes out, even where it holds a single one.
    """

    boxes: tuple[Box, ...]
    strange: tuple[StrangeFile, ...]
    together: bool = False


def sort_out(files: Iterable[NamedBytes]) -> BoxFiles:
    """Return the boxes among files (name, bytes); a ZIP is looked into, other endings are left alone.

    The same box twice is one box. Refused by itself: ``bad_box``, ``bad_zip``, and ``box_twice`` for two different boxes of one poll.
    """
    boxes: dict[str, Box] = {}
    strange: list[StrangeFile] = []
    doubled: dict[str, Box] = {}
    brought = list(files)
    for name, raw in _unpacked(brought, strange):
        content = content_of(raw)
        if isinstance(content, Refused):
            strange.append(StrangeFile(name, content))
            continue
        poll = content.definition.poll
        if boxes.setdefault(poll, content).raw != content.raw:
            doubled[poll] = content
    strange += [StrangeFile(box.definition.unit, BOX_TWICE) for box in doubled.values()]
    left = [box for poll, box in boxes.items() if poll not in doubled]
    together = any(PurePosixPath(name).suffix.lower() == _ZIP for name, _ in brought)
    return BoxFiles(tuple(sorted(left, key=_by_unit)), tuple(strange), together)


def read_boxes(paths: Iterable[Path]) -> BoxFiles | Refused:
    """As `sort_out` for paths on this machine, where a folder stands for the box files and ZIPs that lie in it.

    Refused: ``no_box`` where a path can't be read or nothing is found.
    """
    files: list[NamedBytes] = []
    for path in paths:
        for file in _below(path):
            raw = read_box(file)
            if isinstance(raw, Refused) and raw.reason == "no_box":
                return raw
            files.append((file.name, b"" if isinstance(raw, Refused) else raw))
    found = sort_out(files)
    if not (found.boxes or found.strange):
        return Refused("no_box", "Không thấy tệp hòm phiếu nào. Đề nghị kiểm tra lại thư mục đã chọn.")
    return found


def _below(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    return sorted(file for file in path.iterdir() if file.suffix.lower() in {_BOX, _ZIP})


def _unpacked(files: Iterable[NamedBytes], strange: list[StrangeFile]) -> Iterator[NamedBytes]:
    for name, raw in files:
        ending = PurePosixPath(name).suffix.lower()
        if ending == _ZIP:
            try:
                yield from _within(raw)
            except (zipfile.BadZipFile, zlib.error, ValueError, RuntimeError, EOFError):
                strange.append(StrangeFile(name, BAD_ZIP))
        elif ending in {_BOX, ""}:
            yield PurePosixPath(name).name, raw


def _within(raw: bytes) -> list[NamedBytes]:
    """Return the box files of a ZIP; raises for one that is broken, locked, or unfolds to too much."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        entries = [entry for entry in archive.infolist() if entry.filename.lower().endswith(_BOX)]
        if len(entries) > MOST_BOXES:
            raise ValueError("too many files")
        found, left = [], LARGEST_BOX
        for entry in entries:
            if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise ValueError("packed in another way")
            with archive.open(entry) as stream:
                data = stream.read(left + 1)
            left -= len(data)
            if left < 0:
                raise ValueError("too large")
            found.append((PurePosixPath(entry.filename).name, data))
        return found


def _by_unit(box: Box) -> tuple[str, str]:
    return box.definition.unit, box.definition.poll
