"""The way of a round's results: each step after the one before, each reader from the own step on, back until somebody heard."""

import pytest

from guong.core.outcome import Refused
from guong.core.release_steps import ReleaseStep
from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.journal.models import Entry
from guong.office.registry.services import assign_unit
from guong.office.release import selectors, services
from guong.office.release.selectors import may_see
from tests.conferences.world import good, officer, school
from tests.release.round_world import SCHOOLS, PlayedRound, played
from tests.release.told_world import head_account, leaders, presented, reached, told, with_report


@pytest.fixture
def small(db: None, urn_folder: object) -> PlayedRound:
    """Two schools, edited to the end, one of them too small for any figure."""
    return played(SCHOOLS[2:4])


@pytest.fixture
def ready(small: PlayedRound) -> PlayedRound:
    """The same with its report."""
    return with_report(small)


def readers(place: PlayedRound) -> dict[str, User]:
    standing_board, committee = leaders(place)
    return {
        "counter": place.counter,
        "reporter": place.reporter,
        "standing_board": standing_board,
        "committee": committee,
        "head": head_account(place.sites[0].conference),
        "other_head": head_account(place.sites[1].conference, username="nguoi-khac"),
        "observer": officer(place.body, Role.OBSERVER, username="giam-sat"),
    }


def seeing(place: PlayedRound, people: dict[str, User]) -> set[str]:
    key = place.sites[0].conference.key
    return {name for name, user in people.items() if may_see(User.objects.get(pk=user.pk), key, "s1")}


def test_each_reader_sees_from_the_own_step_on_and_a_head_the_own_result_only(ready: PlayedRound) -> None:
    people, conference = readers(ready), ready.sites[0].conference
    body = {"counter", "reporter"}
    assert reached(conference) is ReleaseStep.EDITED
    assert seeing(ready, people) == body
    presented(ready, ReleaseStep.STANDING_BOARD)
    assert seeing(ready, people) == body | {"standing_board"}
    good(services.advance_round(of_round=ready.of_round, step=ReleaseStep.COMMITTEE, actor=ready.reporter))
    assert seeing(ready, people) == body | {"standing_board", "committee"}
    told(ready, conference)
    assert seeing(ready, people) == body | {"standing_board", "committee", "head"}
    assert [one.conference for one in selectors.own_results(people["head"])] == [conference]
    assert selectors.own_results(people["other_head"]) == []


def test_a_committee_member_hears_of_the_own_result_last_too(ready: PlayedRound) -> None:
    conference = presented(ready).sites[0].conference
    head = head_account(conference)
    head.groups.add(*officer(None, Role.COMMITTEE, username="khac").groups.all())
    assign_unit(user=head, unit=ready.body)
    head = User.objects.get(pk=head.pk)
    assert not may_see(head, conference.key, "s1")
    assert may_see(head, ready.sites[1].conference.key, "s1")


def test_readers_of_another_body_see_nothing(ready: PlayedRound) -> None:
    presented(ready)
    elsewhere, _ = school(name="Trường Tiểu học Hướng Dương", key="TH-02")
    stranger = officer(elsewhere, Role.COMMITTEE, username="noi-khac")
    assert not may_see(stranger, ready.sites[0].conference.key, "s1")
    assert not may_see(stranger, "0" * 32, "s1")


def test_nothing_is_presented_without_the_report_or_out_of_turn(small: PlayedRound) -> None:
    def press(step: ReleaseStep) -> int | Refused:
        return services.advance_round(of_round=small.of_round, step=step, actor=small.reporter)

    refused = press(ReleaseStep.STANDING_BOARD)
    assert isinstance(refused, Refused)
    assert refused.reason == "no_report"
    with_report(small)
    reasons = [
        outcome.reason if isinstance(outcome := press(step), Refused) else outcome
        for step in (
            ReleaseStep.COMMITTEE,
            ReleaseStep.STANDING_BOARD,
            ReleaseStep.STANDING_BOARD,
            ReleaseStep.TOLD,
        )
    ]
    assert reasons == ["not_next", 2, "not_next", "not_next"]


