"""A row against an attacker who knows his own ballots and lists every result that would look the same: plain enumeration.

Nothing of the rule is used here but what it prints; the list of worlds, the attacker and what he may not learn are this file's own.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations_with_replacement

import pytest

from guong.core.disclosure import HIDDEN, own_ballots, shown_shares

World = tuple[int, ...]  # four levels, then blank or invalid
Look = tuple[str, ...]
Printing = Callable[[World, int, int], Look]


def printed(world: World, returned: int, valid: int) -> Look:
    """What stands in the papers: four shares, or of fewer than ten ballots the two better levels together."""
    levels = world[:4]
    if returned < 10:
        pair = (levels[0] + levels[1], levels[2] + levels[3])
        return (shown_shares(pair, whole=returned, valid=valid)[0].text,)
    return tuple(share.text for share in shown_shares(levels, whole=returned, valid=valid))


def worlds(returned: int, valid: int) -> Iterator[World]:
    """Every result of so many ballots."""
    for a in range(valid + 1):
        for b in range(valid + 1 - a):
            for c in range(valid + 1 - a - b):
                for d in range(valid + 1 - a - b - c):
                    yield a, b, c, d, returned - a - b - c - d


def learnt(printing: Printing, returned: int, valid: int) -> set[str]:
    """What attackers with at most as many ballots as the rule reckons with can conclude, over all results there are."""
    alike: defaultdict[Look, list[World]] = defaultdict(list)
    for world in worlds(returned, valid):
        alike[printing(world, returned, valid)].append(world)
    found: set[str] = set()
    for look, same in alike.items():
        for known in range(own_ballots(valid) + 1):
            for places in combinations_with_replacement(range(5), known):
                own = [places.count(pile) for pile in range(5)]
                others = [_less(world, own) for world in same if all(map(int.__ge__, world, own))]
                if others and sum(own[:4]) <= valid:
                    found |= _conclusions(others, look, returned)
    return found


def _less(world: World, own: Sequence[int]) -> World:
    return tuple(count - mine for count, mine in zip(world, own, strict=True))


def _conclusions(others: list[World], look: Look, returned: int) -> set[str]:
    piles = others if returned >= 10 else [(w[0] + w[1], w[2] + w[3], w[4]) for w in others]
    whole = sum(others[0])
    found = set()
    if HIDDEN in look and len(set(others)) == 1:
        found.add("a hidden row")
    if any(all(world[place] == whole for world in piles) for place in range(len(piles[0]))):
        found.add("that all others agree")
    levels = [world[:-1] for world in piles]
    if any(all(0 < world[place] == sum(world) for world in levels) for place in range(len(levels[0]))):
        found.add("that all others who ticked agree")
    return found


@pytest.mark.parametrize("returned", range(5, 14))
def test_no_printed_row_tells_an_attacker_with_own_ballots_what_all_others_chose(returned: int) -> None:
    for valid in range(max(3, returned - 3), returned + 1):
        assert learnt(printed, returned, valid) == set()


@pytest.mark.parametrize("returned", [7, 12])
def test_coding_only_all_and_all_but_one_would_tell_it(returned: int) -> None:
    """The control: the same attacker against the rule that reckons with nobody's own ballot."""

    def naive(world: World, returned: int, valid: int) -> Look:
        levels = world[:4] if returned >= 10 else (world[0] + world[1], world[2] + world[3])
        top = max(levels)
        if returned - top > 1:
            return tuple(map(str, levels))
        return tuple("most" if count == top else HIDDEN for count in levels)

    assert "that all others agree" in learnt(naive, returned, returned)


def _tens(valid: int, spare: int) -> Iterator[World]:
    for top in range(valid - 6, valid + 1):
        for second in range(valid - top + 1):
            yield top, second, valid - top - second, 0, spare


@pytest.mark.parametrize("returned", range(28, 42))
@pytest.mark.parametrize("invalid", [0, 1, 2])
def test_around_ninety_percent_a_code_leaves_one_more_than_the_attackers_own(
    returned: int, invalid: int
) -> None:
    valid = returned - invalid
    differing: defaultdict[Look, set[int]] = defaultdict(set)
    for world in _tens(valid, invalid):
        look = printed(world, returned, valid)
        if HIDDEN in look:
            differing[look].add(valid - world[0])
    assert differing
    for found in differing.values():
        assert max(found) > own_ballots(valid)
