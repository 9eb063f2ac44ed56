"""A version of an imported year beside those that were shown and taken out again (decision 0032)."""

from collections.abc import Sequence

from guong.core.earlier_results import EarlierLine
from guong.core.earlier_versions import Newer, Shown, may_follow
from guong.core.wording import folded
from guong.office.release.models import ImportedResult, ImportedRound
from guong.office.release.selectors.imported import known_of


def has_other_shape(*, before: Sequence[ImportedRound], year: int, by_person: bool) -> bool:
    """Tell whether a year was shown by person and is now to be shown as a whole, or the other way round."""
    shapes = {
        bool(one.person_name) for version in before if version.year == year for one in version.results.all()
    }
    return bool(shapes - {by_person})


def beside_earlier(
    *, made: ImportedResult, lines: Sequence[EarlierLine], before: Sequence[ImportedRound]
) -> ImportedResult:
    """Return a new result as it may be shown beside what was shown of the same person, newest version first.

    Held: the rows of the newest version of that year and with those levels, or none at all.
    """
    earlier = [one for version in before for one in version.results.all() if _is_same(one, made)]
    newer = Newer(
        made.returned,
        {
            row["text"]: (_cells(row), line.counts)
            for row in made.rows
            for line in lines
            if line.text == row["text"]
        },
    )
    if all(may_follow(_shown(one), newer) for one in earlier):
        return made
    kept = next((one for one in earlier if _stands_for(one, made)), None)
    made.is_held = True
    made.rows = kept.rows if kept else []
    made.returned = kept.returned if kept else made.returned
    return made


def _is_same(one: ImportedResult, made: ImportedResult) -> bool:
    """Tell whether two versions speak of the same person: by unit and name, or as the register knows them."""
    named = (folded(one.unit_name), folded(one.person_name)) == (
        folded(made.unit_name),
        folded(made.person_name),
    )
    return named or (made.person_id is not None and one.person_id == made.person_id)


def _stands_for(one: ImportedResult, made: ImportedResult) -> bool:
    return (one.imported.year, one.imported.levels) == (made.imported.year, made.imported.levels)


def _shown(one: ImportedResult) -> Shown:
    return Shown(one.returned, {row["text"]: (_cells(row), known_of(row, one.returned)) for row in one.rows})


def _cells(row: dict[str, object]) -> tuple[str, ...]:
    shares, better = row["shares"], row["better"]
    assert isinstance(shares, list)
    return (*shares, str(better))
