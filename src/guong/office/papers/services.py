"""Giving numbers to papers and filing them."""

import hashlib
from collections.abc import Sequence

from django.db import transaction

from guong.core.documents.model import Document
from guong.office.journal.services import Actor, record
from guong.office.papers import archive
from guong.office.papers.erasing import erase_working_copies
from guong.office.papers.filing import Sort, Wish, file_wish
from guong.office.papers.guarded import decoded
from guong.office.papers.long_tasks import begin
from guong.office.papers.models import LongTask, NumberSeries, Paper, PaperFile
from guong.office.papers.outcomes import Tell, silent
from guong.office.papers.own_templates import end_template, set_template
from guong.office.papers.tidying import tidy_archive
from guong.office.papers.worker import each_in_worker, in_worker, render

__all__ = [
    "begin",
    "decoded",
    "draft",
    "each_in_worker",
    "end_template",
    "erase_working_copies",
    "file_paper",
    "in_worker",
    "read_file",
    "remove_papers",
    "set_template",
    "tidy_archive",
]


def file_paper(
    *,
    document: Document,
    kind: str,
    unit_key: str,
    actor: Actor,
    conference_key: str = "",
    subject_key: str = "",
    symbol: str = "",
    permission: str = "",
    formats: Sequence[str] = ("docx", "pdf"),
    given_number: str = "",
    tell: Tell = silent,
) -> Paper:
    """Give a paper its number, render it and file it with the files; all of it or nothing.

    Where the newest paper of its sort (kind, unit, conference, person, body, year) has the same content, that paper is
    returned with ``was_there`` set: a second press takes no number, renders nothing and leaves no line in the journal.
    An older one with that content doesn't count: what was changed and changed back is filed anew and is then the newest.

    The number runs by issuing body and year of the letterhead, without gap; it is printed in the paper as
    ``Số 07-BB``, where ``symbol`` (default: from the heading) may carry the body too: ``BB/TKP``. ``kind`` is a short
    code for programs, e.g. ``tally_minutes``. ``permission`` is the codename that its readers need; empty: none beside
    the unit. ``given_number`` (``167-KH/QU``) was given by the body's own register, as for a plan: it is printed as it is
    and no number of the series is taken. ``tell`` hears how many formats are rendered.
    """
    sort = Sort(kind, unit_key, conference_key, subject_key)
    return file_wish(Wish(document, sort, actor, symbol, permission, formats, given_number, tell))


def draft(*, document: Document, file_format: str = "pdf") -> bytes:
    """Return a paper as it would look, without number, filing or journal entry; ``file_format`` as in `file_paper`."""
    return render(document, file_format)


def read_file(*, file: PaperFile, actor: Actor) -> bytes:
    """Return the bytes of a filed paper; who read it stands in the journal (research/security.md §2 no. 82)."""
    data = archive.load(file)
    if hashlib.sha256(data).hexdigest() != file.sha256:
        raise ValueError("a filed paper was changed on disk")
    text = f"Tải về văn bản {file.paper.printed_number}: {file.paper.title}."
    record(actor=actor, act="papers.read", unit_key=file.paper.unit_key, text=text)
    return data


def remove_papers(*, actor: Actor, conference_key: str) -> int:
    """Delete every paper of a rehearsal, rows and files, and the tasks about it. Returns how many papers.

    The numbers belong to series of the rehearsal's own, which go with their last paper. For rehearsals only: a real paper
    is never removed from the archive.
    """
    found = list(Paper.objects.filter(conference_key=conference_key).prefetch_related("files"))
    LongTask.objects.filter(subject__contains=conference_key).delete()
    files = [file for paper in found for file in paper.files.all()]
    with transaction.atomic():
        PaperFile.objects.filter(paper__in=found).delete()
        for paper in found:
            text = f"Xoá văn bản thử {paper.printed_number}: {paper.title}."
            record(actor=actor, act="papers.removed", unit_key=paper.unit_key, text=text)
            paper.delete()
            if not Paper.objects.filter(issuer=paper.issuer, year=paper.year).exists():
                NumberSeries.objects.filter(issuer=paper.issuer, year=paper.year).delete()
    for file in files:
        archive.take_away(file)
    return len(found)
