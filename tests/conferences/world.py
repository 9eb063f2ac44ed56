"""A small invented world for the tests of the hall: one school, its staff, its head, officers, a real board's program."""

from dataclasses import dataclass
from datetime import date, time
from typing import TypeVar

from guong.ceremony.preparing import PreparedPoll, prepare_poll
from guong.core.lifecycle import PollState
from guong.core.outcome import Refused
from guong.core.secrecy import envelope, slips
from guong.core.secrecy.requests import PollRequest
from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.accounts.services import create_user
from guong.office.conferences import selectors, services
from guong.office.conferences.details import BoardSeat, ByPin, ConferenceDetails
from guong.office.conferences.models import Conference
from guong.office.registry import selectors as registry
from guong.office.registry.models import Person, Post, StaffEntry, Unit, UnitAssignment, UnitKind

HELD_ON = date(2023, 5, 15)
REFERENCE = date(2023, 5, 1)
SEED = bytes(range(16))
PIN = "2580"
DETAILS = ConferenceDetails(
    title="Hội nghị lấy ý kiến góp ý Trường Tiểu học Hoa Sen",
    plan_number="167-KH/QU",
    superior_body="QUẬN UỶ HOA SEN",
    lead_body="BAN TUYÊN GIÁO",
    held_on=HELD_ON,
    begins_at=time(8),
    place="Hội trường Trường Tiểu học Hoa Sen",
    reference_date=REFERENCE,
    chair_name="Tạ Thị Lan Chi",
    chair_post="Trưởng Ban Tuyên giáo",
    clerk_name="Vũ Đình Khải",
)
SEATS = (
    BoardSeat("head", "Lò Thị Ban Mai", "Ban Tổ chức"),
    BoardSeat("clerk", "Quách Thế Vinh", "Phòng Nội vụ"),
    BoardSeat("member", "Mạc Thu Uyên", "Phòng Giáo dục và Đào tạo"),
    BoardSeat("witness", "Tống Gia Bách", "Đảng uỷ phường"),
)


@dataclass
class World:
    """One school with its head, ``permanent`` and ``contract`` staff, and an organiser whose scope is the school."""

    school: Unit
    head: Post
    organiser: User


def school(
    *,
    name: str = "Trường Tiểu học Hoa Sen",
    key: str = "TH-01",
    permanent: int = 12,
    contract: int = 2,
    head_since: date = date(2021, 8, 1),
) -> tuple[Unit, Post]:
    """Register a school whose head stands first on the staff list."""
    kind, _ = UnitKind.objects.get_or_create(key="school", defaults={"name": "Trường công lập"})
    unit = Unit.objects.create(key=key, name=name, kind=kind, level="primary")
    head = Person.objects.create(full_name="Đàm Thị Mỹ Uyên")
    post = Post.objects.create(
        person=head, unit=unit, title="Bí thư Chi bộ, Hiệu trưởng", is_head=True, starts_on=head_since
    )
    StaffEntry.objects.create(person=head, unit=unit, position="Hiệu trưởng", employment="permanent")
    for number in range(permanent + contract):
        person = Person.objects.create(full_name=f"Giáo viên Thử {number + 1:02d}")
        employment = "permanent" if number < permanent else "contract"
        StaffEntry.objects.create(person=person, unit=unit, position="Giáo viên", employment=employment)
    return unit, post


def officer(unit: Unit | None, *roles: Role, username: str = "canbo") -> User:
    """Make an officer whose scope is the unit."""
    user = create_user(username=username, full_name="Kiều Ngọc Anh", roles=roles)
    assert isinstance(user, User)
    if unit is not None:
        UnitAssignment.objects.create(user=user, unit=unit)
    return user


def new_conference(world: World) -> Conference:
    """Create the school's conference on its head."""
    posts = registry.current_heads(unit=world.school, on=HELD_ON)
    made = services.create(actor=world.organiser, unit=world.school, posts=list(posts), details=DETAILS)
    return good(made)


def with_roll(world: World) -> Conference:
    """Create the conference with its roll agreed and its board named."""
    conference = new_conference(world)
    actor = world.organiser
    good(services.build_roll(actor=actor, conference=conference, version=conference.version))
    good(services.agree_roll(actor=actor, conference=conference, version=conference.version))
    good(services.set_board(actor=actor, conference=conference, version=conference.version, seats=SEATS))
    return conference


def prepared(world: World) -> tuple[Conference, PreparedPoll]:
    """Take the conference to a prepared urn, with the slips that the board's program made."""
    conference = with_roll(world)
    poll = good(services.prepare_request(actor=world.organiser, conference=conference))
    made = prepare_poll(PollRequest.from_bytes(bytes(poll.request)), SEED)
    good(services.import_keys(actor=world.organiser, conference=conference, raw=made.keys.raw))
    conference.refresh_from_db()
    return conference, made


def printed(world: World) -> Conference:
    """Take the conference to the morning: everything is printed, the poll may open."""
    conference, _ = prepared(world)
    actor, version = world.organiser, conference.version
    return good(services.confirm_printed(actor=actor, conference=conference, version=version))


def opened(world: World) -> tuple[Conference, PreparedPoll]:
    """Take the conference into the hall: printed, open."""
    conference, made = prepared(world)
    good(services.confirm_printed(actor=world.organiser, conference=conference, version=conference.version))
    good(open_by_two(world.organiser, conference))
    return conference, made


def closed(world: World, *, paper_sets: int = 2) -> tuple[Conference, PreparedPoll]:
    """Take the conference past the end of casting with that many paper sets handed out and everybody present."""
    conference, made = opened(world)
    for entry in conference.roll.all():
        good(services.mark_present(conference=conference, person_id=entry.person_id, present=True))
    for _ in range(paper_sets):
        good(services.count_paper_set(conference=conference, change=1))
    good(close_by_two(world.organiser, conference))
    conference.refresh_from_db()
    return conference, made


def confirming(actor: User, conference: Conference) -> ByPin:
    """The witness confirms by the own number, chosen at the desk where that has not been done yet."""
    witness = selectors.keepers_of(conference)[-1]
    if not witness.pin_digest:
        good(
            services.choose_pin(actor=actor, conference=conference, member_id=witness.pk, pin=PIN, again=PIN)
        )
    return ByPin(witness.pk, PIN)


def open_by_two(actor: User, conference: Conference) -> PollState | Refused:
    """Open the poll, or open it again, with the witness beside the officer; whatever is asked before is answered."""
    second, asked = confirming(actor, conference), selectors.questions_of(conference)
    sure = [question.key for question in asked]
    return services.open_poll(actor=actor, conference=conference, second=second, sure=sure)


def close_by_two(actor: User, conference: Conference) -> PollState | Refused:
    """End casting with the witness beside the officer."""
    return services.close_poll(actor=actor, conference=conference, second=confirming(actor, conference))


def sheet_envelope(made: PreparedPoll, conference: Conference, slot_key: bytes, plaintext: bytes) -> bytes:
    """Seal one paper sheet as the station's script does, with the first station card of the poll."""
    from_urn = selectors.definition_of(conference)
    assert from_urn is not None
    signer = slips.signing_key(made.station_tickets[0], made.keys.poll, slips.STATION)
    return envelope.seal(from_urn, slot_key, plaintext, signer)


_T = TypeVar("_T")


def good(outcome: _T | Refused) -> _T:
    """Return an outcome that is no refusal; fails with the refusal's reason."""
    assert not isinstance(outcome, Refused), outcome.reason
    return outcome
