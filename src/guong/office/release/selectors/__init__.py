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
    keys_obstacle,
    paper_obstacle,
    papers_about,
    person_of,
    result_lines,
    rounds_among,
    subject_of,
    usual_sitting,
)
from guong.office.release.selectors.printed import PrintedTables, printed_tables
from guong.office.release.selectors.remarks_told import RemarksTold, remarks_obstacle, remarks_told
from guong.office.release.selectors.round_papers import (
    PersonPapers,
    RoundWork,
    papers_by_person,
    round_papers,
    round_work,
)
from guong.office.release.selectors.round_report import (
    announcement_document,
    announcement_obstacle,
    report_document,
    report_obstacle,
    report_text,
)
from guong.office.release.selectors.round_sums import group_sums, turnouts, whole_sums, withheld
from guong.office.release.selectors.rounds import (
    RoundFigures,
    RoundPerson,
    round_beside_earlier,
    round_figures,
)

__all__ = [
    "MinutesFigures",
    "Participation",
    "PersonPapers",
    "PersonalFigures",
    "PrintedTables",
    "RemarksTold",
    "ResultLine",
    "RoundFigures",
    "RoundPerson",
    "RoundWork",
    "announcement_document",
    "announcement_obstacle",
    "filed_counts",
    "group_sums",
    "keys_obstacle",
    "minutes_figures",
    "paper_obstacle",
    "papers_about",
    "papers_by_person",
    "person_of",
    "personal_figures",
    "printed_tables",
    "remarks_obstacle",
    "remarks_told",
    "report_document",
    "report_obstacle",
    "report_text",
    "result_lines",
    "round_beside_earlier",
    "round_figures",
    "round_papers",
    "round_work",
    "rounds_among",
    "subject_of",
    "turnouts",
    "usual_sitting",
    "whole_sums",
    "withheld",
]
