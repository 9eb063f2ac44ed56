"""A rehearsal played to its very end, as an office tries the whole evening and morning: hall, count, opening, papers."""

from dataclasses import dataclass

from django.utils import timezone

from guong.ballots import casting, polls
from guong.ceremony.opening import open_in_memory
from guong.ceremony.preparing import PreparedPoll, prepare_poll
from guong.core import ballot, crockford
from guong.core.ballot import Part
from guong.core.reconciliation import HandCount
from guong.core.secrecy import envelope, keys, slips
from guong.core.secrecy.box import Box
from guong.core.secrecy.requests import PollRequest
from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.conferences import selectors as conferences
from guong.office.conferences import services as hall
from guong.office.conferences.models import Conference
from guong.office.counting import services as counting
from guong.office.counting.models import Bundle
from guong.office.paperdesk import services as paperdesk
from guong.office.registry.models import Unit
from guong.office.release import services as release
from guong.office.schedule import services
from tests.conferences.world import SEED, close_by_two, good, officer, open_by_two, sheet_envelope
from tests.counting.world import FORM, marks
from tests.schedule.test_hall import added, picture
from tests.schedule.world import Campaign, drawn_units

PHONES = 4
HEAD, CLERK, WITNESS = "Tổ trưởng thử", "Thư ký tổ thử", "Đại biểu thử"
HAND_OVER = counting.HandOver("Người nhận thử", "", "ngay tại chỗ")


@dataclass
class Rehearsed:
    """A rehearsal whose urn was opened: four phones, one sheet; its papers are made as they come due."""

    world: Campaign
    conference: Conference
    made: PreparedPoll
    counter: User

    @property
    def poll(self) -> str:
        """Its poll's key."""
        return self.made.keys.poll


def begun(world: Campaign, unit: Unit | None = None) -> Conference:
    """A rehearsal of a unit, or of the first drawn school."""
    return good(
        services.begin_rehearsal(
            actor=world.organiser,
            unit=unit or drawn_units(world)[0],
            lead_body="Ban Tuyên giáo",
            today=timezone.localdate(),
        )
    )


def slips_made(world: Campaign, conference: Conference) -> PreparedPoll:
    """Let the board make keys and slips."""
    poll = good(hall.prepare_request(actor=world.organiser, conference=conference))
    made = prepare_poll(PollRequest.from_bytes(bytes(poll.request)), SEED)
    good(hall.import_keys(actor=world.organiser, conference=conference, raw=made.keys.raw))
    conference.refresh_from_db()
    return made


def closed(world: Campaign, unit: Unit | None = None) -> Rehearsed:
    """Its hall: slips that were made twice, a list, a photograph, an incident, four ballots by phone, one set of paper."""
    conference, actor = begun(world, unit), world.organiser
    slips_made(world, conference)
    good(hall.start_over(actor=actor, conference=conference, reason="in thử lần đầu bị mờ"))
    made = slips_made(world, conference)
    hall.file_attendance_list(conference, actor=actor)
    good(added(world, conference, picture()))
    good(hall.note_incident(actor=actor, conference=conference, text="Mất điện thử"))
    good(hall.confirm_printed(actor=actor, conference=conference, version=conference.version))
    good(open_by_two(actor, conference))
    _vote(conference, made)
    for entry in conference.roll.all():
        good(hall.mark_present(conference=conference, person_id=entry.person_id, present=True))
    good(hall.count_paper_set(conference=conference, change=1))
    good(close_by_two(actor, conference))
    conference.refresh_from_db()
    counter = officer(
        conference.unit, Role.COUNTING_OFFICER, Role.PAPER_CLERK, Role.REPORTER, username="kiemphieu"
    )
    return Rehearsed(world, conference, made, counter)


def sealed(done: Rehearsed) -> Box:
    """Its count: two people by hand, leftover slips, the sheet keyed in, the box sealed with its minutes."""
    conference = done.conference
    hand = _hand(len(done.made.tickets))
    for typist, name in enumerate((HEAD, CLERK), 1):
        good(counting.type_hand_count(conference=conference, typist=typist, typist_name=name, count=hand))
    for ticket in done.made.tickets[PHONES:]:
        code = " ".join(slips.printed_groups(ticket, done.poll))
        good(counting.check_left_over(conference=conference, typed_code=code))
    _enter_sheet(done)
    box = good(counting.seal_box(conference=conference, actor=done.counter))
    good(counting.make_sealing_minutes(conference=conference, hand_over=HAND_OVER, actor=done.counter))
    return box


def finished(done: Rehearsed) -> Bundle:
    """Its opening on the spot: result, bundle, keys destroyed, minutes of counting and personal summary."""
    conference, actor = done.conference, done.counter
    found = good(open_in_memory(sealed(done).raw, keys.split_seed(SEED)[:2]))
    code = crockford.sixteen_digits(found.opening.digest)
    good(
        counting.import_opening(
            conference=conference,
            result=found.opening.raw,
            archive=found.archive,
            confirmers=(HEAD, CLERK),
            codes=(code, code),
            same_machine=True,
            actor=actor,
        )
    )
    bundle = good(counting.build_bundle(conference=conference, actor=actor))
    good(
        counting.destroy_keys(
            conference=conference, keys_destroyed=3, head_name=HEAD, witness_name=WITNESS, actor=actor
        )
    )
    good(release.make_tally_minutes(conference=conference, subject_key="s1", actor=actor))
    good(release.make_personal_summary(conference=conference, subject_key="s1", actor=actor))
    return bundle


def _vote(conference: Conference, made: PreparedPoll) -> None:
    definition = conferences.definition_of(conference)
    assert definition is not None
    poll = made.keys.poll
    for place, ticket in enumerate(made.tickets[:PHONES]):
        text = ballot.encode(poll, [Part("s1", marks(place), ())], FORM, subjects=1)
        slot_key = slips.public_key(ticket, poll)
        seal = envelope.seal(definition, slot_key, text, slips.signing_key(ticket, poll))
        good(casting.cast(conferences.urn_store(), poll=poll, slot_key=slot_key, envelope=seal))


def _hand(printed: int) -> HandCount:
    return HandCount(
        signatures=PHONES + 1,
        printed=printed,
        drawn=PHONES,
        left_over=printed - PHONES,
        paper_sets=1,
        exchanged=0,
        spoiled=0,
        replaced=0,
        not_returned=0,
    )


def _enter_sheet(done: Rehearsed) -> None:
    conference, store = done.conference, conferences.urn_store()
    good(
        paperdesk.count_sheets(
            actor=done.counter, conference=conference, subject_key="s1", counted=1, counters=(HEAD, CLERK)
        )
    )
    text = ballot.encode(done.poll, [Part("s1", marks(7), ())], FORM, subjects=1)
    for slot_key in polls.free_paper_slots(store, poll=done.poll, subject="s1"):
        seal = sheet_envelope(done.made, conference, slot_key, text)
        good(polls.put_paper(store, poll=done.poll, subject="s1", slot_key=slot_key, envelope=seal))
