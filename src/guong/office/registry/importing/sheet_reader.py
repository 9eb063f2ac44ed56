"""Reads an untrusted XLSX in a process of its own: bytes on stdin, JSON on stdout. Imports no Django.

Run by `reading`. Before any parser sees a cell: uncompressed size is capped, the archive is rewritten from bounded
reads (a header may lie), document types are refused, rows and columns are counted (research/security.md §2 no. 60).
"""

import codecs
import io
import json
import re
import sys
import unicodedata
import zipfile
from datetime import date, datetime
from typing import Any
from xml.parsers import expat

from python_calamine import CalamineWorkbook

from guong.core.confined import confine

UNCOMPRESSED = 10 * 1024 * 1024
MEMORY = 1024 * 1024 * 1024
SECONDS = 15
COLUMNS = 60
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships id"


class Refusal(Exception):
    """The file is refused; the first argument is the reason."""


def main() -> None:
    """Read stdin, write one JSON object: ``sheets`` by name, or ``refused``."""
    row_limit = int(sys.argv[1])
    codecs.lookup("cp437")  # in which ZIP keeps plain names; nothing can be loaded later
    confine(memory=MEMORY, seconds=SECONDS)
    try:
        answer: dict[str, Any] = {"sheets": read(sys.stdin.buffer.read(), row_limit)}
    except Refusal as refusal:
        answer = {"refused": refusal.args[0]}
    except Exception:  # whatever a parser raises on a damaged file, the answer is the same
        answer = {"refused": "not_xlsx"}
    sys.stdout.write(json.dumps(answer))


def read(data: bytes, row_limit: int) -> dict[str, Any]:
    """Return every sheet: ``rows`` of cells, and ``formulas``, the names of cells that hold one."""
    parts = _parts(data)
    formulas = {name: _survey(parts[path], row_limit) for name, path in _sheet_paths(parts)}
    workbook = CalamineWorkbook.from_filelike(_clean(parts))
    return {
        _nfc(name): {
            "rows": [[_value(cell) for cell in row] for row in _rows(workbook, name)],
            "formulas": formulas[name],
        }
        for name in workbook.sheet_names
        if name in formulas
    }


def _rows(workbook: CalamineWorkbook, name: str) -> list[list[Any]]:
    return workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)


def _parts(data: bytes) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    left = UNCOMPRESSED
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for entry in archive.infolist():
            if entry.flag_bits & 1:
                raise Refusal("encrypted")
            with archive.open(entry) as file:
                parts[entry.filename] = file.read(left + 1)
            left -= len(parts[entry.filename])
            if left < 0:
                raise Refusal("too_large")
    if "xl/workbook.xml" not in parts:
        raise Refusal("not_xlsx")
    if any(b"<!DOCTYPE" in part or b"<!ENTITY" in part for part in parts.values()):
        raise Refusal("not_xlsx")
    return parts


def _clean(parts: dict[str, bytes]) -> io.BytesIO:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    target.seek(0)
    return target


def _sheet_paths(parts: dict[str, bytes]) -> list[tuple[str, str]]:
    sheets: list[tuple[str, str]] = []
    targets: dict[str, str] = {}

    def sheet(tag: str, attributes: dict[str, str]) -> None:
        if tag.endswith(" sheet"):
            sheets.append((attributes["name"], attributes[_RELATION]))

    def relation(tag: str, attributes: dict[str, str]) -> None:
        if tag.endswith(" Relationship"):
            target = attributes["Target"]
            targets[attributes["Id"]] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"

    _walk(parts["xl/workbook.xml"], sheet)
    _walk(parts["xl/_rels/workbook.xml.rels"], relation)
    return [(name, targets[key]) for name, key in sheets if targets.get(key, "") in parts]


def _survey(xml: bytes, row_limit: int) -> list[str]:
    """Return the cells with formulas; refuse a sheet whose filled cells reach too far.

    A row or cell may leave out its name: it then follows the one before.
    """
    formulas: list[str] = []
    row = column = 0

    def element(tag: str, attributes: dict[str, str]) -> None:
        nonlocal row, column
        kind = tag.rpartition(" ")[2]
        if kind == "row":
            row, column = int(attributes.get("r", row + 1)), 0
        elif kind == "c":
            row, column = _place(attributes["r"]) if "r" in attributes else (row, column + 1)
        elif kind in {"f", "v", "is"}:
            _check_place(row, column, row_limit)
            if kind == "f":
                formulas.append(f"{_letters(column)}{row}")

    _walk(xml, element)
    return formulas


def _place(cell: str) -> tuple[int, int]:
    """Return row and column, both counted from 1, of a cell's name."""
    place = _CELL.fullmatch(cell)
    if place is None:
        raise Refusal("not_xlsx")
    column = 0
    for letter in place[1]:
        column = column * 26 + ord(letter) - 64
    return int(place[2]), column


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _check_place(row: int, column: int, row_limit: int) -> None:
    if row > row_limit + 1:
        raise Refusal("too_many_rows")
    if column > COLUMNS:
        raise Refusal("too_many_columns")


def _walk(xml: bytes, element: Any) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = element
    parser.StartDoctypeDeclHandler = _no_doctype
    parser.Parse(xml, True)


def _no_doctype(*_: object) -> None:
    raise Refusal("not_xlsx")


def _value(cell: Any) -> Any:
    """Return a cell as JSON: text, number, truth value, or ``{"date": "2023-05-31"}``; other kinds as text."""
    if isinstance(cell, datetime | date):
        return {"date": cell.isoformat()[:10]}
    if isinstance(cell, str):
        return _nfc(cell)
    return cell if isinstance(cell, bool | int | float) else str(cell)


def _nfc(words: str) -> str:
    return unicodedata.normalize("NFC", words)


if __name__ == "__main__":
    main()
