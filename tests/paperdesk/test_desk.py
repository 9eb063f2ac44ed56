"""The paper desk: sealed sheets only, two people everywhere, totals and nothing else (DESIGN §4.5, §8)."""

import secrets

import pytest

from guong.ceremony.preparing import PreparedPoll
from guong.core import ballot
from guong.core.outcome import Refused
from guong.core.questionnaire import official
from guong.office.conferences import services as conferences
from guong.office.conferences.models import Conference, Intent
from guong.office.journal.models import Entry
from guong.office.paperdesk import selectors, services
from guong.office.paperdesk.models import EntryLog
from guong.office.paperdesk.outcomes import Entered, InvalidReason
from tests.conferences.world import World, closed, good, opened, sheet_envelope

COUNTERS = ("Lò Thị Ban Mai", "Quách Thế Vinh")


@pytest.fixture
def desk(world: World) -> tuple[Conference, PreparedPoll]:
    """A closed conference with three paper sets handed out, three sheets found in the box."""
    conference, made = closed(world, paper_sets=3)
    count(world, conference, 3)
    return conference, made


def count(world: World, conference: Conference, number: int) -> object:
    return services.count_sheets(
        actor=world.organiser, conference=conference, subject_key="s1", counted=number, counters=COUNTERS
    )


def sealed(made: PreparedPoll, conference: Conference, slot_key: bytes) -> bytes:
    form = official("school_head")
    part = ballot.Part("s1", "1" * len(form.items), ())
    plaintext = ballot.encode(made.keys.poll, [part], form, subjects=1)
    return sheet_envelope(made, conference, slot_key, plaintext)


def put(
    desk: tuple[Conference, PreparedPoll],
    slot_key: bytes,
    *,
    invalid: InvalidReason | None = None,
    differences: int = 0,
) -> Entered | Refused:
    conference, made = desk
    return services.put_sheet(
        conference=conference,
        subject_key="s1",
        slot_key=slot_key,
        envelope=sealed(made, conference, slot_key),
        invalid=invalid,
        differences=differences,
    )


def test_sheets_are_counted_before_any_is_entered(world: World) -> None:
    desk = closed(world, paper_sets=3)
    refused = put(desk, selectors.free_slots(desk[0], "s1")[0])
    assert isinstance(refused, Refused)
    assert refused.reason == "not_counted"


def test_a_sealed_sheet_is_entered(desk: tuple[Conference, PreparedPoll]) -> None:
    entered = good(put(desk, selectors.free_slots(desk[0], "s1")[0]))
    assert (entered.entered, entered.counted) == (1, 3)
    assert entered.next_slot in selectors.free_slots(desk[0], "s1")


def test_the_same_sheet_again_counts_once_in_urn_and_log(desk: tuple[Conference, PreparedPoll]) -> None:
    conference, made = desk
    slot_key = selectors.free_slots(conference, "s1")[0]
    envelope = sealed(made, conference, slot_key)
    for _ in range(2):
        entered = good(
            services.put_sheet(
                conference=conference,
                subject_key="s1",
                slot_key=slot_key,
                envelope=envelope,
                invalid=InvalidReason.BLANK,
                differences=2,
            )
        )
        assert entered.entered == 1
    log = EntryLog.objects.get(conference=conference)
    assert (log.invalid_blank, log.differences) == (1, 2)


def test_other_bytes_for_a_filled_slot_are_refused(desk: tuple[Conference, PreparedPoll]) -> None:
    slot_key = selectors.free_slots(desk[0], "s1")[0]
    good(put(desk, slot_key))
    refused = put(desk, slot_key)
    assert isinstance(refused, Refused)
    assert refused.reason == "used"


def test_a_garbage_envelope_is_refused(desk: tuple[Conference, PreparedPoll]) -> None:
    conference, made = desk
    slot_key = selectors.free_slots(conference, "s1")[0]
    garbage = secrets.token_bytes(len(sealed(made, conference, slot_key)))
    for envelope, reason in ((garbage, "bad_signature"), (b"short", "malformed")):
        refused = services.put_sheet(
            conference=conference, subject_key="s1", slot_key=slot_key, envelope=envelope
        )
        assert isinstance(refused, Refused)
        assert refused.reason == reason
    assert selectors.entered_by_subject(conference)["s1"] == 0


def test_no_more_sheets_than_were_counted(world: World) -> None:
    desk = closed(world, paper_sets=3)
    count(world, desk[0], 1)
    first, second, _ = selectors.free_slots(desk[0], "s1")
    assert good(put(desk, first)).next_slot is None
    refused = put(desk, second)
    assert isinstance(refused, Refused)
    assert refused.reason == "all_entered"


def test_more_sheets_in_the_box_than_handed_out_are_refused(world: World) -> None:
    conference, _ = closed(world, paper_sets=2)
    refused = count(world, conference, 3)
    assert isinstance(refused, Refused)
    assert refused.reason == "more_than_handed_out"


def test_one_person_does_not_count_alone(world: World) -> None:
    conference, _ = closed(world)
    refused = services.count_sheets(
        actor=world.organiser, conference=conference, subject_key="s1", counted=1, counters=("Mai", " Mai ")
    )
    assert isinstance(refused, Refused)
    assert refused.reason == "two_counters"


def test_nobody_of_the_unit_keys_in(world: World) -> None:
    conference, _ = closed(world)
    refused = services.name_typists(
        conference=conference, first_typist="Giáo viên Thử 03", second_typist="Quách Thế Vinh"
    )
    assert isinstance(refused, Refused)
    assert refused.reason == "of_the_unit"


def test_nothing_is_entered_while_ballots_are_taken(world: World) -> None:
    desk = opened(world)
    refused = put(desk, bytes(32))
    assert isinstance(refused, Refused)
    assert refused.reason == "not_closed"


def test_single_sheets_leave_no_trace_beside_the_totals(desk: tuple[Conference, PreparedPoll]) -> None:
    before = (Entry.objects.count(), Intent.objects.count())
    good(put(desk, selectors.free_slots(desk[0], "s1")[0], invalid=InvalidReason.NO_STAMP))
    assert (Entry.objects.count(), Intent.objects.count()) == before
    assert EntryLog.objects.get(conference=desk[0]).invalid_no_stamp == 1


def test_the_desk_is_complete_when_every_counted_sheet_is_in(desk: tuple[Conference, PreparedPoll]) -> None:
    conference, _ = desk
    for slot_key in selectors.free_slots(conference, "s1"):
        assert not selectors.is_complete(selectors.desk(conference))
        good(put(desk, slot_key))
    assert selectors.is_complete(selectors.desk(conference))


def test_the_entry_log_is_filed_once_all_is_entered(
    world: World, desk: tuple[Conference, PreparedPoll]
) -> None:
    conference, _ = desk
    refused = services.file_entry_log(actor=world.organiser, conference=conference)
    assert isinstance(refused, Refused)
    names = good(services.name_typists(conference=conference, first_typist="Mai Ka", second_typist="Vinh Ly"))
    assert names == selectors.typists(conference)
    for slot_key in selectors.free_slots(conference, "s1"):
        good(put(desk, slot_key))
    paper = good(services.file_entry_log(actor=world.organiser, conference=conference))
    assert paper.printed_number == "Số 01-NK"


def test_a_conference_without_paper_is_complete_at_once(world: World) -> None:
    conference, _ = closed(world, paper_sets=0)
    assert selectors.is_complete(selectors.desk(conference))
    assert conferences.finish_intents() == []
