"""The work on a dossier and on a photograph that a process of its own does: no Django here, only values in and out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO

from PIL import Image, UnidentifiedImageError

from guong.core.documents.model import Document
from guong.paper import ballot_sheet_pdf, box_label_pdf, seal_strip_pdf
from guong.render.joining import joined
from guong.render.pdf import to_pdf
from guong.render.photographs import NotAPhotograph, cleaned

MOST_PIXELS = 40_000_000
_SIGNATURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")


@dataclass(frozen=True)
class Dossier:
    """What lies in a dossier, in the order of use: documents, the signed list as filed, sheets, label, strips, forms.

    Each form lies in it as many times as is said beside it.
    """

    cover: Document
    before: tuple[Document, ...]
    attendance: bytes
    slips: Document
    questionnaire: bytes
    subject_lines: tuple[str, ...]
    sheets: int
    unit: str
    conference: str
    day: str
    subjects: tuple[str, ...]
    signers: tuple[tuple[str, str], ...]
    forms: tuple[tuple[Document, int], ...]


@dataclass(frozen=True)
class Part:
    """A part of a dossier: what draws it as PDF (ready to be sent to another process), and how often it lies there."""

    draw: Callable[[], bytes]
    copies: int = 1


def parts_of(given: Dossier) -> tuple[Part, ...]:
    """Return the parts of a dossier, each to be drawn by itself."""
    label = partial(
        box_label_pdf,
        unit=given.unit,
        conference=given.conference,
        held_on=given.day,
        subjects=given.subjects,
    )
    strips = partial(
        seal_strip_pdf,
        unit=given.unit,
        conference=given.conference,
        sealed_on=given.day,
        signers=given.signers,
    )
    sheets = [
        partial(ballot_sheet_pdf, given.questionnaire, subject_line=line, copies=given.sheets)
        for line in given.subject_lines
    ]
    before = [partial(to_pdf, document) for document in (given.cover, *given.before)]
    middle = [partial(bytes, given.attendance), label, partial(to_pdf, given.slips), *sheets, strips]
    forms = [Part(partial(to_pdf, form), copies) for form, copies in given.forms]
    return (*map(Part, before), *map(Part, middle), *forms)


def bound(drawn: Sequence[tuple[bytes, int]]) -> bytes:
    """Return drawn parts, each as often as said, as one PDF for both sides: each begins on a sheet of its own."""
    return joined([data for data, copies in drawn for _ in range(copies)], sheets=True)


@dataclass(frozen=True)
class Developed:
    """A photograph without the camera's notes, as JPEG."""

    data: bytes
    width: int
    height: int


def developed(data: bytes) -> Developed | str:
    """Return a cleaned photograph, or why not: ``type`` (neither JPEG nor PNG), ``pixels`` (more than 40 million).

    Kind and size are read from the file's head before anything is decoded.
    """
    if not data.startswith(_SIGNATURES):
        return "type"
    try:
        with Image.open(BytesIO(data), formats=("JPEG", "PNG")) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                return "pixels"
        made = cleaned(data)
        with Image.open(BytesIO(made)) as clean:
            return Developed(made, clean.width, clean.height)
    except Image.DecompressionBombError:
        return "pixels"
    except (NotAPhotograph, UnidentifiedImageError, OSError, SyntaxError, ValueError):
        return "type"
