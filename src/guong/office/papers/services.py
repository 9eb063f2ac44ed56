"""Giving numbers to papers and filing them."""

import hashlib
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from django.db import transaction

from guong.core.documents.model import Document
from guong.office.journal.services import Actor, record
from guong.office.papers import archive
from guong.office.papers.long_tasks import begin
from guong.office.papers.models import LongTask, NumberSeries, Paper, PaperFile
from guong.office.papers.outcomes import Tell, silent
from guong.office.papers.worker import each_in_worker, in_worker, render, render_each

__all__ = ["begin", "draft", "each_in_worker", "file_paper", "in_worker", "read_file", "remove_papers"]

# Kinds of papers by their heading; others take the first letters of the words.
_LONGEST_TITLE = 400
_SYMBOLS = {"BIÊN BẢN": "BB", "BÁO CÁO": "BC", "DANH SÁCH KÝ NHẬN": "DS", "NHẬT KÝ": "NK", "THÔNG BÁO": "TB"}


@dataclass(frozen=True)
class _Sort:
    """What a paper is and whom it concerns."""

    kind: str
    unit_key: str
    conference_key: str
    subject_key: str


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
    written: list[Path] = []
    with ExitStack() as undo, transaction.atomic():
        undo.callback(_remove, written)
        series = _locked(document)
        of_sort = _Sort(kind, unit_key, conference_key, subject_key)
        if (there := _there_already(document, of_sort, given_number)) is not None:
            there.was_there = True
            return there
        number = _given(given_number) if given_number else _next(series, symbol or _symbol(document.kind))
        paper = _paper(document, of_sort, *number)
        paper.permission, paper.filed_by = permission, actor.full_name
        printed = _numbered(document, paper)
        paper.content_code = printed.content_code
        paper.save(force_insert=True)
        for file_format, data in zip(formats, render_each(printed, formats, tell), strict=True):
            digest = hashlib.sha256(data).hexdigest()
            file = PaperFile(paper=paper, format=file_format, size=len(data), sha256=digest)
            file.save(force_insert=True)
            written.append(archive.store(file, data))
        text = f"Lưu văn bản {paper.printed_number}: {paper.title}."
        record(actor=actor, act="papers.file", unit_key=unit_key, text=text)
        undo.pop_all()
    return paper


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
    """Delete every paper of a rehearsal, rows and files; their numbers belong to a series of their own. Returns how many.

    For rehearsals only: a real paper is never removed from the archive.
    """
    found = list(Paper.objects.filter(conference_key=conference_key).prefetch_related("files"))
    LongTask.objects.filter(subject__endswith=f"/{conference_key}").delete()
    paths = [archive.path_of(file) for paper in found for file in paper.files.all()]
    with transaction.atomic():
        PaperFile.objects.filter(paper__in=found).delete()
        for paper in found:
            text = f"Xoá văn bản thử {paper.printed_number}: {paper.title}."
            record(actor=actor, act="papers.removed", unit_key=paper.unit_key, text=text)
            paper.delete()
    _remove(paths)
    return len(found)


def _locked(document: Document) -> NumberSeries:
    """Return the series of a paper, locked until the transaction ends: whoever files for this body waits here."""
    head = document.letterhead
    series, _ = NumberSeries.objects.get_or_create(issuer=head.issuer, year=head.day.year)
    return NumberSeries.objects.select_for_update().get(pk=series.pk)


def _there_already(document: Document, of_sort: _Sort, given_number: str) -> Paper | None:
    """Return the newest paper of its sort if it says the same; found by codes, nothing is rendered."""
    head = document.letterhead
    filed = Paper.objects.filter(issuer=head.issuer, year=head.day.year, **asdict(of_sort))
    if given_number:
        filed = filed.filter(number=0, printed_number=_given(given_number)[1])
    newest = filed.order_by("-pk").first()
    return newest if newest and _numbered(document, newest).content_code == newest.content_code else None


def _numbered(document: Document, paper: Paper) -> Document:
    return replace(document, letterhead=replace(document.letterhead, number=paper.printed_number))


def _given(printed: str) -> tuple[int, str]:
    return 0, f"Số {printed}"


def _next(series: NumberSeries, symbol: str) -> tuple[int, str]:
    series.last += 1
    series.save(update_fields=["last"])
    return series.last, f"Số {series.last:02d}-{symbol}"


def _paper(document: Document, of_sort: _Sort, number: int, printed_number: str) -> Paper:
    return Paper(
        **asdict(of_sort),
        issuer=document.letterhead.issuer,
        year=document.letterhead.day.year,
        number=number,
        printed_number=printed_number,
        title=document.abstract[:_LONGEST_TITLE],
        issued_on=document.letterhead.day,
    )


def _symbol(heading: str) -> str:
    return _SYMBOLS.get(heading) or "".join(word[0] for word in heading.split())


def _remove(paths: list[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)
