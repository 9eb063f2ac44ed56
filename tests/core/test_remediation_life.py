"""The life of a plan: whatever is tried, each side does only its own acts, and the end needs the lead body."""

from hypothesis import given
from hypothesis import strategies as st

from guong.core.outcome import Refused
from guong.core.remediation.life import (
    HEADS_ACTS,
    Act,
    Hand,
    Party,
    PlanState,
    Standing,
    acts_open,
    after,
    fit_reason,
)

HEAD = Hand("head", Party.HEAD, is_head=True)
OFFICER = Hand("officer", Party.LEAD_BODY, is_head=False)
OTHER_OFFICER = Hand("other", Party.LEAD_BODY, is_head=False)
HANDS = st.sampled_from([HEAD, OFFICER, OTHER_OFFICER, Hand("both", Party.LEAD_BODY, is_head=True)])
STANDINGS = st.builds(
    Standing, st.sampled_from(PlanState), st.frozensets(st.sampled_from(["officer", "other"]))
)


def reason(outcome: PlanState | Refused) -> str:
    assert isinstance(outcome, Refused)
    return outcome.reason


def test_the_whole_way_from_the_first_word_to_the_end() -> None:
    state = PlanState.DRAFT
    way = (
        (Act.WRITE, HEAD, PlanState.DRAFT),
        (Act.SUBMIT, HEAD, PlanState.SUBMITTED),
        (Act.GIVE_BACK, OFFICER, PlanState.RETURNED),
        (Act.WRITE, HEAD, PlanState.RETURNED),
        (Act.SUBMIT, HEAD, PlanState.SUBMITTED),
        (Act.APPROVE, OFFICER, PlanState.APPROVED),
        (Act.REPORT, HEAD, PlanState.IN_PROGRESS),
        (Act.ASK_TO_CLOSE, HEAD, PlanState.CLOSING),
        (Act.KEEP_OPEN, OFFICER, PlanState.IN_PROGRESS),
        (Act.ASK_TO_CLOSE, HEAD, PlanState.CLOSING),
        (Act.CLOSE, OFFICER, PlanState.CLOSED),
    )
    for act, hand, wanted in way:
        outcome = after(act, Standing(state), hand)
        assert outcome is wanted
        state = wanted


@given(STANDINGS, HANDS, st.sampled_from(Act))
def test_nothing_happens_to_a_closed_plan(standing: Standing, hand: Hand, act: Act) -> None:
    closed = Standing(PlanState.CLOSED, standing.filed_by)
    assert isinstance(after(act, closed, hand), Refused)


@given(STANDINGS, HANDS)
def test_nobody_decides_on_the_own_plan_or_the_own_filing(standing: Standing, hand: Hand) -> None:
    decisions = acts_open(standing, hand) - HEADS_ACTS
    if hand.is_head or hand.key in standing.filed_by:
        assert decisions == set()


@given(st.sampled_from(PlanState), HANDS)
def test_nobody_writes_for_a_head_whose_plan_was_not_filed_on_paper(state: PlanState, hand: Hand) -> None:
    if not hand.is_head:
        assert acts_open(Standing(state), hand).isdisjoint(HEADS_ACTS)


@given(st.lists(st.tuples(st.sampled_from(Act), HANDS), max_size=30))
def test_no_order_of_acts_closes_a_plan_that_nobody_of_the_lead_body_approved(
    tried: list[tuple[Act, Hand]],
) -> None:
    state, deciders = PlanState.DRAFT, []
    for act, hand in tried:
        outcome = after(act, Standing(state), hand)
        if not isinstance(outcome, Refused):
            state = outcome
            deciders += [(act, hand)] if act in (Act.APPROVE, Act.CLOSE) else []
    if state is PlanState.CLOSED:
        assert [act for act, _ in deciders] == [Act.APPROVE, Act.CLOSE]
    assert all(hand.party is Party.LEAD_BODY and not hand.is_head for _, hand in deciders)


def test_an_officer_files_for_a_head_who_never_logs_in_and_another_one_approves() -> None:
    filed = Standing(PlanState.DRAFT, filed_by=frozenset({"officer"}))
    assert after(Act.SUBMIT, filed, OFFICER) is PlanState.SUBMITTED
    submitted = Standing(PlanState.SUBMITTED, filed_by=frozenset({"officer"}))
    assert reason(after(Act.APPROVE, submitted, OFFICER)) == "own_filing"
    assert after(Act.APPROVE, submitted, OTHER_OFFICER) is PlanState.APPROVED


def test_each_refusal_says_whose_turn_it_is() -> None:
    assert reason(after(Act.APPROVE, Standing(PlanState.SUBMITTED), HEAD)) == "lead_bodys"
    assert reason(after(Act.SUBMIT, Standing(PlanState.DRAFT), OFFICER)) == "heads_own"
    assert reason(after(Act.SUBMIT, Standing(PlanState.APPROVED), HEAD)) == "not_now"


def test_a_decision_against_the_head_needs_words() -> None:
    refused = fit_reason("  ", needed=True)
    assert isinstance(refused, Refused)
    assert refused.reason == "no_reason"
    assert fit_reason(" Ghi rõ mốc thời gian. ", needed=True) == "Ghi rõ mốc thời gian."
    long = fit_reason("a" * 2001, needed=False)
    assert isinstance(long, Refused)
    assert long.reason == "long_reason"
