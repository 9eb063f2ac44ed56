"""A conference as its papers name it: letterhead, officials, title and times."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from guong.core.documents import parties
from guong.core.documents.model import Letterhead, Profile
from guong.office.conferences.models import Conference

RULE_SET = "Góp ý người đứng đầu, bản 2023-1"
BOARD_SYMBOL = "BB/TKP"
_HEAD, _WITNESS = "head", "witness"


@dataclass(frozen=True)
class Parties:
    """What every paper of one conference shares. ``head`` is the head of the counting board."""

    conference: parties.Conference
    officials: parties.Officials
    head: parties.Person
    superior: str
    issuer: str
    locality: str

    def letterhead(self, day: date) -> Letterhead:
        """Return the letterhead of the body that holds the conference, dated ``day``."""
        return Letterhead(Profile.PARTY, self.superior, self.issuer, self.locality, day)


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
        conference=parties.Conference(
            title=conference.title,
            unit=conference.unit.name,
            place=conference.place,
            began=conference.began,
            ended=local(conference.closed_at),
        ),
        officials=parties.Officials(
            chair=parties.Person(conference.chair_name, conference.chair_post),
            clerk=parties.Person(conference.clerk_name, conference.clerk_post),
            board=board,
            witnesses=tuple(people[member] for member in members if member.role == _WITNESS),
        ),
        head=next(people[member] for member in members if member.role == _HEAD),
        superior=conference.superior_body,
        issuer=conference.lead_body,
        locality=conference.locality,
    )


def local(moment: datetime) -> datetime:
    """Return a stored moment as clocks here show it, as papers write it."""
    return timezone.make_naive(moment)


def _post(role: str, organisation: str) -> str:
    return f"{role}, {organisation}" if organisation else role
