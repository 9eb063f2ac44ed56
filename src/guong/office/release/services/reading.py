"""Reading a result: who read whose stands in the journal, what was shown in the ledger (DESIGN §5)."""

from collections.abc import Sequence

from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.conferences.models import Conference, ConferenceSubject
from guong.office.papers.models import Paper
from guong.office.papers.services import read_file
from guong.office.release import selectors
from guong.office.release.services.ledger import Handed, Reading, hand_out

PAGE = "Trang kết quả cá nhân"


def read_result(
    *, conference: Conference, subject: ConferenceSubject, actor: User
) -> selectors.PersonalFigures | Refused:
    """Return a person's figures as they may be seen; the journal notes the first reading of the day.

    Whoever calls has asked `selectors.may_see`. Refused as `selectors.personal_figures`.
    """
    text = f"{conference.title}: Xem kết quả góp ý đối với đồng chí {subject.name}."
    reading = Reading("release.read", conference.unit.key, text)
    return handed_person(conference=conference, subject=subject, way=PAGE, actor=actor, reading=reading)


def handed_person(
    *,
    conference: Conference,
    subject: ConferenceSubject,
    way: str,
    actor: User,
    reading: Reading | None = None,
) -> selectors.PersonalFigures | Refused:
    """Return a person's figures, written into the ledger as gone out by a ``way``. Refused as `selectors.personal_figures`."""
    figures = selectors.personal_figures(conference, subject.key)
    if isinstance(figures, Refused):
        return figures
    if hand_out(people=[Handed(conference, subject, figures)], way=way, actor=actor, reading=reading):
        return selectors.personal_figures(conference, subject.key)
    return figures


def handed_round(
    *, figures: selectors.RoundFigures, way: str, actor: User, reading: Reading | None = None
) -> selectors.RoundFigures | Refused:
    """Return a round's figures, each person's table written into the ledger as gone out by a ``way``."""
    people = [
        Handed(person.conference, person.subject, person.known) for person in figures.people if person.known
    ]
    if hand_out(people=people, way=way, actor=actor, reading=reading):
        return selectors.round_figures(user=actor, of_round=figures.of_round)
    return figures


def read_newest(*, papers: Sequence[Paper], actor: User) -> bytes | None:
    """Return the PDF of the newest of some filed papers, None where there is none; the journal notes each reading.

    Whoever calls has asked whether the reader may have it.
    """
    file = next((file for paper in papers[:1] for file in paper.files.all() if file.format == "pdf"), None)
    return read_file(file=file, actor=actor) if file else None
