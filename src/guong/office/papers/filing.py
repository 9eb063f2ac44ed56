"""Filing a paper: rendered and laid ready first, then number, rows and files in one short transaction.

SQLite lets one writer at a time into the register, and a paper takes seconds to render. The number stands in the paper,
so it is foreseen; where another paper took it meanwhile, this one is rendered anew. A server killed in the middle leaves
at most a file without a row, never a row without its file (`tidying`).
"""

import hashlib
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, replace

from django.db import transaction

from guong.core.documents.model import Document
from guong.office.journal.services import Actor, record
from guong.office.papers import archive
from guong.office.papers.models import NumberSeries, Paper, PaperFile
from guong.office.papers.outcomes import Tell
from guong.office.papers.own_templates import template_for
from guong.office.papers.worker import render_each

_TRIES = 3
# Kinds of papers by their heading; others take the first letters of the words.
_LONGEST_TITLE = 400
_SYMBOLS = {"BIÊN BẢN": "BB", "BÁO CÁO": "BC", "DANH SÁCH KÝ NHẬN": "DS", "NHẬT KÝ": "NK", "THÔNG BÁO": "TB"}


@dataclass(frozen=True)
class Sort:
    """What a paper is and whom it concerns."""

    kind: str
    unit_key: str
    conference_key: str
    subject_key: str


@dataclass(frozen=True)
class Wish:
    """A paper to be filed; fields as the arguments of `services.file_paper`."""

    document: Document
    sort: Sort
    actor: Actor
    symbol: str
    permission: str
    formats: Sequence[str]
    given_number: str
    tell: Tell


def file_wish(wish: Wish) -> Paper:
    """File a paper, or return the one that says the same; see `services.file_paper`."""
    for _ in range(_TRIES):
        if (paper := _try(wish)) is not None:
            return paper
    with (
        transaction.atomic()
    ):  # too many file for this body at once: the others wait while this one is rendered
        _locked(wish.document)
        paper = _try(wish)
    assert paper is not None, "the number can't be taken while its series is locked"
    return paper


def _try(wish: Wish) -> Paper | None:
    """File with the number that is next now; None where it was taken while the paper was rendered."""
    if (there := _there_already(wish)) is not None:
        return there
    paper = _paper(wish, *_foreseen(wish))
    printed = _numbered(wish.document, paper)
    paper.content_code = printed.content_code
    files = [_file(paper, *made) for made in _rendered(printed, wish)]
    with ExitStack() as undo:
        for file, data in files:
            undo.callback(archive.take_away, file)
            archive.lay_ready(file, data)
        with transaction.atomic():
            series = _locked(wish.document)
            if (there := _there_already(wish)) is not None:
                return there
            if paper.number and paper.number != series.last + 1:
                return None
            _keep(paper, [file for file, _ in files], series, wish.actor)
        undo.pop_all()
    return paper


def _keep(paper: Paper, files: Sequence[PaperFile], series: NumberSeries, actor: Actor) -> None:
    if paper.number:
        series.last = paper.number
        series.save(update_fields=["last"])
    paper.save(force_insert=True)
    for file in files:
        file.save(force_insert=True)
    text = f"Lưu văn bản {paper.printed_number}: {paper.title}."
    record(actor=actor, act="papers.file", unit_key=paper.unit_key, text=text)
    for file in files:
        archive.put_in_place(file)


def _rendered(printed: Document, wish: Wish) -> list[tuple[str, bytes]]:
    template = template_for(wish.sort.unit_key) if "docx" in wish.formats else None
    made = render_each(printed, wish.formats, wish.tell, template=template)
    return list(zip(wish.formats, made, strict=True))


def _file(paper: Paper, file_format: str, data: bytes) -> tuple[PaperFile, bytes]:
    digest = hashlib.sha256(data).hexdigest()
    return PaperFile(paper=paper, format=file_format, size=len(data), sha256=digest), data


def _locked(document: Document) -> NumberSeries:
    """Return the series of a paper, locked until the transaction ends: whoever files for this body waits here."""
    head = document.letterhead
    series, _ = NumberSeries.objects.get_or_create(issuer=head.issuer, year=head.day.year)
    return NumberSeries.objects.select_for_update().get(pk=series.pk)


def _there_already(wish: Wish) -> Paper | None:
    """Return the newest paper of its sort if it says the same; found by codes, nothing is rendered."""
    head = wish.document.letterhead
    filed = Paper.objects.filter(issuer=head.issuer, year=head.day.year, **asdict(wish.sort))
    if wish.given_number:
        filed = filed.filter(number=0, printed_number=_printed(wish.given_number))
    newest = filed.order_by("-pk").first()
    if newest is None or _numbered(wish.document, newest).content_code != newest.content_code:
        return None
    newest.was_there = True
    return newest


def _numbered(document: Document, paper: Paper) -> Document:
    return replace(document, letterhead=replace(document.letterhead, number=paper.printed_number))


def _foreseen(wish: Wish) -> tuple[int, str]:
    """Return the number that the paper will have if no other one comes first; 0 where its body's register gave one."""
    if wish.given_number:
        return 0, _printed(wish.given_number)
    head = wish.document.letterhead
    last = NumberSeries.objects.filter(issuer=head.issuer, year=head.day.year).values_list("last", flat=True)
    number = (last.first() or 0) + 1
    return number, _printed(f"{number:02d}-{wish.symbol or _symbol(wish.document.kind)}")


def _printed(number: str) -> str:
    return f"Số {number}"


def _paper(wish: Wish, number: int, printed_number: str) -> Paper:
    head = wish.document.letterhead
    return Paper(
        **asdict(wish.sort),
        issuer=head.issuer,
        year=head.day.year,
        number=number,
        printed_number=printed_number,
        title=wish.document.abstract[:_LONGEST_TITLE],
        issued_on=head.day,
        permission=wish.permission,
        filed_by=wish.actor.full_name,
    )


def _symbol(heading: str) -> str:
    return _SYMBOLS.get(heading) or "".join(word[0] for word in heading.split())
