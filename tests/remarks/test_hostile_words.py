"""What voters wrote reaches desk, digest, the lead body's page and the summary as it was written (security.md §2 no. 70)."""

import html

import pytest
from django.urls import reverse

from guong.office.accounts.roles import Role
from guong.office.release import services as release
from tests.conferences.world import World, good, officer
from tests.counting.world import signed_in, words_of
from tests.hostile import HOSTILE
from tests.remarks.world import DeskWorld, agreed, desk_world, ended

pytestmark = pytest.mark.django_db
SHORT = [words for words in HOSTILE.values() if len(words) <= 180]


@pytest.fixture
def place(world: World) -> DeskWorld:
    """A counted school where each voter wrote another kind of hostile words."""
    return desk_world(world, remarks=[(("other", words),) for words in SHORT])


def missing(page: str) -> list[str]:
    """The words that a page doesn't show as they are, escaped once."""
    page = page.replace("&#x27;", "&#39;")
    shown = [html.escape(words).replace("&#x27;", "&#39;") for words in SHORT]
    return [words for words in shown if words not in page]


def raw(page: str) -> list[str]:
    """The words that stand in a page as markup."""
    return [words for words in SHORT if html.escape(words) != words and words in page]


def test_the_digest_shows_them_as_they_are(place: DeskWorld) -> None:
    agreed(place)
    page = signed_in(place.first).get(reverse("remarks:digest", args=[place.conference.key, "s1"]))
    assert (missing(page.content.decode()), raw(page.content.decode())) == ([], [])


def test_the_lead_bodys_page_and_the_summary_show_them_as_they_are(place: DeskWorld) -> None:
    ended(place)
    reporter = officer(place.body, Role.REPORTER, username="baocao")
    page = signed_in(reporter).get(reverse("release:result", args=[place.conference.key, "s1"]))
    assert raw(page.content.decode()) == []
    made = release.make_personal_summary(conference=place.conference, subject_key="s1", actor=reporter)
    said = html.unescape(words_of(good(made)))
    assert [words for words in SHORT if words not in said] == []
