"""Document -> PDF through typst, with the bundled Tinos."""

import re
from importlib import resources
from typing import Any

from guong.core.documents.model import Block, Document, NumberedList, Paragraph, Photograph, Table, as_data
from guong.core.documents.spans import placed
from guong.core.documents.wide_tables import as_set
from guong.core.wording import dated
from guong.render.photographs import as_svg, size_in_mm
from guong.render.table_height import stays_together
from guong.typeset import compile_pdf

_SYMBOL = re.compile(r"(\w{1,12}(?:[-/]\w{1,8})+)")  # 74-KH/QU, 30/9/2021


def to_pdf(document: Document) -> bytes:
    """Return the document's PDF: the same document gives the same bytes.

    Raises guong.typeset.FontsMissing where the set-up step has not run.
    """
    folder = resources.files("guong.render").joinpath("templates")
    source = folder.joinpath("document.typ").read_text(encoding="utf-8")
    files = {"blocks.typ": folder.joinpath("blocks.typ").read_bytes()}
    for block in (*document.blocks, *document.annex):
        if isinstance(block, Photograph):
            files[f"{as_data(block.data)}.svg"] = as_svg(block.data).encode()
    head, margins = document.letterhead, document.margins
    room = (297 if document.landscape else 210) - margins.left - margins.right
    data = as_data(document) | {
        "foot": document.foot,
        "place_date": dated(head.place, head.day),
        "blocks": [_as_data(block, room=room) for block in as_set(document.blocks)],
        "annex": [_as_data(block, room=room) for block in as_set(document.annex)],
    }
    return compile_pdf(source, files=files, inputs={"data": data}, created=head.day)


def _as_data(block: Block, *, room: int) -> Any:
    """A block's data with what typst needs beside: symbols apart, each cell's alignment, a photograph's fitted size.

    A rule on symbols within typst would cost six times as long as the rest of a paper.
    """
    data = as_data(block)
    if isinstance(block, Paragraph):
        for run in data["runs"]:
            run["parts"] = _SYMBOL.split(run["text"])
    if isinstance(block, NumberedList):
        data["items"] = [_SYMBOL.split(item) for item in block.items]
    if isinstance(block, Table):
        data["together"] = stays_together(block, room=room)
        for part in ("header", "rows"):
            cells = [cell for row in data[part] for cell in row]
            for (_, column, cell), entry in zip(placed(getattr(block, part)), cells, strict=True):
                entry["align"] = (cell.align or block.columns[column].align).value
    if isinstance(block, Photograph):
        data["width"], data["height"] = size_in_mm(block.data, width=block.width, height=block.height)
    return data
