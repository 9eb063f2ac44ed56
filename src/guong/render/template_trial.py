"""An office's template is tried with a short paper before it is kept: what can't be printed must not stop a real one."""

from datetime import date
from io import BytesIO

from docx import Document as new_word_file

from guong.core.documents.model import Document, Letterhead, Profile, text
from guong.core.outcome import Refused
from guong.render.docx import to_docx
from guong.render.own_template import BROKEN, CODE, NOT_WORD, check_template
from guong.render.packages import settled

_PAPER = Document(
    letterhead=Letterhead(
        Profile.PARTY, "Cấp trên", "Cơ quan", "Nơi ban hành", date(2023, 1, 27), "Số 01-BC"
    ),
    kind="BÁO CÁO",
    abstract="Thử mẫu",
    blocks=(text("Thử mẫu."),),
)


def tried(data: bytes) -> Refused | None:
    """Return what is wrong with an office's file, None where papers can be printed in it. Refused: as `check_template`."""
    if (problem := check_template(data)) is not None:
        return problem
    try:
        to_docx(_PAPER, template=data)
    except BROKEN:
        return NOT_WORD
    return None


def starting_file() -> bytes:
    """Return our own frame as a Word file, the place of the content code a field, for an office to change."""
    word = new_word_file(BytesIO(to_docx(_PAPER)))
    for footer in (word.sections[0].footer, word.sections[0].first_page_footer):
        footer.paragraphs[0].text = CODE
    made = BytesIO()
    word.save(made)
    return settled(made.getvalue())
