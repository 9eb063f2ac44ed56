"""Numbers and dates as a clerk writes them."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guong.core import wording


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (4, "bốn"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (91, "chín mươi mốt"),
        (100, "một trăm"),
        (101, "một trăm linh một"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (115, "một trăm mười lăm"),
        (555, "năm trăm năm mươi lăm"),
        (1000, "một nghìn"),
        (1005, "một nghìn không trăm linh năm"),
        (1015, "một nghìn không trăm mười lăm"),
        (2023, "hai nghìn không trăm hai mươi ba"),
        (21_000, "hai mươi mốt nghìn"),
        (100_000, "một trăm nghìn"),
        (105_010, "một trăm linh năm nghìn không trăm mười"),
        (999_999, "chín trăm chín mươi chín nghìn chín trăm chín mươi chín"),
    ],
)
def test_a_number_is_read_as_in_the_north(number: int, words: str) -> None:
    assert wording.in_words(number) == words


@pytest.mark.parametrize("number", [-1, 1_000_000])
def test_numbers_outside_the_range_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="999999"):
        wording.in_words(number)


@given(st.integers(0, 999_999), st.integers(0, 999_999))
def test_two_numbers_never_share_their_words(first: int, second: int) -> None:
    assert (wording.in_words(first) == wording.in_words(second)) == (first == second)


def test_thousands_are_parted_by_points() -> None:
    assert [wording.in_digits(n) for n in (7, 999, 1000, 123_456)] == ["7", "999", "1.000", "123.456"]


def test_a_share_has_a_decimal_comma_and_rounds_half_up() -> None:
    assert wording.percent(32, 48) == "66,7"
    assert wording.percent(1, 2000) == "0,1"
    assert wording.percent(5, 5) == "100,0"


def test_a_share_of_nothing_is_a_dash() -> None:
    assert wording.percent(0, 0) == "-"


@given(st.integers(1, 5000), st.data())
def test_a_share_is_never_off_by_more_than_half_of_its_last_digit(whole: int, data: st.DataObject) -> None:
    part = data.draw(st.integers(0, whole))
    assert abs(wording.per_mille(part, whole) * whole - 1000 * part) * 2 <= whole


def test_dates_follow_the_custom_of_zeros() -> None:
    assert wording.long_date(date(2023, 5, 15)) == "ngày 15 tháng 5 năm 2023"
    assert wording.long_date(date(2023, 1, 7)) == "ngày 07 tháng 01 năm 2023"


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2023, 5, 15), "15/5/2023"),
        (date(2023, 10, 2), "02/10/2023"),
        (date(2024, 2, 29), "29/02/2024"),
        (date(2024, 3, 9), "09/3/2024"),
        (datetime(2024, 1, 10, 8, 30), "10/01/2024"),
    ],
)
def test_days_under_ten_and_the_first_two_months_get_a_zero(day: date, written: str) -> None:
    assert wording.short_date(day) == written
    assert wording.day_month(day) == written[:-5]


def test_a_letterhead_without_a_place_begins_with_the_day() -> None:
    day = date(2023, 5, 15)
    assert wording.dated("Sông Lam", day) == "Sông Lam, ngày 15 tháng 5 năm 2023"
    for place in ("", "  "):
        assert wording.dated(place, day) == "Ngày 15 tháng 5 năm 2023"


def test_a_moment_names_hour_and_day() -> None:
    assert wording.hour_and_date(datetime(2023, 5, 15, 14, 5)) == "14 giờ 05 phút, ngày 15 tháng 5 năm 2023"
    assert wording.clock(datetime(2023, 5, 15, 8)) == "8 giờ"


def test_a_count_stands_in_digits_and_in_words() -> None:
    assert wording.in_both(47, "phiếu") == "47 phiếu (bằng chữ: bốn mươi bảy phiếu)"


@pytest.mark.parametrize(
    ("title", "unit", "printed"),
    [
        ("Bí thư Đảng uỷ phường", "Phường Bến Đá", "Bí thư Đảng uỷ Phường Bến Đá"),
        ("Chủ tịch UBND Phường Bến Đá", "Phường Bến Đá", "Chủ tịch UBND Phường Bến Đá"),
        ("Chủ tịch UBND", "Phường Bến Đá", "Chủ tịch UBND Phường Bến Đá"),
        ("Hiệu trưởng", "Trường Tiểu học Hoa Sen", "Hiệu trưởng Trường Tiểu học Hoa Sen"),
        ("Phường", "Phường Bến Đá", "Phường Phường Bến Đá"),
    ],
)
def test_a_post_names_its_unit_once(title: str, unit: str, printed: str) -> None:
    assert wording.post_of_unit(title, unit) == printed
