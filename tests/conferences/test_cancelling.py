"""A conference is cancelled before its poll opens: nothing goes on, nothing is deleted, its slips are void (decision 0012)."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db.models import ProtectedError

from guong.ballots import polls
from guong.core.lifecycle import PollState
from guong.core.outcome import Refused
from guong.office.conferences import intents, selectors, services, urn
from guong.office.conferences.details import Officials, Sitting
from guong.office.conferences.models import Cancellation, Conference, Intent, Poll
from guong.office.journal.models import Entry
from tests.conferences.world import (
    SEATS,
    World,
    good,
    new_conference,
    opened,
    prepared,
    with_roll,
)

DAY = date(2023, 5, 12)
REASON = "Trường được thay bằng trường dự phòng"
DECIDED_BY = "Đồng chí Tạ Thị Lan Chi, Trưởng Ban Tuyên giáo"


def cancelled(
    world: World,
    conference: Conference,
    *,
    reason: str = REASON,
    decided_by: str = DECIDED_BY,
    version: int | None = None,
) -> Cancellation | Refused:
    return services.cancel(
        actor=world.organiser,
        conference=conference,
        version=conference.version if version is None else version,
        reason=reason,
        decided_by=decided_by,
        day=DAY,
    )


def refusal(outcome: object) -> str:
    assert isinstance(outcome, Refused)
    return outcome.reason


def poll_key(conference: Conference) -> str:
    return Poll.objects.get(conference=conference).poll_key


def test_a_conference_without_a_poll_is_cancelled_and_keeps_all_its_rows(world: World) -> None:
    conference = with_roll(world)
    summoned = conference.roll.count()
    made = good(cancelled(world, conference))
    assert (made.reason, made.cancelled_on) == (REASON, DAY)
    kept = Conference.objects.get(pk=conference.pk)
    assert kept.roll.count() == summoned
    assert kept.board.count() == len(SEATS)
    assert selectors.state_text(kept) == "Hội nghị đã huỷ"


def test_the_prepared_poll_becomes_void_with_all_its_slips(world: World) -> None:
    conference, _ = prepared(world)
    good(cancelled(world, conference))
    assert urn.state(poll_key(conference)) is PollState.VOID


def test_a_void_poll_never_opens(world: World) -> None:
    conference, _ = prepared(world)
    good(services.confirm_printed(actor=world.organiser, conference=conference, version=conference.version))
    good(cancelled(world, conference))
    assert (
        refusal(services.open_poll(actor=world.organiser, conference=conference, second=None)) == "cancelled"
    )


def test_the_journal_says_who_decided_and_why(world: World) -> None:
    good(cancelled(world, new_conference(world)))
    text = Entry.objects.get(act="conferences.cancelled").text
    assert REASON in text
    assert DECIDED_BY in text


@pytest.mark.parametrize(("reason", "decided_by"), [(" ", DECIDED_BY), (REASON, "")])
def test_reason_and_decision_are_told(world: World, reason: str, decided_by: str) -> None:
    outcome = cancelled(world, new_conference(world), reason=reason, decided_by=decided_by)
    assert refusal(outcome) == "cancelling_needs_why"


def test_a_conference_whose_poll_was_opened_is_not_cancelled(world: World) -> None:
    conference, _ = opened(world)
    assert refusal(cancelled(world, conference)) == "too_late_to_cancel"
    assert urn.state(poll_key(conference)) is PollState.OPEN


def test_of_two_officers_the_second_is_told(world: World) -> None:
    conference = new_conference(world)
    assert refusal(cancelled(world, conference, version=conference.version - 1)) == "changed_meanwhile"


def test_a_conference_is_cancelled_once(world: World) -> None:
    conference = new_conference(world)
    good(cancelled(world, conference))
    assert refusal(cancelled(world, conference)) == "cancelled"
    assert Entry.objects.filter(act="conferences.cancelled").count() == 1


def test_a_rehearsal_is_deleted_not_cancelled(world: World) -> None:
    conference = new_conference(world)
    Conference.objects.filter(pk=conference.pk).update(rehearsal=True)
    conference.refresh_from_db()
    assert refusal(cancelled(world, conference)) == "rehearsal_is_deleted"


def test_a_cancelled_conference_is_never_deleted(world: World) -> None:
    conference = new_conference(world)
    good(cancelled(world, conference))
    with pytest.raises(ProtectedError):
        conference.delete()


CHANGES: dict[str, Callable[[World, Conference], object]] = {
    "board": lambda world, one: services.set_board(
        actor=world.organiser, conference=one, version=one.version, seats=SEATS
    ),
    "move": lambda world, one: services.move(
        actor=world.organiser,
        conference=one,
        version=one.version,
        to=Sitting(date(2023, 5, 18), one.begins_at, one.place),
        reason="Thử",
        papers_anew=True,
    ),
    "officials": lambda world, one: services.name_officials(
        actor=world.organiser, conference=one, version=one.version, officials=Officials("A", "B")
    ),
    "build the roll": lambda world, one: services.build_roll(
        actor=world.organiser, conference=one, version=one.version
    ),
    "agree the roll": lambda world, one: services.agree_roll(
        actor=world.organiser, conference=one, version=one.version
    ),
    "remove from the roll": lambda world, one: services.remove_from_roll(
        actor=world.organiser,
        conference=one,
        version=one.version,
        person=one.roll.all()[0].person,
        reason="Thử",
        chair_name="Chủ trì",
    ),
    "request": lambda world, one: services.prepare_request(actor=world.organiser, conference=one),
    "printed": lambda world, one: services.confirm_printed(
        actor=world.organiser, conference=one, version=one.version
    ),
    "start over": lambda world, one: services.start_over(actor=world.organiser, conference=one, reason="Thử"),
    "incident": lambda world, one: services.note_incident(actor=world.organiser, conference=one, text="Thử"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_nothing_of_a_cancelled_conference_goes_on(
    world: World, change: Callable[[World, Conference], object]
) -> None:
    conference, _ = prepared(world)
    good(cancelled(world, conference))
    assert refusal(change(world, conference)) == "cancelled"


def test_keys_that_come_after_the_cancellation_prepare_nothing(world: World) -> None:
    conference, made = prepared(world)
    other = with_roll(world)
    good(services.prepare_request(actor=world.organiser, conference=other))
    good(cancelled(world, other))
    Poll.objects.filter(conference=other).update(request=Poll.objects.get(conference=conference).request)
    outcome = services.import_keys(actor=world.organiser, conference=other, raw=made.keys.raw)
    assert refusal(outcome) == "cancelled"
    assert urn.state(poll_key(other)) is None


def test_a_change_that_saw_the_conference_before_it_was_cancelled_does_not_save(world: World) -> None:
    seen = with_roll(world)
    good(cancelled(world, Conference.objects.get(pk=seen.pk)))
    Conference.objects.filter(pk=seen.pk).update(version=seen.version)
    outcome = services.move(
        actor=world.organiser,
        conference=seen,
        version=seen.version,
        to=Sitting(date(2023, 5, 18), seen.begins_at, seen.place),
        reason="Thử",
    )
    assert refusal(outcome) in {"cancelled", "changed_meanwhile"}


def test_a_crash_before_the_urn_was_told_is_finished_at_the_next_start(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    conference, _ = prepared(world)
    with monkeypatch.context() as patched:
        patched.setattr(intents, "finish_intents", lambda **_: [])
        good(cancelled(world, conference))
    assert urn.state(poll_key(conference)) is PollState.PREPARED
    assert (
        refusal(services.open_poll(actor=world.organiser, conference=conference, second=None)) == "cancelled"
    )
    services.finish_intents()
    assert urn.state(poll_key(conference)) is PollState.VOID
    assert not Intent.objects.filter(state=Intent.WANTED).exists()


def test_an_opening_that_came_first_takes_the_cancellation_back(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    conference, _ = prepared(world)
    finish = intents.finish_intents

    def opened_meanwhile(*, poll_key: str | None = None) -> list[Intent]:
        assert poll_key is not None
        polls.step(urn.store(), poll=poll_key, to=PollState.OPEN)
        return finish(poll_key=poll_key)

    monkeypatch.setattr(intents, "finish_intents", opened_meanwhile)
    assert refusal(cancelled(world, conference)) == "too_late_to_cancel"
    assert urn.state(poll_key(conference)) is PollState.OPEN
    assert not selectors.is_cancelled(conference)
    assert "Không huỷ hội nghị" in Entry.objects.get(act="conferences.not_cancelled").text


def test_the_page_of_a_cancelled_conference_says_so_and_offers_no_step(world: World) -> None:
    conference = with_roll(world)
    good(cancelled(world, conference))
    (standing,) = selectors.standings(selectors.alone(conference))
    assert standing.step is None
    assert not standing.is_before_casting
    assert standing.state_text == "Hội nghị đã huỷ"
