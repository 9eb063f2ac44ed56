"""The writes of this room: its only door for changing anything."""

from guong.office.schedule.services.making import make_round, move

__all__ = ["make_round", "move"]
