"""How many ballots and remarks there were on a person, for the remarks desk: no count of any answer."""

from collections.abc import Collection

from django.db.models import Count

from guong.office.conferences.models import Conference
from guong.office.counting.models import Remark, RemarksEnd
from guong.office.counting.selectors.results import subject_counts


def opened_ballots(conference: Conference, subject_key: str) -> int:
    """Return how many ballots on a person were opened, 0 before the result is confirmed or where too few came."""
    count = subject_counts(conference).get(subject_key)
    return count.opened if count and count.state == "opened" else 0


def remarks_received(conferences: Collection[int]) -> dict[int, dict[str, int]]:
    """Return how many remarks were received, by number of the conference and key of the subject, in one query."""
    there = Remark.objects.filter(conference__in=conferences).values_list("conference_id", "subject_key")
    gone = RemarksEnd.objects.filter(conference__in=conferences)
    rows = there.annotate(received=Count("pk")).union(
        gone.values_list("conference_id", "subject_key", "received")
    )
    found: dict[int, dict[str, int]] = {}
    for conference, subject, received in rows:
        found.setdefault(conference, {})[subject] = received
    return found
