"""Document -> PDF through typst, with the bundled Tinos."""

from importlib import resources

from guong.core.documents.model import Document, as_data
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
    data = as_data(document) | {"foot": document.foot, "place_date": f"{head.place}, {long_date(head.day)}"}
    return compile_pdf(source, files={"blocks.typ": blocks}, inputs={"data": data}, created=head.day)
