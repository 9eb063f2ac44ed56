"""Opening, opening again and closing need a second person; a pause doesn't (DESIGN §4.6, decision 0015)."""

import pytest
from django.test import Client
from django.urls import reverse

from guong.core.confirmation_pin import MOST_WRONG
from guong.core.lifecycle import PollState
from guong.core.outcome import Refused
from guong.office.accounts.roles import Role
from guong.office.conferences import selectors, services
from guong.office.conferences.details import ByOfficer, ByPin, SecondPerson
from guong.office.conferences.models import BoardMember, Conference
from guong.office.journal.models import Entry
from tests.conferences.test_pages import signed_in
from tests.conferences.world import (
    PIN,
    SEATS,
    World,
    close_by_two,
    confirming,
    good,
    officer,
    open_by_two,
    opened,
    printed,
    school,
)

ANSWERS = ["early", "in_room", "unfinished"]


def opening(world: World, conference: Conference, second: SecondPerson | None) -> str:
    """Try to open; returns the refusal's reason or the state."""
    sure = [question.key for question in selectors.questions_of(conference)]
    outcome = services.open_poll(actor=world.organiser, conference=conference, second=second, sure=sure)
    return outcome.reason if isinstance(outcome, Refused) else outcome.value


def seat(conference: Conference, role: str) -> BoardMember:
    return conference.board.get(role=role)


def choose(world: World, conference: Conference, role: str, pin: str = PIN, again: str = "") -> str:
    outcome = services.choose_pin(
        actor=world.organiser,
        conference=conference,
        member_id=seat(conference, role).pk,
        pin=pin,
        again=again or pin,
    )
    return outcome.reason if isinstance(outcome, Refused) else "chosen"


def test_nobody_opens_alone(world: World) -> None:
    conference = printed(world)
    assert opening(world, conference, None) == "needs_second"
    assert selectors.state_of(conference) is PollState.PREPARED


@pytest.mark.parametrize("role", ["head", "clerk", "witness"])
def test_a_keeper_of_a_key_envelope_confirms_by_the_own_number(world: World, role: str) -> None:
    conference = printed(world)
    assert choose(world, conference, role) == "chosen"
    assert opening(world, conference, ByPin(seat(conference, role).pk, PIN)) == "open"


def test_a_member_without_envelope_neither_chooses_nor_confirms(world: World) -> None:
    conference = printed(world)
    assert choose(world, conference, "member") == "not_a_keeper"
    assert opening(world, conference, ByPin(seat(conference, "member").pk, PIN)) == "not_a_keeper"


def test_a_keeper_who_chose_no_number_cannot_confirm(world: World) -> None:
    conference = printed(world)
    assert opening(world, conference, ByPin(seat(conference, "head").pk, "")) == "no_pin"


def test_a_number_is_typed_twice_alike(world: World) -> None:
    assert choose(world, printed(world), "head", "2580", "2581") == "pins_differ"


def test_a_number_of_one_digit_is_refused(world: World) -> None:
    assert choose(world, printed(world), "head", "1111") == "bad_pin"


def test_after_five_wrong_numbers_even_the_right_one_is_worth_nothing(world: World) -> None:
    conference = printed(world)
    choose(world, conference, "head")
    head = seat(conference, "head").pk
    tried = [opening(world, conference, ByPin(head, "9999")) for _ in range(MOST_WRONG)]
    assert tried == ["wrong_pin"] * (MOST_WRONG - 1) + ["pin_locked"]
    assert opening(world, conference, ByPin(head, PIN)) == "pin_locked"


def test_a_locked_number_is_replaced_by_choosing_anew(world: World) -> None:
    conference = printed(world)
    choose(world, conference, "head")
    for _ in range(MOST_WRONG):
        opening(world, conference, ByPin(seat(conference, "head").pk, "9999"))
    assert choose(world, conference, "head", "7531") == "chosen"
    assert opening(world, conference, ByPin(seat(conference, "head").pk, "7531")) == "open"


