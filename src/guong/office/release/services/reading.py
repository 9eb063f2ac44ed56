"""Reading a result: who read whose stands in the journal (DESIGN §5)."""

from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.conferences.models import Conference, ConferenceSubject
from guong.office.journal.services import record
from guong.office.release import selectors


def read_result(
    *, conference: Conference, subject: ConferenceSubject, actor: User
) -> selectors.PersonalFigures | Refused:
    """Return a person's figures as they may be seen and note the reading. Refused as `selectors.personal_figures`."""
    figures = selectors.personal_figures(conference, subject.key)
    if not isinstance(figures, Refused):
        text = f"{conference.title}: Xem kết quả góp ý đối với đồng chí {subject.name}."
        record(actor=actor, act="release.read", unit_key=conference.unit.key, text=text)
    return figures
