"""The card beside the shared device: one A5 page whose code opens the page, with everything a voter must know."""

import pypdfium2
import pytest
import zxingcpp

from guong.paper import shared_device_card_pdf
from tests.paper.invented import TITLE, UNIT, shared_device_card
from tests.paper.reading import font_names, page_texts

A5 = (420, 595)
ADDRESS = "https://gop-y.example/b/7K3M9QXT2A/may-chung"


def card(address: str = ADDRESS, *, unit: str = UNIT, conference: str = TITLE) -> bytes:
    return shared_device_card_pdf(address, unit=unit, conference=conference)


def test_its_code_is_the_address_of_the_shared_page() -> None:
    (page,) = pypdfium2.PdfDocument(card())
    (code,) = zxingcpp.read_barcodes(page.render(scale=4).to_pil())
    assert code.text == ADDRESS


def test_the_address_can_be_typed_too_and_holds_no_slip() -> None:
    (text,) = page_texts(card())
    assert "gop-y.example/b/7K3M9QXT2A/may-chung" in text.replace("\u200b", "").replace(" ", "")
    assert "#" not in text


def test_a_voter_finds_the_button_and_the_sentence_that_the_screen_shows() -> None:
    (text,) = page_texts(card())
    assert UNIT in text
    assert "“Tôi có thẻ, bắt đầu”" in text
    assert "“Hòm phiếu đã nhận phiếu của đồng chí”" in text
    assert "Người bỏ phiếu không quét mã này" in text


@pytest.mark.parametrize(
    ("address", "unit", "conference"),
    [
        (ADDRESS, UNIT, TITLE),
        (
            f"https://{'mot-ten-mien-rat-dai.' * 5}example.vn/b/7K3M9QXT2A/may-chung",
            "Trường Trung học cơ sở mang một cái tên dài " * 3,
            "Hội nghị lấy ý kiến góp ý đối với người đứng đầu " * 4,
        ),
    ],
    ids=["usual", "long names"],
)
def test_it_is_one_a5_page(address: str, unit: str, conference: str) -> None:
    (page,) = pypdfium2.PdfDocument(card(address, unit=unit, conference=conference))
    assert tuple(round(side) for side in page.get_size()) == A5


def test_it_is_set_in_the_fonts_that_are_shipped() -> None:
    assert all(name.startswith("Tinos") for name in font_names(shared_device_card()))
