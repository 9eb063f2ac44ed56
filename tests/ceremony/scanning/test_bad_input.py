"""Everything that a stack may hold but shouldn't: named with its reason, and the rest of the batch goes on (issue 6)."""

import io
from collections.abc import Callable
from functools import cache

import numpy
import pypdfium2
import pytest
from PIL import Image

from guong.ceremony.scanning.batch import Batch
from guong.core.outcome import Refused
from guong.paper import ballot_sheet_pdf
from tests.ceremony.scanning import stacks
from tests.core.answers import SCHOOL_FORM
from tests.paper import filled, scanner
from tests.paper.marks import Page
from tests.paper.test_ballot_sheet import changed
from tests.paper.test_refused_pages import without
from tests.paper.test_scan_intake import LOCKED, gigapixel_png

MARKS = "1234432112344321"
THREE = (MARKS, "4443332221114321", "2112211221122112")
LETTER = 279.4  # millimetres high


def front() -> Page:
    """A sheet like any other."""
    return stacks.sheet(MARKS, seed=1)


def pdf_of(*sides: Image.Image) -> bytes:
    """A file as a scanner that takes both sides delivers it."""
    return stacks.as_pdf(sides)


def both(page: Page, **how: float) -> bytes:
    """A sheet whose two sides suffered the same."""
    sides = (scanner.scan(side, dpi=stacks.DPI, **how) for side in (page, filled.printed(side=2)))  # type: ignore[arg-type]
    return pdf_of(*(Image.fromarray(side.pixels) for side in sides))


def other_version() -> bytes:
    """The form of another year, as it is printed."""
    return ballot_sheet_pdf(changed("school_head", version="2022").raw, subject_line="x")


def two_corners_missing() -> bytes:
    """Two of a front's markers are covered."""
    return pdf_of(stacks.scanned(without(front(), 0, 2)), stacks.back())


def fitted_onto_letter() -> bytes:
    """Printed on Letter paper by a printer that makes everything fit."""
    share = LETTER / 297
    return both(front(), size=(share, share), shift=(0, -8.8))  # type: ignore[arg-type]


def cut_off_by_letter() -> bytes:
    """A scanner whose glass is set to Letter."""
    sides = [stacks.scanned(front()), stacks.back()]
    high = round(LETTER * stacks.DPI / 25.4)
    return pdf_of(*(side.crop((0, 0, side.width, high)) for side in sides))


def two_in_one_photo() -> bytes:
    """Two sheets on a table."""
    return _saved(Image.fromarray(numpy.hstack([front()[::2, ::2], front()[::2, ::2]])), "JPEG")


def five_hundred_pages() -> bytes:
    """A whole archive by mistake."""
    document, file = pypdfium2.PdfDocument.new(), io.BytesIO()
    for _ in range(500):
        document.new_page(10, 10)
    document.save(file)
    return file.getvalue()


def _saved(image: Image.Image, kind: str) -> bytes:
    file = io.BytesIO()
    image.save(file, kind)
    return file.getvalue()


BAD = {
    "foreign_form": lambda: stacks.as_pdf([stacks.scanned(filled.printed("ward_head", n)) for n in (1, 2)]),
    "other_version": other_version,
    "markers_missing": two_corners_missing,
    "wrong_scale": lambda: both(front(), size=(0.94, 0.94), shift=(6.3, 8.9)),  # type: ignore[arg-type]
    "two_sheets": two_in_one_photo,
    "too_many_pixels": gigapixel_png,
    "encrypted": lambda: LOCKED,
    "unreadable_file": lambda: b"%PDF-1.7 broken",
    "too_many_pages": five_hundred_pages,
}


