"""The writes of this room: its only door for changing anything."""

from guong.office.schedule.paperwork.of_conference import Absent
from guong.office.schedule.services.cancelling import file_slip_minutes
from guong.office.schedule.services.delegates import (
    accept_observers,
    copy_board,
    dismiss,
    propose_observers,
    send,
)
from guong.office.schedule.services.dossier import make_dossier
from guong.office.schedule.services.making import make_round, move
from guong.office.schedule.services.papers import (
    draft_run_sheet,
    draft_script,
    file_conference_paper,
    file_minutes,
    file_round_paper,
    write_terms,
)
from guong.office.schedule.services.photographs import (
    MOST_BYTES,
    add_photograph,
    end_photographs,
    remove_photograph,
)
from guong.office.schedule.services.rehearsal import begin_rehearsal, end_rehearsal

__all__ = [
    "Absent",
    "MOST_BYTES",
    "accept_observers",
    "add_photograph",
    "begin_rehearsal",
    "copy_board",
    "dismiss",
    "draft_run_sheet",
    "draft_script",
    "end_photographs",
    "end_rehearsal",
    "file_conference_paper",
    "file_minutes",
    "file_round_paper",
    "file_slip_minutes",
    "make_dossier",
    "make_round",
    "move",
    "propose_observers",
    "remove_photograph",
    "send",
    "write_terms",
]
