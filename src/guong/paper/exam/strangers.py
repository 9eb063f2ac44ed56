"""Pages that are no sheet of the form that is read: whatever of them is accepted is a fault."""

from collections.abc import Iterator
from random import Random

import numpy
from PIL import Image, ImageDraw, ImageFont

from guong.core import canonical
from guong.core.questionnaire import official
from guong.paper.ballot_sheet import ballot_layout, ballot_sheet_pdf
from guong.paper.exam.hands import FORMS, MIXED, drawn, filled_in, layout_of, printed
from guong.paper.exam.ink import DPI, Paper
from guong.paper.exam.wear import photographed, scanned
from guong.paper.markers import CORNERS
from guong.paper.reading import Layout, Scan, read_page


def strangers(pages: int, seed: str) -> Iterator[tuple[str, Scan, Layout]]:
    """Yield pages, what each is, and the layout against which it must be refused."""
    for number in range(pages):
        chance = Random(f"{seed}/strangers/{number}")
        form = FORMS[number // 2 % 2]
        what, paper = _page(number, form, chance)
        yield what, (scanned if number % 2 else photographed)(paper, chance), layout_of(form)


def accepted(pages: int, seed: str) -> list[str]:
    """Return what was read although it is no sheet of the form."""
    return [what for what, scan, layout in strangers(pages, seed) if read_page(scan, layout).refusal is None]


def _page(number: int, form: str, chance: Random) -> tuple[str, Paper]:
    other = FORMS[1 - FORMS.index(form)]
    match number // 4 % 5:
        case 0:
            return "another form", filled_in(other, MIXED, chance)[0]
        case 1:
            return "another version", _reissued(form, version="2099")
        case 2:
            return "the same version with other rows", _reissued(form, fewer=1 + chance.randrange(5))
        case 3:
            return "the back of another form", printed(other, 2)
    return "a letter with black squares in its corners", _letter(chance)


def _reissued(form: str, *, version: str | None = None, fewer: int = 0) -> Paper:
    data = official(form).as_data()
    if version:
        data["version"] = version
    if fewer:
        data["items"] = data["items"][fewer:]
    raw = canonical.encode(data)
    assert ballot_layout(raw) != ballot_layout(official(form).raw)
    return drawn(ballot_sheet_pdf(raw, subject_line="x"))


def _letter(chance: Random) -> Paper:
    per = DPI / 25.4
    page = Image.new("L", (round(210 * per), round(297 * per)), 255)
    pencil = ImageDraw.Draw(page)
    font = ImageFont.load_default(44)
    for line in range(300, 3000, 70):
        pencil.text(
            (300, line), "".join(chance.choice("abcdeghiklmnopqrstuvxy   ") for _ in range(70)), 0, font
        )
    for x, y in CORNERS:
        pencil.rectangle([x * per, y * per, (x + 10) * per, (y + 10) * per], fill=0)
    return numpy.asarray(page, dtype=numpy.uint8)
