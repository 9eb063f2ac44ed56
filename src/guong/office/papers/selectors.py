"""Finding filed papers."""

from collections.abc import Collection

from django.db.models import QuerySet

from guong.office.papers.models import Paper, PaperFile


def papers_of(*, unit_keys: Collection[str], conference_key: str = "") -> QuerySet[Paper]:
    """Return papers of these units, newest number first; of one conference if its key is given."""
    found = Paper.objects.filter(unit_key__in=unit_keys).prefetch_related("files")
    return found.filter(conference_key=conference_key) if conference_key else found


def file_named(*, name: str, unit_keys: Collection[str]) -> PaperFile | None:
    """Return a file by its unguessable name if its paper belongs to one of these units, else None."""
    return PaperFile.objects.filter(name=name, paper__unit_key__in=unit_keys).select_related("paper").first()
