"""The sheet that the officers of one day carry (DESIGN §7)."""

from collections.abc import Sequence
from datetime import date

from guong.core.documents import run_sheet as sheets
from guong.core.documents.model import Document
from guong.core.outcome import Refused
from guong.office.schedule.models import Delegate, DelegateRole
from guong.office.schedule.paperwork import refusals
from guong.office.schedule.paperwork.ground import Ground, person_of
from guong.office.schedule.rows import Row

_BRING = ("hòm phiếu", "quyết định thành lập tổ kiểm phiếu", "bút, hồ dán, kéo")
_REMINDERS = (
    "Phong bì chìa khoá hòm phiếu do người giữ tự mang; cán bộ phụ trách không cầm hộ",
    "Không chụp ảnh phiếu, thẻ, màn hình điện thoại; không hỏi ai đã bỏ phiếu",
)


def run_sheet(ground: Ground, rows: Sequence[Row], day: date) -> Document | Refused:
    """Return the sheet of one day. Refused: ``no_conferences``, ``too_many_today``, ``nobody_sent``, ``officer_at_once``."""
    if not rows:
        return refusals.NO_CONFERENCES
    if len(rows) > sheets.MOST_ON_A_PAGE:
        return refusals.TOO_MANY_TODAY
    if not all(row.officers for row in rows):
        return refusals.NOBODY_SENT
    sent = [(row.conference.began, person_of(one)) for row in rows for one in row.officers]
    if len(set(sent)) < len(sent):
        return refusals.OFFICER_AT_ONCE
    return sheets.run_sheet(
        sheets.RunSheet(
            letterhead=ground.letterhead(day),
            day=day,
            stops=tuple(
                sheets.RunStop(
                    row.conference.began,
                    row.conference.unit.name,
                    row.conference.place,
                    officers=tuple(map(person_of, _in_charge(row))),
                    contact="Người được đơn vị phân công",
                    roll=row.standing.summoned,
                )
                for row in rows
            ),
            rule_set=ground.rules.printed,
            bring_to_all=_BRING,
            reminders=_REMINDERS,
        )
    )


def _in_charge(row: Row) -> list[Delegate]:
    """Who is in charge; everybody sent where nobody is named as such."""
    return [one for one in row.officers if one.role == DelegateRole.IN_CHARGE] or row.officers
