"""Lists stand as a Vietnamese dictionary has them, not by the numbers of their letters."""

from random import Random

import pytest

from guong.core.alphabet import in_order

ALPHABET = list("aăâbcdđeêghiklmnoôơpqrstuưvxy")


@pytest.mark.parametrize(
    "right",
    [
        ALPHABET,
        ["la", "là", "lả", "lã", "lá", "lạ", "lan"],
        ["Đại Lộc", "Đông Anh"],
        ["Da", "Đa", "Ea"],
        ["Trường An", "Trường Ánh Dương", "Trường Ân", "Trường Bình Yên", "Trường Đa Mai", "Trường Én"],
        ["An Bình", "Án", "Ăn", "Ân"],
        ["Mầm non 1", "Mầm non A", "mầm non B"],
    ],
)
def test_they_are_in_order(right: list[str]) -> None:
    shuffled = right[:]
    Random(5).shuffle(shuffled)
    assert sorted(shuffled, key=in_order) == right


def test_composed_and_decomposed_names_stand_together() -> None:
    assert in_order("E\u0302\u0301")[0] == in_order("Ế")[0]


def test_bytes_would_have_said_otherwise() -> None:
    assert sorted(["Ân", "Bình", "Đa"]) != sorted(["Ân", "Bình", "Đa"], key=in_order)
