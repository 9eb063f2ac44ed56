"""Codenames of permissions that more than one room asks for."""

READ_RESULTS = "read_results"
COUNT_VOTES = "count_votes"
AT_STANDING_BOARD = "read_at_standing_board"
AT_COMMITTEE = "read_at_committee"
OWN_RESULT = "read_own_result"
