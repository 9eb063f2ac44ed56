"""The room's papers as documents, made from what was kept of a draw."""

from datetime import date, datetime

from django.utils import timezone

from guong.core.documents.draw_minutes import DrawMinutes, draw_minutes
from guong.core.documents.draw_notice import DrawNotice, draw_notice
from guong.core.documents.draw_replacement import DrawReplacement, draw_replacement
from guong.core.documents.model import Document, Letterhead, Profile, Signature
from guong.core.documents.parties import Person
from guong.office.draws import selectors
from guong.office.draws.details import MinutesDetails, NoticeDetails
from guong.office.draws.models import LotDraw, PersonRole, Replacement
from guong.paper.lots import LotBox, lot_sheet_pdf


def minutes_document(draw: LotDraw, details: MinutesDetails) -> Document:
    """Return the minutes of a finished draw; what the clerk took back stands in them."""
    result = selectors.result_of(draw)
    if result is None or draw.began_at is None or draw.ended_at is None:
        raise ValueError("an unfinished draw has no minutes")
    return draw_minutes(
        DrawMinutes(
            letterhead=letterhead_of(draw, selectors.held_on(draw)),
            draw=result,
            began=_local(draw.began_at),
            ended=_local(draw.ended_at),
            place=draw.place,
            chair=_people(draw, PersonRole.CHAIR)[0],
            clerk=_people(draw, PersonRole.CLERK)[0],
            witnesses=_people(draw, PersonRole.WITNESS),
            hands=_people(draw, PersonRole.HAND),
            copies=details.copies,
            rule_set=draw.rules,
            incidents=(*draw.remarks.splitlines(), *_corrections(draw)),
            recipients=details.recipients,
        )
    )


def notice_document(draw: LotDraw, details: NoticeDetails, *, minutes: str) -> Document:
    """Return the notice of a draw; ``minutes`` names its filed minutes."""
    result = selectors.result_of(draw)
    if result is None:
        raise ValueError("an unfinished draw has no notice")
    return draw_notice(
        DrawNotice(
            letterhead=letterhead_of(draw, details.day),
            draw=result,
            held_on=selectors.held_on(draw),
            place=draw.place,
            minutes=minutes,
            requests=details.requests,
            signature=Signature(
                details.signer_role.upper(), (details.signer,), authority=details.authority.upper(), hint=""
            ),
            rule_set=draw.rules,
            recipients=details.recipients,
            changes=_changes(draw),
        )
    )


def replacement_document(draw: LotDraw, row: Replacement, *, minutes: str) -> Document:
    """Return the record of one replacement, right after it was made."""
    level = row.level
    lots = [lot.unit_key for lot in level.lots.all()]
    standing = [school for school in selectors.standing_keys(draw) if school[1] == level.key]
    return draw_replacement(
        DrawReplacement(
            letterhead=letterhead_of(draw, row.decided_on),
            frame=selectors.frozen_frame(draw),
            level=level.key,
            out=row.out_key,
            place=next(place for unit, _, place in standing if unit == row.in_key),
            reserve=row.in_key,
            reserve_place=lots.index(row.in_key) + 1 - level.to_draw,
            standing=tuple(unit for unit, _, _ in standing),
            reason=row.reason,
            decided_by=Person(row.decided_by),
            clerk=_people(draw, PersonRole.CLERK)[0],
            held_on=selectors.held_on(draw),
            minutes=minutes,
            rule_set=draw.rules,
        )
    )


def lots_pdf(draw: LotDraw) -> bytes:
    """Return the lots to cut: one for each school of the frozen list."""
    frame = selectors.frozen_frame(draw)
    boxes = [LotBox(level.terms.name, tuple(entry.name for entry in level.units)) for level in frame.levels]
    return lot_sheet_pdf(boxes, plan=frame.terms.plan)


def letterhead_of(draw: LotDraw, day: date) -> Letterhead:
    """Return the letterhead of the lead body under the body that issued the plan."""
    plan = draw.round.plan
    return Letterhead(
        Profile.PARTY, superior=plan.issuing_body, issuer=plan.lead_body, place=plan.locality, day=day
    )


def _people(draw: LotDraw, role: PersonRole) -> tuple[Person, ...]:
    return tuple(Person(row.full_name, row.post) for row in draw.people.all() if row.role == role)


def _corrections(draw: LotDraw) -> list[str]:
    names = selectors.school_names(selectors.frozen_frame(draw))
    return [
        f"Cấp {level.name}, thăm thứ {row.place}: thư ký ghi nhầm {names[row.unit_key]}, đã sửa lại ngay trước mặt đại "
        "biểu theo đúng thăm."
        for level in draw.levels.all()
        for row in level.corrections.all()
    ]


def _changes(draw: LotDraw) -> tuple[str, ...]:
    names = selectors.school_names(selectors.frozen_frame(draw))
    return tuple(
        f"Cấp {level.name}: {names[row.in_key]} thay {names[row.out_key]}."
        for level in draw.levels.all()
        for row in level.replacements.all()
    )


def _local(moment: datetime) -> datetime:
    return timezone.localtime(moment).replace(tzinfo=None)
