"""The writes of this room: its only door for changing anything."""

from guong.office.schedule.services.delegates import (
    accept_observers,
    copy_board,
    dismiss,
    propose_observers,
    send,
)
from guong.office.schedule.services.making import make_round, move

__all__ = [
    "accept_observers",
    "copy_board",
    "dismiss",
    "make_round",
    "move",
    "propose_observers",
    "send",
]
