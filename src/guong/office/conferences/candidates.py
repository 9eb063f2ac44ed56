"""Who of a unit is summoned: a school's permanent staff, a ward's five classes; never a subject (DESIGN §8)."""

from dataclasses import dataclass

from guong.core.eligibility import Employment, OffRoll, off_roll_reason, ward_off_roll_reason
from guong.office.conferences.models import Conference
from guong.office.registry import selectors as registry
from guong.office.registry.models import Person, Unit

_WARD = "ward"  # as the register's levels name it
INVENTED_POSITION = "Người thử"


@dataclass(frozen=True)
class Candidate:
    """A person of the conference's unit, once; ``off`` says why the rule keeps the person off the roll, or None.

    ``position`` is printed beside the name; in a ward it names every class in which the person stands.
    """

    person: Person
    position: str
    off: OffRoll | None

    @property
    def person_id(self) -> int:
        """Number of the person in the register."""
        return self.person.pk


def is_ward(unit: Unit) -> bool:
    """Tell whether a unit's roll comes from the five classes of a ward instead of a staff list."""
    return unit.level == _WARD


def people_of(conference: Conference) -> list[Candidate]:
    """Return everybody of the unit in the order of the register, with the reason of who isn't summoned.

    A subject is not on the roll of the own conference, not even for the other subject (DESIGN §8). A rehearsal knows
    only the people invented for it.
    """
    if conference.rehearsal:
        return _invented(conference)
    subjects = set(conference.subjects.values_list("post__person_id", flat=True))
    if is_ward(conference.unit):
        return [
            Candidate(
                voter.person,
                voter.position,
                ward_off_roll_reason(voter.classes, is_subject=voter.person.pk in subjects),
            )
            for voter in registry.ward_voters(unit=conference.unit)
        ]
    return [
        Candidate(
            staff.person,
            staff.position,
            off_roll_reason(Employment(staff.employment), is_subject=staff.person_id in subjects),
        )
        for staff in registry.staff_of(unit=conference.unit)
    ]


def _invented(conference: Conference) -> list[Candidate]:
    post = conference.subjects.select_related("post__person").get().post
    return [
        Candidate(person, INVENTED_POSITION, OffRoll.IS_SUBJECT if person.pk == post.person_id else None)
        for person in registry.invented_beside(post=post)
    ]
