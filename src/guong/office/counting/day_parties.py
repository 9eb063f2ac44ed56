"""Who an opening day's papers name, and the letterhead under which they stand."""

from dataclasses import replace
from datetime import date

from guong.core.documents import parties
from guong.core.documents.model import Letterhead
from guong.core.documents.parties import Person
from guong.core.wording import short_date
from guong.office.conferences import selectors as conference_selectors
from guong.office.conferences.models import Conference
from guong.office.counting.models import DayPerson, DayRole
from guong.office.counting.selectors import BoxLine, DayView


def first_conference(view: DayView) -> Conference:
    """Return the day's first conference: its letterhead and its rules are the day's."""
    return view.lines[0].conference


def printed_unit(view: DayView, line: BoxLine) -> str:
    """Return a unit as the minutes name it; one that held two conferences bears the hour of each."""
    conference = line.conference
    same = sum(other.conference.unit_id == conference.unit_id for other in view.lines)
    name = str(conference.unit.name)
    return name if same == 1 else f"{name} ({conference.began:%H:%M} {short_date(conference.began)})"


def letterhead(view: DayView, day: date) -> Letterhead:
    """Return the letterhead of the body that leads the conferences, dated ``day``."""
    return replace(conference_selectors.letterhead_of(first_conference(view)), day=day)


def rule_set(view: DayView) -> str:
    """Return the name of the rules that shaped the conferences."""
    return conference_selectors.rule_set_of(first_conference(view))


def groups(view: DayView) -> tuple[tuple[str, tuple[Person, ...]], ...]:
    """Return those present beside chair and clerk, by role; roles that nobody has are left out."""
    groups = (
        ("Tổ kiểm phiếu", tuple(_person(person) for person in view.board)),
        ("Đại biểu chứng kiến", people_in(view, DayRole.WITNESS)),
        ("Thành phần dự", people_in(view, DayRole.PRESENT)),
    )
    return tuple((role, people) for role, people in groups if people)


def officials(view: DayView) -> parties.Officials:
    """Return chair, clerk, board and witnesses."""
    return parties.Officials(
        chair=Person(view.day.chair_name, view.day.chair_post),
        clerk=Person(view.day.clerk_name, view.day.clerk_post),
        board=tuple(_person(person) for person in view.board),
        witnesses=people_in(view, DayRole.WITNESS),
    )


def people_in(view: DayView, role: DayRole) -> tuple[Person, ...]:
    """Return those present in one role."""
    return tuple(_person(person) for person in view.people if person.role == role)


def _person(person: DayPerson) -> Person:
    if person.role in (DayRole.WITNESS, DayRole.PRESENT):
        return Person(person.full_name, person.organisation)
    role = person.get_role_display()
    return Person(person.full_name, f"{role}, {person.organisation}" if person.organisation else role)


def named(view: DayView, name: str) -> Person:
    """Return somebody who is present by name; the name alone where nobody of that name is."""
    return next((_person(person) for person in view.people if person.full_name == name), Person(name))
