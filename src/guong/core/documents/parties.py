"""Who and what the papers of a conference speak of; plain inputs shared by several papers."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Person:
    """A printed name with post or role; the post may be empty."""

    name: str
    post: str = ""

    @property
    def printed(self) -> str:
        """``Đồng chí NAME - POST``."""
        return f"Đồng chí {self.name} - {self.post}" if self.post else f"Đồng chí {self.name}"

    @property
    def in_text(self) -> str:
        """``đồng chí NAME (POST)``, for the middle of a sentence."""
        return f"đồng chí {self.name} ({self.post})" if self.post else f"đồng chí {self.name}"


@dataclass(frozen=True)
class Conference:
    """A conference as papers name it: title, unit, place of meeting, beginning and end."""

    title: str
    unit: str
    place: str
    began: datetime
    ended: datetime


@dataclass(frozen=True)
class Officials:
    """Who directs, writes, counts and attests. ``board`` is the counting board, its head first."""

    chair: Person
    clerk: Person
    board: tuple[Person, ...]
    witnesses: tuple[Person, ...]
