"""A conference as its papers name it: letterhead, officials, title and times."""

from dataclasses import dataclass, replace
from datetime import date

from guong.core.documents import parties
from guong.core.documents.model import Letterhead
from guong.office.conferences import selectors as conference_selectors
from guong.office.conferences.models import Conference

BOARD_SYMBOL = "BB/TKP"
_HEAD, _WITNESS = "head", "witness"


@dataclass(frozen=True)
class Parties:
    """What every paper of one conference shares. ``head`` is the head of the counting board."""

    conference: parties.Conference
    officials: parties.Officials
    head: parties.Person
    rule_set: str
    undated: Letterhead

    def letterhead(self, day: date) -> Letterhead:
        """Return the letterhead of the body that holds the conference, dated ``day``."""
        return replace(self.undated, day=day)


def paper_parties(conference: Conference) -> Parties:
    """Return the parties of a closed conference. Raises ValueError before the closing: no paper is due by then."""
    if conference.closed_at is None:
        raise ValueError("the conference isn't closed")
    members = list(conference.board.all())
    people = {
        member: parties.Person(member.full_name, _post(member.get_role_display(), member.organisation))
        for member in members
    }
    board = tuple(people[member] for member in members if member.role != _WITNESS)
    return Parties(
        conference=conference_selectors.printed_conference(conference),
        officials=parties.Officials(
            chair=parties.Person(conference.chair_name, conference.chair_post),
            clerk=parties.Person(conference.clerk_name, conference.clerk_post),
            board=board,
            witnesses=tuple(people[member] for member in members if member.role == _WITNESS),
        ),
        head=next(people[member] for member in members if member.role == _HEAD),
        rule_set=conference_selectors.rule_set_of(conference),
        undated=conference_selectors.letterhead_of(conference),
    )


def _post(role: str, organisation: str) -> str:
    return f"{role}, {organisation}" if organisation else role
