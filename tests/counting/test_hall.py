"""In the hall: two blind hand counts, unused leftover slips, equations, the seal."""

from dataclasses import replace

from guong.core.lifecycle import PollState
from guong.core.outcome import Refused
from guong.core.reconciliation import HandCount
from guong.office.counting import selectors, services
from guong.office.journal.models import Entry
from tests.conferences.world import World, good, opened
from tests.counting.world import (
    COUNTERS,
    Count,
    hand_counted,
    sealed,
    sheets_entered,
    slips_checked,
)


def typed(count: Count, typist: int, name: str, hand: HandCount | None = None) -> object:
    return services.type_hand_count(
        conference=count.conference, typist=typist, typist_name=name, count=hand or count.hand
    )


def reason(outcome: object) -> str:
    assert isinstance(outcome, Refused)
    return outcome.reason


def seal(count: Count) -> object:
    return services.seal_box(conference=count.conference, actor=count.officer)


def explain(count: Count, *, text: str = "Một đồng chí mang thẻ về", second: str = COUNTERS[1]) -> object:
    return services.explain_difference(
        conference=count.conference,
        equation=3,
        text=text,
        signers=(COUNTERS[0], second),
        actor=count.officer,
    )


def test_no_figure_of_the_urn_before_both_typed(count: Count) -> None:
    typed(count, 1, COUNTERS[0])
    assert selectors.urn_figures(count.conference) is None
    assert selectors.hall_check(count.conference) is None


def test_two_equal_hand_counts_stand(count: Count) -> None:
    hand_counted(count)
    assert selectors.hand_count(count.conference) == count.hand


def test_one_person_cannot_type_twice(count: Count) -> None:
    typed(count, 1, COUNTERS[0])
    assert reason(typed(count, 2, f" {COUNTERS[0].upper()} ")) == "same_typist"


def test_differing_hand_counts_are_both_dropped(count: Count) -> None:
    typed(count, 1, COUNTERS[0])
    other = replace(count.hand, signatures=count.hand.signatures - 1)
    assert reason(typed(count, 2, COUNTERS[1], other)) == "counts_differ"
    assert selectors.typed_counts(count.conference) == {}


def test_an_agreed_count_is_not_typed_over(count: Count) -> None:
    hand_counted(count)
    assert reason(typed(count, 2, "Người khác")) == "already_counted"


def test_what_the_desks_noted_is_compared_only_after_both_typed(count: Count) -> None:
    typed(count, 1, COUNTERS[0])
    assert selectors.desk_differences(count.conference) is None
    typed(count, 2, COUNTERS[1])
    assert selectors.desk_differences(count.conference) == []


def test_where_the_desks_noted_something_else_both_numbers_are_named(count: Count) -> None:
    hand_counted(count, signatures=count.hand.signatures - 1)
    (found,) = selectors.desk_differences(count.conference) or []
    assert (found.what, found.desks, found.hand) == ("chữ ký", 12, 11)


def test_nobody_counts_before_the_closing(world: World) -> None:
    conference, _ = opened(world)
    hand = HandCount(0, 0, 0, 0, 0, 0, 0, 0, 0)
    outcome = services.type_hand_count(conference=conference, typist=1, typist_name="A", count=hand)
    assert reason(outcome) == "not_closed"


def test_leftover_slips_are_checked_after_the_hand_count(count: Count) -> None:
    outcome = services.check_left_over(conference=count.conference, typed_code=count.code(count.left_over[0]))
    assert reason(outcome) == "no_hand_count"


def test_an_unused_slip_counts_once_however_often_it_is_scanned(count: Count) -> None:
    hand_counted(count)
    address = f"https://bophieu.example/b/{count.made.keys.poll}#{count.code(count.left_over[0])}"
    for code in (count.code(count.left_over[0]), address.replace(" ", "").lower()):
        assert services.check_left_over(conference=count.conference, typed_code=code) == 1


def test_a_used_leftover_slip_raises_an_alarm(count: Count) -> None:
    hand_counted(count)
    code = count.code(count.made.tickets[0])
    outcome = services.check_left_over(conference=count.conference, typed_code=code)
    assert isinstance(outcome, Refused)
    assert outcome.reason == "used"
    assert outcome.sentence.startswith("BÁO ĐỘNG")


def test_no_slip_code_reaches_register_or_journal(count: Count) -> None:
    hand_counted(count)
    slips_checked(count)
    texts = " ".join(Entry.objects.values_list("text", flat=True))
    assert not any(group in texts for group in count.code(count.left_over[0]).split())


def test_a_used_leftover_slip_is_settled_only_by_a_signed_explanation(count: Count) -> None:
    # One slip lies in the box although somebody voted with it: the hand finds one drawn fewer.
    hand_counted(count, drawn=10, left_over=5, signatures=11)
    slips_checked(count)
    sheets_entered(count)
    assert reason(seal(count)) == "unexplained"
    explain(count, text="Một thẻ trong hộp đã bị chép mã trước khi phát")
    good(services.seal_box(conference=count.conference, actor=count.officer))


def test_an_unexplained_difference_blocks_the_seal(count: Count) -> None:
    hand_counted(count, not_returned=1)
    slips_checked(count)
    sheets_entered(count)
    assert reason(seal(count)) == "unexplained"


def test_an_explanation_wants_two_different_people(count: Count) -> None:
    hand_counted(count, not_returned=1)
    assert reason(explain(count, second=COUNTERS[0])) == "bad_explanation"


def test_an_equation_that_holds_needs_no_explanation(count: Count) -> None:
    hand_counted(count)
    assert reason(explain(count)) == "nothing_to_explain"


def test_more_signatures_than_people_cannot_be_explained_away(count: Count) -> None:
    hand_counted(count, signatures=13, drawn=12, left_over=3)
    assert reason(seal(count)) == "beyond_limits"


def test_unchecked_slips_and_missing_sheets_block_the_seal(count: Count) -> None:
    hand_counted(count)
    assert reason(seal(count)) == "left_over_unchecked"
    slips_checked(count)
    assert reason(seal(count)) == "sheets_missing"


def test_sealing_again_returns_the_same_box(count: Count) -> None:
    box = sealed(count)
    assert good(services.seal_box(conference=count.conference, actor=count.officer)).raw == box.raw
    assert selectors.poll_state(count.conference) is PollState.SEALED


def test_nothing_is_recounted_once_the_box_is_sealed(count: Count) -> None:
    sealed(count)
    assert reason(services.recount_hand(conference=count.conference, actor=count.officer)) == "already_sealed"
    assert reason(explain(count)) == "already_sealed"


def test_a_recount_drops_numbers_and_explanations(count: Count) -> None:
    hand_counted(count, not_returned=1)
    explain(count)
    services.recount_hand(conference=count.conference, actor=count.officer)
    assert selectors.typed_counts(count.conference) == {}
    assert selectors.explanations(count.conference) == []
