"""Where each cell of a table with spans stands in its grid."""

from collections.abc import Iterator

from guong.core.documents.model import Cell


def placed(rows: tuple[tuple[Cell, ...], ...]) -> Iterator[tuple[int, int, Cell]]:
    """Yield (row, column, cell) for each cell, both from 0; a cell goes to the first place that no span covers."""
    taken: set[tuple[int, int]] = set()
    for row, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            yield row, column, cell
            taken.update(
                (row + down, column + right) for down in range(cell.rows) for right in range(cell.columns)
            )
