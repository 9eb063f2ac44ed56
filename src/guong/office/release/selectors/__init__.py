"""The disclosure gate: every screen, paper and export takes its figures from here, and from nowhere else (DESIGN §5)."""

from guong.office.release.selectors.gate import (
    MinutesFigures,
    Participation,
    PersonalFigures,
    minutes_figures,
    personal_figures,
)
from guong.office.release.selectors.lists import (
    ResultLine,
    filed_counts,
    paper_obstacle,
    papers_about,
    person_of,
    result_lines,
    subject_of,
    usual_sitting,
)

__all__ = [
    "MinutesFigures",
    "Participation",
    "PersonalFigures",
    "ResultLine",
    "filed_counts",
    "minutes_figures",
    "paper_obstacle",
    "papers_about",
    "person_of",
    "personal_figures",
    "result_lines",
    "subject_of",
    "usual_sitting",
]
