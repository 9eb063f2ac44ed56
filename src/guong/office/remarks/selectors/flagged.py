"""Texts of the desk with the places that could give somebody away; names come from the unit's lists."""

from dataclasses import dataclass

from guong.core.remarks.flags import Piece, flags, pieces
from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Conference, ConferenceSubject


@dataclass(frozen=True)
class FlaggedText:
    """A text in pieces, and what was found in it, each kind once and in the order of the text."""

    pieces: tuple[Piece, ...]

    @property
    def kinds(self) -> tuple[str, ...]:
        """What was found, as the desk names it."""
        return tuple(dict.fromkeys(piece.kind.label for piece in self.pieces if piece.kind))


@dataclass(frozen=True)
class Flagger:
    """Flags texts about one person: the people of the unit by name, and the person asked about."""

    names: frozenset[str]
    about: str

    def flagged(self, text: str) -> FlaggedText:
        """Return a text in pieces."""
        return FlaggedText(pieces(text, flags(text, names=self.names, about=self.about)))


def flagger(conference: Conference, subject: ConferenceSubject) -> Flagger:
    """Return what flags texts about a person: two queries, however many texts."""
    others = conferences.names_of_unit(conference) - {subject.name}
    return Flagger(frozenset(others), subject.name)
