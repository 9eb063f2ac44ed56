"""Proposing, agreeing, sending back: never the same person, never over the other's newer work, in no order."""

from collections.abc import Callable

import pytest

from guong.core.outcome import Refused
from guong.core.remarks.verdicts import Proposal, Reason, Verdict
from guong.office.remarks import selectors, services
from guong.office.remarks.models import Draft, DraftState
from guong.office.remarks.selectors import Work
from tests.conferences.world import World, good
from tests.remarks.world import NAMING, PLAIN, RUDE, SAFE, DeskWorld, desk_world, editor, seated

EDIT = Proposal(Verdict.EDIT, text=SAFE, theme="Phát huy dân chủ")
KEEP = Proposal(Verdict.KEEP, theme="Họp, giao ban")


def reason(outcome: object) -> str:
    assert isinstance(outcome, Refused)
    return outcome.reason


def proposed(place: DeskWorld, words: str = NAMING, given: Proposal = EDIT) -> Draft:
    desk, entry = seated(place), place.entry(words)
    return good(
        services.propose(desk=desk, key=entry.key, version=entry.version, given=given, actor=place.first)
    )


def test_what_one_proposes_waits_for_the_other(place: DeskWorld) -> None:
    proposed(place)
    entry = place.entry(NAMING)
    assert entry.work_for(place.first) is Work.NOTHING
    assert entry.work_for(place.second) is Work.CONFIRM


def test_the_other_officer_agrees(place: DeskWorld) -> None:
    draft = proposed(place)
    entry = place.entry(NAMING)
    good(services.confirm(desk=place.desk, key=entry.key, version=draft.version, actor=place.second))
    draft.refresh_from_db()
    assert (draft.state, draft.text) == (DraftState.CONFIRMED, SAFE)


def test_nobody_agrees_to_an_own_proposal(place: DeskWorld) -> None:
    draft = proposed(place)
    entry = place.entry(NAMING)
    outcome = services.confirm(desk=place.desk, key=entry.key, version=draft.version, actor=place.first)
    assert reason(outcome) == "own_proposal"
    outcome = services.send_back(
        desk=place.desk, key=entry.key, version=draft.version, answer="x", actor=place.first
    )
    assert reason(outcome) == "own_proposal"


def test_a_proposal_sent_back_waits_for_either_with_the_word(place: DeskWorld) -> None:
    draft = proposed(place)
    entry = place.entry(NAMING)
    assert reason(
        services.send_back(
            desk=place.desk, key=entry.key, version=draft.version, answer=" ", actor=place.second
        )
    ) == ("no_answer")
    good(
        services.send_back(
            desk=place.desk, key=entry.key, version=draft.version, answer="Còn lộ lớp", actor=place.second
        )
    )
    entry = place.entry(NAMING)
    assert entry.draft is not None
    assert entry.draft.answer == "Còn lộ lớp"
    assert entry.work_for(place.first) is entry.work_for(place.second) is Work.EDIT


def test_two_officers_on_one_remark_at_once_keep_the_first_and_tell_the_second(place: DeskWorld) -> None:
    proposed(place)
    entry = place.entry(NAMING)
    outcome = services.propose(desk=place.desk, key=entry.key, version=0, given=KEEP, actor=place.second)
    assert reason(outcome) == "changed_meanwhile"
    assert place.entry(NAMING).draft == entry.draft


def test_an_agreement_to_what_was_changed_meanwhile_is_told(place: DeskWorld) -> None:
    draft = proposed(place)
    seen = place.entry(NAMING)
    given = Proposal(Verdict.WITHHOLD, reason=Reason.NAMES_SOMEONE)
    good(
        services.propose(desk=place.desk, key=seen.key, version=draft.version, given=given, actor=place.first)
    )
    outcome = services.confirm(desk=place.desk, key=seen.key, version=draft.version, actor=place.second)
    assert reason(outcome) == "changed_meanwhile"


def test_taking_over_the_others_proposal_makes_it_ones_own(place: DeskWorld) -> None:
    draft = proposed(place)
    entry = place.entry(NAMING)
    good(
        services.propose(
            desk=place.desk, key=entry.key, version=draft.version, given=EDIT, actor=place.second
        )
    )
    assert place.entry(NAMING).work_for(place.first) is Work.CONFIRM


