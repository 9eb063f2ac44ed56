"""Requests, seeds and boxes of invented polls for the ceremony's tests."""

from datetime import date

from guong.ceremony.preparing import PreparedPoll
from guong.core import ballot
from guong.core.ballot import Part
from guong.core.lifecycle import SlotState
from guong.core.poll import PollDefinition, Subject
from guong.core.secrecy import envelope, slips
from guong.core.secrecy.box import Box, Sealed
from guong.core.secrecy.requests import PollRequest
from tests.core.answers import POLL, SCHOOL_FORM

OTHER_POLL = "0123456789"


def request(
    poll: str = POLL, *, eligible: int = 12, stations: int = 1, unit: str = "Trường Tiểu học Hoa Sen"
) -> PollRequest:
    """A request for one school head's poll."""
    return PollRequest(
        poll=poll,
        title="Hội nghị lấy ý kiến góp ý đối với người đứng đầu",
        unit=unit,
        held_on=date(2023, 5, 15),
        origin="https://gopy.example",
        eligible=eligible,
        subjects=(Subject("s1", "Nguyễn Thị A", "đ/c Nguyễn Thị A - Hiệu trưởng trường Tiểu học Hoa Sen"),),
        questionnaire=SCHOOL_FORM.digest,
        stations=stations,
    )


def definition(prepared: PreparedPoll, asked: PollRequest) -> PollDefinition:
    """The public definition that a server makes of a request and its keys."""
    return PollDefinition(
        poll=asked.poll,
        title=asked.title,
        unit=asked.unit,
        questionnaire=asked.questionnaire,
        board_key=prepared.keys.board_key,
        receipt_key=bytes(32),
        station_keys=prepared.keys.station_keys,
        subjects=asked.subjects,
    )


def box(prepared: PreparedPoll, asked: PollRequest, *, hostile: int = 0) -> Box:
    """A box with eleven honest phone ballots, one paper sheet, and that many unreadable phone ballots."""
    poll = definition(prepared, asked)
    answer = Part("s1", "1234" * 4, (("other", "Đồng chí gần gũi với giáo viên"),))
    honest = ballot.encode(poll.poll, [answer], SCHOOL_FORM, subjects=1)
    garbage = b"?" * len(honest)
    texts = [honest] * 11 + [garbage] * hostile
    phones = [_from_phone(poll, ticket, text) for ticket, text in zip(prepared.tickets, texts, strict=False)]
    slot_key = bytes([7] * 32)
    station = slips.signing_key(prepared.station_tickets[0], poll.poll, slips.STATION)
    sheet = Sealed(slot_key, envelope.seal(poll, slot_key, honest, station), "s1")
    phones.sort(key=lambda entry: entry.slot_key)
    return Box(poll, SCHOOL_FORM, tuple(phones), (sheet,), {SlotState.CAST: len(phones)})


def _from_phone(poll: PollDefinition, ticket: bytes, plaintext: bytes) -> Sealed:
    slot_key = slips.public_key(ticket, poll.poll)
    signer = slips.signing_key(ticket, poll.poll)
    return Sealed(slot_key, envelope.seal(poll, slot_key, plaintext, signer))
