"""Changing a conference after it was made: when and where it meets, who chairs and writes."""

import dataclasses

from django.db import transaction

from guong.core.documents.phrases import in_sentence
from guong.core.outcome import Refused
from guong.core.wording import short_date
from guong.office.accounts.models import User
from guong.office.conferences import refusals
from guong.office.conferences.changing import refusal_to_change
from guong.office.conferences.details import Officials, Sitting
from guong.office.conferences.models import Conference
from guong.office.conferences.versions import take_version
from guong.office.journal import services as journal
from guong.office.papers import selectors as papers


@transaction.atomic
def move(
    *,
    actor: User,
    conference: Conference,
    version: int,
    to: Sitting,
    reason: str,
    papers_anew: bool = False,
) -> Conference | Refused:
    """Move a conference to another day, hour or place.

    Slips bear neither day nor place and stay good. Attendance list, box label, seal strips and invitations bear both:
    once any of them was filed or printed, ``papers_anew`` says that they will be made again, and step 5 must be confirmed
    again. Refused: ``cancelled``, ``already_held``, ``needs_why``, ``same_sitting``, ``papers_carry_date`` with the papers,
    ``changed_meanwhile``.
    """
    refusal = _move_refusal(conference, to, reason)
    if refusal is None and not papers_anew:
        refusal = _papers_refusal(conference)
    if refusal is not None:
        return refusal
    before = _said(conference)
    if not take_version(conference, version):
        return refusals.CHANGED_MEANWHILE
    for name, value in dataclasses.asdict(to).items():
        setattr(conference, name, value)
    conference.papers_printed = False
    conference.save(update_fields=["held_on", "begins_at", "place", "papers_printed"])
    text = f"Đổi lịch {conference.title}: từ {before} sang {_said(conference)}; lý do: {reason.strip()}."
    journal.record(actor=actor, act="conferences.moved", unit_key=conference.unit.key, text=text)
    return conference


@transaction.atomic
def name_officials(
    *, actor: User, conference: Conference, version: int, officials: Officials
) -> Conference | Refused:
    """Name who chairs and who writes.

    Refused: ``cancelled``, ``already_held``, ``needs_officials``, ``changed_meanwhile``.
    """
    if (refusal := refusal_to_change(conference, opened=refusals.ALREADY_HELD)) is not None:
        return refusal
    if not officials.chair_name.strip() or not officials.clerk_name.strip():
        return refusals.NEEDS_OFFICIALS
    if not take_version(conference, version):
        return refusals.CHANGED_MEANWHILE
    named = {name: value.strip() for name, value in dataclasses.asdict(officials).items()}
    for name, value in named.items():
        setattr(conference, name, value)
    conference.save(update_fields=list(named))
    text = f"Ghi người chủ trì {named['chair_name']}, thư ký {named['clerk_name']}: {conference.title}."
    journal.record(actor=actor, act="conferences.officials", unit_key=conference.unit.key, text=text)
    return conference


def _move_refusal(conference: Conference, to: Sitting, reason: str) -> Refused | None:
    if (refusal := refusal_to_change(conference, opened=refusals.ALREADY_HELD)) is not None:
        return refusal
    if not reason.strip():
        return refusals.NEEDS_WHY
    if to == Sitting(conference.held_on, conference.begins_at, conference.place):
        return refusals.SAME_SITTING
    return None


def _papers_refusal(conference: Conference) -> Refused | None:
    filed = papers.papers_of(unit_keys=[conference.unit.key], conference_key=conference.key)
    carrying = [f"văn bản {in_sentence(paper.printed_number)}" for paper in filed]
    if conference.papers_printed:
        carrying.append("giấy tờ đã xác nhận in ở bước 5")
    if not carrying:
        return None
    return Refused(
        "papers_carry_date",
        f"Ngày, giờ, nơi họp cũ đã ghi trên: {', '.join(carrying)}. Muốn đổi, đề nghị đánh dấu ô “Lập và in lại” rồi lưu; "
        "sau đó lập lại danh sách ký nhận, giấy mời, nhãn hòm phiếu, giấy niêm phong và xác nhận lại bước 5. Thẻ bỏ phiếu "
        "không ghi ngày nên vẫn dùng được; trên phong bì chìa khoá thì ghi ngày mới bên cạnh và ký.",
    )


def _said(conference: Conference) -> str:
    return f"{conference.begins_at:%H:%M} ngày {short_date(conference.held_on)}, {conference.place}"
