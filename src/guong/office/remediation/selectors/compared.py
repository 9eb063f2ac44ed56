"""Before and after: the same person, the same words, two rounds; each side as it was shown then (issue 7 no. 6)."""

from dataclasses import dataclass

from guong.core.earlier_results import LABEL
from guong.core.outcome import Refused
from guong.core.wording import short_date
from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Conference
from guong.office.release import selectors as release
from guong.office.release.selectors import PersonalFigures, Wording
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
    """Two results of one person, each named by its day (an imported one by its year and that it can't be checked).

    ``rows`` are the criteria with the same words and levels in both forms.
    """

    before_named: str
    after_named: str
    rows: tuple[ComparedRow, ...]
    left_out: int
    is_imported: bool = False


def compared(place: Place) -> Comparison | None:
    """Return this result beside the one before it, None where there is none, or where either isn't shown.

    A round that was held here comes before one whose figures were brought in, unless that one is of a later year.
    """
    played = _played_before(place)
    imported = release.imported_before(place.subject.post.person, place.conference.held_on.year)
    if played is None and imported is None:
        return None
    now = release.personal_figures(place.conference, place.subject.key)
    if isinstance(now, Refused) or now.is_suppressed:
        return None
    if imported is not None and (played is None or imported.year > played[0].held_on.year):
        before = {row.wording: row.better for row in imported.rows}
        return _beside(place, now, before, f"{imported.year} ({LABEL})", is_imported=True)
    return _with_played(place, now, *played) if played else None


def _played_before(place: Place) -> tuple[Conference, str] | None:
    """Return the last conference before this one at which the person was asked about and of which the person was told."""
    person = place.subject.post.person_id
    before = conferences.conferences_about(person_id=person).filter(held_on__lt=place.conference.held_on)
    for earlier in before:
        subject = next((one for one in earlier.subjects.all() if one.post.person_id == person), None)
        step = release.person_step(earlier, subject.key) if subject else None
        if subject is not None and step is not None and step.told_on is not None:
            return earlier, subject.key
    return None


def _with_played(
    place: Place, now: PersonalFigures, earlier: Conference, earlier_key: str
) -> Comparison | None:
    then = release.personal_figures(earlier, earlier_key)
    if isinstance(then, Refused) or then.is_suppressed:
        return None
    before = {release.wording_of(row.item): row.good_or_better for row in then.rows}
    return _beside(place, now, before, short_date(earlier.held_on))


def _beside(
    place: Place, now: PersonalFigures, before: dict[Wording, str], named: str, *, is_imported: bool = False
) -> Comparison:
    rows = tuple(
        ComparedRow(row.item.number, row.item.text, before[words], row.good_or_better)
        for row in now.rows
        if (words := release.wording_of(row.item)) in before
    )
    after = short_date(place.conference.held_on)
    return Comparison(named, after, rows, len(now.rows) - len(rows), is_imported)
