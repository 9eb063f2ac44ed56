"""The same paper as PDF, Word and Excel."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm

from guong.core.documents.attendance_list import attendance_list
from guong.core.documents.model import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    KeyValues,
    Letterhead,
    NumberedList,
    Profile,
    Signature,
    Table,
    header_row,
    text,
)
from guong.core.documents.personal_summary import personal_summary
from guong.core.documents.tally_minutes import TallyMinutes, tally_minutes
from guong.render import to_docx, to_pdf, to_xlsx
from tests.documents import invented, invented_opening
from tests.paper.reading import font_names, page_texts

HOSTILE = '=1+1 #panic() $x^2$ *b* _i_ \\u{41} <w:p> {{ name }} @ref `code` // "quote" & [a] Ẳ ỵ ơ ư Ữ ặ'


def paper(words: str = HOSTILE) -> Document:
    """A paper that has the words in each kind of place."""
    return Document(
        letterhead=Letterhead(Profile.PARTY, words, words, "Long Biên", date(2023, 5, 15), words),
        kind=words,
        abstract=words,
        blocks=(
            Heading(words),
            text(words),
            NumberedList((words,)),
            KeyValues(((words, words),)),
            Table(
                (Column(1), Column(1)), (header_row("A", words),), ((Cell("7"), Cell(words)),), title=words
            ),
        ),
        signatures=(Signature(words, (words,)),),
        recipients=(words,),
        rule_set=words,
    )


def word_text(data: bytes) -> str:
    """All text of a Word file's body."""
    return "\n".join(entry.text or "" for entry in docx.Document(BytesIO(data)).element.iter(qn("w:t")))


def test_markup_in_data_is_printed_as_it_is() -> None:
    pages = " ".join(page_texts(to_pdf(paper()))).replace(" ", "")
    assert pages.count(HOSTILE.replace(" ", "")) >= 10


def test_markup_in_data_stays_text_in_word() -> None:
    assert word_text(to_docx(paper())).count(HOSTILE) >= 10


def test_nothing_in_a_sheet_is_a_formula() -> None:
    book = openpyxl.load_workbook(BytesIO(to_xlsx(paper("=HYPERLINK(1)"))))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "=HYPERLINK(1)" in [cell.value for cell in cells]
    assert "f" not in {cell.data_type for cell in cells}
    assert b"<f>" not in b"".join(_parts(to_xlsx(paper("=HYPERLINK(1)"))).values())


def test_control_characters_do_not_break_the_files() -> None:
    strange = paper("a\x00b\x0bc")
    assert "abc" in word_text(to_docx(strange))
    assert openpyxl.load_workbook(BytesIO(to_xlsx(strange)))


@pytest.mark.parametrize("name", ["tally", "summary", "attendance"])
def test_every_font_in_a_pdf_is_tinos(name: str) -> None:
    documents = {
        "tally": tally_minutes(invented.tally()),
        "summary": personal_summary(invented.summary()),
        "attendance": attendance_list(invented.attendance()),
    }
    assert {font.split("-")[0] for font in font_names(to_pdf(documents[name]))} == {"Tinos"}


def test_header_rows_are_repeated_on_every_page() -> None:
    pages = page_texts(to_pdf(attendance_list(invented.attendance(60))))
    assert len(pages) >= 3
    assert all("Họ và tên" in page and "Ký nhận" in page for page in pages)


def test_no_paper_can_have_a_table_without_a_header_row_to_repeat() -> None:
    with pytest.raises(ValueError, match="header row"):
        Table(columns=(Column(1),), header=(), rows=((Cell("một"),),))


def test_header_rows_repeat_in_word() -> None:
    tables = docx.Document(BytesIO(to_docx(tally_minutes(invented.tally())))).tables
    ratings = next(table for table in tables if len(table.columns) == 11)
    repeated = [
        row._tr.trPr is not None and row._tr.trPr.find(qn("w:tblHeader")) is not None for row in ratings.rows
    ]
    assert repeated == [True, True] + [False] * 15


def test_spans_in_word_are_those_of_the_document() -> None:
    tables = docx.Document(BytesIO(to_docx(tally_minutes(invented.tally())))).tables
    ratings = next(table for table in tables if len(table.columns) == 11)
    top, below = ratings.rows[0].cells, ratings.rows[1].cells
    assert [cell.text for cell in top[2:10]] == [
        level for level in invented.FORM.items[0].levels for _ in "12"
    ]
    assert (top[0].text, top[0]._tc is below[0]._tc) == ("TT", True)
    assert [cell.text for cell in below[2:4]] == ["Số phiếu", "Tỷ lệ %"]


def test_tables_in_word_are_as_wide_as_the_text() -> None:
    word = docx.Document(BytesIO(to_docx(personal_summary(invented.summary()))))
    for table in word.tables:
        widths = [column.width or 0 for column in table.columns]
        assert abs(sum(widths) - Mm(210 - 30 - 15)) < Mm(0.2)


@pytest.mark.parametrize("make", [invented.tally, invented.small_group_tally])
def test_signatures_never_stand_alone_on_a_page(make: Callable[[], TallyMinutes]) -> None:
    pages = page_texts(to_pdf(tally_minutes(make())))
    signed = next(page for page in pages if "CHỦ TRÌ" in page)
    assert "nhất trí và cùng ký" in signed
    assert "Phạm Đức Ưởng" in signed.split("TỔ KIỂM PHIẾU (Ký")[1]


