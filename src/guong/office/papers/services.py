"""Giving numbers to papers and filing them."""

import hashlib
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from django.db import transaction

from guong.core.documents.model import Document
from guong.office.journal.services import Actor, record
from guong.office.papers import archive
from guong.office.papers.models import NumberSeries, Paper, PaperFile
from guong.office.papers.worker import in_worker, render, render_each

__all__ = ["draft", "file_paper", "in_worker", "read_file", "remove_papers"]

# Kinds of papers by their heading; others take the first letters of the words.
_LONGEST_TITLE = 400
_SYMBOLS = {"BIÊN BẢN": "BB", "BÁO CÁO": "BC", "DANH SÁCH KÝ NHẬN": "DS", "NHẬT KÝ": "NK", "THÔNG BÁO": "TB"}


def file_paper(
    *,
    document: Document,
    kind: str,
    unit_key: str,
    actor: Actor,
    conference_key: str = "",
    symbol: str = "",
    permission: str = "",
    formats: Sequence[str] = ("docx", "pdf"),
    given_number: str = "",
) -> Paper:
    """Give a paper its number, render it and file it with the files; all of it or nothing.

    The number runs by issuing body and year of the letterhead, without gap; it is printed in the paper as
    ``Số 07-BB``, where ``symbol`` (default: from the heading) may carry the body too: ``BB/TKP``. ``kind`` is a short
    code for programs, e.g. ``tally_minutes``. ``permission`` is the codename that its readers need; empty: none beside
    the unit. ``given_number`` (``167-KH/QU``) was given by the body's own register, as for a plan: it is printed as it is
    and no number of the series is taken.
    """
    written: list[Path] = []
    with ExitStack() as undo, transaction.atomic():
        undo.callback(_remove, written)
        number = _given(given_number) if given_number else _next(document, symbol or _symbol(document.kind))
        paper = _paper(document, kind, *number)
        paper.unit_key, paper.conference_key, paper.permission = unit_key, conference_key, permission
        paper.filed_by = actor.full_name
        printed = replace(document, letterhead=replace(document.letterhead, number=paper.printed_number))
        paper.content_code = printed.content_code
        paper.save(force_insert=True)
        for file_format, data in zip(formats, render_each(printed, formats), strict=True):
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
    paths = [archive.path_of(file) for paper in found for file in paper.files.all()]
    with transaction.atomic():
        PaperFile.objects.filter(paper__in=found).delete()
        for paper in found:
            text = f"Xoá văn bản thử {paper.printed_number}: {paper.title}."
            record(actor=actor, act="papers.removed", unit_key=paper.unit_key, text=text)
            paper.delete()
    _remove(paths)
    return len(found)


def _given(printed: str) -> tuple[int, str]:
    return 0, f"Số {printed}"


def _next(document: Document, symbol: str) -> tuple[int, str]:
    head = document.letterhead
    series, _ = NumberSeries.objects.get_or_create(issuer=head.issuer, year=head.day.year)
    series = NumberSeries.objects.select_for_update().get(pk=series.pk)
    series.last += 1
    series.save(update_fields=["last"])
    return series.last, f"Số {series.last:02d}-{symbol}"


def _paper(document: Document, kind: str, number: int, printed_number: str) -> Paper:
    return Paper(
        issuer=document.letterhead.issuer,
        year=document.letterhead.day.year,
        number=number,
        printed_number=printed_number,
        kind=kind,
        title=document.abstract[:_LONGEST_TITLE],
        issued_on=document.letterhead.day,
    )


def _symbol(heading: str) -> str:
    return _SYMBOLS.get(heading) or "".join(word[0] for word in heading.split())


def _remove(paths: list[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)
