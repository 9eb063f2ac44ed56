"""The reconciliation equations and their explanations (formats §12)."""

from pathlib import Path
from typing import Any

import pytest

from tests.verify.conftest import Run
from tests.verify.writer import World

EXPLANATION = {
    "equation": 1,
    "difference": 1,
    "text": "Một đồng chí ký rồi ra về",
    "signed_by": ["Lê B", "Trần C"],
}


def verdict(world: World, tmp_path: Path, run: Run) -> tuple[int, str]:
    return run(world.write(tmp_path / "bundle"))


@pytest.mark.parametrize(
    "name",
    [
        "signatures",
        "printed",
        "drawn",
        "left_over",
        "paper_sets",
        "exchanged",
        "spoiled",
        "replaced",
        "device",
    ],
)
def test_a_number_changed_alone_fails(world: World, tmp_path: Path, run: Run, name: str) -> None:
    world.equations[name] += 1
    assert verdict(world, tmp_path, run)[0] == 1


def test_mismatch_with_signed_explanation_of_its_difference_holds(
    world: World, tmp_path: Path, run: Run
) -> None:
    world.equations["roll"] += 1
    world.equations["signatures"] += 1
    world.equations["explanations"] = [EXPLANATION]
    code, printed = verdict(world, tmp_path, run)
    assert code == 0, printed
    assert "1 chênh lệch có giải trình đã ký" in printed


@pytest.mark.parametrize(
    "change",
    [
        {"difference": -1}, {"difference": 2}, {"equation": 2}, {"text": " "}, {"signed_by": ["Lê B"]},
        {"signed_by": ["Lê B", "Lê B"]}, {"equation": True}, {"difference": "1"},
    ],
)  # fmt: skip
def test_explanation_that_does_not_fit_fails(
    world: World, tmp_path: Path, run: Run, change: dict[str, Any]
) -> None:
    world.equations["roll"] += 1
    world.equations["signatures"] += 1
    world.equations["explanations"] = [EXPLANATION | change]
    assert verdict(world, tmp_path, run)[0] == 1


def test_explanation_of_an_equation_that_holds_fails(world: World, tmp_path: Path, run: Run) -> None:
    world.equations["explanations"] = [EXPLANATION]
    assert verdict(world, tmp_path, run)[0] == 1


@pytest.mark.parametrize("equation", [4, 5, 6])
def test_equations_four_to_six_cannot_be_explained_away(
    world: World, tmp_path: Path, run: Run, equation: int
) -> None:
    world.equations["subjects"][0]["valid"] -= 1
    world.equations["explanations"] = [EXPLANATION | {"equation": equation}]
    assert verdict(world, tmp_path, run)[0] == 1


@pytest.mark.parametrize("name", ["paper_sheets", "opened", "valid", "invalid"])
def test_subject_numbers_must_equal_the_counts(world: World, tmp_path: Path, run: Run, name: str) -> None:
    world.equations["subjects"][0][name] += 1
    assert verdict(world, tmp_path, run)[0] == 1


def test_more_signatures_than_the_roll_fails(world: World, tmp_path: Path, run: Run) -> None:
    world.equations["roll"] = world.equations["signatures"] - 1
    code, printed = verdict(world, tmp_path, run)
    assert code == 1
    assert "nhiều hơn" in printed


def test_more_replaced_than_spoiled_slips_fails(world: World, tmp_path: Path, run: Run) -> None:
    world.equations["replaced"] = 1
    world.equations["signatures"] -= 1
    assert verdict(world, tmp_path, run)[0] == 1


def test_more_paper_sheets_than_sets_fails(world: World, tmp_path: Path, run: Run) -> None:
    world.equations["paper_sets"] -= 1
    world.equations["signatures"] -= 1
    code, printed = verdict(world, tmp_path, run)
    assert code == 1
    assert "nhiều hơn 1 bộ" in printed
