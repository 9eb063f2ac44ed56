"""The empty Word file from which every paper starts: our styles, none of the hundred and fifty that nobody uses here.

Made once in a process: looking through all of Word's styles for each paragraph took most of a paper's time.
"""

from functools import cache
from io import BytesIO

from docx import Document as new_word_file
from docx.document import Document as WordFile

from guong.render.docx_styles import prepare_styles

# Word's own that papers use, that it needs, or that an office reaches for when it edits a paper.
_KEPT = frozenset(
    {
        "Normal", "Default Paragraph Font", "Normal Table", "No List", "Table Grid", "Header", "Header Char",
        "Footer", "Footer Char", "Heading 1", "Heading 1 Char", "Heading 2", "Heading 2 Char", "Heading 3",
        "Heading 3 Char", "Title", "Title Char", "List Paragraph", "List Bullet", "List Number", "Caption",
        "Strong", "Emphasis",
    }
)  # fmt: skip


def word_file(template: bytes | None) -> WordFile:
    """Return a Word file without a body: the office's ``template`` with the styles that it lacks, or our own.

    Raises docx's own errors where the template is no Word file.
    """
    if template is None:
        return new_word_file(BytesIO(_own()))
    word = new_word_file(BytesIO(template))
    _empty(word)
    prepare_styles(word, keep=True)
    return word


@cache
def _own() -> bytes:
    word = new_word_file()
    _empty(word)
    for style in list(word.styles):
        if style.name not in _KEPT:
            style.delete()
    prepare_styles(word, keep=False)
    made = BytesIO()
    word.save(made)
    return made.getvalue()


def _empty(word: WordFile) -> None:
    body = word.element.body
    for child in list(body):
        if not child.tag.endswith("}sectPr"):
            body.remove(child)
