"""Boxes as they are carried and opened: unit, seal code, what lies in them, whether the seals were whole (DESIGN §4.6)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from guong.core.documents.model import Align, Cell, Column, Table, header_row
from guong.core.documents.parties import Person
from guong.core.wording import in_digits, short_date

_CODE = re.compile(r"\d{4}( \d{4}){3}\Z")
KEYS_IN_A_SET, KEYS_TO_OPEN = 3, 2  # two of three (DESIGN §4.1)
INTACT = "Nguyên vẹn, mã khớp"


@dataclass(frozen=True)
class SealedBox:
    """The sealed box of one conference when it changes hands.

    ``device`` are sealed ballots from phones, ``sheets`` paper sheets in its envelopes, ``envelopes`` the closed paper
    envelopes that go with it. ``fault`` says what was wrong with seals or code; empty: nothing. Raises ValueError for
    a seal code that is not four groups of four digits, and for negative counts.
    """

    unit: str
    held_on: date
    seal_code: str
    device: int
    sheets: int
    envelopes: int
    handed_over_by: Person
    fault: str = ""

    def __post_init__(self) -> None:
        require_code(self.seal_code)
        if min(self.device, self.sheets, self.envelopes) < 0:
            raise ValueError("a count is never negative")

    @property
    def printed(self) -> str:
        """Unit and day: ``Trường Tiểu học Hoa Sen, 15/5/2023``."""
        return f"{self.unit}, {short_date(self.held_on)}"

    @property
    def checked(self) -> str:
        """What the check of seals and code found."""
        return self.fault or INTACT


def require_code(code: str) -> None:
    """Raise ValueError where a code is not four groups of four digits, as it is read aloud."""
    if not _CODE.match(code):
        raise ValueError("a code has four groups of four digits")


def require_boxes(boxes: Sequence[SealedBox]) -> None:
    """Raise ValueError where there is no box, one unit and day stands twice, or two boxes share a seal code."""
    if not boxes:
        raise ValueError("there is no box")
    if len({(box.unit, box.held_on) for box in boxes}) < len(boxes) or len(
        {box.seal_code for box in boxes}
    ) < len(boxes):
        raise ValueError("one box stands twice")


def box_table(boxes: Sequence[SealedBox]) -> Table:
    """Return the boxes with who gave them, their codes, what they hold and what the check found; the sums beneath."""
    rows = [
        (
            str(place),
            box.printed,
            box.handed_over_by.name,
            box.seal_code,
            in_digits(box.device),
            in_digits(box.sheets),
            in_digits(box.envelopes),
            box.checked,
        )
        for place, box in enumerate(boxes, 1)
    ]
    sums = [
        in_digits(sum(counts))
        for counts in zip(*((b.device, b.sheets, b.envelopes) for b in boxes), strict=True)
    ]
    total = (Cell("Cộng", bold=True, columns=4), *(Cell(n, bold=True) for n in sums), Cell(""))
    return Table(
        columns=(
            Column(9, Align.CENTER),
            Column(38),
            Column(27),
            Column(23, Align.CENTER),
            Column(20, Align.CENTER),
            *(Column(14, Align.CENTER),) * 2,
            Column(24),
        ),
        header=(
            header_row(
                "TT",
                "Hội nghị",
                "Người giao",
                "Mã niêm phong",
                "Phiếu qua điện thoại",
                "Phiếu giấy",
                "Phong bì",
                "Kiểm tra",
            ),
        ),
        rows=(*(tuple(Cell(words) for words in row) for row in rows), total),
    )
