"""Document -> PDF through typst, with the bundled Tinos."""

from importlib import resources
from typing import Any

from guong.core.documents.model import Block, Document, Table, as_data
from guong.core.documents.spans import placed
from guong.core.wording import long_date
from guong.typeset import compile_pdf


def to_pdf(document: Document) -> bytes:
    """Return the document's PDF: the same document gives the same bytes.

    Raises guong.typeset.FontsMissing where the set-up step has not run.
    """
    folder = resources.files("guong.render").joinpath("templates")
    source = folder.joinpath("document.typ").read_text(encoding="utf-8")
    blocks = folder.joinpath("blocks.typ").read_bytes()
    head = document.letterhead
    data = as_data(document) | {
        "foot": document.foot,
        "place_date": f"{head.place}, {long_date(head.day)}",
        "blocks": [_as_data(block) for block in document.blocks],
        "annex": [_as_data(block) for block in document.annex],
    }
    return compile_pdf(source, files={"blocks.typ": blocks}, inputs={"data": data}, created=head.day)


def _as_data(block: Block) -> Any:
    """A block's data; each cell of a table with its alignment, which below a span is not that of its own number."""
    data = as_data(block)
    if isinstance(block, Table):
        for part in ("header", "rows"):
            cells = [cell for row in data[part] for cell in row]
            for (_, column, cell), entry in zip(placed(getattr(block, part)), cells, strict=True):
                entry["align"] = (cell.align or block.columns[column].align).value
    return data
