"""Whatever order phones, desk and chair act in: acknowledged means in the box, once, and nothing after closing."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from guong.ballots import casting, polls
from guong.ballots.casting import Accepted, Attempt
from guong.ballots.store import Store
from guong.core.lifecycle import PollState, SlotState
from guong.core.outcome import Refused
from guong.core.secrecy import envelope
from tests.ballots.world import World

VOTERS = 4
VERSIONS = 2
voters = st.integers(0, VOTERS - 1)
versions = st.integers(0, VERSIONS - 1)
marks = st.sampled_from([SlotState.EXCHANGED, SlotState.SPOILED, SlotState.LEFT_OVER])
ballots = st.tuples(voters, versions)


class Hall(RuleBasedStateMachine):
    """The urn beside a model of it: what each slip must be, and the poll's state."""

    store: Store

    @initialize()
    def a_poll_is_open(self) -> None:
        self.world = World(voters=VOTERS).prepare(self.store)
        self.sealed = [[self.world.sealed(voter) for _ in range(VERSIONS)] for voter in range(VOTERS)]
        self.slips: dict[int, SlotState] = dict.fromkeys(range(VOTERS), SlotState.FREE)
        self.cast: dict[int, int] = {}
        self.state = PollState.OPEN

    def expected(self, voter: int, version: int) -> str:
        if self.slips[voter] is SlotState.CAST:
            return "accepted" if self.cast[voter] == version else "used"
        if self.slips[voter] is not SlotState.FREE:
            return self.slips[voter].name.lower()
        if self.state is not PollState.OPEN:
            return {PollState.PAUSED: "paused", PollState.CLOSED: "closed"}[self.state]
        self.slips[voter], self.cast[voter] = SlotState.CAST, version
        return "accepted"

    @rule(group=st.lists(ballots, min_size=1, max_size=6))
    def phones_cast(self, group: list[tuple[int, int]]) -> None:
        wanted = [self.expected(voter, version) for voter, version in group]
        outcomes = casting.cast_group(
            self.store,
            [
                Attempt(self.world.poll, self.world.slots[voter], self.sealed[voter][version])
                for voter, version in group
            ],
        )
        told = ["accepted" if isinstance(outcome, Accepted) else outcome.reason for outcome in outcomes]
        assert told == wanted

    @rule(voter=voters, mark=marks)
    def the_desk_marks(self, voter: int, mark: SlotState) -> None:
        slot = self.world.slots[voter]
        outcome = polls.mark_slot(self.store, poll=self.world.poll, slot_key=slot, to=mark)
        if self.slips[voter] in (SlotState.FREE, mark):
            self.slips[voter] = mark
            assert outcome is mark
        else:
            assert isinstance(outcome, Refused)

    @rule(pause=st.booleans())
    def the_chair_pauses_or_goes_on(self, pause: bool) -> None:
        to = PollState.PAUSED if pause else PollState.OPEN
        outcome = polls.step(self.store, poll=self.world.poll, to=to)
        if self.state is PollState.CLOSED:
            assert isinstance(outcome, Refused)
        else:
            assert outcome is to
            self.state = to

    @rule()
    def the_chair_closes(self) -> None:
        assert polls.close(self.store, poll=self.world.poll, paper_sets={}) is PollState.CLOSED
        self.state = PollState.CLOSED

    @invariant()
    def the_urn_holds_what_was_acknowledged(self) -> None:
        with self.store.reading() as session:
            rows = session.rows(
                "SELECT slot_key, envelope FROM slot WHERE poll = ? AND state = 1", [self.world.poll]
            )
        stored = {bytes(key): bytes(sealed) for key, sealed in rows}
        assert stored == {
            self.world.slots[voter]: self.sealed[voter][version] for voter, version in self.cast.items()
        }
        if self.state is PollState.CLOSED:
            figures = polls.figures(self.store, poll=self.world.poll)
            assert isinstance(figures, polls.Figures)
            assert sorted(figures.leaves) == sorted(
                envelope.leaf(key, sealed) for key, sealed in stored.items()
            )


@pytest.mark.slow
def test_a_slip_is_used_exactly_once_in_whatever_order_people_act(store: Store) -> None:
    hall = type("HallOfThisUrn", (Hall,), {"store": store})
    run_state_machine_as_test(hall, settings=settings(max_examples=30, stateful_step_count=20, deadline=None))
