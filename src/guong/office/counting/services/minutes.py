"""Biên bản niêm phong và bàn giao hòm phiếu: it holds no result, so it is made here, in the hall (DESIGN §6)."""

from dataclasses import dataclass

from guong.core.documents import parties
from guong.core.documents.page_codes import JournalCode
from guong.core.documents.sealing_minutes import SealingMinutes, sealing_minutes
from guong.core.lifecycle import PollState
from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.conferences.models import Conference
from guong.office.counting import refusals, selectors
from guong.office.counting.selectors.parties import BOARD_SYMBOL
from guong.office.counting.selectors.progress import SEALING_MINUTES
from guong.office.journal.selectors import head
from guong.office.papers.models import Paper
from guong.office.papers.services import file_paper


@dataclass(frozen=True)
class HandOver:
    """Who receives the sealed box, when and where it will be opened (one line), how many copies are made."""

    receiver_name: str
    receiver_post: str
    opening: str
    copies: int = 3


def make_sealing_minutes(*, conference: Conference, hand_over: HandOver, actor: User) -> Paper | Refused:
    """Make and file the sealing minutes. Refused ``not_sealed`` before sealing and ``no_hand_count``."""
    state = selectors.poll_state(conference)
    check = selectors.hall_check(conference)
    if state not in selectors.CLOSED or state is PollState.CLOSED:
        return refusals.NOT_SEALED
    if check is None:
        return refusals.NO_HAND_COUNT
    document = sealing_minutes(_content(conference, check, hand_over))
    return file_paper(
        document=document,
        kind=SEALING_MINUTES,
        unit_key=conference.unit.key,
        conference_key=conference.key,
        actor=actor,
        symbol=BOARD_SYMBOL,
    )


def _content(conference: Conference, check: selectors.HallCheck, hand_over: HandOver) -> SealingMinutes:
    who = selectors.paper_parties(conference)
    typed = selectors.typed_counts(conference)
    newest = head()
    return SealingMinutes(
        letterhead=who.letterhead(who.conference.ended.date()),
        conference=who.conference,
        officials=who.officials,
        roll=conference.roll.count(),
        hand=check.hand,
        device=check.figures.device,
        sheets=tuple((entry.name, entry.counted or 0) for entry in check.sheets),
        seal_code=selectors.seal_code(check.figures),
        counted_by=(typed[1].typist_name, typed[2].typist_name),
        keepers=(*who.officials.board[:2], *who.officials.witnesses[:1]),
        handed_over_by=who.head,
        received_by=parties.Person(hand_over.receiver_name, hand_over.receiver_post),
        opening=hand_over.opening,
        copies=hand_over.copies,
        rule_set=who.rule_set,
        page_codes=tuple(page.code for page in selectors.voters_pages(conference)),
        journal_code=JournalCode(newest.number, newest.code),
        incidents=_incidents(conference),
    )


def _incidents(conference: Conference) -> tuple[str, ...]:
    decision = conference.plain_http_decision
    told = (f"Quyết định mở bỏ phiếu khi đường truyền không mã hoá (HTTP): {decision}.",) if decision else ()
    return (
        *told,
        *(
            f"Giải trình chênh lệch: {entry.text} (xác nhận: {', '.join(entry.signed_by)})."
            for entry in selectors.explanations(conference)
        ),
    )
