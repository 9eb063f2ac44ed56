"""Reading filled-in sheets: never a wrong value, every doubt to a person. All marks and scans are synthetic."""

from collections import Counter
from collections.abc import Callable
from random import Random

import pytest

from guong.paper.reading import Scan, read_page
from guong.paper.reading.rows import RowReading
from tests.paper import filled, marks, scanner
from tests.paper.marks import Page

SHEETS = 40
PHOTOS = 16


def rows_of(page: Page, key: str = "school_head", **how: float) -> dict[str, RowReading]:
    """The rows read from a clean scan."""
    reading = read_page(scanner.scan(page, **how), filled.layout(key))  # type: ignore[arg-type]
    assert reading.refusal is None
    return {row.item: row for row in reading.rows}


def rates(
    make: Callable[[Page, Random], Scan], seeds: range
) -> tuple[int, Counter[str], Counter[str], list[str]]:
    """Pages refused, rows of each way, rows of each way that went to a person, and rows read wrongly."""
    refused, drawn, human, wrong = 0, Counter[str](), Counter[str](), []
    for seed in seeds:
        key = "ward_head" if seed % 2 else "school_head"
        page, truths = filled.ballot(seed, key)
        reading = read_page(make(page, Random(seed)), filled.layout(key))
        refused += reading.refusal is not None
        for row in reading.rows:
            truth = truths[row.item]
            drawn[truth.way] += 1
            human[truth.way] += row.state == "human"
            if row.state == "read" and row.value != truth.value:
                wrong.append(f"{seed} {row.item}: {truth}, read {row.value}")
    return refused, drawn, human, wrong


@pytest.mark.slow
@pytest.mark.parametrize(
    ("make", "seeds", "name"),
    [
        (scanner.worn_scan, range(3_000, 3_000 + SHEETS), "scans of 150-300 dpi"),
        (scanner.photo, range(5_000, 5_000 + PHOTOS), "photos of 2,200 pixels"),
    ],
)
def test_no_row_is_read_wrongly(
    make: Callable[[Page, Random], Scan],
    seeds: range,
    name: str,
    record_property: Callable[[str, object], None],
) -> None:
    refused, drawn, human, wrong = rates(make, seeds)
    rows = drawn.total()
    record_property("rows", rows)
    print(
        f"{name}, synthetic: straight through {1 - human.total() / rows:.1%}, human {human.total() / rows:.1%}, "
        f"clean rows to a person {human['plain']}/{drawn['plain']}, wrong {len(wrong)}/{rows}, pages refused {refused}"
    )
    assert wrong == []
    assert refused <= len(seeds) // 20
    assert human["plain"] <= 0.02 * drawn["plain"]
    assert human.total() <= 0.2 * rows


@pytest.mark.parametrize("way", sorted(filled.NOT_TO_BE_READ))
def test_what_only_a_person_may_judge_is_never_read(way: str) -> None:
    page, _ = filled.ballot(11, only=way)
    assert {row.state for row in rows_of(page).values()} == {"human"}


@pytest.mark.parametrize("way", ["plain", "dotted", "scribbled", "struck", "faint", "specked", "erased"])
def test_whatever_is_read_is_what_was_meant(way: str) -> None:
    for seed in (21, 22, 23):
        page, truths = filled.ballot(seed, only=way)
        for item, row in rows_of(page).items():
            assert row.value in (truths[item].value, None)


def test_a_filled_box_beside_a_mark_is_a_correction() -> None:
    page, truths = filled.ballot(31, only="corrected")
    rows = rows_of(page)
    assert {item: row.value for item, row in rows.items()} == {i: truth.value for i, truth in truths.items()}


def test_no_correction_is_believed_of_somebody_who_fills_boxes_to_choose() -> None:
    chance = Random(5)
    page, _ = filled.ballot(31, only="corrected")
    boxes = filled.ticks()["prestige"]
    page[round((boxes[0]["y"] - 3) * 12) : round((boxes[0]["y"] + 8) * 12)] = 255
    clean = filled.printed()
    top, end = round((boxes[0]["y"] - 3) * 12), round((boxes[0]["y"] + 8) * 12)
    page[top:end] = clean[top:end]
    filled.fill_in(page, boxes, "filled", chance, marks.Pen(0.5, 0.8), marks.check)
    rows = rows_of(page)
    assert rows["prestige"].reason == "filled"
    assert {row.reason for item, row in rows.items() if item != "prestige"} == {"fills_boxes"}


@pytest.mark.parametrize("width", [0.25, 0.5, 0.9, 1.2])
def test_ticks_and_crosses_are_read_with_thin_and_with_thick_pens(width: float) -> None:
    for hand in (marks.check, marks.cross):
        page, chance = filled.printed().copy(), Random(41)
        truths = {
            item: filled.fill_in(page, boxes, "plain", chance, marks.Pen(width, 0.8), hand)
            for item, boxes in filled.ticks().items()
        }
        rows = rows_of(page)
        assert all(row.value in (truths[item].value, None) for item, row in rows.items())
        if width < 1:  # a felt pen's cross fills half the box: some go to a person
            assert sum(row.state == "read" for row in rows.values()) >= len(rows) - 2


@pytest.mark.parametrize("dpi", [100, 150, 300])
@pytest.mark.parametrize("turn", [0.0, 3.0, 180.0])
def test_another_resolution_or_turn_may_cast_doubt_but_never_changes_a_value(dpi: int, turn: float) -> None:
    page, _ = filled.ballot(51)
    before = rows_of(page)
    for item, row in rows_of(page, dpi=dpi, turn=turn).items():
        if row.state == "read" and before[item].state == "read":
            assert row.value == before[item].value


def test_a_stack_of_blank_sheets_gives_no_votes() -> None:
    for key in ("school_head", "ward_head"):
        for seed in range(3):
            reading = read_page(scanner.worn_scan(filled.printed(key), Random(seed)), filled.layout(key))
            assert {(row.value, row.state, row.reason) for row in reading.rows} == {(None, "human", "blank")}


def test_the_back_is_known_as_such_and_has_nothing_to_count() -> None:
    reading = read_page(scanner.scan(filled.printed(side=2)), filled.layout())
    assert reading.as_data() == {
        "page": 1,
        "status": "read",
        "reason": None,
        "form": "school_head",
        "side": "back",
        "rows": [],
    }


def test_a_page_is_printed_with_the_published_fields_only() -> None:
    page, _ = filled.ballot(61)
    data = read_page(scanner.scan(page), filled.layout(), 7).as_data()
    assert set(data) == {"page", "status", "reason", "form", "side", "rows"}
    assert (data["page"], data["status"], data["form"], data["side"]) == (7, "read", "school_head", "front")
    assert [row["item"] for row in data["rows"]] == list(filled.ticks())
    for row in data["rows"]:
        assert set(row) == {"item", "value", "state", "reason", "confidence"}
        assert (row["state"] == "read") == (row["value"] in (1, 2, 3, 4)) == (row["reason"] is None)
        assert (row["state"] == "read") == (0 < row["confidence"] <= 1)
