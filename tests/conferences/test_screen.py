"""The hall's screen: a link of its own, words instead of counts, "Đã nhận đủ" only where it tells nobody much."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from guong.core.lifecycle import PollState
from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.conferences import selectors, services
from guong.office.conferences.models import Conference
from guong.office.journal.models import Entry
from tests.conferences.test_hall import cast
from tests.conferences.test_pages import page, signed_in
from tests.conferences.world import World, closed, good, new_conference, open_by_two, opened, prepared

EXPECTED = 10


def on_screen(conference: Conference) -> str:
    number, code = conference.pk, selectors.screen_code(conference)
    return reverse("conferences:hall-screen", args=[number, code])


def text_of(conference: Conference) -> str:
    return Client().get(on_screen(conference)).content.decode()


def word_of(conference: Conference) -> str:
    return selectors.hall_word(conference).word


def expect(world: World, conference: Conference, expected: int = EXPECTED) -> object:
    return services.state_expected(actor=world.organiser, conference=conference, expected=expected)


def paused(actor: User, conference: Conference) -> PollState | Refused:
    return services.pause_poll(actor=actor, conference=conference)


def test_the_screen_opens_by_its_link_without_signing_in_and_leaves_no_cookie(world: World) -> None:
    conference, _ = opened(world)
    answer = Client().get(on_screen(conference))
    assert answer.status_code == 200
    assert not answer.cookies


def test_the_link_may_be_typed_in_small_letters(world: World) -> None:
    conference, _ = opened(world)
    number, code = conference.pk, selectors.screen_code(conference).lower()
    assert Client().get(reverse("conferences:hall-screen", args=[number, code])).status_code == 200


@pytest.mark.parametrize("code", ["00000-00000", "x", "Đ"])
def test_a_wrong_code_opens_nothing(world: World, code: str) -> None:
    conference, _ = opened(world)
    assert Client().get(reverse("conferences:hall-screen", args=[conference.pk, code])).status_code == 404


def test_the_code_of_one_conference_opens_no_other(world: World) -> None:
    first, second = new_conference(world), new_conference(world)
    code = selectors.screen_code(first)
    assert Client().get(reverse("conferences:hall-screen", args=[second.pk, code])).status_code == 404


def test_the_screen_leads_nowhere_and_names_nobody(world: World) -> None:
    conference, _ = opened(world)
    text = text_of(conference)
    assert "<a " not in text
    assert "<form" not in text
    for name in (*conference.roll.values_list("printed_name", flat=True), world.head.person.full_name):
        assert name not in text


def test_the_first_instruction_is_to_scan_the_slip(world: World) -> None:
    conference, _ = opened(world)
    steps = re.findall(r"<li\b[^>]*>(.*?)</li>", text_of(conference), re.DOTALL)
    assert steps[0] == "Quét mã trên thẻ của đồng chí"


def test_the_word_follows_the_box(world: World) -> None:
    conference, _ = prepared(world)
    words = [word_of(conference)]
    good(services.confirm_printed(actor=world.organiser, conference=conference, version=conference.version))
    for act in (open_by_two, paused, open_by_two):
        good(act(world.organiser, conference))
        words.append(word_of(conference))
    assert words == ["Chưa mở bỏ phiếu", "Đang nhận phiếu", "Tạm dừng", "Đang nhận phiếu"]


def test_after_the_closing_the_screen_thanks_and_shows_no_code_any_more(world: World) -> None:
    conference, _ = closed(world)
    text = text_of(conference)
    assert "Đã kết thúc" in text
    assert "<svg" not in text


def test_the_screen_never_shows_a_count(world: World) -> None:
    conference, made = opened(world)
    good(services.count_paper_set(conference=conference, change=1))
    before = re.sub(r"\d\d:\d\d(:\d\d)?", "", text_of(conference))
    for ticket in made.tickets[:7]:
        cast(conference, ticket)
    assert re.sub(r"\d\d:\d\d(:\d\d)?", "", text_of(conference)) == before


def test_all_received_is_said_from_the_stated_number_on(world: World) -> None:
    conference, made = opened(world)
    good(expect(world, conference))
    for ticket in made.tickets[: EXPECTED - 1]:
        cast(conference, ticket)
    assert word_of(conference) == "Đang nhận phiếu"
    cast(conference, made.tickets[EXPECTED])
    assert word_of(conference) == "Đã nhận đủ"
    assert "vẫn gửi được cho đến khi người chủ trì kết thúc" in text_of(conference)


def test_all_received_is_never_said_unasked(world: World) -> None:
    conference, made = opened(world)
    for ticket in made.tickets:
        cast(conference, ticket)
    assert word_of(conference) == "Đang nhận phiếu"


def test_a_pause_hides_that_all_were_received(world: World) -> None:
    conference, made = opened(world)
    good(expect(world, conference))
    for ticket in made.tickets[:EXPECTED]:
        cast(conference, ticket)
    good(services.pause_poll(actor=world.organiser, conference=conference))
    assert word_of(conference) == "Tạm dừng"


@pytest.mark.parametrize(
    ("expected", "reason"), [(9, "too_few_for_screen"), (0, "too_few_for_screen"), (13, "more_than_roll")]
)
def test_too_few_and_too_many_are_refused(world: World, expected: int, reason: str) -> None:
    conference, _ = opened(world)
    refused = expect(world, conference, expected)
    assert isinstance(refused, Refused)
    assert refused.reason == reason
    assert selectors.screen_expectation(conference).expected is None


def test_nobody_feels_his_way_to_the_number_of_ballots(world: World) -> None:
    conference, _ = opened(world)
    for expected in (12, 11, 12):
        good(expect(world, conference, expected))
    refused = expect(world, conference, 10)
    assert isinstance(refused, Refused)
    assert refused.reason == "screen_tries_used"
    assert selectors.screen_expectation(conference).expected == 12
    assert Entry.objects.filter(act="conferences.screen_total").count() == 3


def test_the_same_number_again_costs_no_try(world: World) -> None:
    conference, _ = opened(world)
    for _ in range(5):
        good(expect(world, conference))
    assert selectors.screen_expectation(conference).tries_left == 2


def test_nothing_is_stated_before_the_opening_or_after_the_closing(world: World) -> None:
    conference, _ = prepared(world)
    refused = expect(world, conference)
    assert isinstance(refused, Refused)
    assert refused.reason == "not_in_hall"


def test_the_first_proposal_is_those_present_less_the_paper_sets(world: World) -> None:
    conference, _ = opened(world)
    for entry in conference.roll.all():
        good(services.mark_present(conference=conference, person_id=entry.person_id, present=True))
    good(services.count_paper_set(conference=conference, change=1))
    assert selectors.screen_expectation(conference).proposal == 11


def test_the_officers_page_gives_the_link_and_takes_the_number(world: World) -> None:
    conference, _ = opened(world)
    client = signed_in(world.organiser)
    assert on_screen(conference) in client.get(page("screen", conference)).content.decode()
    told = client.post(page("screen-expected", conference), {"expected": "9"}, follow=True)
    assert "Dưới 10 người bỏ phiếu bằng thẻ" in told.content.decode()
    told = client.post(page("screen-expected", conference), {"expected": "mười"})
    assert "Màn hình hội trường" in told.content.decode()
    client.post(page("screen-expected", conference), {"expected": "11"})
    assert selectors.screen_expectation(conference).expected == 11
    assert selectors.state_of(conference) is PollState.OPEN
