"""Reading proposals on a person: who read stands in the journal, once a day."""

from guong.office.accounts.models import User
from guong.office.conferences.models import ConferenceSubject
from guong.office.journal.services import record_once_a_day
from guong.office.overview.models import PersonnelProposal


def read_proposals(*, subject: ConferenceSubject, actor: User) -> list[PersonnelProposal]:
    """Return the proposals on a person in their order. Whoever calls has asked `selectors.person_seen`."""
    found = list(PersonnelProposal.objects.filter(subject=subject))
    if found:
        conference = subject.conference
        text = f"{conference.title}: Xem đề xuất công tác cán bộ đối với đồng chí {subject.name}."
        record_once_a_day(actor=actor, act="overview.read_proposals", unit_key=conference.unit.key, text=text)
    return found
