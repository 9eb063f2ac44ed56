"""Sentences that code wrote, shown in English: found whole, by their places, or as a list; unknown ones stay."""

from collections.abc import Iterator

import pytest
from django.utils import translation

from guong.office.conferences import refusals
from guong.ui.sentences import PLACE, said
from guong.ui.templatetags.language import as_written
from tests.english.used import catalogue, written


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


def test_a_refusal_is_found_whole() -> None:
    assert said(refusals.WRONG_PIN.sentence).startswith("The confirmation number is not right.")


def test_what_was_filled_in_is_looked_up_too_and_names_stay() -> None:
    shown = said("Đã ghi 08:05: Mời các đồng chí được góp ý rời phòng.")
    assert shown == "Noted 08:05: Ask the persons assessed to leave the room."
    assert (
        said("Đã chọn mã: Tống Gia Bách, Lò Thị Ban Mai.")
        == "Number chosen by: Tống Gia Bách, Lò Thị Ban Mai."
    )


def test_lists_are_said_part_by_part() -> None:
    left = "Còn 2 mục chưa xong: Phiếu giấy đã đóng dấu; Đồng hồ máy chủ đúng giờ. Vẫn mở?"
    assert (
        said(left)
        == "2 checks are not done: Paper ballots stamped; The server's clock is right. Open anyway?"
    )
    assert said("Thấy 2 thẻ trong ảnh: 1 thẻ chưa dùng vừa kiểm, 1 thẻ đã kiểm trước đó.").endswith(
        "1 unused slips checked now, 1 slips checked before."
    )


def test_a_sentence_that_the_catalogue_lacks_stays_as_it_is() -> None:
    assert said("Câu chưa dịch") == "Câu chưa dịch"
    assert said("") == ""


def test_in_vietnamese_nothing_is_looked_up() -> None:
    with translation.override("vi"):
        assert said(refusals.WRONG_PIN.sentence) == refusals.WRONG_PIN.sentence
        assert as_written("Tống Gia Bách") == "Tống Gia Bách"


def test_names_are_marked_and_cannot_become_markup() -> None:
    assert as_written("<b>Hoa</b>") == '<span lang="vi">&lt;b&gt;Hoa&lt;/b&gt;</span>'


@pytest.mark.parametrize("sentence", sorted(text for text in written() if PLACE.search(text)))
def test_every_sentence_with_places_is_found_again_when_filled(sentence: str) -> None:
    values = {place: f"Xx{number}" for number, place in enumerate(PLACE.findall(sentence))}
    filled = PLACE.sub(lambda place: values[place.group()], sentence)
    english = PLACE.sub(lambda place: values[place.group()], catalogue()[sentence].english)
    assert said(filled) == english
