"""Slips, ballot sheets, key envelopes: legible, alike, and without anything that names a voter."""

import re
from itertools import pairwise

import pypdfium2
import pytest

from guong.paper import KeyEnvelopeFace, SlipFace, seal_strip_pdf, slip_sheet_pdf
from guong.paper.codes import qr_svgs
from tests.paper import invented
from tests.paper.reading import font_names, page_texts


def tight(words: str) -> str:
    """Text without white space: groups are set character by character."""
    return re.sub(r"\s", "", words)


def test_eight_slips_stand_on_a_page() -> None:
    pages = page_texts(invented.slip_sheet(17))
    assert [page.count("THẺ BỎ PHIẾU") for page in pages] == [8, 8, 1]


def test_a_slip_bears_its_groups_the_address_and_the_instruction() -> None:
    (page,) = page_texts(invented.slip_sheet(1))
    assert "".join(invented.groups(0)) in tight(page)
    assert invented.DOMAIN in page
    assert "Quét mã trên thẻ của đồng chí" in page


def test_slips_differ_in_nothing_but_their_groups() -> None:
    pages = [
        tight(page_texts(slip_sheet_pdf([slip], poll_title="T", unit="U", domain="d"))[0])
        for slip in invented.slips(3)
    ]
    rests = {page.replace("".join(invented.groups(place)), "") for place, page in enumerate(pages)}
    assert len(rests) == 1


def test_all_codes_of_a_set_have_one_size() -> None:
    boxes = {re.search(r'viewBox="[^"]+"', svg)[0] for svg in qr_svgs(["a", "b" * 90, "ABC123"])}  # type: ignore[index]
    assert len(boxes) == 1


def test_no_letter_of_a_group_touches_another_or_its_frame() -> None:
    widest = ("WWWWW", "MWMWM", "QWQWQ", "GDNWK")
    pdf = slip_sheet_pdf([SlipFace("https://d", widest)], poll_title="T", unit="U", domain="d")
    text = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    letters = [place for place in range(text.count_chars()) if text.get_text_range(place, 1).strip()]
    whole = "".join(text.get_text_range(place, 1) for place in letters)
    for group in widest:
        start = whole.index(group)
        boxes = [text.get_charbox(place) for place in letters[start : start + 5]]
        gaps = [following[0] - box[2] for box, following in pairwise(boxes)]
        assert min(gaps) >= 1.5  # points


def test_an_empty_set_of_slips_is_refused() -> None:
    with pytest.raises(ValueError, match="no slips"):
        slip_sheet_pdf([], poll_title="T", unit="U", domain="d")


def test_all_copies_are_the_same() -> None:
    pages = page_texts(invented.school_sheet(copies=3))
    assert len(pages) == 6
    assert len(set(pages)) == 2


def test_a_sheet_names_nobody_who_votes() -> None:
    words = " ".join(page_texts(invented.school_sheet()))
    assert not re.search(r"Họ (và )?tên|Số phiếu|Chữ ký", words)


def test_a_key_envelope_holds_twenty_numbers_and_its_keeper() -> None:
    pages = page_texts(invented.key_envelopes())
    for face, page in zip(invented.envelopes(), pages, strict=True):
        assert all(number in page for number in face.numbers)
        assert face.holder_role in page
        assert "KÝ GIÁP LAI" in page


def test_a_key_of_other_than_twenty_numbers_is_refused() -> None:
    with pytest.raises(ValueError, match="twenty"):
        KeyEnvelopeFace("Tổ trưởng", ("0001",) * 19)


def test_station_card_and_archive_key_take_one_page_each() -> None:
    assert len(page_texts(invented.station_card())) == 1
    assert len(page_texts(invented.archive_key())) == 1


def test_the_box_label_names_each_subject_and_the_box() -> None:
    first, second = page_texts(invented.box_label(boxes=2))
    for page in (first, second):
        assert "HÒM PHIẾU" in page
        assert "Đoàn Thị Ánh Nguyệt" in page
        assert "Lý Quốc Ưng" in page
    assert ("Số 1/2" in first, "Số 2/2" in second) == (True, True)
    assert "Số 1/1" not in page_texts(invented.box_label())[0]


def test_three_seal_strips_stand_on_a_page_each_with_all_signers_and_no_number() -> None:
    pages = page_texts(invented.seal_strips(4))
    assert [page.count("NIÊM PHONG") for page in pages] == [3, 1]
    assert pages[0].count("Đại biểu chứng kiến") == 3
    assert "Số " not in pages[0]


def test_a_strip_needs_two_signers() -> None:
    with pytest.raises(ValueError, match="signers"):
        seal_strip_pdf(unit="U", conference="C", sealed_on="D", signers=(("Tổ trưởng", ""),))


@pytest.mark.parametrize(
    "make",
    [
        invented.box_label,
        invented.seal_strips,
        invented.slip_sheet,
        invented.school_sheet,
        invented.key_envelopes,
    ],
)
def test_only_tinos_is_used(make: object) -> None:
    assert {font.split("-")[0] for font in font_names(make())} == {"Tinos"}  # type: ignore[operator]
