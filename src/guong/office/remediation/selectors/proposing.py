"""Which criteria a plan might begin with: the most in need of the own result, told by what is shown anyway."""

from dataclasses import dataclass

from guong.core.outcome import Refused
from guong.core.questionnaire import Questionnaire
from guong.core.remediation.need import PROPOSED, most_in_need
from guong.office.release import selectors as release
from guong.office.remarks import selectors as remarks
from guong.office.remediation.details import Place


@dataclass(frozen=True)
class Proposed:
    """A criterion that might come first, with the shown share of good marks."""

    criterion: str
    printed: str
    good_or_better: str


def form_of(place: Place) -> Questionnaire:
    """Return the form that was asked."""
    return remarks.form_asked(place.conference)


def proposed(place: Place) -> list[Proposed]:
    """Return up to three criteria that the plan doesn't speak of yet; none where the result isn't shown."""
    figures = release.personal_figures(place.conference, place.subject.key)
    if isinstance(figures, Refused):
        return []
    there = {item.criterion for item in place.plan.items.all()} if place.plan else set()
    rows = [row for row in figures.rows if row.item.key not in there]
    return [
        Proposed(row.item.key, f"{row.item.number}. {row.item.text}", row.good_or_better)
        for row in most_in_need(rows, lambda row: row.known)[:PROPOSED]
    ]
