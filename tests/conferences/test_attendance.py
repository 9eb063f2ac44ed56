"""Who came: ticks on the screen by several officers, or lists signed on paper whose totals are typed (DESIGN §4.7)."""

import html
import re
from urllib.parse import unquote

import pytest
from django.urls import reverse

from guong.ballots import polls
from guong.core.desk_totals import DeskTotals
from guong.core.lifecycle import PollState
from guong.core.outcome import Refused
from guong.office.accounts.roles import Role
from guong.office.conferences import selectors, services, urn
from guong.office.conferences.models import Conference
from tests.conferences.test_pages import signed_in
from tests.conferences.world import World, close_by_two, good, officer, open_by_two, opened, printed


def choose(world: World, conference: Conference, attendance: str, desks: int = 1) -> str:
    outcome = services.choose_attendance(
        actor=world.organiser, conference=conference, attendance=attendance, desks=desks
    )
    return outcome.reason if isinstance(outcome, Refused) else "chosen"


def with_lists(world: World, desks: int = 2) -> Conference:
    """A conference of twelve people in its hall, attendance on signed lists of that many desks."""
    conference = printed(world)
    assert choose(world, conference, "lists", desks) == "chosen"
    good(open_by_two(world.organiser, conference))
    conference.refresh_from_db()
    return conference


def type_totals(world: World, conference: Conference, number: int, *totals: int) -> str:
    outcome = services.type_desk_totals(
        actor=world.organiser, conference=conference, number=number, totals=DeskTotals(*totals)
    )
    return outcome.reason if isinstance(outcome, Refused) else "typed"


def closing(world: World, conference: Conference) -> str:
    outcome = close_by_two(world.organiser, conference)
    return outcome.reason if isinstance(outcome, Refused) else outcome.value


def test_two_officers_who_tick_the_same_person_count_one(world: World) -> None:
    conference, _ = opened(world)
    address = reverse("conferences:attendance", args=[conference.key])
    person = conference.roll.all()[3].person_id
    for username in ("motban", "haiban"):
        client = signed_in(officer(world.school, Role.ORGANISER, username=username))
        client.post(address, {"person": person, "present": "1"}, headers={"X-Part": "row"})
    assert selectors.roll_numbers(conference).present == 1


def test_two_desks_that_hand_out_paper_at_once_lose_no_set(world: World) -> None:
    conference, _ = opened(world)
    for username in ("motban", "haiban"):
        client = signed_in(officer(world.school, Role.ORGANISER, username=username))
        client.post(reverse("conferences:paper-set", args=[conference.key]), {"change": "1"})
    assert selectors.paper_sets(conference) == 2


def test_totals_of_all_desks_are_what_the_hall_counts(world: World) -> None:
    conference = with_lists(world)
    assert type_totals(world, conference, 1, 6, 1, 4) == "typed"
    assert selectors.missing_desks(conference) != []
    assert type_totals(world, conference, 2, 5, 1, 0) == "typed"
    assert selectors.missing_desks(conference) == []
    assert selectors.noted_totals(conference) == DeskTotals(11, 2, 4)
    assert selectors.roll_numbers(conference).present == 11


def test_closing_makes_as_many_paper_slots_as_the_desks_handed_out(world: World) -> None:
    conference = with_lists(world)
    type_totals(world, conference, 1, 6, 1, 4)
    type_totals(world, conference, 2, 5, 1, 0)
    assert closing(world, conference) == "closed"
    poll = selectors.poll_of(conference)
    assert poll is not None
    assert len(polls.free_paper_slots(urn.store(), poll=poll.poll_key, subject="s1")) == 2
    standing = selectors.standings(Conference.objects.filter(pk=conference.pk))[0]
    assert standing.turnout == 11


def test_closing_waits_for_every_desk(world: World) -> None:
    conference = with_lists(world)
    type_totals(world, conference, 1, 6, 1, 4)
    assert closing(world, conference) == "desks_missing"
    assert selectors.state_of(conference) is PollState.OPEN


def test_totals_can_be_typed_again_until_the_closing(world: World) -> None:
    conference = with_lists(world, desks=1)
    type_totals(world, conference, 1, 6, 1, 9)
    type_totals(world, conference, 1, 7, 1, 8)
    assert selectors.noted_totals(conference) == DeskTotals(7, 1, 8)
    good(close_by_two(world.organiser, conference))
    assert type_totals(world, conference, 1, 6, 1, 9) == "not_in_hall"


@pytest.mark.parametrize(
    ("totals", "reason"),
    [
        ((5, 6, 0), "sets_above_signatures"),
        ((9, 0, 0), "signatures_above_roll"),
        ((5, 0, 12), "slips_above_printed"),
        ((8, 8, 11), "typed"),
    ],
)
def test_totals_that_cannot_be_are_refused(world: World, totals: tuple[int, int, int], reason: str) -> None:
    conference = with_lists(world)
    type_totals(world, conference, 2, 4, 0, 4)
    assert type_totals(world, conference, 1, *totals) == reason


