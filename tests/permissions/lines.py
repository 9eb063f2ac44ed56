"""One line of the table of who may: for one named route, who sees it, who acts by it, and what it is about."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum

from guong.office.accounts.roles import Role


class Of(Enum):
    """What an address is about, and with it who of the right role still may not."""

    OBJECT = "one object of a unit or a person: for officers of other units, and for other people, it doesn't exist"
    LIST = "the officer's own units: officers of other units open it and find nothing of these"
    OFFICE = "the whole office: accounts, the journal"
    OWN = "the officer's own account: no address leads to another's"
    UPLOAD = "the officer's own upload: another's has gone"
    SCREEN = "a hall's screen: whoever has its link"
    DOOR = "signing in and out: for everybody"


@dataclass(frozen=True)
class Line:
    """Who may open (``see``, by GET) and who may act (``do``, by POST); nobody may do what a route doesn't offer.

    ``missing`` is what the address of an object that isn't there answers. ``beside``: whoever was given one of a body's
    schools opens it too and reads there of this school only.
    """

    see: frozenset[Role]
    do: frozenset[Role]
    of: Of
    missing: int
    beside: bool

    def who(self, method: str) -> frozenset[Role]:
        """Who may send this method."""
        return self.see if method == "GET" else self.do


Table = dict[str, Line]
NOBODY: frozenset[Role] = frozenset()
EVERYBODY = frozenset(Role)


def room(name: str, *tables: Table) -> Table:
    """Join the lines of a room, its name before every route; empty for pages of no room."""
    before = f"{name}:" if name else ""
    return {before + route: line for table in tables for route, line in table.items()}


def lines(
    routes: str,
    *,
    see: Collection[Role] = NOBODY,
    do: Collection[Role] = NOBODY,
    of: Of = Of.OBJECT,
    missing: int = 404,
    beside: bool = False,
) -> Table:
    """The same line for several routes, written with blanks between them."""
    line = Line(frozenset(see), frozenset(do), of, missing, beside)
    return dict.fromkeys(routes.split(), line)


def whole(*rooms: Table) -> Table:
    """Join the rooms; a route that two of them name is a mistake."""
    joined: Table = {}
    for one in rooms:
        twice = joined.keys() & one.keys()
        assert not twice, f"two lines for {sorted(twice)}"
        joined |= one
    return joined
