"""Phiếu: the ballot sheet of a questionnaire and the layout by which it is read, from one template (DESIGN §4.5).

Every box to tick stands on the front and every line to write on the back, so that nothing on the back can change a
count and notes never lie beside ticks (docs/decisions/0006).
"""

import hashlib
import json
from functools import lru_cache
from itertools import groupby
from typing import Any

from guong.core.questionnaire import Item, Questionnaire
from guong.paper.markers import code_svg, code_text, marker_svgs
from guong.paper.sheets import found, typeset

PRESTIGE = "prestige"
BOX = 5.0
"""Side of a box to tick, in millimetres."""
_TEMPLATE = "ballot_sheet"
_MARK_LENGTH = 8


class FormTooLong(ValueError):
    """The questionnaire's rows don't fit on one side at a readable size."""


def ballot_sheet_pdf(questionnaire: bytes, *, subject_line: str, copies: int = 1) -> bytes:
    """Return ``copies`` identical sheets of A4 sides for one subject: no serial, no field for a name.

    ``questionnaire`` is the canonical JSON of formats §2, printed verbatim; ``subject_line`` is its filled subject
    line. Top left stays free for the issuing body's stamp, without which a sheet is invalid (DESIGN §8). A form
    without remark fields has one side. Raises FormTooLong, ValueError for copies < 1 and what
    `Questionnaire.from_canonical` raises.
    """
    if copies < 1:
        raise ValueError("at least one copy")
    form = Questionnaire.from_canonical(questionnaire)
    mark = layout_mark(ballot_layout(questionnaire))
    data = _sheet(form) | {"subject_line": subject_line, "copies": copies}
    for number, side in enumerate(data["sides"], start=1):
        side["code"] = code_svg(code_text(form.key, form.version, number, mark))
    if found(_TEMPLATE, data, "unfit"):
        raise FormTooLong("the subject line does not fit")
    return typeset(_TEMPLATE, data)


@lru_cache(maxsize=32)
def ballot_layout(questionnaire: bytes) -> bytes:
    """Return where the boxes and writing zones of a questionnaire's sheet stand, as JSON text.

    ``{"form", "version", "pages", "ticks": [{"item", "value", "page", "x", "y", "w", "h"}], "zones": [{"item", "page",
    "x", "y", "w", "h"}]}``: pages are counted from 1, value 1-4 is best first, lengths are millimetres from the top left
    of the page, rounded to hundredths. It holds for all subjects of the questionnaire. Raises FormTooLong and what
    `Questionnaire.from_canonical` raises.
    """
    form = Questionnaire.from_canonical(questionnaire)
    data = _sheet(form)
    if found(_TEMPLATE, data, "unfit"):
        raise FormTooLong("the rows do not fit on one side")
    ticks = [_place(entry | {"w": BOX, "h": BOX}) for entry in found(_TEMPLATE, data, "tick")]
    zones = [_place(entry) for entry in found(_TEMPLATE, data, "zone")]
    layout = {
        "form": form.key,
        "version": form.version,
        "pages": len(data["sides"]),
        "ticks": ticks,
        "zones": zones,
    }
    return json.dumps(layout, ensure_ascii=False, sort_keys=True, indent=1).encode() + b"\n"


def layout_mark(layout: bytes) -> str:
    """Return the eight characters by which a sheet's code names its layout file: the head of its SHA-256."""
    return hashlib.sha256(layout).hexdigest()[:_MARK_LENGTH]


def _place(entry: dict[str, Any]) -> dict[str, Any]:
    return {name: round(value, 2) if isinstance(value, float) else value for name, value in entry.items()}


def _sheet(form: Questionnaire) -> dict[str, Any]:
    """What the template reads, without code and with an empty subject line."""
    data = form.as_data()
    rows, singles = _grouped(form)
    sides = 2 if form.remark_fields else 1
    return {
        "title": form.title,
        "subject_line": "",
        "headings": data["headings"],
        "codes": data["level_codes"],
        "levels": list(rows[0].levels),
        "rows": [{"item": row.key, "number": row.number, "text": row.text, "note": row.note} for row in rows],
        "singles": [
            {"item": item.key, "heading": _heading(form, item), "levels": list(item.levels)}
            for item in singles
        ],
        "opinions": [{"item": opinion.key, "text": opinion.text} for opinion in form.opinions],
        "opinion_lines": data["opinion_lines"],
        "sides": [{"markers": marker_svgs(side), "code": None} for side in range(1, sides + 1)],
        "copies": 1,
    }


def _grouped(form: Questionnaire) -> tuple[list[Item], list[Item]]:
    """The table's rows, which share their level names, and the items that stand alone below it."""
    first = next(iter(groupby(form.items, key=lambda item: item.levels)))[0]
    rows = [item for item in form.items if item.levels == first and item.key != PRESTIGE]
    rows = rows or list(form.items)
    return rows, [item for item in form.items if item not in rows]


def _heading(form: Questionnaire, item: Item) -> str:
    return form.headings["prestige"] if item.key == PRESTIGE else f"{item.number}. {item.text}"
