"""Role x address x unit: who opens and does what, on every route of the URL configuration (security.md §2 nos. 20, 21)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from guong.ballots.store import migrate
from guong.office.accounts.access import View
from tests.pages.routes import routes
from tests.permissions import planted
from tests.permissions.faults import faults, told, unlike, wrong_answers, wrongly_missing
from tests.permissions.lines import Of
from tests.permissions.table import TABLE
from tests.permissions.walk import Walked, walk
from tests.permissions.world import Furnished, Where, furnished

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
# Every second route each, so that two test processes share the walk; each builds its own world, which takes two seconds.
_HALVES = [
    pytest.param(half, id=f"half {half + 1} of 2", marks=pytest.mark.xdist_group(f"permissions-{half}"))
    for half in range(2)
]
_beside_the_first = pytest.mark.xdist_group("permissions-0")


@pytest.fixture(scope="module")
def world(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Furnished]:
    """The small campaign, gone again after the last test of this file."""
    folder = tmp_path_factory.mktemp("permissions")
    urn = f"sqlite:///{folder / 'urn.sqlite3'}"
    migrate(urn)
    given = override_settings(GUONG_DATA_DIR=Path(folder), GUONG_URN_URL=urn)
    with given, django_db_blocker.unblock(), transaction.atomic():
        yield furnished()
        transaction.set_rollback(True)


@pytest.fixture(scope="module", params=_HALVES)
def walked(request: pytest.FixtureRequest, world: Furnished) -> Walked:
    """What everybody was answered everywhere."""
    half: int = request.param
    return walk(world, routes()[half :: len(_HALVES)], TABLE)


def test_every_answer_is_the_one_that_the_table_wants(walked: Walked) -> None:
    print(f"{len(walked.answers)} answers to what is there, {len(walked.twins)} beside what isn't")
    assert told(wrong_answers(walked, TABLE)) == ""


def test_what_is_not_there_is_not_found(walked: Walked) -> None:
    assert told(wrongly_missing(walked, TABLE)) == ""


def test_what_belongs_to_others_answers_like_what_is_not_there(walked: Walked) -> None:
    assert told(unlike(walked.twins)) == ""


def test_what_hangs_on_something_else_answers_like_what_is_not_there(walked: Walked) -> None:
    assert told(unlike(walked.astray)) == ""


def test_lists_name_nothing_of_other_units(walked: Walked, world: Furnished) -> None:
    name = world.first.unit.name.encode()
    lists = [one for one in walked.answers if TABLE[one.route].of is Of.LIST or TABLE[one.route].beside]
    assert any(name in one.body for one in lists if one.where is Where.OWN)
    assert [one.told for one in lists if one.where is not Where.OWN and name in one.body] == []


@pytest.fixture(scope="module")
def planted_walk(world: Furnished) -> Walked:
    """What the badly guarded views answered."""
    with override_settings(ROOT_URLCONF="tests.permissions.planted"):
        found = [route for route in routes() if route.name in planted.TABLE]
        return walk(world, found, planted.TABLE, {planted.PLACE: world.first.key})


@_beside_the_first
@pytest.mark.parametrize("view", planted.BADLY, ids=lambda view: view.__name__)
def test_a_view_that_is_badly_guarded_is_found(planted_walk: Walked, view: View) -> None:
    assert f"planted:{view.__name__}" in {one.route for one in faults(planted_walk, planted.TABLE)}


@_beside_the_first
def test_a_view_that_is_well_guarded_is_not(planted_walk: Walked) -> None:
    assert planted.WELL in {one.route for one in planted_walk.answers}
    assert planted.WELL not in {one.route for one in faults(planted_walk, planted.TABLE)}
