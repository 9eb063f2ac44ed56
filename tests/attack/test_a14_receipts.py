"""A14: from a receipt nobody tells which of two votes it belongs to."""

import hashlib
import math
from collections.abc import Callable, Sequence

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from guong.core import ballot
from guong.core.secrecy import envelope
from tests import chance
from tests.ballots.world import FORM, MARKS, World

TRIALS = 400
Receipt = tuple[bytes, bool]


def receipts(world: World, made: Callable[[bool], bytes]) -> list[Receipt]:
    """Receipts of one voter who each time tosses a coin between two chosen votes; the coin is the truth."""
    dice = chance.dice()
    coins = [bool(dice.getrandbits(1)) for _ in range(TRIALS)]
    return [(made(coin), coin) for coin in coins]


def advantage(found: Sequence[Receipt]) -> float:
    """Learn on half of the receipts which value of which byte goes with which vote; the share guessed right on the rest."""
    half = len(found) // 2
    known, asked = found[:half], found[half:]
    weights: dict[tuple[int, int], int] = {}
    for receipt, coin in known:
        for place, value in enumerate(receipt):
            weights[place, value] = weights.get((place, value), 0) + (1 if coin else -1)
    right = 0
    for receipt, coin in asked:
        score = sum(weights.get(position, 0) for position in enumerate(receipt))
        right += (score >= 0) == coin
    return right / len(asked)


def chosen(world: World, coin: bool) -> bytes:
    """The plaintext of one of two votes as different as can be."""
    remark = "Rất tốt" if coin else "Đề nghị thay đổi cách làm việc"
    return ballot.encode(world.poll, world.answer(("1" if coin else "4") * MARKS, remark), FORM, subjects=1)


def test_a_receipt_tells_nothing_of_the_vote() -> None:
    world = World(voters=1)
    key = Ed25519PrivateKey.generate()

    def real(coin: bool) -> bytes:
        parts = world.answer(
            ("1" if coin else "4") * MARKS, "Rất tốt" if coin else "Đề nghị thay đổi cách làm việc"
        )
        leaf = envelope.leaf(world.slots[0], world.sealed(0, parts))
        return leaf + envelope.sign_receipt(key, world.poll, leaf) + envelope.receipt_code(leaf).encode()

    share = advantage(receipts(world, real))
    print(f"right: {share:.2f} of {TRIALS // 2}")
    assert abs(share - 0.5) < 5 * 0.5 / math.sqrt(TRIALS / 2)


def test_positive_control_a_receipt_over_the_plain_vote_gives_it_away() -> None:
    world = World(voters=1)
    share = advantage(
        receipts(world, lambda coin: hashlib.sha256(world.slots[0] + chosen(world, coin)).digest())
    )
    assert share > 0.9
