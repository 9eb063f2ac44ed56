"""Tables for other programs: CSV and JSON with a codebook and a schema, as a Data Package (specs.frictionlessdata.io).

Cells that a spreadsheet would run as a formula are defused (security.md §2 no. 65). The same values give the same bytes.
"""

import csv
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
_BOM = "\ufeff"  # Excel reads UTF-8 as such only with it
Value = str | int | float | None


@dataclass(frozen=True)
class Column:
    """A column: its name, kind (``string``, ``integer``, ``number``) and what it says; ``codes`` maps its values to words."""

    name: str
    kind: str
    words: str
    codes: Mapping[str, str] | None = None


@dataclass(frozen=True)
class DataTable:
    """A table with its codebook. ``name`` is that of its file, ``notes`` are read before the figures."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    notes: tuple[str, ...] = ()


def package(table: DataTable) -> bytes:
    """Return a ZIP of the table as CSV and JSON, its codebook as CSV and ``datapackage.json`` with the schema."""
    files = {
        f"{table.name}.csv": _csv([column.name for column in table.columns], table.rows),
        f"{table.name}.json": _json(_records(table)),
        "bang-ma.csv": _csv(["cot", "kieu", "y_nghia", "ma", "y_nghia_ma"], _codebook(table)),
        "datapackage.json": _json(_descriptor(table)),
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def defused(value: Value) -> Value:
    """Return a cell that no spreadsheet runs: text that would begin a formula gets an apostrophe in front."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _csv(header: Sequence[str], rows: Sequence[Sequence[Value]]) -> bytes:
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([defused(value) for value in row] for row in rows)
    return (_BOM + made.getvalue()).encode()


def _json(data: object) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _records(table: DataTable) -> dict[str, object]:
    names = [column.name for column in table.columns]
    return {
        "title": table.title,
        "notes": list(table.notes),
        "rows": [dict(zip(names, row, strict=True)) for row in table.rows],
    }


def _codebook(table: DataTable) -> list[tuple[str, str, str, str, str]]:
    return [
        (column.name, column.kind, column.words, code, words)
        for column in table.columns
        for code, words in (column.codes or {"": ""}).items()
    ]


def _descriptor(table: DataTable) -> dict[str, object]:
    schema = {"fields": [_field(column) for column in table.columns], "missingValues": [""]}
    return {
        "profile": "tabular-data-package",
        "name": table.name,
        "title": table.title,
        "description": " ".join(table.notes),
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": table.name,
                "path": f"{table.name}.csv",
                "format": "csv",
                "encoding": "utf-8",
                "schema": schema,
            }
        ],
    }


def _field(column: Column) -> dict[str, object]:
    field: dict[str, object] = {"name": column.name, "type": column.kind, "description": column.words}
    if column.codes:
        field["constraints"] = {"enum": list(column.codes)}
    return field
