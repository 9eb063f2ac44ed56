"""The moments of the hour as the clerk notes them at the desk."""

from datetime import datetime, time

from django.urls import reverse
from django.utils import timezone

from guong.core.hall_hour import Moment
from guong.core.outcome import Refused
from guong.office.conferences import selectors, services
from guong.office.conferences.models import Conference
from tests.conferences.test_pages import signed_in
from tests.conferences.world import HELD_ON, World, opened, printed


def note(world: World, conference: Conference, moment: Moment, at: time) -> time | Refused:
    return services.note_moment(actor=world.organiser, conference=conference, moment=moment, at=at)


def test_a_moment_is_noted_to_five_minutes(world: World) -> None:
    conference = printed(world)
    assert note(world, conference, Moment.LEFT, time(8, 23)) == time(8, 25)
    assert selectors.noted_moments(conference) == {Moment.LEFT: time(8, 25)}


def test_a_moment_before_an_earlier_one_is_refused_with_its_name(world: World) -> None:
    conference = printed(world)
    note(world, conference, Moment.BRIEFED, time(8, 20))
    refused = note(world, conference, Moment.LEFT, time(8, 10))
    assert isinstance(refused, Refused)
    assert "08:20 Quán triệt đã ghi" in refused.sentence


def test_a_moment_noted_again_is_corrected(world: World) -> None:
    conference = printed(world)
    note(world, conference, Moment.BEGAN, time(8, 20))
    note(world, conference, Moment.BEGAN, time(8))
    assert selectors.noted_moments(conference) == {Moment.BEGAN: time(8)}


def test_the_voting_begins_when_the_poll_opens_unless_something_else_is_noted(world: World) -> None:
    conference, _ = opened(world)
    conference.refresh_from_db()
    conference.opened_at = timezone.make_aware(datetime.combine(HELD_ON, time(8, 32)))
    assert selectors.noted_moments(conference) == {Moment.VOTED: time(8, 30)}
    conference.opened_at = timezone.make_aware(datetime.combine(HELD_ON, time(8, 31)))
    note(world, conference, Moment.VOTED, time(8, 40))
    assert selectors.noted_moments(conference) == {Moment.VOTED: time(8, 40)}


def test_the_desk_notes_now_corrects_and_forgets(world: World) -> None:
    conference = printed(world)
    client, address = signed_in(world.organiser), reverse("conferences:moment", args=[conference.key])
    client.post(address, {"moment": "settled", "now": "1"})
    assert list(selectors.noted_moments(conference)) == [Moment.SETTLED]
    client.post(address, {"moment": "settled", "at": "07:50"})
    assert selectors.noted_moments(conference) == {Moment.SETTLED: time(7, 50)}
    client.post(address, {"moment": "settled", "at": ""})
    assert selectors.noted_moments(conference) == {}


def test_an_odd_moment_or_hour_is_no_page(world: World) -> None:
    conference = printed(world)
    client, address = signed_in(world.organiser), reverse("conferences:moment", args=[conference.key])
    assert client.post(address, {"moment": "noon", "now": "1"}).status_code == 404
    assert client.post(address, {"moment": "left", "at": "25 giờ"}).status_code == 404


def test_an_incident_is_noted_without_leaving_the_desk(world: World) -> None:
    conference, _ = opened(world)
    address = reverse("conferences:incident", args=[conference.key])
    shown = signed_in(world.organiser).post(address, {"text": "Mất mạng năm phút"}, follow=True)
    assert shown.redirect_chain[-1][0].endswith("/hoi-truong/#su-viec")
    assert "Mất mạng năm phút" in shown.content.decode()


def test_slips_handed_out_after_the_opening_can_be_noted_and_come_next(world: World) -> None:
    conference, _ = opened(world)
    conference.refresh_from_db()
    conference.opened_at = timezone.make_aware(datetime.combine(HELD_ON, time(8, 30)))
    note(world, conference, Moment.LEFT, time(8, 25))
    assert to_note(conference) is Moment.HANDED_OUT
    assert note(world, conference, Moment.HANDED_OUT, time(8, 35)) == time(8, 35)
    assert to_note(conference) is Moment.VOTED


def test_a_voting_that_began_with_the_opening_needs_no_press(world: World) -> None:
    conference, _ = opened(world)
    conference.refresh_from_db()
    conference.opened_at = timezone.make_aware(datetime.combine(HELD_ON, time(8, 30)))
    note(world, conference, Moment.HANDED_OUT, time(8, 30))
    assert to_note(conference) is Moment.RETURNED


def to_note(conference: Conference) -> Moment | None:
    return next((line.moment for line in selectors.hour_lines(conference) if line.is_next), None)
