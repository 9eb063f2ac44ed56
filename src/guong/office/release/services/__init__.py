"""Writes of the release room: papers made from figures that passed the gate, and readings noted in the journal."""

from guong.office.release.kinds import (
    ANNOUNCEMENT,
    COMMITTEE_PAGE,
    CONCLUSION,
    MINUTES,
    NEWS,
    NOTICE,
    REPORT,
    SUMMARY,
    YEAR_END,
)
from guong.office.release.services.closing import file_closing
from guong.office.release.services.corrections import correct_result
from guong.office.release.services.export import export_round
from guong.office.release.services.importing import bring_in, take, take_out, throw_away
from guong.office.release.services.minutes import SIGNED, make_tally_minutes
from guong.office.release.services.reading import read_newest, read_result
from guong.office.release.services.round_papers import kinds_for, make_round_papers
from guong.office.release.services.round_report import (
    file_announcement,
    file_report,
    read_round,
    read_round_beside_earlier,
    write_report_words,
)
from guong.office.release.services.steps import (
    LONGEST_NOTE,
    advance_person,
    advance_round,
    hand_back,
    hand_back_person,
    reopen_remarks,
)
from guong.office.release.services.summary import PERSONAL, make_personal_summary
from guong.office.release.services.years import read_years

__all__ = [
    "ANNOUNCEMENT",
    "COMMITTEE_PAGE",
    "CONCLUSION",
    "LONGEST_NOTE",
    "MINUTES",
    "NEWS",
    "NOTICE",
    "PERSONAL",
    "REPORT",
    "SIGNED",
    "SUMMARY",
    "YEAR_END",
    "advance_person",
    "advance_round",
    "bring_in",
    "correct_result",
    "export_round",
    "file_announcement",
    "file_closing",
    "file_report",
    "hand_back",
    "hand_back_person",
    "kinds_for",
    "make_personal_summary",
    "make_round_papers",
    "make_tally_minutes",
    "read_newest",
    "read_result",
    "read_round",
    "read_round_beside_earlier",
    "read_years",
    "reopen_remarks",
    "take",
    "take_out",
    "throw_away",
    "write_report_words",
]
