"""Pages that are not read: each with its reason, after the complaints of other readers' users."""

from random import Random
from typing import Any

import cv2
import numpy
import pytest

from guong.core.questionnaire import official
from guong.paper import ballot_layout
from guong.paper.markers import CORNERS
from guong.paper.reading import Layout, PageReading, Scan, read_page
from tests.paper import filled, scanner
from tests.paper.marks import PIXELS, Page
from tests.paper.test_ballot_sheet import changed


def reason(scan: Scan, key: str = "school_head") -> str | None:
    """Why a page was refused."""
    refusal = read_page(scan, filled.layout(key)).refusal
    if refusal is None:
        return None
    assert refusal.sentence
    return refusal.reason


def without(page: Page, *corners: int) -> Page:
    """A page whose markers at some corners are covered."""
    page = page.copy()
    for corner in corners:
        x, y = (round(length * PIXELS) for length in CORNERS[corner])
        page[y - 6 : y + 10 * PIXELS + 6, x - 6 : x + 10 * PIXELS + 6] = 255
    return page


def ballot() -> Page:
    """A sheet like any other."""
    return filled.ballot(71)[0]


def test_a_white_page() -> None:
    assert reason(scanner.scan(numpy.full_like(ballot(), 255))) == "blank_page"
    assert reason(scanner.worn_scan(numpy.full_like(ballot(), 255), Random(1))) == "blank_page"


def test_a_page_of_something_else() -> None:
    page = numpy.full_like(ballot(), 255)
    for row in range(300, 3200, 60):
        cv2.putText(page, "cong van so 12 ve viec hop", (200, row), cv2.FONT_HERSHEY_SIMPLEX, 2, 0, 3)
    assert reason(scanner.scan(page)) == "no_markers"


def test_solid_squares_are_not_taken_for_markers() -> None:
    page = without(ballot(), 0, 1, 2, 3)
    for x, y in CORNERS:
        page[int(y) * PIXELS : int(y + 10) * PIXELS, int(x) * PIXELS : int(x + 10) * PIXELS] = 0
    assert reason(scanner.scan(page)) == "no_markers"


@pytest.mark.parametrize("corner", range(4))
def test_three_markers_suffice_and_change_no_value(corner: int) -> None:
    whole = read_page(scanner.scan(ballot()), filled.layout())
    covered = read_page(scanner.scan(without(ballot(), corner)), filled.layout())
    assert_no_value_changed(covered, whole)


def assert_no_value_changed(now: PageReading, before: PageReading) -> None:
    """No row may have another value; a few may have gone to a person, or come back from one."""
    values = [(row.value, then.value) for row, then in zip(now.rows, before.rows, strict=True)]
    assert all(None in pair or pair[0] == pair[1] for pair in values)
    assert sum(None in pair and pair != (None, None) for pair in values) <= 2


def test_two_markers_do_not_suffice() -> None:
    assert reason(scanner.scan(without(ballot(), 0, 2))) == "markers_missing"


@pytest.mark.parametrize("size", [0.94, 0.95, 0.97, 1.05])
def test_a_sheet_printed_at_another_scale(size: float) -> None:
    shift = (105 * (1 - size), 148.5 * (1 - size))
    assert reason(scanner.scan(ballot(), size=(size, size), shift=shift)) == "wrong_scale"


def test_a_sheet_fitted_onto_letter_paper() -> None:
    fitted = 279.4 / 297
    assert reason(scanner.scan(ballot(), size=(fitted, fitted), shift=(0, -8.8))) == "wrong_scale"


def test_a_sheet_cut_off_by_letter_paper() -> None:
    scan = scanner.scan(ballot())
    per = 200 / 25.4
    cut = Scan(numpy.ascontiguousarray(scan.pixels[: round(279.4 * per)]), scan.scale)
    assert reason(cut) == "markers_missing"


def test_a_page_stretched_one_way() -> None:
    assert reason(scanner.scan(ballot(), size=(1.0, 0.98))) == "stretched"


def test_the_print_scale_of_a_photo_does_not_matter() -> None:
    scan = scanner.scan(ballot(), size=(0.95, 0.95))
    photo = read_page(Scan(scan.pixels, None), filled.layout())
    whole = read_page(scanner.scan(ballot()), filled.layout())
    assert_no_value_changed(photo, whole)


def folded(page: Page, across: float, down: float) -> Page:
    """A page whose lower half is pulled in, as a fold does."""
    height, width = page.shape
    rows, columns = numpy.mgrid[0:height, 0:width].astype(numpy.float32)
    below = numpy.clip(rows - height * 0.5, 0, None)
    bent = cv2.remap(page, columns + below * across, rows + below * down, cv2.INTER_LINEAR, borderValue=255)
    return numpy.asarray(bent, dtype=numpy.uint8)


