"""Matching orders of people with orders of contents, and what chance allows.

Random orders share one exact place on average, however many people there are: over R rounds more than R + 4 √R is no chance
(ballot-secrecy.md §6); R + 5 √R where hundreds of matches are tried.
"""

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from tests import chance

_TOLD = 8
Orders = Mapping[str, Sequence[int]]


def first_seen(data: bytes, pieces: Mapping[int, Sequence[bytes]]) -> list[int]:
    """Order voters by where in these bytes one of their pieces first appears; those not found are left out."""
    places = {
        voter: [place for place in map(data.find, candidates) if place >= 0]
        for voter, candidates in pieces.items()
    }
    seen = {voter: min(found) for voter, found in places.items() if found}
    return sorted(seen, key=seen.__getitem__)


def hits(guess: Sequence[int], truth: Sequence[int]) -> int:
    """How many stand in the exact place."""
    return sum(first == second for first, second in zip(guess, truth, strict=False))


def score(people: Orders, contents: Orders) -> Counter[str]:
    """Match every order of people with every order of contents, forwards and backwards."""
    scores: Counter[str] = Counter()
    for person, voters in people.items():
        for content, owners in contents.items():
            scores[f"{person} / {content}"] = hits(voters, owners)
            scores[f"{person} reversed / {content}"] = hits(voters[::-1], owners)
    return scores


def attack(play: Callable[[int], Counter[str]], rounds: int, *, width: float) -> set[str]:
    """Play so many rounds, each from a seed; return the matches that beat chance by ``width`` standard deviations."""
    first = chance.seed()
    total: Counter[str] = Counter()
    for seed in range(first, first + rounds):
        total.update(play(seed))
    limit = rounds + width * math.sqrt(rounds)
    print(
        f"{rounds} rounds, limit {limit:.1f}, {len(total)} matches, the best: {dict(total.most_common(_TOLD))}"
    )
    return {name for name, count in total.items() if count >= limit}


def assert_chance(play: Callable[[int], Counter[str]], rounds: int, *, width: float = 4) -> None:
    """Fail where a match beats chance twice; hundreds of matches need a ``width`` of 5."""
    beaten = attack(play, rounds, width=width)
    if beaten:
        # Many matches are tried: one of them beats its limit by chance in one run of two hundred, never twice.
        assert beaten & attack(play, rounds, width=width) == set()
