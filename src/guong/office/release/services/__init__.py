"""Writes of the release room: papers made from figures that passed the gate, and readings noted in the journal."""

from guong.office.release.services.minutes import KIND as MINUTES
from guong.office.release.services.minutes import SIGNED, make_tally_minutes
from guong.office.release.services.reading import read_result
from guong.office.release.services.summary import KIND as SUMMARY
from guong.office.release.services.summary import PERSONAL, make_personal_summary

__all__ = [
    "MINUTES",
    "PERSONAL",
    "SIGNED",
    "SUMMARY",
    "make_personal_summary",
    "make_tally_minutes",
    "read_result",
]
