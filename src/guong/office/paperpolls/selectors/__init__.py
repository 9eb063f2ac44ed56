"""What the room tells."""

from guong.office.paperpolls.selectors.polls import (
    Progress,
    Step,
    ballot_of,
    hall_of,
    keying_obstacle,
    lines_to_key,
    poll_in_scope,
    polls_in_scope,
    polls_under_way,
    progress_of,
    votes_of,
)

__all__ = [
    "Progress",
    "Step",
    "ballot_of",
    "hall_of",
    "keying_obstacle",
    "lines_to_key",
    "poll_in_scope",
    "polls_in_scope",
    "polls_under_way",
    "progress_of",
    "votes_of",
]
