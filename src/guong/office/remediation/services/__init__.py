"""Writes of the room: the head's plan, the lead body's decisions, progress and evidence."""

from guong.office.remediation.services.ending import Ended, end_plans
from guong.office.remediation.services.evidence import add_evidence, read_file, remove_evidence
from guong.office.remediation.services.moving import move
from guong.office.remediation.services.on_paper import file_on_paper
from guong.office.remediation.services.reporting import report
from guong.office.remediation.services.writing import remove_item, save_item

__all__ = [
    "Ended",
    "add_evidence",
    "end_plans",
    "file_on_paper",
    "move",
    "read_file",
    "remove_evidence",
    "remove_item",
    "report",
    "save_item",
]
