"""Many conferences at once: the list's budget of queries, turnout only after the closing, people on two rolls."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.urls import reverse

from guong.core.lifecycle import PollState
from guong.office.conferences import selectors, services
from guong.office.conferences.models import Conference, RollEntry
from tests.conferences.test_pages import signed_in
from tests.conferences.world import World, closed, good, new_conference, opened, with_roll

AtMost = Callable[[int], AbstractContextManager[object]]


def standing(conference: Conference) -> selectors.Standing:
    return selectors.standings(Conference.objects.filter(pk=conference.pk))[0]


@pytest.mark.parametrize("number", [15, 29])
def test_the_list_of_conferences_keeps_to_its_queries(
    world: World, django_assert_max_num_queries: AtMost, number: int
) -> None:
    for _ in range(number):
        new_conference(world)
    with_roll(world)
    client = signed_in(world.organiser)
    with django_assert_max_num_queries(15):
        assert client.get(reverse("conferences:list")).status_code == 200


def test_a_standing_says_the_same_as_asking_one_by_one(world: World) -> None:
    conference, _ = opened(world)
    found = standing(conference)
    assert found.facts == selectors.facts_of(conference)
    assert found.state is PollState.OPEN
    assert found.summoned == 12


def test_turnout_is_unknown_while_people_vote(world: World) -> None:
    conference, _ = opened(world)
    person = conference.roll.all()[0].person_id
    good(services.mark_present(conference=conference, person_id=person, present=True))
    assert standing(conference).turnout is None


def test_turnout_is_told_after_the_closing(world: World) -> None:
    conference, _ = closed(world)
    assert standing(conference).turnout == 12


def test_a_person_on_two_rolls_is_named_with_both_conferences(world: World) -> None:
    first, second = with_roll(world), with_roll(world)
    second.subjects.all().delete()
    doubled = selectors.on_two_rolls([first, second])
    assert len(doubled) == 12
    assert doubled[0].conferences == (first, second)
    assert not doubled[0].is_subject


def test_a_person_whom_two_conferences_ask_about_is_named(world: World) -> None:
    (doubled,) = selectors.on_two_rolls([new_conference(world), new_conference(world)])
    assert doubled.is_subject


def test_a_head_on_the_roll_of_another_conference_is_named_as_one_asked_about(world: World) -> None:
    first, second = new_conference(world), with_roll(world)
    second.subjects.all().delete()
    second.roll.exclude(place=1).delete()
    RollEntry.objects.filter(conference=second).update(person_id=world.head.person_id)
    (doubled,) = selectors.on_two_rolls([first, second])
    assert doubled.is_subject


def test_nobody_on_one_roll_only_is_named(world: World) -> None:
    assert selectors.on_two_rolls([with_roll(world)]) == []
