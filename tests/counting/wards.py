"""A ward's conference counted: two people asked about in one sitting, one sheet for each in a paper set."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from guong.ballots import casting
from guong.ceremony.preparing import PreparedPoll, prepare_poll
from guong.core import ballot
from guong.core.ballot import Part
from guong.core.poll import PollDefinition
from guong.core.questionnaire import official
from guong.core.reconciliation import HandCount
from guong.core.secrecy import envelope, slips
from guong.core.secrecy.requests import PollRequest
from guong.office.accounts.models import User
from guong.office.conferences import selectors as conferences
from guong.office.conferences import services as hall
from guong.office.conferences.models import Conference
from guong.office.counting import services
from guong.office.paperdesk import selectors as desk
from guong.office.paperdesk import services as paperdesk
from guong.office.paperdesk.outcomes import InvalidReason
from guong.office.registry.models import Unit
from tests.conferences.ward import ward_conference
from tests.conferences.world import SEATS, SEED, close_by_two, good, open_by_two, sheet_envelope

FORM = official("ward_head")
BLANK = "0" * len(FORM.items)
NO_STAMP = "no stamp"
COUNTERS = (SEATS[0].full_name, SEATS[1].full_name)
TYPISTS = ("Mai Ka Lan", "Vinh Ly Sơn")


@dataclass
class WardHall:
    """What the voters of a ward do: each phone answers both people, each sheet one; ``sheets`` by subject key.

    A phone is a pair of marks; a sheet is marks, or ``NO_STAMP`` for one without the body's stamp.
    """

    phones: Sequence[tuple[str, str]]
    sheets: dict[str, Sequence[str]]
    paper_sets: int


def marks(place: int) -> str:
    """An answer that differs from voter to voter, always the same for a place, with no item left blank."""
    return "".join(Random(place).choices("1234", weights=(50, 33, 12, 5))[0] for _ in FORM.items)


def whole_hall() -> WardHall:
    """Eleven phones of which one leaves the second person blank; five sets, one sheet kept, one without a stamp."""
    phones = [(marks(place), marks(100 + place)) for place in range(10)] + [(marks(10), BLANK)]
    first = [marks(200 + place) for place in range(5)]
    second = [marks(300 + place) for place in range(3)] + [NO_STAMP]
    return WardHall(phones, {"s1": first, "s2": second}, paper_sets=5)


def small_hall() -> WardHall:
    """Four phones and one set, of which only the first person's sheet came back: the second has four envelopes."""
    phones = [(marks(place), marks(100 + place)) for place in range(4)]
    return WardHall(phones, {"s1": [marks(200)], "s2": []}, paper_sets=1)


def opened(unit: Unit, organiser: User) -> tuple[Conference, PreparedPoll]:
    """Take the ward's conference to its open poll."""
    conference = ward_conference(unit, organiser)
    good(hall.build_roll(actor=organiser, conference=conference, version=conference.version))
    good(hall.agree_roll(actor=organiser, conference=conference, version=conference.version))
    good(hall.set_board(actor=organiser, conference=conference, version=conference.version, seats=SEATS))
    poll = good(hall.prepare_request(actor=organiser, conference=conference))
    made = prepare_poll(PollRequest.from_bytes(bytes(poll.request)), SEED)
    good(hall.import_keys(actor=organiser, conference=conference, raw=made.keys.raw))
    conference.refresh_from_db()
    good(hall.confirm_printed(actor=organiser, conference=conference, version=conference.version))
    good(open_by_two(organiser, conference))
    return conference, made


def definition_of(conference: Conference) -> PollDefinition:
    """The poll's public definition."""
    found = conferences.definition_of(conference)
    assert found is not None
    return found


def cast_phones(conference: Conference, made: PreparedPoll, phones: Sequence[tuple[str, str]]) -> None:
    """Put one envelope a phone into the urn, with both people's parts in it."""
    poll, definition = made.keys.poll, definition_of(conference)
    for ticket, (first, second) in zip(made.tickets, phones, strict=False):
        text = ballot.encode(poll, [Part("s1", first), Part("s2", second)], FORM, subjects=2)
        slot_key = slips.public_key(ticket, poll)
        sealed = envelope.seal(definition, slot_key, text, slips.signing_key(ticket, poll))
        good(casting.cast(conferences.urn_store(), poll=poll, slot_key=slot_key, envelope=sealed))


def sealed_sheet(conference: Conference, made: PreparedPoll, subject: str, sheet: str) -> tuple[bytes, bytes]:
    """A free slot of one subject and the envelope for it, as the desk's page makes them."""
    slot_key = desk.any_free_slot(conference, subject)
    assert slot_key is not None
    part = Part(subject, BLANK if sheet == NO_STAMP else sheet)
    text = ballot.encode(made.keys.poll, [part], FORM, subjects=2)
    return slot_key, sheet_envelope(made, conference, slot_key, text)


def hand_count(made: PreparedPoll, acts: WardHall) -> HandCount:
    """What two people count on the tables: one paper set a voter, whatever the number of its sheets."""
    phones = len(acts.phones)
    return HandCount(
        signatures=phones + acts.paper_sets,
        printed=len(made.tickets),
        drawn=phones,
        left_over=len(made.tickets) - phones,
        paper_sets=acts.paper_sets,
        exchanged=0,
        spoiled=0,
        replaced=0,
        not_returned=0,
    )


def closed(conference: Conference, made: PreparedPoll, acts: WardHall, organiser: User) -> None:
    """Let everybody sign and vote, then end casting."""
    cast_phones(conference, made, acts.phones)
    for entry in list(conference.roll.all())[: len(acts.phones) + acts.paper_sets]:
        good(hall.mark_present(conference=conference, person_id=entry.person_id, present=True))
    for _ in range(acts.paper_sets):
        good(hall.count_paper_set(conference=conference, change=1))
    good(close_by_two(organiser, conference))
    conference.refresh_from_db()


def counted(conference: Conference, made: PreparedPoll, acts: WardHall, counter: User) -> None:
    """Type the hand counts, check leftover slips, key in each subject's sheets."""
    for typist, name in enumerate(COUNTERS, 1):
        count = hand_count(made, acts)
        good(services.type_hand_count(conference=conference, typist=typist, typist_name=name, count=count))
    for ticket in made.tickets[len(acts.phones) :]:
        code = "".join(slips.printed_groups(ticket, made.keys.poll))
        good(services.check_left_over(conference=conference, typed_code=code))
    good(paperdesk.name_typists(conference=conference, first_typist=TYPISTS[0], second_typist=TYPISTS[1]))
    for subject, sheets in acts.sheets.items():
        good(
            paperdesk.count_sheets(
                actor=counter,
                conference=conference,
                subject_key=subject,
                counted=len(sheets),
                counters=COUNTERS,
            )
        )
        for sheet in sheets:
            slot_key, sealed = sealed_sheet(conference, made, subject, sheet)
            good(
                paperdesk.put_sheet(
                    conference=conference,
                    subject_key=subject,
                    slot_key=slot_key,
                    envelope=sealed,
                    invalid=InvalidReason.NO_STAMP if sheet == NO_STAMP else None,
                )
            )
