"""The test ballot: the whole way, and nothing of it in the box."""

from contextlib import AbstractContextManager

import pytest

from guong.ballots import casting, trial
from guong.ballots.connections import Session, StorageFull, Store, StoreUnavailable
from guong.ballots.trial import Trial
from guong.core.lifecycle import PollState, SlotState
from guong.core.outcome import Refused
from guong.core.secrecy import envelope
from tests.ballots.world import World

KEY = envelope.KEY_BYTES


@pytest.fixture
def ready(store: Store) -> World:
    """A poll before its opening."""
    return World().prepare(store, to=PollState.PREPARED)


def contents(store: Store) -> list[tuple[object, ...]]:
    with store.reading() as session:
        rows = session.rows("SELECT poll, slot_key, state, envelope FROM slot ORDER BY slot_key")
        return [*rows, *session.rows("SELECT poll, state, leaves FROM poll")]


def reason(outcome: object) -> str:
    assert isinstance(outcome, Refused)
    return outcome.reason


def test_the_box_knows_no_such_slip_and_nothing_in_it_changes(store: Store, ready: World) -> None:
    before = contents(store)
    assert isinstance(trial.try_out(store, poll=ready.poll), Trial)
    assert contents(store) == before


def test_what_is_sent_once_more_is_the_question_and_the_ballot_of_one_made_up_slip(
    store: Store, ready: World
) -> None:
    tried = trial.try_out(store, poll=ready.poll)
    assert isinstance(tried, Trial)
    slot_key = tried.question[:KEY]
    assert tried.ballot[:KEY] == slot_key
    assert slot_key not in ready.slots
    assert len(tried.ballot) == KEY + envelope.envelope_size(1)
    asked = casting.ask(store, poll=ready.poll, slot_key=slot_key, signature=tried.question[KEY:])
    sent = casting.cast(store, poll=ready.poll, slot_key=slot_key, envelope=tried.ballot[KEY:])
    assert reason(asked) == reason(sent) == "unknown_slip"


def test_every_trial_takes_another_slip(store: Store, ready: World) -> None:
    first, second = (trial.try_out(store, poll=ready.poll) for _ in range(2))
    assert isinstance(first, Trial)
    assert isinstance(second, Trial)
    assert first.question[:KEY] != second.question[:KEY]


def test_once_the_poll_was_opened_ballots_prove_themselves(store: Store, world: World) -> None:
    before = contents(store)
    assert reason(trial.try_out(store, poll=world.poll)) == "wrong_state"
    assert contents(store) == before


def test_an_unknown_poll_is_told(store: Store) -> None:
    assert reason(trial.try_out(store, poll=World().poll)) == "unknown_poll"


@pytest.mark.parametrize(("error", "told"), [(StorageFull, "storage_full"), (StoreUnavailable, "busy")])
def test_a_box_that_cannot_write_is_found_out(
    store: Store, ready: World, monkeypatch: pytest.MonkeyPatch, error: type[Exception], told: str
) -> None:
    def failing() -> AbstractContextManager[Session]:
        raise error

    monkeypatch.setattr(store, "writing", failing)
    assert reason(trial.try_out(store, poll=ready.poll)) == told


def test_a_box_that_answers_otherwise_is_not_trusted(
    store: Store, ready: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = casting.Answer(SlotState.FREE, PollState.PREPARED)
    monkeypatch.setattr(casting, "ask", lambda *_, **__: answer)
    assert reason(trial.try_out(store, poll=ready.poll)) == "trial_failed"
