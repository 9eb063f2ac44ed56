"""Reads of the room: the head's own page, and what the lead body sees of the answers."""

from guong.office.feedback.selectors.own import OwnPage, OwnRow, own_page, received, reflection_of
from guong.office.feedback.selectors.replies import (
    ReplyLine,
    replies_about,
    replies_in_scope,
    replies_waiting,
    reply_in_scope,
)

__all__ = [
    "OwnPage",
    "OwnRow",
    "ReplyLine",
    "own_page",
    "received",
    "reflection_of",
    "replies_about",
    "replies_in_scope",
    "replies_waiting",
    "reply_in_scope",
]
