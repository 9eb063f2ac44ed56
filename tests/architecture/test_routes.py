"""No route is left out of the table of who may (security.md §2 no. 20); `tests/permissions` walks it."""

from django.test import override_settings

from guong.office.accounts.roles import Role
from tests.pages.routes import routes
from tests.permissions import planted
from tests.permissions.lines import Of
from tests.permissions.table import TABLE

# Who watches and who leads the body changes nothing (security.md §2 no. 8).
READERS = {Role.OBSERVER, Role.STANDING_BOARD, Role.COMMITTEE}


def test_every_route_has_its_line_and_every_line_its_route() -> None:
    names = [route.name for route in routes()]
    assert len(names) == len(set(names)), "two routes of one name"
    assert sorted(set(names) ^ TABLE.keys()) == []


def test_a_route_without_a_line_is_found() -> None:
    with override_settings(ROOT_URLCONF="tests.permissions.planted"):
        names = {route.name for route in routes()}
    assert names - TABLE.keys() == planted.TABLE.keys()


def test_readers_act_nowhere_but_in_their_own_account() -> None:
    acting = {name for name, line in TABLE.items() if line.do & READERS}
    assert {TABLE[name].of for name in acting} == {Of.OWN, Of.DOOR}


def test_somebody_may_use_every_route() -> None:
    assert [name for name, line in TABLE.items() if not line.see | line.do] == []
