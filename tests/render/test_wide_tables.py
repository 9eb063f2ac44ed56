"""Tables wider than a page are set in parts; Excel keeps them whole, with real numbers and a sheet a table."""

from io import BytesIO

import openpyxl
import pytest

from guong.core.documents.model import Cell, Column, Document, Letterhead, Profile, Table, header_row
from guong.core.documents.wide_tables import PAGE_WIDTH, as_set
from guong.render import to_pdf, to_xlsx
from tests.documents import invented
from tests.paper.reading import page_texts


def wide(people: int, *, title: str = "Bí thư, từng đồng chí") -> Table:
    """A table of people in columns, two leading columns before them."""
    return Table(
        columns=(Column(9), Column(50), *[Column(21)] * people),
        header=(header_row("TT", "Nội dung", *(f"Người {n}" for n in range(people))),),
        rows=((Cell("1"), Cell("Đoàn kết"), *(Cell(f"{n + 50},5") for n in range(people))),),
        title=title,
        leading=2,
    )


def paper(*tables: Table) -> Document:
    """A paper that holds the tables."""
    head = Letterhead(
        Profile.PARTY, "Quận uỷ", "Ban Tuyên giáo", "Hoa Sen", invented.conference().began.date()
    )
    return Document(letterhead=head, kind="BÁO CÁO", abstract="Thử", blocks=tables)


@pytest.mark.parametrize("people", [1, 5, 6, 14])
def test_no_part_is_wider_than_the_page_and_nobody_is_lost(people: int) -> None:
    parts = [part for part in as_set([wide(people)]) if isinstance(part, Table)]
    assert all(sum(column.width for column in part.columns) <= PAGE_WIDTH for part in parts)
    assert [cell.text for part in parts for cell in part.header[0][2:]] == [
        f"Người {n}" for n in range(people)
    ]
    assert all(part.rows[0][1].text == "Đoàn kết" for part in parts)
    assert len({len(part.columns) for part in parts}) <= 2


def test_the_parts_stand_in_the_pdf() -> None:
    text = " ".join(page_texts(to_pdf(paper(wide(14)))))
    assert "từng đồng chí (3/3)" in text
    assert "Người 13" in text


def test_excel_keeps_the_table_whole_on_a_sheet_of_its_name() -> None:
    book = openpyxl.load_workbook(BytesIO(to_xlsx(paper(wide(14), wide(2, title="[a]:*?/b")))))
    assert book.sheetnames == ["Bí thư, từng đồng chí", "a     b"]
    sheet = book.worksheets[0]
    assert sheet.max_column == 16
    assert sheet.freeze_panes == "C5"


def test_two_tables_of_one_title_get_two_sheets() -> None:
    book = openpyxl.load_workbook(BytesIO(to_xlsx(paper(wide(1), wide(1), wide(1, title="'")))))
    assert book.sheetnames == ["Bí thư, từng đồng chí", "Bảng 2", "Bảng 3"]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("63,5", 63.5),
        ("+3,2", 3.2),
        ("0,0", 0),
        ("1.234", 1234),
        ("47", 47),
        ("007", "007"),
        ("63–65", "63–65"),
        ("≥ 90", "≥ 90"),
        ("=1+1", "=1+1"),
        ("15.5", "15.5"),
        ("1,25", "1,25"),
    ],
)
def test_numbers_are_numbers_and_everything_else_stays_text(words: str, value: object) -> None:
    table = Table((Column(1),), (header_row("A"),), ((Cell(words),),))
    cell = openpyxl.load_workbook(BytesIO(to_xlsx(paper(table)))).worksheets[0]["A5"]
    assert cell.value == value
    assert cell.data_type == ("s" if isinstance(value, str) else "n")
