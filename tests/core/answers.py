"""Hypothesis strategies for answers to a questionnaire."""

from hypothesis import strategies as st

from guong.core import canonical
from guong.core.ballot import REMARK_BUDGET, Part, tidy_remark
from guong.core.questionnaire import Questionnaire, official

SCHOOL_FORM = official("school_head")
WARD_FORM = official("ward_head")
POLL = "7K3M9QXT2A"

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=300).map(tidy_remark)


@st.composite
def parts(draw: st.DrawFn, form: Questionnaire = SCHOOL_FORM, subject: str = "s1") -> Part:
    """A valid answer about one subject, from an empty one to one that fills the remark budget."""
    marks = draw(st.text("01234", min_size=len(form.items), max_size=len(form.items)))
    written = draw(st.dictionaries(st.sampled_from(form.remark_fields), texts, max_size=4))
    remarks: list[tuple[str, str]] = []
    left = REMARK_BUDGET
    for field in form.remark_fields:
        text = written.get(field, "")
        if text and canonical.text_bytes(text) <= left:
            left -= canonical.text_bytes(text)
            remarks.append((field, text))
    return Part(subject, marks, tuple(remarks))
