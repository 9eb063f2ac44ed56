"""What the program writes of a draw, the independent verifier accepts, alone and after it was drawn by hand."""

import json
from datetime import date
from pathlib import Path

import pytest

from guong.core.bundle import Bundle, DrawEntry, build_bundle
from guong.core.draw import Draw, Frame, Method, draw_by_hand, draw_by_numbers, frame_code, freeze_frame
from tests.core.schools import KEY, frozen, school, schools, terms
from tests.verify.conftest import Run


def bundle_of(draw: object, folder: Path) -> Bundle:
    assert isinstance(draw, Draw)
    bundle = build_bundle((), draws=(DrawEntry(draw, date(2023, 4, 20)),))
    for path, data in bundle.files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return bundle


def frame_with_exclusions() -> Frame:
    odd = [
        school("TH-90", heads_since=()),
        school("CS-91", "lower_secondary", public=False),
        school("TT-01", None),
    ]
    frame = freeze_frame(terms(Method.COMPUTED), [*schools(11), *odd])
    assert isinstance(frame, Frame)
    return frame


def test_a_computed_draw_holds_and_its_list_has_the_code_read_aloud(tmp_path: Path, run: Run) -> None:
    frame = frame_with_exclusions()
    bundle = bundle_of(draw_by_numbers(frame, ("Sông Hồng 17", "năm con cò \u201ctrắng\u201d")), tmp_path)
    code, printed = run(tmp_path, "--expect", bundle.code)
    assert code == 0, printed
    assert f"Mã danh sách gắp thăm: {frame_code(frame)}" in printed


@pytest.mark.parametrize("number", [5, 6, 9])
def test_a_draw_by_hand_holds(tmp_path: Path, run: Run, number: int) -> None:
    frame = frozen(number=number)
    lots = {
        level.terms.key: [entry.unit for entry in level.units[: level.lots]][::-1] for level in frame.levels
    }
    bundle_of(draw_by_hand(frame, lots), tmp_path)
    code, printed = run(tmp_path)
    assert code == 0, printed


def test_a_bundle_of_draws_has_no_sealed_part_and_names_nobody(tmp_path: Path) -> None:
    bundle = bundle_of(draw_by_numbers(frame_with_exclusions(), ("a1", "b2")), tmp_path)
    assert set(bundle.files) == {f"public/draws/{KEY}.json", "public/manifest.json"}
    data = json.loads(bundle.files[f"public/draws/{KEY}.json"])
    entries = [*data["without_level"], *(entry for level in data["levels"] for entry in level["excluded"])]
    assert all(set(entry) == {"unit", "name", "reason"} for entry in entries)
    assert all(set(entry) == {"unit", "name"} for level in data["levels"] for entry in level["frame"])
