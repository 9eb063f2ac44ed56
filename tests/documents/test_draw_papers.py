"""The papers of a draw say what the draw was, name no head, and cannot be made without those who drew."""

import json
from dataclasses import replace

import pytest

from guong.core.documents.draw_minutes import draw_minutes
from guong.core.documents.model import Document, Table, as_data
from guong.core.draw import Method, frame_code
from guong.paper.lots import LotBox, lot_sheet_pdf
from guong.render import to_docx, to_pdf
from tests.documents import invented_draw as invented
from tests.paper.reading import font_names, page_texts


def words(document: Document) -> str:
    return json.dumps(as_data(document), ensure_ascii=False)


def table_after(document: Document, title: str) -> list[list[str]]:
    (table,) = (
        block for block in document.blocks if isinstance(block, Table) and block.title.startswith(title)
    )
    return [[cell.text for cell in row] for row in table.rows]


def test_the_minutes_hold_every_lot_in_its_order() -> None:
    rows = table_after(
        invented.minutes(), "Cấp Tiểu học: trúng thăm 5 trường (bằng chữ: năm trường), dự phòng 2"
    )
    lots = invented.draw().levels[1]
    assert [row[1] for row in rows] == [*lots.drawn, *lots.reserves]
    assert [row[3] for row in rows] == ["Trúng thăm"] * 5 + ["Dự phòng 1", "Dự phòng 2"]


def test_the_minutes_say_why_each_school_was_left_out() -> None:
    rows = table_after(invented.minutes(), "Không đưa vào gắp thăm 6 trường")
    assert [row[2] for row in rows] == [
        "Trường Mầm non Hoa Ban", "Trường Mầm non Mộc Miên", "Trường Tiểu học Hoa Nhài",
        "Trường Tiểu học Dạ Hương", "Trường Trung học cơ sở Hoa Đào", "Trung tâm Hoa Xuyến Chi",
    ]  # fmt: skip
    assert rows[0][3] == "Người đứng đầu giữ chức vụ chưa đủ 06 tháng (đủ từ 03/7/2023)"
    assert [row[3] for row in rows[3:]] == [
        "Khuyết người đứng đầu", "Đã ngừng hoạt động (giải thể, sáp nhập)", "Chưa ghi cấp học",
    ]  # fmt: skip


def test_the_counts_of_the_minutes_add_up() -> None:
    (table,) = (
        block
        for block in invented.minutes().blocks
        if isinstance(block, Table) and block.header[0][1].text == "Số trường"
    )
    *levels, total = [[int(cell.text) for cell in row[1:]] for row in table.rows]
    assert [sum(column) for column in zip(*levels, strict=True)] == total == [82, 6, 76, 15, 6]
    assert all(schools == out + eligible for schools, out, eligible, _, _ in [*levels, total])


def test_the_annex_holds_every_school_that_had_a_lot() -> None:
    document = invented.minutes()
    tables = [block for block in document.annex if isinstance(block, Table)]
    units = [row[1].text for table in tables for row in table.rows]
    assert units == [entry.unit for level in invented.frame().levels for entry in level.units]


def test_the_minutes_bear_the_code_of_the_list() -> None:
    assert frame_code(invented.frame()) in words(invented.minutes())


def test_the_minutes_of_a_computed_draw_hold_each_contribution_beside_its_writer() -> None:
    document = words(invented.minutes(Method.COMPUTED))
    for person, contribution in zip(invented.HANDS, invented.CONTRIBUTIONS, strict=True):
        assert f"{person.printed}: “{contribution}”" in document
    assert "SHA-256" in document
    assert "SHA-256" not in words(invented.minutes())


@pytest.mark.parametrize("hands", [(), invented.HANDS[:2]])
def test_minutes_without_the_hands_that_drew_are_refused(hands: tuple[object, ...]) -> None:
    given = replace(invented.given_minutes(Method.COMPUTED), hands=hands)  # type: ignore[arg-type]  # wrong on purpose
    with pytest.raises(ValueError, match="contribution"):
        draw_minutes(given)


def test_the_notice_names_drawn_schools_and_reserves_in_order() -> None:
    document = invented.notice()
    tables = [[row[1].text for row in block.rows] for block in document.blocks if isinstance(block, Table)]
    levels = invented.draw().levels
    assert tables == [list(level.drawn) for level in levels] + [list(level.reserves) for level in levels]
    assert "15 trường (bằng chữ: mười lăm trường) trong 76 trường đủ điều kiện" in words(document)


@pytest.mark.parametrize("make", [invented.minutes, invented.notice])
def test_the_papers_become_pdf_and_word(make: object) -> None:
    document = make()  # type: ignore[operator]
    pdf = to_pdf(document)
    assert {font.split("-")[0] for font in font_names(pdf)} == {"Tinos"}
    assert to_docx(document)[:2] == b"PK"


def test_every_eligible_school_has_one_lot_and_each_level_its_own_pages() -> None:
    pages = page_texts(invented.lots())
    assert [page.count("Gắp thăm theo Kế hoạch số 167-KH/QU") for page in pages] == [
        10,
        10,
        5,
        10,
        10,
        5,
        10,
        10,
        6,
    ]
    text = "\n".join(pages)
    for level in invented.frame().levels:
        assert all(text.count(entry.name) == 1 for entry in level.units)


def test_a_long_name_stays_on_its_lot_in_full() -> None:
    name = "Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở Nguyễn Thị Minh Khai Hoa Phượng Vỹ"
    (page,) = page_texts(lot_sheet_pdf([LotBox("Tiểu học", (name,))], plan="167-KH/QU"))
    assert name in " ".join(page.split())


@pytest.mark.parametrize("boxes", [[], [LotBox("Tiểu học", ())]])
def test_a_level_without_lots_is_refused(boxes: list[LotBox]) -> None:
    with pytest.raises(ValueError, match="no lots"):
        lot_sheet_pdf(boxes, plan="167-KH/QU")
