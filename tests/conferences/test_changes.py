"""A conference changed after it was made: moved, other officials, incidents."""

from datetime import date, time

import pytest

from guong.core.outcome import Refused
from guong.office.accounts.roles import Role
from guong.office.conferences import printing, selectors, services
from guong.office.conferences.details import Officials, Sitting
from guong.office.conferences.models import Conference
from guong.office.journal.models import Entry
from tests.conferences.world import (
    DETAILS,
    SEATS,
    World,
    good,
    new_conference,
    officer,
    opened,
    prepared,
    with_roll,
)

LATER = Sitting(date(2023, 5, 17), time(14), "Hội trường Trường Tiểu học Hoa Sen")


def moved(
    world: World, conference: Conference, *, papers_anew: bool = False, reason: str = "Trùng lịch thi"
) -> object:
    return services.move(
        actor=world.organiser,
        conference=conference,
        version=conference.version,
        to=LATER,
        reason=reason,
        papers_anew=papers_anew,
    )


def refusal(outcome: object) -> str:
    assert isinstance(outcome, Refused)
    return outcome.reason


def test_a_conference_is_moved_with_its_reason_in_the_journal(world: World) -> None:
    conference = new_conference(world)
    good(moved(world, conference))
    conference.refresh_from_db()
    assert (conference.held_on, conference.begins_at) == (LATER.held_on, LATER.begins_at)
    text = Entry.objects.get(act="conferences.moved").text
    assert "từ 08:00 ngày 15/5/2023" in text
    assert "sang 14:00 ngày 17/5/2023" in text
    assert "Trùng lịch thi" in text


def test_a_move_needs_a_reason(world: World) -> None:
    assert refusal(moved(world, new_conference(world), reason=" ")) == "needs_why"


def test_a_move_to_the_same_sitting_is_no_move(world: World) -> None:
    conference = new_conference(world)
    here = Sitting(DETAILS.held_on, DETAILS.begins_at, DETAILS.place)
    outcome = services.move(
        actor=world.organiser, conference=conference, version=conference.version, to=here, reason="Thử"
    )
    assert refusal(outcome) == "same_sitting"


def test_a_move_after_papers_were_printed_is_refused_unless_they_are_made_again(world: World) -> None:
    conference, _ = prepared(world)
    printing.file_attendance_list(conference, actor=world.organiser)
    good(services.confirm_printed(actor=world.organiser, conference=conference, version=conference.version))
    outcome = moved(world, conference)
    assert refusal(outcome) == "papers_carry_date"
    assert isinstance(outcome, Refused)
    assert "văn bản số 01-DS" in outcome.sentence
    assert "Thẻ bỏ phiếu không ghi ngày nên vẫn dùng được" in outcome.sentence


def test_a_list_filed_before_a_move_no_longer_says_what_holds(world: World) -> None:
    conference, _ = prepared(world)
    printing.file_attendance_list(conference, actor=world.organiser)
    assert not printing.is_filed_list_old(conference)
    good(moved(world, conference, papers_anew=True))
    assert printing.is_filed_list_old(conference)
    printing.file_attendance_list(conference, actor=world.organiser)
    assert not printing.is_filed_list_old(conference)


def test_a_move_with_papers_made_again_asks_for_step_five_once_more(world: World) -> None:
    conference, _ = prepared(world)
    good(services.confirm_printed(actor=world.organiser, conference=conference, version=conference.version))
    good(moved(world, conference, papers_anew=True))
    reasons = [problem.reason for problem in services.opening_problems(conference=conference)]
    assert "not_printed" in reasons


def test_a_conference_is_not_moved_once_its_poll_was_opened(world: World) -> None:
    conference, _ = opened(world)
    assert refusal(moved(world, conference, papers_anew=True)) == "already_held"


def test_of_two_officers_who_edit_one_conference_the_second_is_told(world: World) -> None:
    conference = new_conference(world)
    seen_by_both = conference.version
    good(moved(world, conference))
    outcome = services.name_officials(
        actor=world.organiser,
        conference=conference,
        version=seen_by_both,
        officials=Officials("Tạ Thị Lan Chi", "Vũ Đình Khải"),
    )
    assert refusal(outcome) == "changed_meanwhile"


def test_a_request_made_before_the_move_is_stale(world: World) -> None:
    conference = with_roll(world)
    good(services.prepare_request(actor=world.organiser, conference=conference))
    assert not selectors.is_request_stale(conference)
    good(moved(world, conference))
    assert selectors.is_request_stale(conference)


def test_officials_are_named_anew_and_neither_may_be_missing(world: World) -> None:
    conference = new_conference(world)
    given = Officials("Hà Văn Suối", "Lê Thị Bông", "Phó Bí thư", "Chuyên viên")
    good(
        services.name_officials(
            actor=world.organiser, conference=conference, version=conference.version, officials=given
        )
    )
    conference.refresh_from_db()
    assert (conference.chair_name, conference.clerk_post) == ("Hà Văn Suối", "Chuyên viên")
    without = services.name_officials(
        actor=world.organiser,
        conference=conference,
        version=conference.version,
        officials=Officials("Hà Văn Suối", " "),
    )
    assert refusal(without) == "needs_officials"


def test_the_board_stays_as_it_is_once_the_poll_was_opened(world: World) -> None:
    conference, _ = opened(world)
    outcome = services.set_board(
        actor=world.organiser, conference=conference, version=conference.version, seats=SEATS
    )
    assert refusal(outcome) == "board_frozen"


def test_a_conference_without_a_counting_board_does_not_open(world: World) -> None:
    conference, _ = prepared(world)
    conference.board.filter(role="witness").delete()
    reasons = [problem.reason for problem in services.opening_problems(conference=conference)]
    assert "board_incomplete" in reasons


def test_an_incident_is_noted_and_settled_without_its_words_in_the_journal(world: World) -> None:
    conference, _ = opened(world)
    incident = good(
        services.note_incident(actor=world.organiser, conference=conference, text="Mất điện mười phút")
    )
    good(
        services.settle_incident(
            actor=world.organiser, conference=conference, incident_id=incident.pk, settled="Dùng máy phát"
        )
    )
    incident.refresh_from_db()
    assert incident.settled == "Dùng máy phát"
    assert not Entry.objects.filter(text__contains="Mất điện").exists()


@pytest.mark.parametrize("words", ["", "   "])
def test_an_incident_without_words_is_refused(world: World, words: str) -> None:
    conference = new_conference(world)
    assert (
        refusal(services.note_incident(actor=world.organiser, conference=conference, text=words))
        == "no_incident"
    )


def test_an_incident_of_another_conference_is_not_found(world: World) -> None:
    first, second = new_conference(world), new_conference(world)
    incident = good(services.note_incident(actor=world.organiser, conference=first, text="Đổi phòng"))
    outcome = services.settle_incident(
        actor=officer(world.school, Role.ORGANISER, username="khac"),
        conference=second,
        incident_id=incident.pk,
        settled="Xong",
    )
    assert refusal(outcome) == "incident_gone"
