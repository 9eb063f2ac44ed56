"""Tables for other programs: no formula in them, everything explained beside them, the same bytes for the same values."""

import csv
import io
import json
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guong.core.data_package import Column, DataTable, Value, defused, package

COLUMNS = (
    Column("ten", "string", "Tên"),
    Column("dau", "string", "Cách đọc", {"a": "chính xác", "b": "khoảng"}),
    Column("ty_le", "number", "Tỷ lệ"),
)


def table(*rows: tuple[Value, ...]) -> DataTable:
    return DataTable("so-lieu", "Thử", COLUMNS, rows, ("Số liệu gộp.",))


def files(made: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def lines(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_csv_and_json_say_the_same_and_the_schema_names_every_column() -> None:
    found = files(package(table(("Trường Hoa Sen", "a", 52.2), ("Trường Sao Mai", "b", None))))
    assert set(found) == {"so-lieu.csv", "so-lieu.json", "bang-ma.csv", "datapackage.json"}
    assert lines(found["so-lieu.csv"]) == [
        ["ten", "dau", "ty_le"],
        ["Trường Hoa Sen", "a", "52.2"],
        ["Trường Sao Mai", "b", ""],
    ]
    assert json.loads(found["so-lieu.json"])["rows"][1] == {
        "ten": "Trường Sao Mai",
        "dau": "b",
        "ty_le": None,
    }
    (resource,) = json.loads(found["datapackage.json"])["resources"]
    fields = resource["schema"]["fields"]
    assert [field["name"] for field in fields] == ["ten", "dau", "ty_le"]
    assert fields[1]["constraints"] == {"enum": ["a", "b"]}


def test_every_code_stands_in_the_codebook() -> None:
    book = lines(files(package(table()))["bang-ma.csv"])
    assert ["dau", "string", "Cách đọc", "b", "khoảng"] in book


@pytest.mark.parametrize("text", ["=1+1", "+84", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝cmd|' /C calc'!A0"])
def test_what_a_spreadsheet_would_run_is_defused(text: str) -> None:
    assert lines(files(package(table((text, "a", 1.0))))["so-lieu.csv"])[1][0] == f"'{text}"


def test_numbers_stay_numbers() -> None:
    assert defused(-3) == -3


@given(st.lists(st.tuples(st.text(), st.sampled_from("ab"), st.floats(0, 100)), max_size=5))
def test_the_same_values_give_the_same_bytes(rows: list[tuple[Value, ...]]) -> None:
    assert package(table(*rows)) == package(table(*rows))
