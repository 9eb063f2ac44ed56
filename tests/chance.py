"""Chance in the benches: every draw comes from a seed that is printed, so that a run can be looked at again.

What the programs under test draw themselves (keys, shuffles) comes from the operating system and is not seeded.
"""

import random
import secrets

_BITS = 64


def seed() -> int:
    """A fresh seed, printed."""
    found = secrets.randbits(_BITS)
    print(f"seed {found}")
    return found


def dice() -> random.Random:
    """Dice thrown from a fresh seed, printed."""
    return random.Random(seed())
