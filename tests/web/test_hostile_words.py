"""Hostile words in the names of units and people, in titles and texts: pages show them as they are (security.md §2 no. 70)."""

import html

import pytest
from django.test import Client
from django.urls import reverse

from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.journal.services import record
from guong.office.plans import services as plans
from guong.office.registry.models import Person, StaffEntry
from tests.conferences.conftest import urn_folder
from tests.conferences.world import World, good, new_conference, officer, school
from tests.hostile import HOSTILE
from tests.plans.world import PLAN

__all__ = ["urn_folder"]

pytestmark = pytest.mark.django_db
SHORT = [kind for kind, words in HOSTILE.items() if len(words) <= 180]


@pytest.fixture(params=SHORT)
def words(request: pytest.FixtureRequest) -> str:
    """One kind of hostile words."""
    return HOSTILE[request.param]


@pytest.fixture
def world(words: str, urn_folder: object) -> World:
    """A school whose name, head and staff are hostile, with its organiser."""
    unit, head = school(name=words)
    Person.objects.filter(pk=head.person_id).update(full_name=words)
    head.refresh_from_db()
    for entry in StaffEntry.objects.filter(unit=unit)[:3]:
        Person.objects.filter(pk=entry.person_id).update(full_name=words)
    return World(unit, head, officer(unit, Role.ORGANISER))


def opened(user: User, *addresses: str) -> list[str]:
    """The pages at these addresses."""
    browser = Client()
    browser.force_login(user)
    answers = [browser.get(address) for address in addresses]
    assert [answer.status_code for answer in answers] == [200] * len(answers)
    return [answer.content.decode() for answer in answers]


def shown(words: str, page: str) -> bool:
    """Tell whether a page shows the words as they are, escaped once and never as they were given where that is markup."""
    raw_is_markup = html.escape(words) != words
    assert not (raw_is_markup and words in page)
    return html.escape(words) in page or html.escape(words).replace("&#x27;", "&#39;") in page


def test_pages_of_register_conference_and_journal_show_them_as_they_are(world: World, words: str) -> None:
    conference = new_conference(world)
    record(actor=world.organiser, act="tests.hostile", unit_key=world.school.key, text=words)
    pages = opened(
        world.organiser,
        reverse("registry:units"),
        reverse("registry:unit", args=[world.school.pk]),
        reverse("conferences:list"),
        reverse("conferences:detail", args=[conference.key]),
        reverse("conferences:roll", args=[conference.key]),
        reverse("journal:list"),
    )
    assert [shown(words, page) for page in pages] == [True] * len(pages)


def test_a_plans_title_is_shown_as_it_is(world: World, words: str) -> None:
    details = PLAN.__class__(**{**PLAN.__dict__, "title": words})
    plan = good(plans.create_plan(actor=world.organiser, body=world.school, details=details))
    (page,) = opened(world.organiser, reverse("plans:detail", args=[plan.key]))
    assert shown(words, page)


def test_words_in_an_address_come_back_as_they_are(world: World, words: str) -> None:
    browser = Client()
    browser.force_login(world.organiser)
    page = browser.get(reverse("registry:units"), {"tim": words, "q": words}).content.decode()
    assert html.escape(words) == words or words not in page
