"""Finding filed papers."""

from collections.abc import Collection

from django.db.models import QuerySet

from guong.core.outcome import Refused
from guong.office.papers.models import Paper, PaperFile


def papers_of(*, unit_keys: Collection[str], conference_key: str = "") -> QuerySet[Paper]:
    """Return papers of these units, newest number first; of one conference if its key is given."""
    found = Paper.objects.filter(unit_key__in=unit_keys).prefetch_related("files")
    return found.filter(conference_key=conference_key) if conference_key else found


def readable_papers(*, unit_keys: Collection[str], held: Collection[str]) -> QuerySet[Paper]:
    """Return papers of these units that somebody holding these permissions (codenames) may read."""
    return papers_of(unit_keys=unit_keys).filter(permission__in=["", *held])


def file_named(*, name: str, unit_keys: Collection[str], held: Collection[str]) -> PaperFile | None:
    """Return a file by its unguessable name if its paper is one of `readable_papers`, else None."""
    found = PaperFile.objects.filter(name=name, paper__in=readable_papers(unit_keys=unit_keys, held=held))
    return found.select_related("paper").first()


def papers_by_key(*, keys: Collection[str], unit_keys: Collection[str]) -> dict[str, Paper]:
    """Return papers of these units by their keys, their files loaded; unknown keys are left out."""
    return {paper.key: paper for paper in papers_of(unit_keys=unit_keys).filter(key__in=keys)}


def filing_words(outcome: Paper | Refused, done: str = "") -> str:
    """Return what an officer reads after filing: the refusal, that the paper was there already, or ``done``.

    ``done`` left out: the paper's number and title.
    """
    if isinstance(outcome, Refused):
        return outcome.sentence
    if outcome.was_there:
        return f"Văn bản này đã có trong kho: {outcome.printed_number}."
    return done or f"Đã lập {outcome.printed_number}: {outcome.title}."
