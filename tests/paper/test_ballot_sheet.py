"""The printed sheet and its layout: ticks in front, writing behind, nothing that tells one sheet from another."""

import json
import re
from typing import Any

import cv2
import numpy
import pypdfium2
import pytest
import zxingcpp

from guong.core import canonical
from guong.core.questionnaire import Questionnaire, official
from guong.paper import FormTooLong, ballot_layout, ballot_sheet_pdf
from guong.paper.ballot_sheet import layout_mark
from guong.paper.markers import CORNERS, MARKER, marker_svgs
from tests.paper.reading import page_texts

FORMS = ["school_head", "ward_head"]
PIXELS = 12  # a millimetre


def tight(words: str) -> str:
    """Text without white space."""
    return re.sub(r"\s", "", words)


def pages(pdf: bytes) -> list[numpy.ndarray[Any, Any]]:
    """Each page drawn in grey."""
    document = pypdfium2.PdfDocument(pdf)
    return [
        numpy.asarray(page.render(scale=PIXELS * 25.4 / 72, grayscale=True).to_pil()) for page in document
    ]


def changed(key: str, /, **changes: Any) -> Questionnaire:
    """An official form with other data."""
    return Questionnaire.from_canonical(canonical.encode(official(key).as_data() | changes))


def items(number: int, /, **changes: Any) -> list[dict[str, Any]]:
    """Invented rows."""
    levels = ["Tốt", "Khá", "Vừa", "Yếu"]
    return [
        {"key": f"i{n}", "number": str(n), "text": f"Nội dung {n}", "levels": levels, "note": False} | changes
        for n in range(1, number + 1)
    ]


@pytest.mark.parametrize("key", FORMS)
def test_the_official_form_stands_word_for_word_with_all_criteria_in_front(key: str) -> None:
    form = official(key)
    front, back = page_texts(ballot_sheet_pdf(form.raw, subject_line="Dòng tên"))
    for words in (form.title, form.headings["criteria"], "Dấu của cơ quan phát hành phiếu", "Dòng tên"):
        assert tight(words) in tight(front)
    for item in form.items:
        assert all(tight(level) in tight(front) for level in item.levels)
    for item in form.items[:-1]:
        assert tight(item.text) in tight(front)
        assert tight(item.text) in tight(back)
    assert form.headings["prestige"] in front
    assert form.headings["opinion"] in back
    assert tight(form.headings["note"]) in tight(back)
    assert "Dòng tên" in back


@pytest.mark.parametrize("key", FORMS)
def test_the_layout_names_every_box_in_front_and_every_writing_zone_behind(key: str) -> None:
    form = official(key)
    layout = json.loads(ballot_layout(form.raw))
    assert set(layout) == {"form", "version", "pages", "ticks", "zones"}
    assert (layout["form"], layout["version"], layout["pages"]) == (key, "2023", 2)
    expected = {(item.key, value) for item in form.items for value in (1, 2, 3, 4)}
    assert {(tick["item"], tick["value"]) for tick in layout["ticks"]} == expected
    assert len(layout["ticks"]) == len(expected)
    assert {tick["page"] for tick in layout["ticks"]} == {1}
    assert [zone["item"] for zone in layout["zones"]] == list(form.remark_fields)
    assert {zone["page"] for zone in layout["zones"]} == {2}


@pytest.mark.parametrize("key", FORMS)
def test_each_box_is_printed_where_the_layout_says_to_a_fifth_of_a_millimetre(key: str) -> None:
    form = official(key)
    front = pages(ballot_sheet_pdf(form.raw, subject_line="x"))[0]
    for tick in json.loads(ballot_layout(form.raw))["ticks"]:
        middle = round((tick["y"] + tick["h"] / 2) * PIXELS)
        for edge in (tick["x"], tick["x"] + tick["w"]):
            near = round(edge * PIXELS)
            assert front[middle, near - 2 : near + 3].min() < 160
        inside = front[
            middle - 2 * PIXELS : middle + 2 * PIXELS,
            round((tick["x"] + 0.5) * PIXELS) : round((tick["x"] + 4.5) * PIXELS),
        ]
        assert inside.min() > 250


@pytest.mark.parametrize("key", FORMS)
def test_nothing_is_printed_within_a_hand_s_slip_around_a_box(key: str) -> None:
    form = official(key)
    front = pages(ballot_sheet_pdf(form.raw, subject_line="x"))[0]
    for tick in json.loads(ballot_layout(form.raw))["ticks"]:
        x, y = (round(tick[name] * PIXELS) for name in ("x", "y"))
        reach, size = round(1.4 * PIXELS), 5 * PIXELS
        around = front[y - reach : y + size + reach, x - reach : x + size + reach].copy()
        around[reach - 3 : -reach + 4, reach - 3 : -reach + 4] = 255
        assert around.min() > 250, tick