def test_a_right_number_forgets_the_wrong_ones_before_it(world: World) -> None:
    conference = printed(world)
    choose(world, conference, "head")
    opening(world, conference, ByPin(seat(conference, "head").pk, "9999"))
    opening(world, conference, ByPin(seat(conference, "head").pk, PIN))
    assert seat(conference, "head").wrong_pins == 0


def test_the_number_itself_is_kept_nowhere(world: World) -> None:
    conference = printed(world)
    choose(world, conference, "head", "90517")
    kept = " ".join(str(row) for row in BoardMember.objects.values())
    said = " ".join(Entry.objects.values_list("text", flat=True))
    assert "90517" not in kept + said


def test_the_number_of_one_conference_is_worth_nothing_in_another(world: World) -> None:
    conference = printed(world)
    choose(world, conference, "head")
    digest = seat(conference, "head").pin_digest
    other, head = school(name="Trường Tiểu học Sao Mai", key="TH-02")
    elsewhere = printed(World(other, head, officer(other, Role.ORGANISER, username="khac")))
    elsewhere.board.filter(role="head").update(pin_digest=digest)
    assert opening(world, elsewhere, ByPin(seat(elsewhere, "head").pk, PIN)) == "wrong_pin"


def test_naming_the_board_anew_keeps_the_number_of_who_stays(world: World) -> None:
    conference = printed(world)
    choose(world, conference, "head")
    choose(world, conference, "witness")
    seats = [*SEATS[:3], type(SEATS[3])("witness", "Doãn Thị Lụa", "Đảng uỷ phường")]
    good(
        services.set_board(
            actor=world.organiser, conference=conference, version=conference.version, seats=seats
        )
    )
    assert opening(world, conference, ByPin(seat(conference, "witness").pk, PIN)) == "no_pin"
    assert opening(world, conference, ByPin(seat(conference, "head").pk, PIN)) == "open"


def test_another_officer_of_the_unit_confirms(world: World) -> None:
    conference = printed(world)
    second = officer(world.school, Role.ORGANISER, username="thuhai")
    assert opening(world, conference, ByOfficer(second)) == "open"


def test_an_officer_does_not_confirm_the_own_act(world: World) -> None:
    assert opening(world, printed(world), ByOfficer(world.organiser)) == "same_officer"


def test_an_officer_of_another_unit_does_not_confirm(world: World) -> None:
    other, _ = school(name="Trường Tiểu học Sao Mai", key="TH-02")
    second = officer(other, Role.ORGANISER, username="khac")
    assert opening(world, printed(world), ByOfficer(second)) == "other_scope"


@pytest.mark.parametrize("role", [Role.OBSERVER, Role.REPORTER, Role.COUNTING_OFFICER])
def test_who_may_not_run_the_hall_does_not_confirm(world: World, role: Role) -> None:
    second = officer(world.school, role, username="vaitro")
    assert opening(world, printed(world), ByOfficer(second)) == "other_scope"


def test_one_person_pauses_and_two_open_again(world: World) -> None:
    conference, _ = opened(world)
    good(services.pause_poll(actor=world.organiser, conference=conference))
    assert opening(world, conference, None) == "needs_second"
    assert selectors.state_of(conference) is PollState.PAUSED
    assert open_by_two(world.organiser, conference) is PollState.OPEN


def test_nobody_closes_alone(world: World) -> None:
    conference, _ = opened(world)
    services.mark_present(conference=conference, person_id=conference.roll.all()[0].person_id, present=True)
    refused = services.close_poll(actor=world.organiser, conference=conference, second=None)
    assert isinstance(refused, Refused)
    assert refused.reason == "needs_second"
    assert selectors.state_of(conference) is PollState.OPEN


