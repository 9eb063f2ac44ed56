"""How far a draw has come, as the clerk's page and the projector show it."""

from dataclasses import dataclass

from guong.core.draw import Exclusion, Frame, FrameLevel, Method
from guong.office.draws.finding import matches, short_name
from guong.office.draws.models import DrawLevel, DrawPerson, DrawState, LotDraw, PersonRole
from guong.office.draws.selectors.frames import frozen_frame, level_now, lots_of
from guong.office.draws.selectors.results import FINISHED
from guong.office.draws.steps import Facts

# Letters of a school's name that stand in one line, and in two, of a third of the projector.
_ONE_LINE = 15
_TWO_LINES = 36


@dataclass(frozen=True)
class Place:
    """One lot of a level, drawn or still to come (``name`` empty); ``label`` is its number, ``Dự phòng 1`` for reserves."""

    label: str
    unit: str = ""
    name: str = ""
    short: str = ""
    is_reserve: bool = False


@dataclass(frozen=True)
class Column:
    """A level with all its places; ``now`` while it is being drawn."""

    name: str
    eligible: int
    places: tuple[Place, ...]
    now: bool
    closed: bool

    @property
    def drawn(self) -> tuple[Place, ...]:
        """The places whose lot has left the box."""
        return tuple(place for place in self.places if place.name)

    @property
    def next_place(self) -> Place | None:
        """The lot that comes next, None where the level is full."""
        return next((place for place in self.places if not place.name), None)


@dataclass(frozen=True)
class Board:
    """All levels of a draw; ``latest`` is the lot drawn last by hand, with its level's name.

    ``long_names`` tells whether any school that may be drawn needs two lines in large type, ``very_long_names`` two of smaller type.
    """

    columns: tuple[Column, ...]
    latest: tuple[str, Place] | None
    long_names: bool
    very_long_names: bool

    @property
    def now(self) -> Column | None:
        """The level that is being drawn."""
        return next((column for column in self.columns if column.now), None)


@dataclass(frozen=True)
class Candidate:
    """A school that the clerk may mean; ``why_not`` tells why its lot can't have left the box."""

    unit: str
    name: str
    why_not: str = ""


def board_of(draw: LotDraw) -> Board:
    """Return the board of a draw whose list is frozen."""
    frame, drawn, current = frozen_frame(draw), lots_of(draw), level_now(draw)
    drawing = draw.state == DrawState.DRAWING
    columns = tuple(
        _column(row, level, drawn[row.key], now=drawing and current is not None and current.pk == row.pk)
        for row, level in zip(draw.levels.all(), frame.levels, strict=True)
    )
    by_hand = frame.terms.method is Method.CUSTOM
    latest = next(((column.name, column.drawn[-1]) for column in reversed(columns) if column.drawn), None)
    widest = max(len(short_name(entry.name)) for level in frame.levels for entry in level.units)
    return Board(columns, latest if by_hand else None, widest > _ONE_LINE, widest > _TWO_LINES)


def candidates(draw: LotDraw, *, typed: str) -> tuple[list[Candidate], list[Candidate]]:
    """Return the schools whose lot may come next, and those that fit ``typed`` but can't come, with the reason."""
    frame, level = frozen_frame(draw), level_now(draw)
    if level is None:
        return [], []
    mine = next(entry for entry in frame.levels if entry.terms.key == level.key)
    places = {unit: place for place, unit in enumerate(lots_of(draw)[level.key], 1)}
    open_ones = [
        Candidate(entry.unit, entry.name)
        for entry in mine.units
        if entry.unit not in places and matches(typed, entry.name)
    ]
    barred = [Candidate(entry.unit, entry.name, _why_left_out(entry.reason)) for entry in mine.excluded]
    barred += [
        Candidate(entry.unit, entry.name, f"đã gắp, thăm thứ {places[entry.unit]}")
        for entry in mine.units
        if entry.unit in places
    ]
    return open_ones, [entry for entry in barred if typed and matches(typed, entry.name)]


def facts_of(draw: LotDraw, frame: Frame | None) -> Facts:
    """Gather what `steps_of` needs; ``frame`` is None where the register gives none."""
    roles = {person.role for person in draw.people.all()}
    by_hand = frame is None or frame.terms.method is Method.CUSTOM
    needed = {PersonRole.CHAIR, PersonRole.CLERK, PersonRole.WITNESS} | (
        {PersonRole.HAND} if by_hand else set()
    )
    return Facts(
        by_hand=by_hand,
        frozen=draw.state != DrawState.CHECKING,
        people_named=bool(draw.place) and needed <= roles,
        lots_printed=draw.lots_printed,
        drawn=draw.state in FINISHED,
        minuted=bool(draw.minutes_key),
        noticed=bool(draw.notice_key),
    )


def people_of(draw: LotDraw) -> dict[str, list[DrawPerson]]:
    """Return who is named, by role, in the order in which they were named."""
    return {role.value: [row for row in draw.people.all() if row.role == role] for role in PersonRole}


def _column(row: DrawLevel, level: FrameLevel, drawn: list[str], *, now: bool) -> Column:
    names = {entry.unit: entry.name for entry in level.units}
    places = []
    for number in range(1, row.to_draw + row.reserves + 1):
        reserve = number > row.to_draw
        label = f"Dự phòng {number - row.to_draw}" if reserve else str(number)
        unit = drawn[number - 1] if number <= len(drawn) else ""
        name = names.get(unit, "")
        places.append(Place(label, unit, name, short_name(name), reserve))
    return Column(row.name, len(level.units), tuple(places), now, row.closed)


def _why_left_out(reason: Exclusion) -> str:
    return {
        Exclusion.CLOSED: "không được gắp: đã ngừng hoạt động",
        Exclusion.NOT_PUBLIC: "không được gắp: không phải trường công lập",
        Exclusion.NO_LEVEL: "không được gắp: chưa ghi cấp học",
        Exclusion.NO_HEAD: "không được gắp: khuyết người đứng đầu",
        Exclusion.HEAD_TOO_NEW: "không được gắp: người đứng đầu giữ chức vụ chưa đủ thời gian",
    }[reason]
