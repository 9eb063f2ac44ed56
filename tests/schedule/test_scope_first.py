"""A form that says nothing is no way round the unit: what is another unit's isn't there (security.md §2 no. 21)."""

import pytest
from django.test import Client
from django.urls import reverse

from guong.office.accounts.roles import Role
from tests.conferences.conftest import urn_folder, world
from tests.conferences.world import World, new_conference, officer, school

__all__ = ["urn_folder", "world"]


@pytest.mark.parametrize(
    "name", ["conferences:desk-totals", "schedule:file-paper-here", "schedule:officials"]
)
def test_an_empty_form_about_another_units_conference_is_answered_as_one_about_nothing(
    world: World, name: str
) -> None:
    conference = new_conference(world)
    elsewhere, _ = school(name="Trường Tiểu học Ban Mai", key="TH-02")
    own, other = Client(), Client()
    own.force_login(world.organiser)
    other.force_login(officer(elsewhere, Role.ORGANISER, username="khac"))
    here, nowhere = (reverse(name, args=[key]) for key in (conference.key, "khong-co"))
    assert own.post(here).status_code == 302
    assert [other.post(here).status_code, other.post(nowhere).status_code, own.post(nowhere).status_code] == [
        404
    ] * 3
