"""Writes of the room: a poll is made, counted, keyed in twice, minuted."""

from guong.office.paperpolls.services.counting import count_again, count_sheets
from guong.office.paperpolls.services.keying import Keyed, key_tally
from guong.office.paperpolls.services.minutes import make_minutes, print_sheets
from guong.office.paperpolls.services.polls import create_poll, give_up

__all__ = [
    "Keyed",
    "count_again",
    "count_sheets",
    "create_poll",
    "give_up",
    "key_tally",
    "make_minutes",
    "print_sheets",
]