@pytest.mark.parametrize(("across", "down"), [(0.03, 0.02), (0.03, 0.0), (0.0, 0.02)])
def test_a_folded_sheet(across: float, down: float) -> None:
    assert reason(scanner.scan(folded(ballot(), across, down))) in {"boxes_not_found", "folded"}


def test_a_sheet_a_little_bent_changes_no_value() -> None:
    whole = read_page(scanner.scan(ballot()), filled.layout())
    bent = read_page(scanner.scan(folded(ballot(), 0.01, 0.0)), filled.layout())
    for row, before in zip(bent.rows, whole.rows, strict=False):
        assert row.value in (before.value, None)


def test_a_corner_that_does_not_lie_where_the_others_say() -> None:
    page = without(ballot(), 2)
    x, y = (round(length * PIXELS) for length in CORNERS[2])
    moved, size = 3 * PIXELS, 10 * PIXELS
    page[y : y + size, x - moved : x - moved + size] = ballot()[y : y + size, x : x + size]
    assert reason(scanner.scan(page)) == "folded"


def test_a_streak_down_a_column_of_boxes() -> None:
    page = ballot()
    x = round((filled.ticks()["school_head_01"][1]["x"] + 3.1) * PIXELS)
    page[:, x : x + 5] = 40
    assert reason(scanner.scan(page)) == "streak"


def test_a_streak_through_a_marker_moves_nothing() -> None:
    page = ballot()
    page[:, round(14.2 * PIXELS) : round(14.6 * PIXELS)] = 30
    whole = read_page(scanner.scan(ballot()), filled.layout())
    streaked = read_page(scanner.scan(page), filled.layout())
    for row, before in zip(streaked.rows, whole.rows, strict=False):
        assert row.value in (before.value, None)


def test_the_other_official_form() -> None:
    assert reason(scanner.scan(filled.printed("ward_head"))) == "foreign_form"


def test_another_layout_of_the_same_form() -> None:
    other = changed("school_head", title="PHIẾU", items=filled_items(5))
    layout = Layout.from_bytes(ballot_layout(other.raw))
    refusal = read_page(scanner.scan(ballot()), layout).refusal
    assert refusal is not None
    assert refusal.reason == "other_version"


def filled_items(number: int) -> list[dict[str, Any]]:
    """The first rows of the school form."""
    data = official("school_head").as_data()
    return list(data["items"][:number])


def test_a_code_that_nobody_can_read() -> None:
    page = ballot()
    page[round(272 * PIXELS) : round(279 * PIXELS), round(171 * PIXELS) : round(185 * PIXELS)] = 255
    assert reason(scanner.scan(page)) == "code_unreadable"


def test_two_sheets_in_one_photo() -> None:
    assert reason(Scan(numpy.hstack([ballot()[::2, ::2], ballot()[::2, ::2]]), None)) == "two_sheets"
    front_and_back = numpy.hstack([ballot()[::2, ::2], filled.printed(side=2)[::2, ::2]])
    assert reason(Scan(front_and_back, None)) == "two_sheets"


def test_a_resolution_that_is_too_low() -> None:
    assert reason(scanner.scan(ballot(), dpi=75)) == "low_resolution"


def test_print_that_is_too_faint() -> None:
    page = (255 - (255 - ballot().astype(numpy.int32)) * 0.22).astype(numpy.uint8)
    assert reason(scanner.scan(page)) in {"faint_print", "no_markers"}


def test_pale_toner_and_a_dark_scanner_change_no_value() -> None:
    whole = read_page(scanner.scan(ballot()), filled.layout())
    for strength, paper in ((0.6, 255), (1.0, 170)):
        page = (paper * (1 - (1 - ballot() / 255) * strength)).astype(numpy.uint8)
        read = read_page(scanner.scan(page), filled.layout())
        assert read.refusal is None
        assert all(
            row.value in (before.value, None) for row, before in zip(read.rows, whole.rows, strict=True)
        )


def test_a_page_whose_edge_is_cut_off_is_read_if_its_markers_are_there() -> None:
    scan = scanner.scan(ballot())
    cut = Scan(numpy.ascontiguousarray(scan.pixels[50:-50, 50:-50]), scan.scale)
    assert reason(cut) is None


def test_a_photocopy_of_a_photocopy_changes_no_value() -> None:
    page = ballot()
    whole = read_page(scanner.scan(page), filled.layout())
    for _ in range(2):
        copied = scanner.scan(page, dpi=305, turn=0.3)
        page = numpy.where(copied.pixels > 150, 255, copied.pixels // 2).astype(numpy.uint8)
        page = cv2.resize(page, (filled.printed().shape[1], filled.printed().shape[0])).astype(numpy.uint8)
    read = read_page(scanner.scan(page), filled.layout())
    assert read.refusal is None
    assert all(row.value in (before.value, None) for row, before in zip(read.rows, whole.rows, strict=True))
