"""Forms to be filled in by hand, and parting sheets."""

import pytest

from guong.core.documents.minutes_forms import (
    MinutesForm,
    blank_conference_minutes,
    blank_sealing_minutes,
    parting_sheet,
)
from guong.core.documents.model import Document, Table, as_data
from guong.render.pdf import to_pdf
from tests.documents import invented

GIVEN = MinutesForm(
    letterhead=invented.letterhead(""),
    conference=invented.conference(),
    officials=invented.officials(),
    subjects=("Vũ Thị Ngọc Hằng", "Trần Hữu Ước"),
    roll=47,
    rule_set="Góp ý người đứng đầu, bản 2023-1",
)


def said(document: Document) -> str:
    return str(as_data(document))


def test_the_form_of_the_minutes_says_what_is_known_and_leaves_the_rest_open() -> None:
    words = said(blank_conference_minutes(GIVEN))
    assert "47 người (bằng chữ: bốn mươi bảy người)" in words
    assert "SỰ VIỆC PHÁT SINH" in words
    assert "Mẫu ghi tay" in words


def test_the_form_of_sealing_counts_paper_ballots_of_each_subject() -> None:
    document = blank_sealing_minutes(GIVEN)
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    labels = [row[0].text for row in table.rows]
    assert labels[-2:] == [f"Phiếu giấy trong hòm: đồng chí {name}" for name in GIVEN.subjects]
    assert all(cell.text == "" for row in table.rows for cell in row[1:])


@pytest.mark.parametrize("make", [blank_conference_minutes, blank_sealing_minutes])
def test_a_form_is_typeset_with_places_to_sign(make: object) -> None:
    assert callable(make)
    document = make(GIVEN)
    assert len(document.signatures) == 4
    assert to_pdf(document).startswith(b"%PDF")


def test_a_parting_sheet_says_what_belongs_in_its_place() -> None:
    sheet = parting_sheet(
        invented.letterhead(""), title="Thẻ bỏ phiếu", words=("Đặt thẻ vào đây.",), rule_set="x"
    )
    assert "Đặt thẻ vào đây." in said(sheet)
    with pytest.raises(ValueError, match="something"):
        parting_sheet(invented.letterhead(""), title="Trống", words=(), rule_set="x")
