"""From keys and tickets to the papers that are printed once: faces for `guong.paper` (DESIGN §4.1, §4.2, §4.5)."""

from collections.abc import Sequence
from datetime import date

from guong.ceremony.opening import OpenedBox
from guong.ceremony.preparing import PreparedPoll
from guong.core.months import months_after
from guong.core.secrecy import slips
from guong.core.secrecy.requests import PollRequest
from guong.core.wording import short_date
from guong.paper import (
    ArchiveKeyFace,
    ArchiveKeySheet,
    KeyEnvelopeFace,
    SlipFace,
    StationCardFace,
    archive_keys_pdf,
    key_envelope_pdf,
    slip_sheet_pdf,
    station_card_pdf,
)

HOLDERS = ("Tổ trưởng tổ kiểm phiếu", "Thư ký tổ kiểm phiếu", "Đại biểu chứng kiến")
ARCHIVE_MONTHS = 6
NO_NAMES = ("", "", "")


def key_envelopes(
    shares: Sequence[str],
    requests: Sequence[PollRequest],
    *,
    prepared_on: date,
    names: Sequence[str] = NO_NAMES,
) -> bytes:
    """Return the PDF of the three phong bì chìa khoá hòm phiếu, one page a keeper in the order of `HOLDERS`."""
    faces = [
        KeyEnvelopeFace(holder_role=role, numbers=tuple(share.split()), holder_name=name)
        for role, share, name in zip(HOLDERS, shares, names, strict=True)
    ]
    units = list(dict.fromkeys(request.unit for request in requests))
    one = len(units) == 1
    return key_envelope_pdf(
        faces,
        unit=units[0] if one else f"{len(units)} đơn vị theo danh sách hội nghị",
        conferences=[
            f"{request.title if one else request.unit}, {short_date(request.held_on)}" for request in requests
        ],
        prepared_on=short_date(prepared_on),
    )


def slip_sheets(request: PollRequest, prepared: PreparedPoll) -> bytes:
    """Return the PDF of a poll's slips, all alike, without any number that counts them."""
    entry = f"{request.origin}/b/{request.poll}"
    printed = [_groups(ticket, request.poll, slips.SLIP) for ticket in prepared.tickets]
    return slip_sheet_pdf(
        [SlipFace(f"{entry}#{''.join(groups)}", groups) for groups in printed],
        poll_title=request.title,
        unit=request.unit,
        domain=entry.split("://", 1)[1],
    )


def station_card(request: PollRequest, prepared: PreparedPoll, number: int) -> bytes:
    """Return the PDF of one paper station's card; ``number`` counts from 0. Raises IndexError beyond the last."""
    groups = _groups(prepared.station_tickets[number], request.poll, slips.STATION)
    return station_card_pdf(StationCardFace(groups), unit=request.unit, conference=request.title)


def archive_key_sheets(opened: Sequence[OpenedBox], *, opened_on: date) -> bytes:
    """Return the PDF of the sheets with the archives' keys, one a conference, to be destroyed six months after the opening."""
    sheets = [_archive_key_sheet(one) for one in opened]
    return archive_keys_pdf(sheets, destroy_on=short_date(months_after(opened_on, ARCHIVE_MONTHS)))


def _archive_key_sheet(opened: OpenedBox) -> ArchiveKeySheet:
    definition = opened.opening.box.definition
    return ArchiveKeySheet(ArchiveKeyFace(opened.archive_key), definition.unit, definition.title)


def _groups(ticket: bytes, poll: str, card: slips.Card) -> tuple[str, str, str, str]:
    first, second, third, fourth = slips.printed_groups(ticket, poll, card)
    return first, second, third, fourth
