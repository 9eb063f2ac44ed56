"""Thông báo huỷ hội nghị: which one, why, what no longer holds (decision 0012). Never a result: nobody voted."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from guong.core.documents.model import Document, KeyValues, Letterhead, Signature, text
from guong.core.documents.parties import Conference
from guong.core.documents.phrases import dashed, in_sentence, joined, sentence, weekday_and_date
from guong.core.wording import clock, long_date


@dataclass(frozen=True)
class CancellationNotice:
    """Everything that the notice says. ``plan`` is a whole phrase; ``subjects`` are printed names.

    ``instead`` names the unit that took the place of this one, empty where there is none; ``papers`` are the printed numbers
    of invitations and other papers that no longer hold; ``has_slips``: slips and keys may have been made.
    """

    letterhead: Letterhead
    plan: str
    conference: Conference
    subjects: tuple[str, ...]
    cancelled_on: date
    reason: str
    decided_by: str
    signature: Signature
    rule_set: str
    instead: str = ""
    papers: tuple[str, ...] = ()
    has_slips: bool = False
    send_slips_to: str = ""
    recipients: tuple[str, ...] = ()


def cancellation_notice(given: CancellationNotice) -> Document:
    """Return the notice. Raises ValueError without a reason or decision, or where it bears a day before the decision."""
    if not given.reason.strip() or not given.decided_by.strip():
        raise ValueError("a cancellation has a reason and somebody who decided it")
    if given.letterhead.day < given.cancelled_on:
        raise ValueError("a notice follows the decision")
    conference, issuer = given.conference, given.letterhead.issuer
    return Document(
        letterhead=given.letterhead,
        kind="THÔNG BÁO",
        abstract=f"Huỷ {in_sentence(conference.title)}",
        blocks=(
            text(f"Thực hiện {given.plan}, {issuer} đã lên lịch hội nghị sau đây:"),
            KeyValues(
                (
                    ("Hội nghị", conference.title),
                    ("Đơn vị", conference.unit),
                    (
                        "Thời gian",
                        f"{clock(conference.began)}, {in_sentence(weekday_and_date(conference.began.date()))}",
                    ),
                    ("Địa điểm", conference.place),
                    ("Người được góp ý", joined(given.subjects)),
                )
            ),
            text(
                f"Nay {issuer} thông báo huỷ hội nghị này, quyết định {long_date(given.cancelled_on)}. "
                f"Lý do: {sentence(given.reason)} Người quyết định: {sentence(given.decided_by)}"
            ),
            *dashed(_consequences(given)),
            text(
                f"{issuer} đề nghị các cơ quan, đơn vị và những người có liên quan thực hiện. Hội nghị tại các đơn vị khác không "
                "thay đổi./."
            ),
        ),
        signatures=(given.signature,),
        recipients=given.recipients,
        rule_set=given.rule_set,
    )


def _consequences(given: CancellationNotice) -> Iterator[str]:
    if given.instead:
        yield f"Đơn vị vào thay: {given.instead}; lịch họp tại đơn vị này được thông báo riêng"
    yield "Người được mời, được cử và tổ kiểm phiếu thôi nhiệm vụ tại hội nghị này"
    if given.papers:
        yield f"Các văn bản sau của hội nghị không còn giá trị: {'; '.join(given.papers)}"
    if given.has_slips:
        yield (
            "Thẻ bỏ phiếu đã làm cho hội nghị này không bỏ phiếu được nữa; ai đang giữ thẻ thì nộp về "
            f"{given.send_slips_to or given.letterhead.issuer} để huỷ"
        )
    yield "Chưa mở hòm phiếu, chưa ai bỏ phiếu"
