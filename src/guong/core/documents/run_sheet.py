"""Hôm nay có N hội nghị: one page for the officers of one day (DESIGN §7; ux.md)."""

from dataclasses import dataclass
from datetime import date, datetime

from guong.core.documents.model import (
    Align,
    Cell,
    Column,
    Document,
    Letterhead,
    NumberedList,
    Table,
    header_row,
    note,
    text,
)
from guong.core.documents.parties import Person
from guong.core.documents.phrases import TICK_BOX, sentence, weekday_and_date
from guong.core.wording import clock, in_digits

MOST_ON_A_PAGE = 6
STATES = ("Nhận hồ sơ", "Đủ người", "Mở", "Đóng", "Niêm phong", "Bàn giao")


@dataclass(frozen=True)
class RunStop:
    """One conference of the day. ``contact`` is the post that receives the officers at the unit: a role, no telephone
    number. ``roll`` is the number of those summoned, ``bring`` what this conference needs beside the dossier."""

    begins: datetime
    unit: str
    place: str
    officers: tuple[Person, ...]
    contact: str
    roll: int
    bring: tuple[str, ...] = ()


@dataclass(frozen=True)
class RunSheet:
    """Everything that the sheet says. ``bring_to_all`` goes to every conference, ``reminders`` stand at its foot."""

    letterhead: Letterhead
    day: date
    stops: tuple[RunStop, ...]
    rule_set: str
    bring_to_all: tuple[str, ...] = ()
    reminders: tuple[str, ...] = ()


def run_sheet(given: RunSheet) -> Document:
    """Return the sheet, conferences in the order of their beginning; it fits one page.

    Raises ValueError without a conference, for more than six, for another day, without an officer, or where one
    officer would be at two conferences at once.
    """
    stops = sorted(given.stops, key=lambda stop: (stop.begins, stop.unit))
    if not 0 < len(stops) <= MOST_ON_A_PAGE:
        raise ValueError("a run sheet holds one to six conferences")
    if any(stop.begins.date() != given.day for stop in stops):
        raise ValueError("a run sheet is for one day")
    sent = [(stop.begins, officer) for stop in stops for officer in stop.officers]
    if len(set(sent)) < len(sent) or not all(stop.officers for stop in stops):
        raise ValueError("every conference has an officer, and nobody is at two at once")
    return Document(
        letterhead=given.letterhead,
        kind=f"HÔM NAY CÓ {len(stops)} HỘI NGHỊ",
        abstract=weekday_and_date(given.day),
        blocks=(
            *(
                (text(f"Mang đến mọi hội nghị: {'; '.join(given.bring_to_all)}."),)
                if given.bring_to_all
                else ()
            ),
            _table(stops),
            note(
                f"Đánh dấu vào ô {TICK_BOX} khi xong việc. Có sự việc phát sinh thì ghi vào biên bản hội nghị."
            ),
            *(
                (NumberedList(tuple(map(sentence, given.reminders)), numbered=False),)
                if given.reminders
                else ()
            ),
        ),
        rule_set=given.rule_set,
    )


def _table(stops: list[RunStop]) -> Table:
    return Table(
        columns=(Column(17, Align.CENTER), Column(46), Column(37), Column(36), Column(29)),
        header=(header_row("Giờ", "Hội nghị", "Người", "Mang theo", "Tình trạng"),),
        rows=tuple(
            (
                Cell(clock(stop.begins).replace(" phút", ""), bold=True),
                Cell(f"{stop.unit}\n{stop.place}\nTriệu tập {in_digits(stop.roll)} người"),
                Cell(
                    "\n".join(
                        (*(f"Phụ trách: {officer.name}" for officer in stop.officers), f"Đón: {stop.contact}")
                    )
                ),
                Cell("\n".join(f"{TICK_BOX} {thing}" for thing in ("Bộ hồ sơ", *stop.bring))),
                Cell("\n".join(f"{TICK_BOX} {state}" for state in STATES)),
            )
            for stop in stops
        ),
    )
