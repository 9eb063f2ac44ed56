"""Phiếu: the official ballot sheet, verbatim from the questionnaire, without serial and name field (DESIGN §4.5)."""

from typing import Any

from guong.core.questionnaire import Item, Questionnaire
from guong.paper.sheets import typeset

PRESTIGE = "prestige"
_CHARACTERS_A_LINE = 40
_LEAST_LINES = 2


def ballot_sheet_pdf(questionnaire: bytes, *, subject_line: str, copies: int = 1) -> bytes:
    """Return ``copies`` identical sheets of two A4 sides for one subject.

    ``questionnaire`` is the canonical JSON of formats §2, printed verbatim; ``subject_line`` is its filled subject
    line. The criteria break after the form's ``page_break_after`` with the header repeated. Top left stays free for
    the issuing body's stamp, without which a sheet is invalid (DESIGN §8). Raises ValueError for copies < 1 and
    what `Questionnaire.from_canonical` raises.
    """
    if copies < 1:
        raise ValueError("at least one copy")
    form = Questionnaire.from_canonical(questionnaire)
    data = form.as_data()
    rows = [item for item in form.items if item.key != PRESTIGE]
    prestige = next((item for item in form.items if item.key == PRESTIGE), None)
    cut = data["page_break_after"] or len(rows)
    sheet = {
        "title": form.title,
        "subject_line": subject_line,
        "headings": data["headings"],
        "codes": data["level_codes"],
        "levels": list(rows[0].levels),
        "front": [_row(item) for item in rows[:cut]],
        "back": [_row(item) for item in rows[cut:]],
        "opinion_lines": data["opinion_lines"],
        "prestige": list(prestige.levels) if prestige else [],
        "copies": copies,
    }
    return typeset("ballot_sheet", sheet)


def _row(item: Item) -> dict[str, Any]:
    """A row's wording and its weight: how many lines it roughly takes, so that long rows get more room."""
    lines = -(-len(item.text) // _CHARACTERS_A_LINE)
    return {"number": item.number, "text": item.text, "weight": max(_LEAST_LINES, lines)}
