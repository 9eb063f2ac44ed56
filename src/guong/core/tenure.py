"""When somebody held a post: whether two tenures of one post collide."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Tenure:
    """From ``starts_on`` to ``ends_on``, both included; open if None. Raises ValueError where it ends before it starts."""

    starts_on: date
    ends_on: date | None = None

    def __post_init__(self) -> None:
        if self.ends_on is not None and self.ends_on < self.starts_on:
            raise ValueError("a tenure ends before it starts")

    def holds(self, day: date) -> bool:
        """Tell whether the post is held on a day."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)

    def overlaps(self, other: "Tenure") -> bool:
        """Tell whether there is a day on which both hold."""
        return self.holds(max(self.starts_on, other.starts_on)) and other.holds(
            max(self.starts_on, other.starts_on)
        )


def posts_named(title: str) -> frozenset[str]:
    """Return the single posts that a title names: "Bí thư chi bộ, Hiệu trưởng" are two, held by one person."""
    return frozenset(part for piece in title.casefold().split(",") if (part := " ".join(piece.split())))


def same_post(first: str, second: str) -> bool:
    """Tell whether two titles name a post in common, so that they can't be held by two people at a time."""
    return bool(posts_named(first) & posts_named(second))
