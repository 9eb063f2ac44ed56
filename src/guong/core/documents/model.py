"""The document model: a paper as plain data, before it becomes Word, PDF or Excel (DESIGN §6)."""

import hashlib
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cached_property
from typing import Any

from guong.core import canonical, crockford


class Profile(Enum):
    """Letterhead profiles: papers of Party bodies, and of state units such as schools (NĐ 30/2020)."""

    PARTY = "party"
    STATE = "state"


class Align(Enum):
    """Where text stands in its line."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"


@dataclass(frozen=True)
class Margins:
    """Page margins in millimetres; the default follows 36-HD/VPTW (research/domain.md §B6)."""

    top: int = 20
    bottom: int = 20
    left: int = 30
    right: int = 15


@dataclass(frozen=True)
class Letterhead:
    """Head of a paper. ``number`` is printed as given, e.g. ``Số 12-BB/TKP``; an empty one leaves dots."""

    profile: Profile
    superior: str
    issuer: str
    place: str
    day: date
    number: str = ""


@dataclass(frozen=True)
class Run:
    """A stretch of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; ``note`` sets it smaller, as for remarks beneath a table."""

    runs: tuple[Run, ...]
    align: Align = Align.JUSTIFY
    note: bool = False
    indent: bool = True


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 or 2."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class NumberedList:
    """Items with ``1.``, ``2.`` ... or, where not ``numbered``, with a dash."""

    items: tuple[str, ...]
    numbered: bool = True


@dataclass(frozen=True)
class KeyValues:
    """Lines of a label and its value."""

    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Cell:
    """A cell; spans count columns and rows. The cells that a span covers are left out."""

    text: str
    bold: bool = False
    align: Align | None = None
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True)
class Column:
    """A column: relative width, and how its cells are set."""

    width: int
    align: Align = Align.LEFT


@dataclass(frozen=True)
class Table:
    """A table whose header rows are repeated on every page; ``row_height`` in mm is a minimum (0: by content).

    Raises ValueError without a header row: whoever turns the page must still know what the columns mean. With
    ``leading`` a table that is wider than the page is set in several parts, each with that many first columns; its
    widths are millimetres then, and it has no spans.
    """

    columns: tuple[Column, ...]
    header: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]
    row_height: int = 0
    title: str = ""
    leading: int = 0

    def __post_init__(self) -> None:
        if not self.header:
            raise ValueError("a table needs a header row, to be repeated on every page")


@dataclass(frozen=True)
class Figure:
    """A picture as SVG text (its font named inside), ``width`` in mm; ``alt`` says what it shows."""

    svg: str
    alt: str
    width: int = 165
    caption: str = ""


@dataclass(frozen=True)
class Photograph:
    """A photograph with its caption, at most ``width`` mm wide and ``height`` mm high.

    ``data`` is PNG or JPEG as `guong.render.photographs.cleaned` returns it: upright, without the camera's notes on
    place and time.
    """

    data: bytes
    caption: str
    width: int = 130
    height: int = 95


@dataclass(frozen=True)
class PageBreak:
    """What follows begins a new page."""


Block = Paragraph | Heading | NumberedList | KeyValues | Table | Figure | Photograph | PageBreak


@dataclass(frozen=True)
class Signature:
    """A place to sign: on whose behalf (``T/M BAN THƯỜNG VỤ``), role, and the names of those who sign."""

    role: str
    names: tuple[str, ...] = ()
    authority: str = ""
    hint: str = "(Ký, ghi rõ họ tên)"


@dataclass(frozen=True)
class Document:
    """A whole paper. ``rule_set`` names the rules that shaped it; it stands with the content code in the foot.

    With ``addressees`` it is a letter (công văn): ``Kính gửi`` stands above the text, the abstract below the number.
    """

    letterhead: Letterhead
    kind: str
    abstract: str
    blocks: tuple[Block, ...]
    signatures: tuple[Signature, ...] = ()
    recipients: tuple[str, ...] = ()
    annex: tuple[Block, ...] = ()
    rule_set: str = ""
    margins: Margins = field(default_factory=Margins)
    landscape: bool = False
    addressees: tuple[str, ...] = ()

    @cached_property
    def content_code(self) -> str:
        """Sixteen digits over the paper's content: the same in Word, PDF and Excel, another if one letter differs."""
        return crockford.sixteen_digits(hashlib.sha256(canonical.encode(as_data(self))).digest())

    @property
    def foot(self) -> str:
        """The line at the foot of every page."""
        rules = f" · Bộ quy tắc: {self.rule_set}" if self.rule_set else ""
        return f"Mã nội dung: {self.content_code}{rules}"


def as_data(value: Any) -> Any:
    """Return a document or a part of it as a JSON value; dataclasses get their class name under ``type``.

    Bytes become their SHA-256 in hex.
    """
    if is_dataclass(value) and not isinstance(value, type):
        entries = {entry.name: as_data(getattr(value, entry.name)) for entry in fields(value)}
        return {"type": type(value).__name__, **entries}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    if isinstance(value, tuple | list):
        return [as_data(entry) for entry in value]
    return value


def text(words: str, *, bold: bool = False, italic: bool = False, align: Align = Align.JUSTIFY) -> Paragraph:
    """Return a paragraph in one style."""
    return Paragraph((Run(words, bold=bold, italic=italic),), align=align)


def note(words: str) -> Paragraph:
    """Return a small italic remark, as beneath a table."""
    return Paragraph((Run(words, italic=True),), note=True, indent=False)


def header_row(*words: str) -> tuple[Cell, ...]:
    """Return a header row of plain bold cells."""
    return tuple(Cell(word, bold=True, align=Align.CENTER) for word in words)
