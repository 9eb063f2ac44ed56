"""Conferences: the roll, the board, the hall desk, and the poll as the hall sees it (DESIGN §2, §4)."""