def test_who_did_and_who_confirmed_is_told_in_order(world: World) -> None:
    conference, _ = opened(world)
    good(services.pause_poll(actor=world.organiser, conference=conference))
    second = officer(world.school, Role.ORGANISER, username="thuhai")
    good(services.open_poll(actor=world.organiser, conference=conference, second=ByOfficer(second)))
    services.mark_present(conference=conference, person_id=conference.roll.all()[0].person_id, present=True)
    good(close_by_two(world.organiser, conference))
    assert [act.sentence for act in selectors.acts_of(conference)] == [
        "Mở nhận phiếu: đồng chí Kiều Ngọc Anh, cán bộ; xác nhận: đồng chí Tống Gia Bách, đại biểu chứng kiến",
        "Tạm dừng nhận phiếu: đồng chí Kiều Ngọc Anh, cán bộ",
        "Mở nhận phiếu: đồng chí Kiều Ngọc Anh, cán bộ; xác nhận: đồng chí Kiều Ngọc Anh, cán bộ",
        "Kết thúc nhận phiếu: đồng chí Kiều Ngọc Anh, cán bộ; xác nhận: đồng chí Tống Gia Bách, đại biểu chứng kiến",
    ]


def test_the_journal_names_both(world: World) -> None:
    opened(world)
    entry = Entry.objects.get(act="conferences.open")
    assert (entry.actor_name, "xác nhận: Tống Gia Bách" in entry.text) == ("Kiều Ngọc Anh", True)


def press(client: Client, name: str, conference: Conference, **typed: object) -> str:
    address = reverse(f"conferences:{name}", args=[conference.key])
    return client.post(address, typed, follow=True).content.decode()


def test_another_officer_confirms_on_the_own_screen(world: World) -> None:
    conference = printed(world)
    first, second = (
        signed_in(world.organiser),
        signed_in(officer(world.school, Role.ORGANISER, username="hai")),
    )
    assert "Đang chờ một cán bộ khác xác nhận" in press(first, "ask", conference, act="open", sure=ANSWERS)
    assert "Người đề nghị không tự xác nhận được" in press(first, "confirm", conference)
    hall = second.get(reverse("conferences:hall", args=[conference.key])).content.decode()
    assert "Xác nhận mở bỏ phiếu" in hall
    press(second, "confirm", conference)
    assert selectors.state_of(conference) is PollState.OPEN
    assert selectors.asked_act(conference) is None


def test_what_was_asked_can_be_declined(world: World) -> None:
    conference = printed(world)
    first = signed_in(world.organiser)
    press(first, "ask", conference, act="open", sure=ANSWERS)
    press(first, "withdraw", conference)
    assert "Không còn đề nghị nào chờ xác nhận" in press(first, "confirm", conference)


def test_on_its_page_the_poll_opens_with_the_witness_beside_the_officer(world: World) -> None:
    conference = printed(world)
    client = signed_in(world.organiser)
    witness = seat(conference, "witness").pk
    assert "Đã ghi mã xác nhận" in press(client, "pins", conference, member=witness, pin=PIN, again=PIN)
    assert "Mã xác nhận chưa đúng" in press(
        client, "open", conference, member=witness, pin="9999", sure=ANSWERS
    )
    assert "Đã mở bỏ phiếu" in press(client, "open", conference, member=witness, pin=PIN, sure=ANSWERS)


def test_a_number_chosen_after_the_opening_is_remembered_for_the_minutes(world: World) -> None:
    conference, _ = opened(world)
    assert choose(world, conference, "witness", "7531") == "chosen"
    assert choose(world, conference, "head") == "chosen"
    assert list(conference.board.filter(pin_late=True).values_list("role", flat=True)) == ["head", "witness"]


def test_after_the_closing_no_number_is_chosen(world: World) -> None:
    conference, _ = opened(world)
    services.mark_present(conference=conference, person_id=conference.roll.all()[0].person_id, present=True)
    good(
        services.close_poll(
            actor=world.organiser, conference=conference, second=confirming(world.organiser, conference)
        )
    )
    assert choose(world, conference, "head") == "not_in_hall"
