"""`guong read PATH --form FORM [--json]` (DESIGN §10): one line a page, no database."""

import argparse
import io
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from guong.core.outcome import Refused
from guong.paper.reading import PageReading
from guong.paper.reading.intake import MOST_BYTES
from guong.paper.reading.layout import LARGEST_LAYOUT, Layout
from guong.paper.reading.refusals import refused, sentence
from guong.paper.scanning.process import read_scans

READ, SOME_REFUSED, UNUSABLE = 0, 1, 2
_SUFFIXES = frozenset({".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff"})


def main(arguments: Sequence[str]) -> int:
    """Read sheets; returns 0 if every page was read, 1 if some page was refused, 2 for wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower() not in ("utf-8", "utf8"):
            stream.reconfigure(encoding="utf-8")
    parser = argparse.ArgumentParser(
        prog="guong read", description="Đọc phiếu giấy đã quét, không cần máy chủ."
    )
    parser.add_argument(
        "path", type=Path, metavar="PATH", help="tệp PDF, TIFF, PNG, JPEG hoặc thư mục chứa các tệp đó"
    )
    parser.add_argument(
        "--form", type=Path, required=True, metavar="FORM", help="tệp bố cục in kèm mẫu phiếu"
    )
    parser.add_argument("--json", action="store_true", help="mỗi trang một dòng JSON")
    try:
        given = parser.parse_args(arguments)
    except SystemExit as stop:
        return UNUSABLE if stop.code else READ
    layout = _layout(given.form)
    files = _files(given.path)
    if layout is None or not files:
        print(
            "Không đọc được tệp bố cục (--form). Dùng tệp .json in kèm mẫu phiếu."
            if layout is None
            else "Không thấy tệp phiếu nào để đọc ở đường dẫn này.",
            file=sys.stderr,
        )
        return UNUSABLE
    code = READ
    for page in _pages(files, layout):
        print(json.dumps(page.as_data(), ensure_ascii=False) if given.json else _line(page), flush=True)
        code = SOME_REFUSED if page.refusal else code
    return code


def _layout(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST_LAYOUT + 1)
        Layout.from_bytes(raw)
    except (OSError, ValueError):
        return None
    return raw


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        return sorted(file for file in path.iterdir() if file.suffix.lower() in _SUFFIXES and file.is_file())
    return [path] if path.is_file() else []


def _pages(files: Sequence[Path], layout: bytes) -> Iterator[PageReading]:
    """The pages of all files, numbered through; each file is read by a confined process of its own."""
    first = 1
    for file in files:
        for page in _pages_of(file, layout):
            yield replace(page, page=first)
            first += 1


def _pages_of(file: Path, layout: bytes) -> list[PageReading]:
    try:
        with file.open("rb") as opened:
            raw = opened.read(MOST_BYTES + 1)
    except OSError:
        return [PageReading(1, refused("unreadable_file"))]
    read = read_scans(raw, layout, pictures=False)
    return [PageReading(1, read)] if isinstance(read, Refused) else [page.reading for page in read]


def _line(page: PageReading) -> str:
    if page.refusal:
        return f"Trang {page.page}: không đọc. {page.refusal.sentence}"
    if not page.rows:
        return f"Trang {page.page}: mặt sau, không có ô đánh dấu."
    read = sum(row.state == "read" for row in page.rows)
    rows = [f"  {row.item}: {row.value if row.reason is None else _doubt(row.reason)}" for row in page.rows]
    return "\n".join([f"Trang {page.page}: đọc được {read}/{len(page.rows)} dòng.", *rows])


def _doubt(reason: str) -> str:
    return f"cần người xem. {sentence(reason)}"