@pytest.mark.parametrize("items", [("Việc cuối cùng",), ("Việc thứ nhất", "Việc thứ hai", "Việc cuối cùng")])
def test_the_last_item_of_a_list_stays_with_the_signatures_wherever_the_page_ends(
    items: tuple[str, ...],
) -> None:
    signature = Signature("CHỦ TRÌ", ("Đỗ Quang Ẩn",))
    for lines in range(24, 46):
        blocks: tuple[Block, ...] = (
            *(text(f"Dòng {n}.") for n in range(lines)),
            text("Đề nghị:"),
            NumberedList(items),
        )
        pages = page_texts(to_pdf(replace(paper("Giấy"), blocks=blocks, signatures=(signature,))))
        signed = next(page for page in pages if "CHỦ TRÌ" in page)
        assert f"{len(items)}. Việc cuối cùng" in signed, lines
        assert "Đề nghị:" in signed or len(items) > 1, lines


def test_in_word_the_last_line_of_text_stays_with_the_signatures() -> None:
    word = docx.Document(BytesIO(to_docx(tally_minutes(invented.tally()))))
    closing = next(entry for entry in word.paragraphs if "nhất trí và cùng ký" in entry.text)
    assert closing.paragraph_format.keep_with_next


def test_in_word_the_recipients_stay_with_the_signatures() -> None:
    given = invented_opening.opening()
    assert given.recipients
    assert len(given.signatures) % 2 == 0
    table = docx.Document(BytesIO(to_docx(given))).tables[-1]
    *above, last = table.rows
    assert last.cells[0].text.startswith("Nơi nhận:")
    lines = [line for row in above for cell in row.cells for line in cell.paragraphs]
    assert all(line.paragraph_format.keep_with_next for line in lines)


def test_vietnamese_letters_stay_whole() -> None:
    letters = "Ẳ Ẵ Ặ Ễ Ộ Ợ Ự Ỵ ỹ ỵ ơ ư đ Đ ữ ẩ"
    assert letters in page_texts(to_pdf(paper(letters)))[0]


def test_the_same_document_gives_the_same_bytes() -> None:
    document = tally_minutes(invented.tally())
    assert to_pdf(document) == to_pdf(document)
    assert to_docx(document) == to_docx(document)
    assert to_xlsx(document) == to_xlsx(document)


def test_word_uses_real_styles_in_times_new_roman() -> None:
    word = docx.Document(BytesIO(to_docx(tally_minutes(invented.tally()))))
    assert word.styles["Normal"].font.name == "Times New Roman"
    styles = {paragraph.style.name for paragraph in word.paragraphs if paragraph.style}
    assert {"Heading 1", "Loại văn bản", "Trích yếu"} <= styles


def test_an_office_may_bring_its_own_template() -> None:
    base = docx.Document()
    base.styles["Normal"].font.name = "Arial"
    base.add_paragraph("Văn bản mẫu")
    template = BytesIO()
    base.save(template)
    made = to_docx(tally_minutes(invented.tally()), template=template.getvalue())
    assert docx.Document(BytesIO(made)).styles["Normal"].font.name == "Arial"
    assert "Văn bản mẫu" not in word_text(made)


def test_a_chart_is_in_word_as_svg_and_as_picture() -> None:
    parts = _parts(to_docx(personal_summary(invented.summary())))
    assert any(name.endswith(".svg") for name in parts)
    assert any(name.endswith(".png") for name in parts)
    assert b"image/svg+xml" in parts["[Content_Types].xml"]
    assert b"svgBlip" in parts["word/document.xml"]


def test_the_letterhead_follows_the_profile() -> None:
    head = invented.letterhead(profile=Profile.STATE)
    state = replace(tally_minutes(invented.tally()), letterhead=head)
    assert "Độc lập - Tự do - Hạnh phúc" in page_texts(to_pdf(state))[0]
    assert "Độc lập - Tự do - Hạnh phúc" in word_text(to_docx(state))
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in page_texts(to_pdf(tally_minutes(invented.tally())))[0]


def test_a_letterhead_without_a_place_prints_the_day_alone() -> None:
    given = tally_minutes(invented.tally())
    placeless = replace(given, letterhead=replace(given.letterhead, place=""))
    for words in (page_texts(to_pdf(placeless))[0], word_text(to_docx(placeless))):
        assert ", ngày" not in words.split("BIÊN BẢN")[0]
        assert f"Ngày {placeless.letterhead.day.day:02d} tháng" in " ".join(words.split())


def _parts(package: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("number", range(1, 6))
def test_every_signer_and_every_recipient_stands_in_pdf_and_word(number: int) -> None:
    signatures = tuple(Signature(f"VAI {n}", (f"Người Ký {n}",)) for n in range(1, number + 1))
    document = replace(paper("Giấy"), signatures=signatures, recipients=("Chi bộ,", "Lưu."))
    pages = " ".join(" ".join(page_texts(to_pdf(document))).split())
    words = word_text(to_docx(document))
    for said in (*(f"Người Ký {n}" for n in range(1, number + 1)), "Nơi nhận:", "- Lưu."):
        assert pages.count(said) == words.count(said) == 1


def test_a_letter_in_word_has_its_matter_below_the_number_and_no_title() -> None:
    letter = replace(
        paper("Giấy"),
        kind="CÔNG VĂN",
        abstract="Đề nghị lập danh sách",
        addressees=("Chi bộ A,", "Chi bộ B."),
    )
    word = docx.Document(BytesIO(to_docx(letter)))
    assert word.tables[0].rows[-1].cells[0].text.splitlines()[-1] == "Đề nghị lập danh sách"
    greeted = [entry.text for entry in word.paragraphs if entry.style and entry.style.name == "Kính gửi"]
    assert greeted == ["Kính gửi:\t- Chi bộ A,", "\t- Chi bộ B."]
    assert "CÔNG VĂN" not in word_text(to_docx(letter))
