"""The same sheet scanned twice is noticed; other people's sheets hardly ever are. Synthetic pens and scanners only.

``GUONG_TEST_ALL=1`` measures 600 double scans; the few of every run hold the same bounds, more loosely.
"""

from random import Random

import pytest

from guong.core.outcome import Refused
from guong.paper.reading import Scan
from guong.paper.reading.locate import flatten
from guong.paper.scanning.fingerprints import ALIKE, Fingerprint, alike, fingerprint
from tests.paper import filled, scanner
from tests.paper.marks import MARKS, Page, Pen, pen

FIRST_SEED = 70_000


def ink(scan: Scan) -> Fingerprint | None:
    """The fingerprint of a scan; None where the page is refused."""
    flat = flatten(scan)
    return None if isinstance(flat, Refused) else fingerprint(flat, filled.layout())


def likeness_of_double_scans(sheets: int) -> list[float]:
    """How alike two scans of one sheet are, each with its own dirt, resolution and tilt; one in five is a photo."""
    found = []
    for seed in range(FIRST_SEED, FIRST_SEED + sheets):
        page, _ = filled.ballot(seed)
        chance = Random(seed)
        once = ink(scanner.worn_scan(page, chance))
        again = ink(scanner.photo(page, chance) if seed % 5 == 0 else scanner.worn_scan(page, chance))
        if once is not None and again is not None:
            found.append(alike(once, again))
    return found


def likeness_of_others(sheets: int) -> list[float]:
    """How alike the sheets of different people are, each pair once."""
    inks = [ink(scanner.worn_scan(filled.ballot(seed)[0], Random(seed))) for seed in range(sheets)]
    seen = [one for one in inks if one is not None]
    return [alike(one, other) for place, one in enumerate(seen) for other in seen[:place]]


def straight(level: int, hand: int, seed: int, tool: Pen) -> Page:
    """Somebody who marks one level all the way down."""
    chance, page = Random(seed), filled.printed().copy()
    for boxes in filled.ticks().values():
        MARKS[hand](page, boxes[level], chance, tool)
    return page


def test_the_same_sheet_scanned_twice_is_noticed() -> None:
    found = likeness_of_double_scans(12)
    assert len(found) >= 11
    assert min(found) >= ALIKE


def test_different_sheets_are_not_shown_to_people() -> None:
    assert max(likeness_of_others(12)) < ALIKE


def test_blank_sheets_have_no_fingerprint() -> None:
    once, again = (ink(scanner.scan(filled.printed(), dpi=dpi)) for dpi in (150, 200))
    assert once is not None
    assert again is not None
    assert alike(once, again) == 0.0


def test_two_hands_that_mark_alike_are_further_apart_than_one_sheet_scanned_twice() -> None:
    tool = pen(Random(3))
    one, other = straight(1, 0, 5, tool), straight(1, 0, 6, tool)
    first, second, again = (
        ink(scanner.worn_scan(page, Random(seed))) for page, seed in ((one, 1), (other, 2), (one, 3))
    )
    assert first is not None
    assert second is not None
    assert again is not None
    assert alike(first, again) > alike(first, second)


@pytest.mark.long
@pytest.mark.slow
def test_at_least_995_of_1000_double_scans_are_noticed() -> None:
    found = likeness_of_double_scans(600)
    caught = sum(value >= ALIKE for value in found) / len(found)
    print(f"{len(found)} double scans: caught {caught:.4f}, least alike {min(found):.3f}")
    assert caught >= 0.995


@pytest.mark.long
@pytest.mark.slow
def test_at_most_one_pair_of_strangers_in_a_thousand_is_shown() -> None:
    found = likeness_of_others(120)
    shown = sum(value >= ALIKE for value in found) / len(found)
    print(f"{len(found)} pairs of strangers: shown {shown:.5f}, most alike {max(found):.3f}")
    assert shown <= 0.001
