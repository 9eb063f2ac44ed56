"""Lịch hội nghị: the conferences of a round by day, for whoever has to be there (R-000-04, R-000-07; DESIGN §6)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from guong.core.documents.model import (
    Align,
    Cell,
    Column,
    Document,
    Letterhead,
    NumberedList,
    Signature,
    Table,
    header_row,
    text,
)
from guong.core.documents.parties import Person
from guong.core.documents.phrases import sentence, weekday_and_date
from guong.core.wording import clock, in_both, long_date

_COLUMNS = (
    (10, Align.CENTER, "TT"),
    (20, Align.CENTER, "Giờ"),
    (48, Align.LEFT, "Đơn vị"),
    (44, Align.LEFT, "Địa điểm"),
    (46, Align.LEFT, "Lãnh đạo dự, chỉ đạo"),
    (46, Align.LEFT, "Cán bộ phụ trách"),
    (43, Align.LEFT, "Đại biểu phường, đơn vị phối hợp"),
)


@dataclass(frozen=True)
class CalendarEntry:
    """One conference: when, which unit, where; who directs, which officers are sent, which delegates attend."""

    begins: datetime
    unit: str
    place: str
    leaders: tuple[Person, ...] = ()
    officers: tuple[Person, ...] = ()
    delegates: tuple[Person, ...] = ()


@dataclass(frozen=True)
class ConferenceCalendar:
    """Everything that the calendar says. ``matter`` names what it is for; ``requests`` stand below the table."""

    letterhead: Letterhead
    matter: str
    entries: tuple[CalendarEntry, ...]
    signature: Signature
    rule_set: str
    requests: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()


def conference_calendar(given: ConferenceCalendar) -> Document:
    """Return the calendar: conferences in the order of their beginning, a line for each day above them.

    Raises ValueError without a conference, for a unit twice, and where one officer is sent to two conferences that
    begin at the same time; a leader may look in at both.
    """
    entries = sorted(given.entries, key=lambda entry: (entry.begins, entry.unit))
    _refuse_clashes(entries)
    days = list(dict.fromkeys(entry.begins.date() for entry in entries))
    return Document(
        letterhead=given.letterhead,
        kind="LỊCH HỘI NGHỊ",
        abstract=given.matter,
        blocks=(
            text(f"{in_both(len(entries), 'hội nghị')}, {_period(days)}:"),
            _table(entries),
            *(
                (text("Đề nghị:"), NumberedList(tuple(map(sentence, given.requests))))
                if given.requests
                else ()
            ),
        ),
        signatures=(given.signature,),
        recipients=given.recipients,
        rule_set=given.rule_set,
        landscape=True,
    )


def _period(days: list[date]) -> str:
    if len(days) == 1:
        return long_date(days[0])
    return f"trong {in_both(len(days), 'ngày')}, từ {long_date(days[0])} đến {long_date(days[-1])}"


def _refuse_clashes(entries: list[CalendarEntry]) -> None:
    if not entries:
        raise ValueError("a calendar has at least one conference")
    if len({entry.unit for entry in entries}) < len(entries):
        raise ValueError("one unit stands twice in the calendar")
    sent = [(entry.begins, officer) for entry in entries for officer in entry.officers]
    if len(set(sent)) < len(sent):
        raise ValueError("one officer is sent to two conferences at once")


def _table(entries: list[CalendarEntry]) -> Table:
    return Table(
        columns=tuple(Column(width, align) for width, align, _ in _COLUMNS),
        header=(header_row(*(heading for _, _, heading in _COLUMNS)),),
        rows=tuple(_rows(entries)),
    )


def _rows(entries: list[CalendarEntry]) -> Iterator[tuple[Cell, ...]]:
    number = 0
    for day, of_day in groupby(entries, key=lambda entry: entry.begins.date()):
        held = list(of_day)
        yield (
            Cell(
                f"{weekday_and_date(day)}: {len(held):02d} hội nghị",
                bold=True,
                align=Align.LEFT,
                columns=len(_COLUMNS),
            ),
        )
        for entry in held:
            number += 1
            yield (
                Cell(str(number)),
                Cell(clock(entry.begins)),
                Cell(entry.unit),
                Cell(entry.place),
                *(Cell(_people(people)) for people in (entry.leaders, entry.officers, entry.delegates)),
            )


def _people(people: tuple[Person, ...]) -> str:
    return "\n".join(f"{person.name}{f' - {person.post}' if person.post else ''}" for person in people)
