"""Who may be on the roll, and which heads may be asked about (seed 001 II.2, DESIGN §8)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import Enum

from guong.core.months import months_after

MONTHS_IN_POST = 6
LEAST_SPARE_SLIPS = 3


class Employment(Enum):
    """Kind of employment, as staff lists state it."""

    PERMANENT = "permanent"
    CONTRACT = "contract"


class VoterClass(Enum):
    """The five classes that take part in a ward, in the order in which the plan names them (seed 001 II.2.b)."""

    COMMITTEE = "committee"
    OFFICE = "office"
    CELL_SECRETARY = "cell_secretary"
    NEIGHBOURHOOD_HEAD = "neighbourhood_head"
    FRONT_HEAD = "front_head"


class OffRoll(Enum):
    """Why a person of the unit's staff list isn't on the roll."""

    CONTRACT_STAFF = "contract_staff"
    IS_SUBJECT = "is_subject"


@dataclass(frozen=True)
class HeadTooNew:
    """The head hasn't been in post long enough; ``eligible_on`` is the first day on which he would be."""

    eligible_on: date


def head_eligibility(
    in_post_since: date, reference: date, *, months: int = MONTHS_IN_POST
) -> HeadTooNew | None:
    """Return None where a head may be asked about; exactly ``months`` months in post is enough (DESIGN §8)."""
    eligible_on = months_after(in_post_since, months)
    return HeadTooNew(eligible_on) if reference < eligible_on else None


def off_roll_reason(employment: Employment, *, is_subject: bool) -> OffRoll | None:
    """Return why a person is not on a school's roll, or None: permanent staff, never the subject himself."""
    if is_subject:
        return OffRoll.IS_SUBJECT
    if employment is Employment.CONTRACT:
        return OffRoll.CONTRACT_STAFF
    return None


def ward_off_roll_reason(classes: Collection[VoterClass], *, is_subject: bool) -> OffRoll | None:
    """Return why a person of a ward is not on its roll, or None; ``classes`` are one or more of the five.

    Contract staff of the ward's office take part: the plan names "cán bộ công chức, viên chức, người lao động cơ quan
    phường" and limits to "trong biên chế" only the schools' staff (seed 001 II.2.b). Who stands in two classes is one
    person with one ballot (R-001-10); the class decides nothing but that the person takes part (DESIGN §8).
    """
    if not classes:
        raise ValueError("who stands in no class is not of the ward")
    return OffRoll.IS_SUBJECT if is_subject else None


def slips_to_print(eligible: int) -> int:
    """Return how many slips a conference prints: eligible + max(3, 10 % rounded up) (DESIGN §4.2)."""
    return eligible + max(LEAST_SPARE_SLIPS, -(-eligible // 10))
