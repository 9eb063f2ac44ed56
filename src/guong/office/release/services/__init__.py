"""Writes of the release room: papers made from figures that passed the gate, and readings noted in the journal."""

from guong.office.release.kinds import ANNOUNCEMENT, MINUTES, REPORT, SUMMARY
from guong.office.release.services.minutes import SIGNED, make_tally_minutes
from guong.office.release.services.reading import read_result
from guong.office.release.services.round_papers import kinds_for, make_round_papers
from guong.office.release.services.round_report import (
    file_announcement,
    file_report,
    read_round,
    read_round_beside_earlier,
    write_report_words,
)
from guong.office.release.services.summary import PERSONAL, make_personal_summary

__all__ = [
    "ANNOUNCEMENT",
    "MINUTES",
    "PERSONAL",
    "REPORT",
    "SIGNED",
    "SUMMARY",
    "file_announcement",
    "file_report",
    "kinds_for",
    "make_personal_summary",
    "make_round_papers",
    "make_tally_minutes",
    "read_result",
    "read_round",
    "read_round_beside_earlier",
    "write_report_words",
]
