"""What the minutes say, and what they keep to themselves."""

import re
from dataclasses import replace

from guong.core.disclosure import SUPPRESSED
from guong.core.documents.equation_lines import Reconciled, equation_lines
from guong.core.documents.model import KeyValues, Table
from guong.core.documents.sealing_minutes import sealing_minutes
from guong.core.documents.tally_minutes import tally_minutes
from guong.core.reconciliation import Explanation, HandCount
from tests.documents import invented
from tests.documents.reading import all_words


def test_counts_stand_in_digits_and_in_words() -> None:
    words = all_words(tally_minutes(invented.tally()))
    assert "46 phiếu (bằng chữ: bốn mươi sáu phiếu)" in words
    assert "1 phiếu (bằng chữ: một phiếu)" in words


def test_every_criterion_has_its_row_and_the_official_wording() -> None:
    document = tally_minutes(invented.tally())
    table = next(block for block in document.blocks if isinstance(block, Table))
    wordings = [row[1].text for row in table.rows]
    assert wordings == [item.text for item in invented.FORM.items if item.key != "prestige"]


def test_the_minutes_say_that_the_keys_were_destroyed() -> None:
    assert "Tổ kiểm phiếu đã huỷ 03 mã chìa khoá" in all_words(tally_minutes(invented.tally()))


def test_all_who_attest_have_a_place_to_sign() -> None:
    roles = [signature.role for signature in tally_minutes(invented.tally()).signatures]
    assert roles == ["CHỦ TRÌ", "THƯ KÝ", "TỔ KIỂM PHIẾU", "ĐẠI BIỂU CHỨNG KIẾN"]


def test_the_codes_stand_in_the_minutes_and_whole_in_the_annex() -> None:
    document = tally_minutes(invented.tally())
    assert "9037 1148 2205 6671" in all_words(document)
    annex = [block for block in document.annex if isinstance(block, KeyValues)]
    assert annex[0].lines[0][1].replace(" ", "") == "3f9a" * 16


def test_a_small_group_shows_no_figure_of_the_answers() -> None:
    document = tally_minutes(invented.small_group_tally())
    words = all_words(document)
    assert SUPPRESSED in words
    assert not any(item.text in words for item in invented.FORM.items)
    assert "Phiếu hợp lệ" not in words
    assert "Uy tín" not in words


def test_percentages_on_valid_ballots_stand_beside_only_where_they_differ() -> None:
    assert "(80,0)" in all_words(tally_minutes(invented.tally()))
    same = all_words(tally_minutes(invented.tally(invented.counted(valid=46, invalid=0))))
    assert not re.search(r"\(\d+,\d\)", same)
    assert "mọi phiếu thu về đều hợp lệ" in same


def test_the_minutes_say_so_if_the_keys_were_on_the_server() -> None:
    sentence = "cũng là máy nhận phiếu"
    assert sentence in all_words(tally_minutes(invented.tally(same_machine=True)))
    assert sentence not in all_words(tally_minutes(invented.tally()))


def sides(hand: HandCount = invented.HAND, *explanations: Explanation) -> Reconciled:
    """The invented sides, with another hand count."""
    return Reconciled(hand, invented.ROLL, invented.DEVICE, invented.SHEETS, invented.counted(), explanations)


def test_equations_that_hold_have_no_difference() -> None:
    assert [(line.number, line.difference) for line in equation_lines(sides())] == [
        (n, 0) for n in range(1, 7)
    ]


def test_a_mismatch_shows_both_sides_and_its_signed_explanation() -> None:
    lost = replace(invented.HAND, left_over=7)
    said = Explanation(2, 1, "Một thẻ rách khi cắt.", ("Ngô Hữu Thuỷ", "Bùi Tố Uyên"))
    line = equation_lines(sides(lost, said))[1]
    assert line.figures == "52 ≠ 44 + 7"
    assert line.explanation == "Một thẻ rách khi cắt. (Xác nhận: Ngô Hữu Thuỷ, Bùi Tố Uyên)"


def test_an_explanation_of_another_difference_settles_nothing() -> None:
    lost = replace(invented.HAND, left_over=6)
    said = Explanation(2, 1, "Một thẻ rách khi cắt.", ("Ngô Hữu Thuỷ", "Bùi Tố Uyên"))
    assert equation_lines(sides(lost, said))[1].explanation == ""


def test_the_voters_page_is_named_in_both_minutes_and_whole_in_the_annex() -> None:
    codes = ("1111 2222 3333 4444", "5555 6666 7777 8888")
    sealing = all_words(sealing_minutes(replace(invented.sealing(), page_codes=codes)))
    assert f"Mã trang bỏ phiếu\n{codes[0]}" in sealing
    assert f"Mã trang bỏ phiếu đã thay đổi\n{codes[1]}" in sealing
    full = replace(
        invented.tally().codes, pages=codes[:1], digests=(("Trang bỏ phiếu, tệp seal.js", "ab12" * 16),)
    )
    tally = tally_minutes(invented.tally(codes=full))
    assert f"Mã trang bỏ phiếu\n{codes[0]}" in all_words(tally)
    assert "ab12" * 16 in all_words(tally).replace(" ", "")


def test_sealing_minutes_name_the_seal_code_and_no_result() -> None:
    words = all_words(sealing_minutes(invented.sealing()))
    assert "4821 0937 7715 0264" in words
    assert "Rất tốt" not in words
