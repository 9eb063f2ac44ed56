"""Sentences that code wrote, shown in English: found whole, by their places, or as a list; unknown ones stay."""

from collections.abc import Iterator

import pytest
from django.utils import translation

from guong.office.conferences import refusals
from guong.ui.sentences import COUNTED, PLACE, said
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
        said(left) == "Checks not done: 2 (Paper ballots stamped; The server's clock is right). Open anyway?"
    )
    assert (
        said("Thấy 2 thẻ trong ảnh: 1 thẻ chưa dùng vừa kiểm, 1 thẻ đã kiểm trước đó.")
        == "Slips seen in the picture: 2 (unused slips checked now: 1, slips checked before: 1)."
    )


def test_a_day_is_written_as_english_does_wherever_it_is_filled_in() -> None:
    assert said("02/5/2023") == "2 May 2023"
    assert said("từ ngày 08/5/2023 đến ngày 31/12/2023") == "from 8 May 2023 to 31 December 2023"
    assert said("02/13/2023") == "02/13/2023"


def test_a_count_is_a_number_so_that_no_name_is_taken_for_one() -> None:
    assert said("3 hội nghị") == "conferences: 3"
    assert said("Nhà hội nghị") == "Nhà hội nghị"


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
    prefix = "7" if COUNTED.fullmatch(sentence) else "Xx"
    values = {place: f"{prefix}{number}" for number, place in enumerate(PLACE.findall(sentence))}
    filled = PLACE.sub(lambda place: values[place.group()], sentence)
    english = PLACE.sub(lambda place: values[place.group()], catalogue()[sentence].english)
    assert said(filled) == english
