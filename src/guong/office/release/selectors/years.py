"""A round beside the rounds of other years: criterion by criterion in the very same words, each year's form named."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guong.core.aggregation import KnownRow
from guong.core.documents.district_tables import criteria_of
from guong.core.questionnaire import Item, Questionnaire
from guong.office.release.selectors import round_sums
from guong.office.release.selectors.rounds import RoundFigures

Wording = tuple[str, tuple[str, ...]]


@dataclass(frozen=True)
class Year:
    """One round of a year. ``key`` is the round's, empty where its figures were imported.

    ``form`` names the form and its version; ``rows`` are the round's sums by the words and levels that were asked. ``summoned``
    and ``present`` are None where nobody stated them.
    """

    year: int
    name: str
    key: str
    form: str
    people: int
    summoned: int | None
    present: int | None
    rows: Mapping[Wording, KnownRow]

    @property
    def is_imported(self) -> bool:
        """Tell whether the figures were brought in from outside and can't be checked."""
        return not self.key


def wording_of(item: Item) -> Wording:
    """Return what must be the very same for two questions to be compared."""
    return item.text, item.levels


def form_named(form: Questionnaire) -> str:
    """Return a form with its version, as comparisons name it."""
    return f"{form.title}, bản {form.version}"


def year_of(figures: RoundFigures) -> Year | None:
    """Return a played round as a year, None before its first result."""
    form = figures.form
    if form is None:
        return None
    total, whole = round_sums.turnouts(figures)[-1], round_sums.whole_sums(figures)
    asked = criteria_of(form.items)
    return Year(
        year=figures.of_round.plan.year,
        name=figures.of_round.name,
        key=figures.of_round.key,
        form=form_named(form),
        people=total.subjects,
        summoned=total.summoned,
        present=total.present,
        rows=dict(zip(map(wording_of, asked), whole.criteria, strict=True)) if whole.criteria else {},
    )


def asked_in_all(years: Sequence[Year]) -> tuple[Wording, ...]:
    """Return the criteria that every one of these years asked in the same words, in the order of the first."""
    if not years:
        return ()
    first, *others = years
    return tuple(words for words in first.rows if all(words in other.rows for other in others))
