"""Writes of the room."""

from guong.office.feedback.services.receiving import acknowledge, acknowledge_on_paper
from guong.office.feedback.services.reflecting import keep_own_view
from guong.office.feedback.services.replying import answer, reply

__all__ = ["acknowledge", "acknowledge_on_paper", "answer", "keep_own_view", "reply"]
