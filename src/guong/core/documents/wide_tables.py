"""Tables wider than a page, set in parts; Excel keeps them whole."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from guong.core.documents.model import Block, Table

PAGE_WIDTH = 165  # mm between the margins of a page


def as_set(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks as a page takes them: each table that is too wide as its parts."""
    for block in blocks:
        if isinstance(block, Table) and block.leading:
            yield from _parts(block)
        else:
            yield block


def _parts(table: Table) -> Iterator[Table]:
    leading, widths = table.leading, [column.width for column in table.columns]
    room = PAGE_WIDTH - sum(widths[:leading])
    places = range(leading, len(widths))
    at_once = max(1, room // max((widths[place] for place in places), default=room))
    count = -(-len(places) // at_once) or 1
    for part in range(count):
        first, last = (len(places) * end // count for end in (part, part + 1))
        kept = [*range(leading), *places[first:last]]
        title = f"{table.title} ({part + 1}/{count})" if count > 1 else table.title
        yield replace(
            table,
            title=title,
            leading=0,
            columns=tuple(table.columns[place] for place in kept),
            header=tuple(tuple(row[place] for place in kept) for row in table.header),
            rows=tuple(tuple(row[place] for place in kept) for row in table.rows),
        )