def test_nobody_is_told_before_the_committee_was(ready: PlayedRound) -> None:
    conference = presented(ready, ReleaseStep.STANDING_BOARD).sites[0].conference
    refused = services.advance_person(
        conference=conference, subject_key="s1", step=ReleaseStep.TOLD, actor=ready.reporter
    )
    assert isinstance(refused, Refused)
    assert refused.reason == "not_next"


def test_a_step_back_takes_the_reading_away_and_says_why_in_the_journal(ready: PlayedRound) -> None:
    presented(ready)
    standing_board, committee = leaders(ready)
    key = ready.sites[0].conference.key
    target = good(
        services.hand_back(of_round=ready.of_round, reason="Bổ sung phần đánh giá", actor=ready.reporter)
    )
    assert target is ReleaseStep.STANDING_BOARD
    assert not may_see(committee, key, "s1")
    assert may_see(standing_board, key, "s1")
    entry = Entry.objects.get(act="release.step_back")
    assert "Lý do: Bổ sung phần đánh giá" in entry.text
    assert "2 kết quả" in Entry.objects.get(act="release.committee").text


def test_a_step_back_wants_a_reason_and_ends_once_somebody_was_told(ready: PlayedRound) -> None:
    def reason_of(words: str) -> str:
        outcome = services.hand_back(of_round=ready.of_round, reason=words, actor=ready.reporter)
        return outcome.reason if isinstance(outcome, Refused) else ""

    assert reason_of("Chưa trình") == "not_back"
    presented(ready)
    assert reason_of("  ") == "no_reason"
    assert reason_of("x" * 301) == "long_note"
    told(ready, ready.sites[0].conference)
    assert reason_of("Có sai sót") == "told_already"


def reopened(place: PlayedRound) -> object:
    conference = place.sites[0].conference
    subject = conference.subjects.get(key="s1")
    return services.reopen_remarks(
        conference=conference, subject=subject, reason="Còn lộ tên", actor=place.reporter
    )


def test_remarks_go_back_to_their_editors_only_while_nobody_was_presented_them(
    db: None, urn_folder: object
) -> None:
    place = presented(with_report(played(SCHOOLS[1:2])), ReleaseStep.STANDING_BOARD)
    refused = reopened(place)
    assert isinstance(refused, Refused)
    assert refused.reason == "presented"
    good(services.hand_back(of_round=place.of_round, reason="Còn lộ tên", actor=place.reporter))
    assert reached(place.sites[0].conference) is ReleaseStep.EDITED
    assert not isinstance(reopened(place), Refused)
    assert reached(place.sites[0].conference) is ReleaseStep.COUNTED


def test_where_nobody_wrote_there_is_nothing_to_edit_again(small: PlayedRound) -> None:
    refused = reopened(small)
    assert isinstance(refused, Refused)
    assert refused.reason == "no_remarks"


def test_only_who_was_told_goes_into_the_archive(ready: PlayedRound) -> None:
    first, second = (site.conference for site in presented(ready).sites)
    told(ready, first)
    outcomes = [
        services.advance_person(
            conference=one, subject_key="s1", step=ReleaseStep.ARCHIVED, actor=ready.reporter
        )
        for one in (first, second)
    ]
    assert not isinstance(outcomes[0], Refused)
    assert isinstance(outcomes[1], Refused)
    assert (reached(first), reached(second)) == (ReleaseStep.ARCHIVED, ReleaseStep.COMMITTEE)


def test_a_result_waits_for_its_remarks(db: None, urn_folder: object) -> None:
    place = played(SCHOOLS[1:2], edited=False)
    conference = place.sites[0].conference
    assert reached(conference) is ReleaseStep.COUNTED
    refused = services.advance_round(
        of_round=place.of_round, step=ReleaseStep.STANDING_BOARD, actor=place.reporter
    )
    assert isinstance(refused, Refused)
    assert refused.reason == "remarks_waiting"


def test_a_reading_is_noted_once_a_day_for_each_reader(ready: PlayedRound) -> None:
    conference = ready.sites[0].conference
    subject = conference.subjects.get(key="s1")
    for actor in (ready.reporter, ready.reporter, leaders(ready)[0]):
        good(services.read_result(conference=conference, subject=subject, actor=actor))
    assert Entry.objects.filter(act="release.read").count() == 2