def test_boxes_stand_twelve_millimetres_apart() -> None:
    for key in FORMS:
        ticks = json.loads(ballot_layout(official(key).raw))["ticks"]
        for item in {tick["item"] for tick in ticks}:
            xs = sorted(tick["x"] for tick in ticks if tick["item"] == item)
            assert min(b - a for a, b in zip(xs, xs[1:], strict=False)) >= 12


def test_the_layout_is_the_same_for_every_subject() -> None:
    form = official("ward_head")
    codes = set()
    for line in ("A", "Việc thực hiện tu dưỡng, rèn luyện đạo đức " * 4):
        front = pages(ballot_sheet_pdf(form.raw, subject_line=line))[0]
        codes.add(zxingcpp.read_barcodes(front)[0].text)
    assert len(codes) == 1


@pytest.mark.parametrize("key", FORMS)
def test_the_code_says_form_version_side_and_layout_and_nothing_else(key: str) -> None:
    form = official(key)
    mark = layout_mark(ballot_layout(form.raw))
    sides = pages(ballot_sheet_pdf(form.raw, subject_line="x"))
    texts = [[found.text for found in zxingcpp.read_barcodes(side)] for side in sides]
    assert texts == [[f"{key}/2023/1/{mark}"], [f"{key}/2023/2/{mark}"]]


def test_the_four_markers_stand_in_the_corners_and_tell_the_sides_apart() -> None:
    detector = cv2.aruco.ArucoDetector(cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50))
    for side, page in enumerate(pages(ballot_sheet_pdf(official("school_head").raw, subject_line="x"))):
        corners, ids, _ = detector.detectMarkers(page)
        assert sorted(int(number) for number in ids.ravel()) == [side * 4 + n for n in range(4)]
        for number, found in zip(ids.ravel(), corners, strict=True):
            left, top = found.reshape(4, 2)[0] / PIXELS
            assert (left, top) == pytest.approx(CORNERS[int(number) % 4], abs=0.15)
            assert abs(found.reshape(4, 2)[1][0] / PIXELS - left - MARKER) < 0.15


def test_the_committed_patterns_are_those_of_the_dictionary() -> None:
    dictionary = cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50)
    for number in range(8):
        drawn = marker_svgs(number // 4 + 1)[number % 4]
        black = {(int(x), int(y)) for x, y in re.findall(r"M(\d) (\d)h1v1", drawn)}
        expected = cv2.aruco.generateImageMarker(dictionary, number, 6)
        assert black == {(x, y) for y in range(6) for x in range(6) if expected[y, x] == 0}


def test_copies_are_the_same_to_the_pixel() -> None:
    first, back, second, back_again = pages(
        ballot_sheet_pdf(official("school_head").raw, subject_line="x", copies=2)
    )
    assert (first == second).all()
    assert (back == back_again).all()


def test_a_form_without_remarks_has_one_side() -> None:
    form = changed("school_head", key="cell_review", items=items(6), opinions=[])
    assert json.loads(ballot_layout(form.raw))["pages"] == 1
    (page,) = page_texts(ballot_sheet_pdf(form.raw, subject_line="x"))
    assert "mặt sau" not in page


def test_items_with_levels_of_their_own_stand_below_the_table() -> None:
    graded = items(3) + items(1, key="grade", number="4", text="Xếp loại", levels=["A1", "B1", "C1", "D1"])
    form = changed("school_head", items=graded, opinions=[])
    ticks = json.loads(ballot_layout(form.raw))["ticks"]
    assert [tick["item"] for tick in ticks[-4:]] == ["grade"] * 4
    (page,) = page_texts(ballot_sheet_pdf(form.raw, subject_line="x"))
    assert "4. Xếp loại" in page


def test_a_form_that_does_not_fit_on_one_side_is_refused_and_not_cut() -> None:
    form = changed("school_head", items=items(40))
    with pytest.raises(FormTooLong):
        ballot_layout(form.raw)
    with pytest.raises(FormTooLong):
        ballot_sheet_pdf(form.raw, subject_line="x")


def test_a_subject_line_that_does_not_fit_is_refused() -> None:
    with pytest.raises(FormTooLong):
        ballot_sheet_pdf(official("school_head").raw, subject_line="Việc thực hiện tu dưỡng " * 60)
