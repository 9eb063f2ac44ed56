"""Writes of the desk: sitting down, proposing, agreeing, ending, opening again."""

from guong.office.remarks.services.agreeing import confirm, send_back
from guong.office.remarks.services.ending import ask_for_end, confirm_end, reopen
from guong.office.remarks.services.proposing import propose, rename_theme
from guong.office.remarks.services.seats import leave_seat, open_work, take_seat

__all__ = [
    "ask_for_end",
    "confirm",
    "confirm_end",
    "leave_seat",
    "open_work",
    "propose",
    "rename_theme",
    "reopen",
    "send_back",
    "take_seat",
]
