"""The work on a dossier and on a photograph that a process of its own does: no Django here, only values in and out."""

from dataclasses import dataclass
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
    """What lies in a dossier, in the order of use: documents, the signed list as filed, sheets, label, strips, forms."""

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
    forms: tuple[Document, ...]


def bound(given: Dossier) -> bytes:
    """Return the dossier as one PDF, to be printed on both sides: every part begins on a sheet of its own."""
    label = box_label_pdf(
        unit=given.unit, conference=given.conference, held_on=given.day, subjects=given.subjects
    )
    strips = seal_strip_pdf(
        unit=given.unit, conference=given.conference, sealed_on=given.day, signers=given.signers
    )
    return joined(
        [
            to_pdf(given.cover),
            *map(to_pdf, given.before),
            given.attendance,
            label,
            to_pdf(given.slips),
            *(
                ballot_sheet_pdf(given.questionnaire, subject_line=line, copies=given.sheets)
                for line in given.subject_lines
            ),
            strips,
            *map(to_pdf, given.forms),
        ],
        sheets=True,
    )


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
