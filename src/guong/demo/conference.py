"""One conference from its creation to the end of casting, through the office's own services."""

from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from random import Random

from guong.ceremony import printing
from guong.ceremony.preparing import PreparedPoll, prepare_poll
from guong.core.lifecycle import SlotState
from guong.core.outcome import Refused
from guong.core.questionnaire import official
from guong.core.secrecy import slips
from guong.core.secrecy.requests import PollRequest
from guong.demo.clock import END_OF_CASTING, set_clock
from guong.demo.hall import Habits, Hall, fill_hall
from guong.demo.outcomes import DemoStopped, granted
from guong.demo.voter import vote_all
from guong.office.accounts.models import User
from guong.office.conferences import selectors, services
from guong.office.conferences.details import BoardSeat, ConferenceDetails
from guong.office.conferences.models import Conference
from guong.office.registry import selectors as registry
from guong.office.registry.models import Unit

HELD_ON = date(2023, 5, 15)
PLAN = "167-KH/QU"
SUPERIOR, LEAD_BODY = "QUẬN UỶ LONG BIÊN", "BAN TUYÊN GIÁO"
BOARD = (
    BoardSeat("head", "Tạ Quốc Bách", "Ban Tổ chức Quận uỷ"),
    BoardSeat("clerk", "Lại Thu Nhàn", "Ban Tuyên giáo Quận uỷ"),
    BoardSeat("member", "Đinh Hữu Lâm", "Phòng Nội vụ"),
    BoardSeat("witness", "Cao Thị Mơ", "Đảng uỷ phường"),
)


@dataclass(frozen=True)
class Prepared:
    """A conference whose slips lie in their box: register row, the board's request and secrets."""

    conference: Conference
    request: PollRequest
    secrets: PreparedPoll


def prepare(*, actor: User, unit: Unit, seed: bytes) -> Prepared:
    """Create the conference, its roll and board, exchange request and keys with the board's program."""
    conference = begin(actor=actor, unit=unit)
    granted(services.set_board(actor=actor, conference=conference, version=_version(conference), seats=BOARD))
    conference.refresh_from_db()
    poll = granted(services.prepare_request(actor=actor, conference=conference))
    request = PollRequest.from_bytes(bytes(poll.request))
    secrets = prepare_poll(request, seed)
    granted(services.import_keys(actor=actor, conference=conference, raw=secrets.keys.raw))
    return Prepared(conference, request, secrets)


def begin(*, actor: User, unit: Unit) -> Conference:
    """Create a unit's conference and agree its roll."""
    head = registry.current_head(unit=unit, on=HELD_ON)
    if head is None:
        raise DemoStopped("the school has no head")
    conference = granted(services.create(actor=actor, unit=unit, posts=[head], details=_details(unit)))
    granted(services.build_roll(actor=actor, conference=conference, version=_version(conference)))
    granted(services.agree_roll(actor=actor, conference=conference, version=_version(conference)))
    return conference


def print_slips(prepared: Prepared, folder: Path) -> list[Path]:
    """Write the slips and the station card as PDF."""
    folder.mkdir(parents=True, exist_ok=True)
    papers = {
        "the-bo-phieu.pdf": printing.slip_sheets(prepared.request, prepared.secrets),
        "the-ban-nhap-phieu.pdf": printing.station_card(prepared.request, prepared.secrets, 0),
    }
    for name, data in papers.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in papers]


def hold(
    *, actor: User, prepared: Prepared, origin: str, random: Random, absent: int, habits: Habits
) -> Hall:
    """Open the urn, let everybody but ``absent`` people sign and vote over HTTP, end casting."""
    conference, poll_key = prepared.conference, prepared.request.poll
    form = official(conference.questionnaire_key)
    roll = list(conference.roll.all())
    present = roll[: len(roll) - absent]
    granted(services.confirm_printed(actor=actor, conference=conference, version=_version(conference)))
    granted(services.open_poll(actor=actor, conference=conference))
    for entry in present:
        granted(services.mark_present(conference=conference, person_id=entry.person_id, present=True))
    hall = fill_hall(
        random,
        prepared.secrets.tickets,
        present=len(present),
        subjects=[subject.key for subject in prepared.request.subjects],
        form=form,
        habits=habits,
    )
    _hand_back(conference, poll_key, hall)
    definition = selectors.definition_of(conference)
    if definition is None:
        raise DemoStopped("the poll has no definition")
    vote_all(origin, definition, form, hall.phones, random)
    set_clock(END_OF_CASTING)
    granted(services.close_poll(actor=actor, conference=conference))
    conference.refresh_from_db()
    return hall


def _hand_back(conference: Conference, poll_key: str, hall: Hall) -> None:
    for _ in range(hall.paper_sets):
        granted(services.count_paper_set(conference=conference, change=1))
    for tickets, mark in ((hall.exchanged, SlotState.EXCHANGED), (hall.spoiled, SlotState.SPOILED)):
        for ticket in tickets:
            code = "-".join(slips.printed_groups(ticket, poll_key))
            outcome = services.take_back_slip(conference=conference, code=code, mark=mark)
            if isinstance(outcome, Refused):
                raise DemoStopped(outcome.sentence)


def _details(unit: Unit) -> ConferenceDetails:
    return ConferenceDetails(
        title=f"Hội nghị lấy ý kiến góp ý người đứng đầu {unit.name}",
        plan_number=PLAN,
        superior_body=SUPERIOR,
        lead_body=LEAD_BODY,
        locality="Long Biên",
        held_on=HELD_ON,
        begins_at=time(8, 0),
        place=f"Phòng họp {unit.name}",
        reference_date=HELD_ON,
        chair_name="Đặng Trọng Vinh",
        chair_post="Phó Trưởng Ban Tuyên giáo",
        clerk_name="Vũ Khánh Ngân",
        clerk_post="Chuyên viên Ban Tuyên giáo",
    )


def _version(conference: Conference) -> int:
    conference.refresh_from_db()
    return conference.version
