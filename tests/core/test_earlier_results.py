"""Results of earlier years: a table is read strictly, and every fault says its row."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guong.core.earlier_results import HEADINGS, MOST_ROWS, EarlierTable, read_table
from guong.core.outcome import Refused

LEVELS = ("Rất tốt", "Tốt", "Trung bình", "Yếu kém")
TOP = [*HEADINGS, *LEVELS]
GOOD = ["Trường A", "Vũ Thị Hạ", "Dân chủ", "20", "10", "5", "3", "1"]


def read(*rows: list[str], top: list[str] | None = None) -> EarlierTable | Refused:
    return read_table([["Số liệu năm 2021"], [], top or TOP, *rows])


def table(*rows: list[str]) -> EarlierTable:
    found = read(*rows)
    assert isinstance(found, EarlierTable)
    return found


def test_a_table_is_found_below_its_title_and_read_with_its_levels() -> None:
    found = table(GOOD, [], ["Trường A", "Vũ Thị Hạ", "Đoàn kết", "20", "20", "0", "0", "0"])
    assert (found.levels, found.faults) == (LEVELS, ())
    assert [(line.row, line.text, line.counts) for line in found.lines] == [
        (4, "Dân chủ", (10, 5, 3, 1)),
        (6, "Đoàn kết", (20, 0, 0, 0)),
    ]


@pytest.mark.parametrize(
    ("place", "cell", "words"),
    [
        (2, "", "trống"),
        (1, "", "cả đơn vị và người"),
        (3, "0", "số nguyên"),
        (3, "hai mươi", "số nguyên"),
        (4, "-1", "số nguyên"),
        (4, "3,5", "số nguyên"),
        (4, "9" * 30, "số nguyên"),
        (4, "²", "số nguyên"),
        (4, "12", "nhiều hơn 20"),
        (0, "T" * 501, "dài quá"),
    ],
)
def test_a_wrong_cell_is_named_with_its_row(place: int, cell: str, words: str) -> None:
    wrong = [*GOOD]
    wrong[place] = cell
    (fault,) = table(GOOD, wrong[:2] + ([*wrong[2:3]] if place == 2 else ["Khác"]) + wrong[3:]).faults
    assert fault.row == 5
    assert words in fault.sentence


def test_one_criterion_twice_and_two_numbers_of_ballots_are_faults() -> None:
    assert [fault.row for fault in table(GOOD, GOOD).faults] == [4, 5]
    other = ["Trường A", "Vũ Thị Hạ", "Đoàn kết", "21", "1", "1", "1", "1"]
    assert [fault.row for fault in table(GOOD, other).faults] == [5]


def test_people_and_the_whole_round_in_one_file_are_refused() -> None:
    whole = ["", "", "Dân chủ", "200", "100", "50", "30", "10"]
    mixed = read(GOOD, whole)
    assert isinstance(mixed, Refused)
    assert mixed.reason == "mixed"
    assert table(whole).lines[0].person == ""


@pytest.mark.parametrize(
    "top",
    [
        [*HEADINGS[1:], *LEVELS],
        [*HEADINGS, *LEVELS[:3]],
        [*HEADINGS, "Tốt", "Tốt", "Trung bình", "Yếu kém"],
        [*LEVELS],
    ],
)
def test_without_its_headings_nothing_is_a_table(top: list[str]) -> None:
    found = read(GOOD, top=top)
    assert isinstance(found, Refused)
    assert found.reason == "no_table"


def test_an_empty_table_and_an_endless_one_are_refused() -> None:
    empty, endless = read(), read(*[GOOD] * (MOST_ROWS + 1))
    assert isinstance(empty, Refused)
    assert isinstance(endless, Refused)
    assert (empty.reason, endless.reason) == ("no_rows", "too_many_rows")


@given(st.lists(st.lists(st.text(max_size=12), max_size=10), max_size=12))
def test_whatever_stands_in_the_cells_nothing_breaks(rows: list[list[str]]) -> None:
    found = read_table([TOP, *rows])
    if isinstance(found, EarlierTable):
        assert all(sum(line.counts) <= line.returned for line in found.lines)
        assert len(found.lines) + len({fault.row for fault in found.faults}) >= len(
            [row for row in rows if any(row)]
        )
