"""The hall desk: totals and booleans only, slips handed back, the end of casting (DESIGN §4.5, §4.8)."""

import pytest

from guong.ballots import casting, polls
from guong.core import crockford
from guong.core.ballot import plaintext_size
from guong.core.lifecycle import PollState, SlotState
from guong.core.outcome import Refused
from guong.core.secrecy import envelope, slips
from guong.office.conferences import selectors, services, urn
from guong.office.conferences.models import Conference, Intent, RollEntry
from guong.office.journal.models import Entry
from tests.conferences.slips_seen import photo_of
from tests.conferences.world import World, close_by_two, closed, good, opened, prepared


def code(ticket: bytes, poll: str) -> str:
    return " ".join(slips.printed_groups(ticket, poll))


def test_attendance_is_a_boolean_without_journal_or_intent(world: World) -> None:
    conference, _ = opened(world)
    before = (Entry.objects.count(), Intent.objects.count())
    person = conference.roll.all()[5].person_id
    assert services.mark_present(conference=conference, person_id=person, present=True) is True
    assert selectors.roll_numbers(conference).present == 1
    services.mark_present(conference=conference, person_id=person, present=False)
    assert selectors.roll_numbers(conference).present == 0
    assert (Entry.objects.count(), Intent.objects.count()) == before


def test_no_model_of_the_hall_can_hold_a_time_of_a_person(world: World) -> None:
    kinds = {field.get_internal_type() for field in RollEntry._meta.get_fields()}
    assert not kinds & {"DateField", "DateTimeField", "TimeField"}


def test_paper_sets_are_a_total_between_nothing_and_the_roll(world: World) -> None:
    conference, _ = opened(world)
    assert services.count_paper_set(conference=conference, change=1) == 1
    assert services.count_paper_set(conference=conference, change=-1) == 0
    refused = services.count_paper_set(conference=conference, change=-1)
    assert isinstance(refused, Refused)
    for _ in range(12):
        good(services.count_paper_set(conference=conference, change=1))
    refused = services.count_paper_set(conference=conference, change=1)
    assert isinstance(refused, Refused)
    assert refused.reason == "no_more_sets"


@pytest.mark.parametrize(("sets", "few"), [(0, False), (1, True), (4, True), (5, False)])
def test_one_to_four_paper_voters_bring_a_warning(world: World, sets: int, few: bool) -> None:
    conference, _ = opened(world)
    for _ in range(sets):
        good(services.count_paper_set(conference=conference, change=1))
    assert selectors.has_few_paper_voters(conference) is few


@pytest.mark.parametrize("mark", [SlotState.EXCHANGED, SlotState.SPOILED])
@pytest.mark.parametrize("scanned", [False, True])
def test_a_slip_handed_back_is_marked(world: World, mark: SlotState, scanned: bool) -> None:
    conference, made = opened(world)
    typed = code(made.tickets[0], made.keys.poll)
    if scanned:
        typed = f"https://bophieu.example/b/{made.keys.poll}#{typed.replace(' ', '')}"
    assert services.take_back_slip(conference=conference, code=typed, mark=mark) is mark


def test_a_slip_is_taken_back_by_its_photograph(world: World) -> None:
    conference, made = opened(world)
    outcome = services.take_back_slip_seen(
        conference=conference, photo=photo_of(conference, made, made.tickets[0]), mark=SlotState.EXCHANGED
    )
    assert outcome is SlotState.EXCHANGED


def test_a_photograph_of_several_slips_takes_none_back(world: World) -> None:
    conference, made = opened(world)
    outcome = services.take_back_slip_seen(
        conference=conference, photo=photo_of(conference, made, *made.tickets[:2]), mark=SlotState.SPOILED
    )
    assert isinstance(outcome, Refused)
    assert outcome.reason == "not_one_slip"
    assert polls.mark_slot(
        urn.store(),
        poll=made.keys.poll,
        slot_key=slips.public_key(made.tickets[0], made.keys.poll),
        to=SlotState.EXCHANGED,
    )


@pytest.mark.parametrize(("data", "reason"), [(b"no picture", "photo_type")])
def test_what_is_no_photograph_takes_nothing_back(world: World, data: bytes, reason: str) -> None:
    conference, _ = opened(world)
    outcome = services.take_back_slip_seen(conference=conference, photo=data, mark=SlotState.SPOILED)
    assert isinstance(outcome, Refused)
    assert outcome.reason == reason


