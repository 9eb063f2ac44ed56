"""Which papers a round and a conference have, in the order of use, and how each is made."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from guong.core.documents.model import Document
from guong.core.outcome import Refused
from guong.office.schedule.models import DelegateRole
from guong.office.schedule.paperwork import of_cancelled, of_conference, of_round
from guong.office.schedule.paperwork.ground import Ground
from guong.office.schedule.rows import Row

_WORD_AND_PDF = ("docx", "pdf")
_GUESTS = {DelegateRole.LEADER, DelegateRole.OBSERVER}
INVITATION, MINUTES = "invitation", "conference_minutes"


@dataclass(frozen=True)
class RoundEntry:
    """A paper of a round: its short code, name, what it is for, and how it is made of ground, conferences and day."""

    kind: str
    title: str
    about: str
    build: Callable[[Ground, Sequence[Row], date], Document | Refused]
    formats: tuple[str, ...] = _WORD_AND_PDF
    symbol: str = ""


@dataclass(frozen=True)
class ConferenceEntry:
    """A paper of one conference, made of ground, the conference's row and day."""

    kind: str
    title: str
    about: str
    build: Callable[[Ground, Row, date], Document | Refused]
    symbol: str = ""


ROUND_PAPERS = (
    RoundEntry(
        "working_group_decision",
        "Quyết định thành lập tổ công tác",
        "Lãnh đạo dự, chỉ đạo và cán bộ được cử.",
        of_round.working_group_decision,
    ),
    RoundEntry(
        "staff_list_request",
        "Công văn đề nghị lập danh sách",
        "Gửi các đơn vị, kèm biểu mẫu Excel của sổ bộ.",
        of_round.staff_list_request,
    ),
    RoundEntry(
        "announcement",
        "Thông báo lấy ý kiến góp ý",
        "Thời gian, người tham gia, cách giữ bí mật.",
        of_round.announcement,
    ),
    RoundEntry(
        "counting_board_decision",
        "Quyết định thành lập tổ kiểm phiếu",
        "Tổ kiểm phiếu và đại biểu chứng kiến của từng hội nghị.",
        of_round.counting_board_decision,
    ),
    RoundEntry(
        "conference_calendar",
        "Lịch hội nghị",
        "Lập lại mỗi khi đổi lịch hoặc đổi người được cử.",
        of_round.conference_calendar,
        formats=("docx", "pdf", "xlsx"),
        symbol="LH",
    ),
)


_CANCELLED = ConferenceEntry(
    of_cancelled.NOTICE,
    "Thông báo huỷ hội nghị",
    "Gửi đơn vị, người được mời, được cử, tổ kiểm phiếu.",
    of_cancelled.notice,
)


def conference_papers(row: Row) -> tuple[ConferenceEntry, ...]:
    """Return the papers of a conference that are filed before it: an invitation for each guest, the programme.

    A cancelled one has its notice and no other.
    """
    if row.cancellation:
        return (_CANCELLED,)
    guests = [one for one in row.delegates if one.role in _GUESTS and not one.proposed]
    invitations = (
        ConferenceEntry(
            f"{INVITATION}-{guest.pk}",
            f"Giấy mời đồng chí {guest.full_name}",
            f"{guest.get_role_display()}, {guest.organisation}.",
            partial(_invitation, guest_id=guest.pk),
        )
        for guest in guests
    )
    return (
        *invitations,
        ConferenceEntry(
            "programme",
            "Chương trình hội nghị",
            "Từng việc, người thực hiện, số phút.",
            of_conference.programme,
            symbol="CTr",
        ),
    )


def _invitation(ground: Ground, row: Row, day: date, *, guest_id: int) -> Document | Refused:
    guest = next(one for one in row.delegates if one.pk == guest_id)
    return of_conference.invitation(ground, row, guest, day)
