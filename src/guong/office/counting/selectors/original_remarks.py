"""The voters' own words. Only the remarks desk may come in here (.importlinter, decision 0017); others count them."""

from dataclasses import dataclass
from uuid import UUID

from guong.office.conferences.models import Conference
from guong.office.counting.models import Remark


@dataclass(frozen=True)
class OriginalRemark:
    """One remark as it came out of the box; ``key`` is random and says nothing."""

    key: UUID
    field_key: str
    text: str


def original_remarks(conference: Conference, subject_key: str) -> list[OriginalRemark]:
    """Return the remarks on a person that are still there, in no order; empty once they are destroyed."""
    found = Remark.objects.filter(conference=conference, subject_key=subject_key).order_by()
    return [OriginalRemark(row.key, row.field_key, row.text) for row in found]