def test_a_used_slip_is_not_exchanged(world: World) -> None:
    conference, made = opened(world)
    cast(conference, made.tickets[0])
    refused = services.take_back_slip(
        conference=conference, code=code(made.tickets[0], made.keys.poll), mark=SlotState.EXCHANGED
    )
    assert isinstance(refused, Refused)
    assert refused.reason == "used"


def test_a_mistyped_group_is_named(world: World) -> None:
    conference, made = opened(world)
    groups = slips.printed_groups(made.tickets[0], made.keys.poll)
    last = crockford.ALPHABET[(crockford.ALPHABET.index(groups[1][-1]) + 1) % 32]
    groups[1] = groups[1][:-1] + last
    refused = services.take_back_slip(conference=conference, code="-".join(groups), mark=SlotState.EXCHANGED)
    assert isinstance(refused, Refused)
    assert refused.reason == "mistyped_code"
    assert "Nhóm thứ 2" in refused.sentence


def test_the_code_of_a_slip_is_kept_nowhere(world: World) -> None:
    conference, made = opened(world)
    typed = code(made.tickets[0], made.keys.poll)
    good(services.take_back_slip(conference=conference, code=typed, mark=SlotState.EXCHANGED))
    kept = " ".join(str(row) for row in Intent.objects.values()) + " ".join(
        str(row) for row in Entry.objects.values()
    )
    public = slips.public_key(made.tickets[0], made.keys.poll).hex()
    assert typed not in kept
    assert public not in kept


def test_closing_needs_somebody_present(world: World) -> None:
    conference, _ = opened(world)
    refused = close_by_two(world.organiser, conference)
    assert isinstance(refused, Refused)
    assert refused.reason == "nobody_present"


def test_closing_makes_as_many_paper_slots_as_sets_were_handed_out(world: World) -> None:
    conference, made = closed(world, paper_sets=3)
    assert selectors.state_of(conference) is PollState.CLOSED
    assert len(polls.free_paper_slots(urn.store(), poll=made.keys.poll, subject="s1")) == 3
    assert conference.closed_at is not None


def test_closing_rewrites_the_roll_in_roll_order(world: World) -> None:
    conference, _ = opened(world)
    before = list(conference.roll.values_list("pk", flat=True))
    for entry in reversed(list(conference.roll.all())[:5]):
        good(services.mark_present(conference=conference, person_id=entry.person_id, present=True))
    good(close_by_two(world.organiser, conference))
    rows = list(conference.roll.order_by("pk"))
    assert [row.place for row in rows] == list(range(1, 13))
    assert [row.present for row in rows] == [True] * 5 + [False] * 7
    assert not {row.pk for row in rows} & set(before)


def test_after_closing_nothing_at_the_desk_changes(world: World) -> None:
    conference, made = closed(world)
    person = conference.roll.all()[0].person_id
    for refused in (
        services.mark_present(conference=conference, person_id=person, present=False),
        services.count_paper_set(conference=conference, change=1),
        services.take_back_slip(
            conference=conference, code=code(made.tickets[0], made.keys.poll), mark=SlotState.SPOILED
        ),
    ):
        assert isinstance(refused, Refused)
        assert refused.reason == "not_in_hall"


def test_closing_again_changes_nothing(world: World) -> None:
    conference, _ = closed(world)
    count = Entry.objects.count()
    assert close_by_two(world.organiser, conference) is PollState.CLOSED
    assert Entry.objects.count() == count


def test_slips_may_be_marked_before_the_poll_opens(world: World) -> None:
    conference, made = prepared(world)
    typed = code(made.tickets[0], made.keys.poll)
    assert (
        services.take_back_slip(conference=conference, code=typed, mark=SlotState.SPOILED)
        is SlotState.SPOILED
    )


def cast(conference: Conference, ticket: bytes) -> None:
    """Cast a ballot of nonsense with a slip: the urn sees the signature only."""
    definition = selectors.definition_of(conference)
    assert definition is not None
    slot_key = slips.public_key(ticket, definition.poll)
    plaintext = bytes(plaintext_size(len(definition.subjects)))
    sealed = envelope.seal(definition, slot_key, plaintext, slips.signing_key(ticket, definition.poll))
    outcome = casting.cast(urn.store(), poll=definition.poll, slot_key=slot_key, envelope=sealed)
    assert isinstance(outcome, casting.Accepted)
