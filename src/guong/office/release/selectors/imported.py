"""Reads of what was brought in from earlier years; drafts stand in no comparison."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from guong.core.aggregation import KnownRow, Span, added
from guong.office.accounts.models import User
from guong.office.plans import selectors as plans
from guong.office.registry.models import Unit
from guong.office.release.models import ImportedResult, ImportedRound
from guong.office.release.selectors.years import Wording, Year

_IN_FORCE = {"taken_on__isnull": False, "withdrawn_on__isnull": True}


@dataclass(frozen=True)
class EarlierShare:
    """One criterion of an earlier result as it may be shown."""

    wording: Wording
    better: str


@dataclass(frozen=True)
class EarlierResult:
    """What was brought in about one person: the year, and the criteria in the words of that year's form."""

    year: int
    rows: tuple[EarlierShare, ...]


def bodies_for_import(user: User) -> list[Unit]:
    """Return the bodies for whose earlier rounds an officer may bring figures in."""
    return list(plans.bodies_in_scope(user=user))


def imported_rounds(user: User) -> list[ImportedRound]:
    """Return what was brought in for the bodies of an officer, the latest year first, with the number of ``people``."""
    found = ImportedRound.objects.filter(body__in=plans.bodies_in_scope(user=user), **_IN_FORCE)
    return list(found.annotate(people=Count("results")))


def draft_of(user: User, number: int) -> ImportedRound | None:
    """Return a draft in an officer's scope, None where there is none."""
    return _in_scope(user, number, taken_on__isnull=True)


def imported_of(user: User, number: int) -> ImportedRound | None:
    """Return a confirmed round in an officer's scope, None where there is none."""
    return _in_scope(user, number, **_IN_FORCE)


def results_in(imported: ImportedRound) -> list[ImportedResult]:
    """Return the people of an imported round, by unit and name, with whom they are in the register."""
    return list(imported.results.select_related("person"))


def imported_is_taken(body: Unit, kind: str, year: int) -> bool:
    """Tell whether a year of a body and kind was brought in and is compared with."""
    return ImportedRound.objects.filter(body=body, kind=kind, year=year, **_IN_FORCE).exists()


def withdrawn_versions(body: Unit, kind: str) -> list[ImportedRound]:
    """Return what was shown of a body and kind and taken out again, the newest first, with its results."""
    found = ImportedRound.objects.filter(body=body, kind=kind, withdrawn_on__isnull=False)
    return list(found.prefetch_related("results").order_by("-withdrawn_on", "-pk"))


def imported_years(body: int, kind: str) -> list[Year]:
    """Return the imported rounds of a body and kind as years, in two queries."""
    found = ImportedRound.objects.filter(body_id=body, kind=kind, **_IN_FORCE)
    return [_year(one, list(one.results.all())) for one in found.prefetch_related("results")]


def imported_before(person: int, year: int) -> EarlierResult | None:
    """Return the latest shown result that was brought in about a person (by number) for a year before ``year``."""
    in_force = {f"imported__{name}": value for name, value in _IN_FORCE.items()}
    found = ImportedResult.objects.filter(
        person_id=person, imported__year__lt=year, **in_force
    ).select_related("imported")
    for one in found.order_by("-imported__year", "-pk"):
        if one.rows:
            levels = tuple(one.imported.levels)
            rows = tuple(EarlierShare((row["text"], levels), row["better"]) for row in one.rows)
            return EarlierResult(one.imported.year, rows)
    return None


def _in_scope(user: User, number: int, **standing: bool) -> ImportedRound | None:
    bodies = plans.bodies_in_scope(user=user)
    return ImportedRound.objects.filter(pk=number, body__in=bodies, **standing).first()


def _year(imported: ImportedRound, results: Collection[ImportedResult]) -> Year:
    levels: tuple[str, ...] = tuple(imported.levels)
    rows: dict[Wording, list[KnownRow]] = {}
    for one in results:
        for row in one.rows:
            rows.setdefault((row["text"], levels), []).append(known_of(row, one.returned))
    return Year(
        year=imported.year,
        name=imported.name,
        key="",
        form=imported.form,
        people=sum(bool(one.person_name) for one in results),
        summoned=None,
        present=None,
        rows={words: added(found) for words, found in rows.items()},
    )


def known_of(row: Mapping[str, Any], returned: int) -> KnownRow:
    """Return what a kept row tells of its counts."""
    a, b, c, d, better = (Span(low, high) for low, high in row["known"])
    return KnownRow(returned, (a, b, c, d), better)
