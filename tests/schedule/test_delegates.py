"""Who is sent where: officers of several bodies, observers from the schools' wards, one board for several conferences."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from guong.core.outcome import Refused
from guong.office.conferences import services as conferences
from guong.office.conferences.models import Conference
from guong.office.journal.models import Entry
from guong.office.schedule import selectors, services
from guong.office.schedule.details import Sent
from guong.office.schedule.models import Delegate, DelegateRole
from tests.conferences.world import SEATS, good
from tests.schedule.world import Campaign, held, observer, page, signed_in

AtMost = Callable[[int], AbstractContextManager[object]]
OFFICER = Sent(DelegateRole.IN_CHARGE, "Hồ Văn Lau", "Ban Tổ chức Quận uỷ", "Chuyên viên")


def refusal(outcome: object) -> str:
    assert isinstance(outcome, Refused)
    return outcome.reason


def named_board(world: Campaign, conference: Conference) -> None:
    good(
        conferences.set_board(
            actor=world.organiser, conference=conference, version=conference.version, seats=SEATS
        )
    )


def test_one_officer_is_sent_to_several_conferences_in_one_act(world: Campaign) -> None:
    made = held(world)
    assert good(services.send(actor=world.organiser, to=made[:3], person=OFFICER)) == 3
    assert Delegate.objects.filter(full_name="Hồ Văn Lau").count() == 3
    assert "phụ trách: 3 hội nghị" in Entry.objects.get(act="schedule.sent").text


def test_sending_somebody_again_changes_the_duty(world: Campaign) -> None:
    first = held(world)[0]
    good(services.send(actor=world.organiser, to=[first], person=OFFICER))
    desk = Sent(DelegateRole.SIGNING_DESK, OFFICER.full_name, OFFICER.organisation)
    good(services.send(actor=world.organiser, to=[first], person=desk))
    assert first.delegates.get().role == DelegateRole.SIGNING_DESK


@pytest.mark.parametrize(("name", "body"), [("", "Ban Tổ chức"), ("Hồ Văn Lau", " ")])
def test_whoever_is_sent_has_a_name_and_a_body(world: Campaign, name: str, body: str) -> None:
    person = Sent(DelegateRole.LEADER, name, body)
    assert (
        refusal(services.send(actor=world.organiser, to=held(world)[:1], person=person)) == "needs_sent_name"
    )


def test_the_subject_is_not_sent_to_the_own_conference(world: Campaign) -> None:
    first = held(world)[0]
    person = Sent(DelegateRole.LEADER, first.subjects.get().name, "Chi bộ")
    assert refusal(services.send(actor=world.organiser, to=[first], person=person)) == "subject_sent"


def test_nobody_is_sent_nowhere(world: Campaign) -> None:
    assert refusal(services.send(actor=world.organiser, to=[], person=OFFICER)) == "nowhere_sent"


def test_somebody_sent_is_taken_off_again(world: Campaign) -> None:
    first = held(world)[0]
    good(services.send(actor=world.organiser, to=[first], person=OFFICER))
    delegate = first.delegates.get()
    good(services.dismiss(actor=world.organiser, conference=first, delegate_id=delegate.pk))
    again = services.dismiss(actor=world.organiser, conference=first, delegate_id=delegate.pk)
    assert refusal(again) == "delegate_gone"


def test_observers_are_proposed_from_each_schools_ward(world: Campaign) -> None:
    made = held(world)
    assert services.propose_observers(actor=world.organiser, to=made) == 15
    one = made[0].delegates.get()
    assert one.proposed
    assert one.organisation.startswith("Đảng uỷ phường Bến")
    assert one.post == "Bí thư Đảng uỷ phường"
    assert services.propose_observers(actor=world.organiser, to=made) == 0


def test_a_wards_own_conference_gets_no_observer_from_itself(world: Campaign) -> None:
    assert services.propose_observers(actor=world.organiser, to=held(world, wards=True)) == 0


def test_a_proposed_observer_is_accepted_under_another_name(world: Campaign) -> None:
    first = held(world)[0]
    services.propose_observers(actor=world.organiser, to=[first])
    (delegate,) = selectors.proposed_observers(of_round=world.schools)
    good(
        services.accept_observers(
            actor=world.organiser, named=[(delegate, "Lý Thị Rạng", "Phó Bí thư Thường trực")]
        )
    )
    one = first.delegates.get()
    assert (one.full_name, one.post, one.proposed) == ("Lý Thị Rạng", "Phó Bí thư Thường trực", False)


def test_accepting_an_observer_without_a_name_accepts_none(world: Campaign) -> None:
    services.propose_observers(actor=world.organiser, to=held(world)[:2])
    first, second = selectors.proposed_observers(of_round=world.schools)
    outcome = services.accept_observers(
        actor=world.organiser, named=[(first, "Lý Thị Rạng", ""), (second, " ", "")]
    )
    assert refusal(outcome) == "needs_sent_name"
    assert len(selectors.proposed_observers(of_round=world.schools)) == 2


def test_one_board_is_named_for_the_other_conferences_of_the_round(world: Campaign) -> None:
    first, *others = held(world)
    named_board(world, first)
    assert good(services.copy_board(actor=world.organiser, source=first, to=others)) == 14
    assert [member.full_name for member in others[-1].board.all()] == [seat.full_name for seat in SEATS]


def test_a_board_that_holds_a_subject_is_named_nowhere(world: Campaign) -> None:
    first, second, third = held(world)[:3]
    named_board(world, first)
    subject = third.subjects.get()
    subject.name = SEATS[0].full_name
    subject.save()
    outcome = services.copy_board(actor=world.organiser, source=first, to=[second, third])
    assert refusal(outcome) == "board_has_subject"
    assert isinstance(outcome, Refused)
    assert outcome.sentence.startswith(third.unit.name)
    assert not second.board.exists()


def test_a_board_without_all_its_seats_is_not_named_elsewhere(world: Campaign) -> None:
    first, second, *_ = held(world)
    assert (
        refusal(services.copy_board(actor=world.organiser, source=first, to=[second])) == "board_incomplete"
    )


def test_the_round_is_staffed_on_its_page(world: Campaign) -> None:
    made = held(world)
    named_board(world, made[0])
    client = signed_in(world.organiser)
    key = world.schools.key
    keys = [conference.key for conference in made]
    sent = {"role": "in_charge", "full_name": "Hồ Văn Lau", "organisation": "Ban Tổ chức", "to": keys}
    client.post(page("send", key), sent)
    client.post(page("copy-board", key), {"source": keys[0], "to": keys[1:]})
    client.post(page("propose-observers", key))
    shown = client.get(page("delegates", key))
    numbers = shown.context["numbers"]
    assert (numbers.in_charge, numbers.boards, numbers.observers) == (15, 15, 0)
    rows = {f"d{row.delegate.pk}-accepted": "on" for row in shown.context["observer_rows"]}
    rows |= {f"d{row.delegate.pk}-full_name": "Lý Thị Rạng" for row in shown.context["observer_rows"]}
    client.post(page("accept-observers", key), rows)
    assert client.get(page("delegates", key)).context["numbers"].observers == 15


def test_one_conference_is_staffed_on_its_own_page(world: Campaign) -> None:
    conference = held(world)[0]
    client = signed_in(world.organiser)
    sent = {"role": "leader", "full_name": "Lê Thị Suối", "organisation": "Quận uỷ", "post": "Phó Bí thư"}
    client.post(page("send-here", conference.key), sent)
    assert "Lê Thị Suối" in client.get(page("delegates-here", conference.key)).content.decode()
    client.post(page("dismiss", conference.key), {"delegate": conference.delegates.get().pk})
    assert not conference.delegates.exists()


@pytest.mark.parametrize("number", [15, 29])
def test_the_page_of_delegates_keeps_to_its_queries(
    world: Campaign, django_assert_max_num_queries: AtMost, number: int
) -> None:
    made = held(world)
    if number > 15:
        made += held(world, wards=True)
        Conference.objects.update(round=world.schools)
    services.propose_observers(actor=world.organiser, to=made)
    good(services.send(actor=world.organiser, to=made, person=OFFICER))
    client = signed_in(world.organiser)
    with django_assert_max_num_queries(25):
        assert client.get(page("delegates", world.schools.key)).status_code == 200


def test_an_observer_looks_at_the_delegates_and_sends_nobody(world: Campaign) -> None:
    conference = held(world)[0]
    client = signed_in(observer(world.body))
    assert client.get(page("delegates", world.schools.key)).status_code == 200
    assert client.get(page("delegates-here", conference.key)).status_code == 200
    assert client.post(page("send-here", conference.key)).status_code == 403
    assert client.post(page("send", world.schools.key)).status_code == 403