@cache
def good() -> bytes:
    """Three sheets: as it should be, upside down, and a photocopy."""
    plain, turned, copied = (stacks.sheet(marks, seed=place) for place, marks in enumerate(THREE))
    copied = numpy.where(copied > 150, 255, copied // 2).astype(numpy.uint8)
    sides = [stacks.scanned(plain), stacks.back()]
    sides += [side.rotate(180) for side in (stacks.scanned(turned), stacks.back())]
    return stacks.as_pdf([*sides, stacks.scanned(copied, turn=0.3), stacks.back()])


def after(*files: tuple[str, bytes]) -> Batch:
    """A batch of three that met these files in one upload with the good stack."""
    batch = Batch(SCHOOL_FORM, 3)
    assert batch.add([*files, ("tap.pdf", good())]) == 3
    return batch


def reasons(batch: Batch) -> list[str]:
    """Why something of the batch was not read."""
    assert all(entry.refused.sentence for entry in batch.not_read)
    return [entry.refused.reason for entry in batch.not_read]


def test_a_sheet_upside_down_and_a_photocopy_are_read_as_what_they_say() -> None:
    batch = after()
    assert (batch.found, batch.not_read) == (3, [])
    for sheet, marks in zip(batch.sheets, THREE, strict=True):
        values = [(row.value, mark) for row, mark in zip(sheet.front.reading.rows, marks, strict=True)]
        assert all(value is None or str(value) == mark for value, mark in values)
        assert sum(value is not None for value, _ in values) >= 12


@pytest.mark.parametrize("reason", BAD)
def test_each_is_refused_with_its_reason_and_the_rest_goes_on(reason: str) -> None:
    batch = after(("xau.pdf", BAD[reason]()))
    assert set(reasons(batch)) == {reason}
    for entry in batch.not_read:
        batch.decide(entry.key, "rescanned")
    assert batch.finish() is None


@pytest.mark.parametrize(
    ("make", "reason"), [(fitted_onto_letter, "wrong_scale"), (cut_off_by_letter, "markers_missing")]
)
def test_letter_paper_is_refused_and_the_rest_goes_on(make: Callable[[], bytes], reason: str) -> None:
    batch = after(("letter.pdf", make()))
    assert (set(reasons(batch)), batch.found) == ({reason}, 3)


def test_all_of_them_at_once_stop_nothing() -> None:
    batch = after(*((f"{place}.pdf", make()) for place, make in enumerate(BAD.values())))
    assert set(reasons(batch)) == set(BAD)
    assert batch.found == 3


def test_a_foreign_photo_beside_photos_of_fronts_and_backs_stops_nothing() -> None:
    photos = [("1.png", stacks.scanned(front())), ("2.png", stacks.back())]
    files = [(name, _saved(image, "PNG")) for name, image in photos]
    foreign = _saved(stacks.scanned(filled.printed("ward_head")), "PNG")
    batch = Batch(SCHOOL_FORM, 1)
    outcome = batch.add(
        [*files, ("3.png", foreign), ("4.png", _saved(Image.new("L", (800, 1100), 255), "PNG"))]
    )
    assert (outcome, reasons(batch)) == (1, ["foreign_form"])


def test_photos_one_file_a_side_make_sheets_in_the_order_of_their_names() -> None:
    fronts = [stacks.scanned(stacks.sheet(marks, seed=place)) for place, marks in enumerate(THREE[:2])]
    backs = [stacks.scanned(filled.printed(side=2), turn=turn) for turn in (0.1, 0.2)]
    sides = [fronts[0], backs[0], fronts[1], backs[1]]
    files = [(f"IMG_{place}.png", _saved(side, "PNG")) for place, side in enumerate(sides, start=9)]
    batch = Batch(SCHOOL_FORM, 2)
    assert batch.add(files[::-1]) == 2
    assert all(sheet.back is not None for sheet in batch.sheets)


def test_a_sheet_printed_on_one_side_only_is_named_and_its_neighbours_keep_their_backs() -> None:
    white = Image.new("L", stacks.back().size, 250)
    fronts = [stacks.scanned(stacks.sheet(marks, seed=place)) for place, marks in enumerate(THREE)]
    batch = Batch(SCHOOL_FORM, 3)
    assert (
        batch.add([("a.pdf", pdf_of(fronts[0], stacks.back(), fronts[1], white, fronts[2], stacks.back()))])
        == 2
    )
    assert [(entry.where, entry.refused.reason) for entry in batch.not_read] == [
        ("a.pdf, trang 4", "blank_page")
    ]
    assert [sheet.back is not None for sheet in batch.sheets] == [True, True]


def test_fronts_alone_are_named_and_the_stack_beside_them_is_taken() -> None:
    fronts = pdf_of(stacks.scanned(front()), stacks.scanned(front()))
    batch = after(("mot-mat.pdf", fronts))
    (entry,) = batch.not_read
    assert (entry.where, entry.refused.reason, entry.choices) == (
        "mot-mat.pdf",
        "one_side_only",
        ("rescanned",),
    )
    batch.decide(entry.key, "aside")
    assert batch.undecided == 1
    batch.decide(entry.key, "rescanned")
    assert batch.finish() is None


def test_a_refused_stack_may_come_again_with_its_backs() -> None:
    alone = ("truoc.png", _saved(stacks.scanned(front()), "PNG"))
    batch = after(alone)
    assert reasons(batch) == ["one_side_only"]
    outcome = batch.add([alone, ("sau.png", _saved(stacks.back(), "PNG"))])
    assert not isinstance(outcome, Refused)
