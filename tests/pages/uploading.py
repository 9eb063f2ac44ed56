"""Lists as an organiser uploads them: every line new, and one whose columns nobody has told yet."""

import io
from collections.abc import Iterator
from random import Random

import openpyxl

from guong.demo.district_files import build_workbooks

_OTHER_PEOPLE = 5  # a seed of the invented people that no demo uses
_HEADING, _UNHEARD_OF = "Họ và tên", "Danh xưng"


def workbooks() -> Iterator[tuple[str, bytes]]:
    """Yield the district's lists with other people in every place, and one of them with an unknown heading."""
    found = build_workbooks(Random(_OTHER_PEOPLE))
    yield from found.items()
    yield "la.xlsx", _reworded(found["03-tieu-hoc.xlsx"])


def _reworded(data: bytes) -> bytes:
    workbook = openpyxl.load_workbook(io.BytesIO(data))
    for sheet in workbook.worksheets:
        for row in sheet.iter_rows(max_row=5):
            for cell in row:
                if cell.value == _HEADING:
                    cell.value = _UNHEARD_OF
    written = io.BytesIO()
    workbook.save(written)
    return written.getvalue()
