"""One button makes a rehearsal with five invented people; one button takes it away again (DESIGN §8, issue 3.4)."""

from datetime import date, time, timedelta

from django.db import transaction

from guong.core.outcome import Refused
from guong.core.poll import REHEARSAL
from guong.office.accounts.models import User
from guong.office.conferences import selectors as conference_selectors
from guong.office.conferences import services as conferences
from guong.office.conferences.details import BoardSeat, ConferenceDetails
from guong.office.conferences.models import Conference
from guong.office.papers import services as archive
from guong.office.registry import services as registry
from guong.office.registry.models import Unit
from guong.office.schedule import album, refusals

MARK = "THỬ"
_IN_POST = timedelta(days=365)
_WARD = "ward"
_VOTERS = tuple(f"Người thử số {number}" for number in range(1, 6))
_BOARD = (
    BoardSeat("head", "Tổ trưởng thử", MARK),
    BoardSeat("clerk", "Thư ký tổ thử", MARK),
    BoardSeat("member", "Thành viên thử", MARK),
    BoardSeat("witness", "Đại biểu thử", MARK),
)


@transaction.atomic
def begin_rehearsal(*, actor: User, unit: Unit, lead_body: str, today: date) -> Conference | Refused:
    """Make a rehearsal of an existing unit: roll agreed, board named, everything marked as a rehearsal.

    Its papers are numbered in a series of their own, whose body bears the mark. Refused: ``rehearsal_there``.
    """
    there = conference_selectors.conferences_in_scope(user=actor).filter(unit=unit, rehearsal=True)
    if there.exists():
        return refusals.REHEARSAL_THERE
    post, voters = registry.invent_people(
        unit=unit,
        subject="Người được góp ý thử",
        title=f"Người đứng đầu ({MARK})",
        since=today - _IN_POST,
        voters=_VOTERS,
    )
    details = ConferenceDetails(
        title=f"{REHEARSAL} tại {unit.name}",
        plan_number=MARK,
        superior_body=f"BẢN {MARK}, KHÔNG CÓ GIÁ TRỊ",
        lead_body=f"{MARK} - {lead_body}",
        locality=MARK,
        held_on=today,
        begins_at=time(8),
        place=f"Phòng họp {unit.name} ({MARK})",
        reference_date=today,
        questionnaire_key="ward_head" if unit.level == _WARD else "school_head",
        chair_name="Chủ trì thử",
        clerk_name="Thư ký thử",
    )
    return conferences.create_rehearsal(
        actor=actor, unit=unit, post=post, voters=voters, board=_BOARD, details=details
    )


def end_rehearsal(*, actor: User, conference: Conference) -> None | Refused:
    """Delete a rehearsal wholly: in the urn, in the register, invented people, papers and their numbers, files.

    What stays is the journal's sentences, which no act deletes. The urn goes first and by itself: a crash after it leaves
    the rehearsal in the list, and deleting it again finishes the work. Refused: ``not_a_rehearsal``, ``rehearsal_running``.
    """
    photographs, key = list(conference.photographs.all()), conference.key
    if isinstance(refused := conferences.end_rehearsed_poll(conference=conference), Refused):
        return refused
    for photograph in photographs:
        album.remove(photograph)
    archive.remove_papers(actor=actor, conference_key=key)
    with transaction.atomic():
        posts = conferences.delete_rehearsal(actor=actor, conference=conference)
        registry.forget_people(posts=posts)
    return None