def test_remarks_in_the_very_same_words_can_be_handled_at_once(place: DeskWorld) -> None:
    desk, entry = seated(place), place.entry(PLAIN)
    good(
        services.propose(desk=desk, key=entry.key, version=0, given=KEEP, actor=place.first, with_alike=True)
    )
    drafts = Draft.objects.filter(desk=desk, text=PLAIN)
    assert drafts.count() == 2
    entry = place.entry(PLAIN)
    good(
        services.confirm(desk=desk, key=entry.key, version=entry.version, actor=place.second, with_alike=True)
    )
    assert set(drafts.values_list("state", flat=True)) == {DraftState.CONFIRMED}


def test_without_being_asked_only_the_one_remark_is_handled(place: DeskWorld) -> None:
    proposed(place, PLAIN, KEEP)
    assert Draft.objects.count() == 1


@pytest.mark.parametrize(
    "act",
    [
        lambda place, user, entry: services.propose(
            desk=place.desk, key=entry.key, version=0, given=KEEP, actor=user
        ),
        lambda place, user, entry: services.confirm(desk=place.desk, key=entry.key, version=1, actor=user),
        lambda place, user, entry: services.send_back(
            desk=place.desk, key=entry.key, version=1, answer="x", actor=user
        ),
        lambda place, user, entry: services.rename_theme(desk=place.desk, theme="a", new="b", actor=user),
        lambda place, user, entry: services.ask_for_end(desk=place.desk, actor=user),
        lambda place, user, entry: services.open_work(desk=place.desk, subject=place.subject, actor=user),
    ],
)
def test_whoever_has_no_seat_does_nothing(place: DeskWorld, act: Callable[..., object]) -> None:
    seated(place)
    other = editor(place.body, username="nguoikhac", full_name="Viên Đức Trọng")
    assert reason(act(place, other, place.entry(PLAIN))) == "not_seated"


def test_a_theme_is_renamed_and_put_together_with_another(place: DeskWorld) -> None:
    proposed(place, PLAIN, KEEP)
    good(
        services.propose(
            desk=place.desk, key=place.entry(NAMING).key, version=0, given=EDIT, actor=place.first
        )
    )
    good(
        services.rename_theme(
            desk=place.desk, theme="Họp, giao ban", new="Phát huy dân chủ", actor=place.second
        )
    )
    assert set(Draft.objects.values_list("theme", flat=True)) == {"Phát huy dân chủ"}
    outcome = services.rename_theme(desk=place.desk, theme="Không có", new="x", actor=place.first)
    assert reason(outcome) == "no_such_theme"


def test_the_queue_is_shuffled_each_time_and_kept_nowhere(world: World) -> None:
    written = tuple((("other", f"Ý kiến thứ {number:02d}"),) for number in range(10))
    place = desk_world(world, remarks=written)
    desk = seated(place)
    entries = selectors.entries_of(desk)
    firsts = {
        (user.username, found.words)
        for user in (place.first, place.second)
        for _ in range(80)
        if (found := selectors.next_entry(entries, user, Work.EDIT))
    }
    assert len(firsts) > 15  # each officer meets most of the ten first; by chance far fewer: 1 in 10^7
    assert not Draft.objects.exists()


def test_a_field_is_worked_on_by_itself_and_a_skipped_remark_comes_last(place: DeskWorld) -> None:
    entries = selectors.entries_of(seated(place))
    found = {
        entry.words
        for _ in range(40)
        if (entry := selectors.next_entry(entries, place.first, Work.EDIT, field_key="other"))
    }
    assert found == {PLAIN, RUDE}
    rude = place.entry(RUDE)
    nexts = {
        selectors.next_entry(entries, place.first, Work.EDIT, field_key="other", skip=rude.key)
        for _ in range(20)
    }
    assert {entry.words for entry in nexts if entry} == {PLAIN}
    alone = [rude]
    assert selectors.next_entry(alone, place.first, Work.EDIT, skip=rude.key) == rude
