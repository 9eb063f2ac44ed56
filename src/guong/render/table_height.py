"""Which tables are kept on one page: short ones, by a rough count of their lines."""

from guong.core.documents.model import Table
from guong.core.documents.spans import placed

SHORT_TABLE = 8
_MOST_LINES = 24
_MILLIMETRES_A_LETTER = 2.1


def stays_together(table: Table, *, room: float) -> bool:
    """Tell whether a table that fills ``room`` mm should not be broken across pages.

    Up to eight rows of together 24 lines; tables with a row height are forms to be filled in, they may break.
    """
    if len(table.rows) > SHORT_TABLE or table.row_height:
        return False
    whole = sum(column.width for column in table.columns)
    lines = [1] * len(table.rows)
    for row, column, cell in placed(table.rows):
        width = sum(entry.width for entry in table.columns[column : column + cell.columns]) * room / whole
        letters = max(1, int(width / _MILLIMETRES_A_LETTER))
        needed = sum(-(-max(1, len(line)) // letters) for line in cell.text.split("\n"))
        lines[row] = max(lines[row], -(-needed // cell.rows))
    return sum(lines) <= _MOST_LINES
