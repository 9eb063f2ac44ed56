"""The calendar of a round: its days, who goes where, and what can't be so."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import QuerySet

from guong.core.timetable import ClashKind, Meeting, clashes
from guong.core.wording import short_date, weekday
from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Conference
from guong.office.plans.models import Round
from guong.office.schedule.models import Delegate, DelegateRole
from guong.office.schedule.rows import Row, rows_of

_NAMED = 8  # people on two rolls told by name; the sentence counts the others


@dataclass(frozen=True)
class Day:
    """A day with its conferences by hour."""

    day: date
    rows: tuple[Row, ...]

    @property
    def printed(self) -> str:
        """``Thứ Hai, 15/5/2023``."""
        return f"{weekday(self.day)}, {short_date(self.day)}"


@dataclass(frozen=True)
class Calendar:
    """The days of a round, cancelled conferences in their old places, and the sentences that say what can't be so."""

    days: tuple[Day, ...]
    conflicts: tuple[str, ...]

    @property
    def rows(self) -> list[Row]:
        """All conferences that stand, in order."""
        return [row for day in self.days for row in day.rows if not row.cancellation]

    @property
    def cancelled(self) -> list[Row]:
        """The cancelled ones, in order."""
        return [row for day in self.days for row in day.rows if row.cancellation]

    @property
    def without_board(self) -> list[Row]:
        """Conferences that can't be opened yet for want of a counting board."""
        return [row for row in self.rows if not row.has_board]


def calendar_of(found: QuerySet[Conference]) -> Calendar:
    """Return the calendar of these conferences; eight queries and one question to the urn, however many they are."""
    rows = rows_of(found)
    standing = [row for row in rows if not row.cancellation]
    conflicts = (*_clashes(standing), *_doubled([row.conference for row in standing]))
    return Calendar(days_of(rows), conflicts)


def days_of(rows: Sequence[Row]) -> tuple[Day, ...]:
    """Put conferences, which stand in the order of their days, under these."""
    days = groupby(rows, key=lambda row: row.conference.held_on)
    return tuple(Day(day, tuple(group)) for day, group in days)


@dataclass(frozen=True)
class SentNumbers:
    """How many of a round's conferences have what they need."""

    conferences: int
    in_charge: int
    boards: int
    observers: int


def sent_numbers(rows: Sequence[Row]) -> SentNumbers:
    """Count the conferences with an officer in charge, a whole board, an accepted observer."""
    return SentNumbers(
        conferences=len(rows),
        in_charge=sum(any(one.role == DelegateRole.IN_CHARGE for one in row.delegates) for row in rows),
        boards=sum(row.has_board for row in rows),
        observers=sum(any(not one.proposed for one in row.observers) for row in rows),
    )


def unstaffed(found: Sequence[Conference]) -> set[int]:
    """Return those of these conferences (primary keys) without an officer in charge or with an observer not accepted yet."""
    sent = Delegate.objects.filter(conference__in=found).values_list("conference_id", "role", "proposed")
    rows = list(sent)
    in_charge = {conference for conference, role, _ in rows if role == DelegateRole.IN_CHARGE}
    return {one.pk for one in found if one.pk not in in_charge} | {key for key, _, waits in rows if waits}


def proposed_observers(*, of_round: Round) -> list[Delegate]:
    """Return a round's observers whom nobody has accepted yet."""
    found = Delegate.objects.filter(
        conference__in=conferences.conferences_of_round(of_round), role=DelegateRole.OBSERVER, proposed=True
    )
    return list(found.select_related("conference__unit", "conference__round__plan__body"))


def announced(conference: Conference) -> str:
    """Return when and where a conference meets, as a sentence's end: ``8:00 ngày 15/5/2023, Hội trường A``."""
    hour = conference.begins_at
    return f"{hour.hour}:{hour.minute:02d} ngày {short_date(conference.held_on)}, {conference.place}"


def _clashes(rows: Sequence[Row]) -> list[str]:
    """One sentence a pair and kind; leaders may look in at two conferences, officers and observers can't be at both."""
    by_key = {row.conference.key: row.conference for row in rows}
    meetings = [
        Meeting(
            row.conference.key,
            row.conference.began,
            row.conference.place,
            tuple(f"{one.full_name} ({one.organisation})" for one in _bound(row)),
        )
        for row in rows
    ]
    shared: dict[tuple[str, str, ClashKind], list[str]] = {}
    for clash in clashes(meetings):
        shared.setdefault((clash.first, clash.second, clash.kind), []).append(clash.what)
    sentences = []
    for (first, second, kind), what in shared.items():
        pair = f"{_short(by_key[first])} và {_short(by_key[second])}"
        if kind is ClashKind.PLACE:
            sentences.append(f"{what[0]} có hai hội nghị cùng lúc: {pair}. Đề nghị đổi giờ hoặc địa điểm.")
        else:
            names = ", ".join(what)
            sentences.append(
                f"Đồng chí {names} được cử đến hai nơi cùng lúc: {pair}. Đề nghị cử người khác hoặc đổi giờ."
            )
    return sentences


def _bound(row: Row) -> list[Delegate]:
    return [one for one in row.delegates if not one.proposed and one.role != DelegateRole.LEADER]


def _doubled(found: Sequence[Conference]) -> list[str]:
    doubled = conferences.on_two_rolls(found)
    sentences = [_double(one) for one in doubled[:_NAMED]]
    if len(doubled) > _NAMED:
        sentences.append(f"Còn {len(doubled) - _NAMED} người nữa có tên ở hai hội nghị.")
    return sentences


def _double(one: conferences.OnTwoRolls) -> str:
    names = ", ".join(conference.unit.name for conference in one.conferences)
    if one.is_subject:
        own = ", ".join(conference.unit.name for conference in one.asked_at)
        others = ", ".join(
            conference.unit.name for conference in one.conferences if conference not in one.asked_at
        )
        return (
            f"Đồng chí {one.name} là người được góp ý và còn có tên ở hội nghị khác của đợt: {others or names} "
            f"(được góp ý tại {own}). Đề nghị kiểm tra chức vụ trong sổ bộ; tên ghi thừa thì mở danh sách của hội nghị kia "
            "(bước 1), “Rút khỏi danh sách”."
        )
    return (
        f"Đồng chí {one.name} có tên trong danh sách của {len(one.conferences)} hội nghị: {names}. "
        "Đề nghị xác định nơi công tác chính, rút tên ở nơi còn lại."
    )


def _short(conference: Conference) -> str:
    hour = conference.begins_at
    return f"{conference.unit.name} ({hour.hour}:{hour.minute:02d} ngày {short_date(conference.held_on)})"
