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
    imported = release.imported_before(place.subject.post.person_id, place.conference.held_on.year)
    if imported is not None and (played is None or imported.year > played[0].held_on.year):
        now = release.personal_figures(place.conference, place.subject.key)
        before = {row.wording: row.better for row in imported.rows}
        return _beside(place, now, before, f"{imported.year} ({LABEL})", is_imported=True)
    return _with_played(place, *played) if played else None


def _played_before(place: Place) -> tuple[Conference, str] | None:
    """Return the last conference before this one at which the person was asked about and of which the person was told."""
    person = place.subject.post.person_id
    about = conferences.conferences_about(person_id=person).filter(held_on__lt=place.conference.held_on)
    before = list(about.prefetch_related(conferences.subjects_with_posts()))
    told = release.told_days(before) if before else {}
    asked = (
        (earlier, subject.key)
        for earlier in before
        for subject in earlier.subjects.all()
        if subject.post.person_id == person
    )
    return next(((earlier, key) for earlier, key in asked if (earlier.pk, key) in told), None)


def _with_played(place: Place, earlier: Conference, earlier_key: str) -> Comparison | None:
    wanted = [(place.conference, place.subject.key), (earlier, earlier_key)]
    now, then = release.figures_together(wanted)
    if isinstance(then, Refused) or then.is_suppressed:
        return None
    before = {release.wording_of(row.item): row.good_or_better for row in then.rows}
    return _beside(place, now, before, short_date(earlier.held_on))


def _beside(
    place: Place,
    now: PersonalFigures | Refused,
    before: dict[Wording, str],
    named: str,
    *,
    is_imported: bool = False,
) -> Comparison | None:
    if isinstance(now, Refused) or now.is_suppressed:
        return None
    rows = tuple(
        ComparedRow(row.item.number, row.item.text, before[words], row.good_or_better)
        for row in now.rows
        if (words := release.wording_of(row.item)) in before
    )
    after = short_date(place.conference.held_on)
    return Comparison(named, after, rows, len(now.rows) - len(rows), is_imported)
