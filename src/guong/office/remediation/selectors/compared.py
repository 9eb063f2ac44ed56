"""Before and after: the same person, the same words, two rounds; each side as it was shown then (issue 7 no. 6)."""

from dataclasses import dataclass
from datetime import date

from guong.core.outcome import Refused
from guong.core.questionnaire import Item
from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Conference
from guong.office.release import selectors as release
from guong.office.remediation.details import Place


@dataclass(frozen=True)
class ComparedRow:
    """One criterion in the very same words in both rounds; the texts are those that each result shows."""

    number: str
    text: str
    before: str
    after: str


@dataclass(frozen=True)
class Comparison:
    """Two results of one person; ``rows`` are the criteria with the same words and levels in both forms."""

    before_on: date
    after_on: date
    rows: tuple[ComparedRow, ...]
    left_out: int


def compared(place: Place) -> Comparison | None:
    """Return this result beside the one before it, None where there is none, or where either isn't shown."""
    person = place.subject.post.person_id
    for earlier in conferences.conferences_about(person_id=person):
        if earlier.held_on >= place.conference.held_on:
            continue
        subject = next((one for one in earlier.subjects.all() if one.post.person_id == person), None)
        step = release.person_step(earlier, subject.key) if subject else None
        if subject is None or step is None or step.told_on is None:
            continue
        return _beside(place, earlier, subject.key)
    return None


def _beside(place: Place, earlier: Conference, earlier_key: str) -> Comparison | None:
    now = release.personal_figures(place.conference, place.subject.key)
    then = release.personal_figures(earlier, earlier_key)
    if isinstance(now, Refused) or isinstance(then, Refused) or now.is_suppressed or then.is_suppressed:
        return None
    before = {_words(row.item): row.good_or_better for row in then.rows}
    rows = tuple(
        ComparedRow(row.item.number, row.item.text, before[_words(row.item)], row.good_or_better)
        for row in now.rows
        if _words(row.item) in before
    )
    return Comparison(earlier.held_on, place.conference.held_on, rows, len(now.rows) - len(rows))


def _words(item: Item) -> tuple[str, tuple[str, ...]]:
    return item.text, item.levels
