"""Files that attack the reader are refused with a sentence, quickly (research/security.md §2 no. 60, 63)."""

import io
import subprocess
import zipfile
from typing import Any

import pytest

from guong.core.outcome import Refused
from guong.office.registry.importing.reading import UPLOAD_LIMIT, read_sheets
from guong.office.registry.selectors import read_tables
from tests.registry.workbooks import STAFF, workbook


def reason(data: bytes) -> str:
    refused = read_sheets(data)
    assert isinstance(refused, Refused), refused
    assert "Đồng chí" in refused.sentence
    return refused.reason


def rewritten(name: str, change: bytes) -> bytes:
    """A good workbook in which one part is replaced."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook())) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out,
    ):
        for entry in source.namelist():
            out.writestr(entry, change if entry == name else source.read(entry))
    return target.getvalue()


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"not a workbook", b"%PDF-1.7", b"\x00" * 5000])
def test_what_is_no_workbook_is_refused(data: bytes) -> None:
    assert reason(data) == "not_xlsx"


def test_a_truncated_workbook_is_refused() -> None:
    whole = workbook()
    assert reason(whole[: len(whole) * 2 // 3]) == "not_xlsx"


def test_a_zip_that_is_no_workbook_is_refused() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("readme.txt", "x")
    assert reason(target.getvalue()) == "not_xlsx"


def test_a_decompression_bomb_is_refused_before_parsing() -> None:
    assert reason(rewritten("xl/worksheets/sheet3.xml", b"<a>" + b" " * 30_000_000 + b"</a>")) == "too_large"


def test_entities_are_refused() -> None:
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>'
    assert reason(rewritten("xl/worksheets/sheet1.xml", laughs)) == "not_xlsx"


def test_a_cell_at_the_far_end_is_refused() -> None:
    main = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    far = main + b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    assert reason(rewritten("xl/worksheets/sheet1.xml", far)) == "too_many_rows"


def test_a_formula_in_a_cell_without_a_name_is_found() -> None:
    main = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    bare = main + b"<row><c><v>1</v></c><c><f>A1+1</f><v>2</v></c></row></sheetData></worksheet>"
    sheets = read_sheets(rewritten("xl/worksheets/sheet1.xml", bare))
    assert not isinstance(sheets, Refused)
    assert sheets["Đơn vị"].formulas == ("B1",)


def test_more_than_five_thousand_rows_are_refused() -> None:
    rows = (STAFF[0], *[("TH-01", "", "Ngô Văn Đá", "Giáo viên", "Biên chế", "Có")] * 5001)
    assert reason(workbook(staff=rows)) == "too_many_rows"


def test_five_thousand_rows_are_read() -> None:
    rows = (STAFF[0], *[("TH-01", "", "Ngô Văn Đá", "Giáo viên", "Biên chế", "Có")] * 5000)
    sheets = read_sheets(workbook(staff=rows))
    assert not isinstance(sheets, Refused)
    assert len(sheets["Danh sách cán bộ"].rows) == 5001


def test_a_file_above_the_upload_limit_is_refused_unread() -> None:
    assert reason(b"PK" + b"\x00" * UPLOAD_LIMIT) == "too_large"


def test_the_file_read_last_is_not_read_again_but_a_refused_one_is(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[bytes] = []
    run = subprocess.run

    def noted(*arguments: Any, **named: Any) -> Any:
        read.append(named["input"])
        return run(*arguments, **named)

    monkeypatch.setattr("guong.office.registry.importing.reading.subprocess.run", noted)
    good = workbook(staff=STAFF[:2])
    assert read_sheets(good) == read_sheets(bytes(bytearray(good)))
    assert reason(b"no workbook") == reason(b"no workbook") == "not_xlsx"
    assert read == [good, b"no workbook", b"no workbook"]


@pytest.mark.parametrize("name", ["NguyÔn V¨n Ph¹m", "Nguyeãn Vaên An"])
def test_a_workbook_typed_for_an_old_font_is_refused_with_the_cell_and_what_to_do(name: str) -> None:
    refused = read_sheets(workbook(staff=(STAFF[0], ("TH-01", "", name, "Giáo viên", "Biên chế", "Có"))))
    assert isinstance(refused, Refused)
    assert refused.reason == "old_encoding"
    assert name in refused.sentence
    assert "UniKey" in refused.sentence


def test_a_table_as_text_typed_for_an_old_font_is_refused_as_well() -> None:
    refused = read_tables("Mã;Họ và tên\nTH-01;NguyÔn V¨n Ph¹m\n".encode())
    assert isinstance(refused, Refused)
    assert refused.reason == "old_encoding"