def test_a_desk_that_does_not_exist_types_nothing(world: World) -> None:
    assert type_totals(world, with_lists(world), 3, 5, 0, 0) == "no_such_desk"


def test_lists_and_ticks_do_not_mix(world: World) -> None:
    conference = with_lists(world)
    person = conference.roll.all()[0].person_id
    for refused in (
        services.mark_present(conference=conference, person_id=person, present=True),
        services.count_paper_set(conference=conference, change=1),
    ):
        assert isinstance(refused, Refused)
        assert refused.reason == "by_lists"
    ticked, _ = opened(world)
    assert type_totals(world, ticked, 1, 5, 0, 0) == "by_ticks"


def test_the_way_is_chosen_before_the_opening(world: World) -> None:
    conference = with_lists(world)
    assert choose(world, conference, "ticks") == "attendance_fixed"


@pytest.mark.parametrize("desks", [0, 10])
def test_there_are_one_to_nine_desks(world: World, desks: int) -> None:
    assert choose(world, printed(world), "lists", desks) == "number_of_desks"


def test_choosing_lists_drops_the_ticks_made_before(world: World) -> None:
    conference = printed(world)
    services.mark_present(conference=conference, person_id=conference.roll.all()[0].person_id, present=True)
    services.count_paper_set(conference=conference, change=1)
    choose(world, conference, "lists")
    choose(world, conference, "ticks")
    assert selectors.noted_totals(conference) == DeskTotals(0, 0)


def test_the_desk_types_its_totals_on_the_page(world: World) -> None:
    conference = with_lists(world)
    client = signed_in(world.organiser)
    address = reverse("conferences:desk-totals", args=[conference.key])
    typed = {"number": 1, "signatures": "6", "paper_sets": "1", "slips_left": "4"}
    assert "Đã ghi tổng số của bàn" in client.post(address, typed, follow=True).content.decode()
    odd = client.post(address, typed | {"slips_left": "bốn"}, follow=True).content.decode()
    assert "Ba ô chữ ký, phiếu giấy, thẻ còn lại đều phải ghi số" in odd
    assert "Bàn 1: 6 chữ ký" in odd


@pytest.mark.parametrize(
    ("typed", "found"),
    [("dam thi", []), ("vien thu 1", [10, 11, 12]), ("VIÊN  THỬ 03", [3]), ("", range(1, 13))],
)
def test_a_name_is_found_without_its_accents(world: World, typed: str, found: list[int]) -> None:
    conference, _ = opened(world)
    names = [f"Giáo viên Thử {number:02d}" for number in found]
    assert [entry.printed_name for entry in selectors.roll_found(conference, typed)] == names


def test_without_a_script_the_search_is_a_plain_form(world: World) -> None:
    conference, _ = opened(world)
    page = reverse("conferences:hall", args=[conference.key])
    shown = signed_in(world.organiser).get(page, {"tim": "thu 03"}).content.decode()
    assert shown.count("data-name=") == 1
    assert "Giáo viên Thử 03" in shown


def test_the_desk_leads_to_the_shared_device_and_after_the_closing_says_what_goes_where(world: World) -> None:
    conference, made = opened(world)
    client = signed_in(world.organiser)
    hall = client.get(reverse("conferences:hall", args=[conference.key])).content.decode()
    assert f"/b/{made.keys.poll}/may-chung" in hall
    services.mark_present(conference=conference, person_id=conference.roll.all()[0].person_id, present=True)
    good(close_by_two(world.organiser, conference))
    over = client.get(reverse("conferences:closing", args=[conference.key])).content.decode()
    assert "Túi thẻ còn lại" in over
    assert "ký giáp lai" in over


def test_after_the_closing_one_press_hands_the_machine_to_the_counting_officer(world: World) -> None:
    conference, _ = opened(world)
    client = signed_in(world.organiser)
    services.mark_present(conference=conference, person_id=conference.roll.all()[0].person_id, present=True)
    good(close_by_two(world.organiser, conference))
    closing = reverse("conferences:closing", args=[conference.key])
    assert closing in client.get(reverse("conferences:hall", args=[conference.key])).content.decode()
    given = re.search(r'name="next" value="([^"]+)"', client.get(closing).content.decode())
    assert given
    asked = client.post(reverse("account_logout"), {"next": html.unescape(given[1])})
    counting = reverse("counting:conference", args=[conference.key])
    assert unquote(asked["Location"]) == f"{reverse('account_login')}?next={counting}"
    assert client.get(closing).status_code == 302
    counter = officer(world.school, Role.COUNTING_OFFICER, username="kiemphieu")
    counter.set_password("một mật khẩu dài để thử")
    counter.save()
    typed = {"login": "kiemphieu", "password": "một mật khẩu dài để thử", "next": counting}
    assert client.post(reverse("account_login"), typed)["Location"] == counting
    assert client.get(counting).status_code == 200
