"""Values that pass through the room's doors."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class OwnView:
    """What a head thinks of the own work: places of levels (0 is the best) by item key, and words.

    ``version`` is the one that the form showed.
    """

    ratings: Mapping[str, int]
    text: str
    version: int
