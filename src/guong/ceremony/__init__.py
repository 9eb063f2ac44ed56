"""The counting board's own program: keys, slips, rehearsal, opening. It speaks to the server by files (DESIGN §4.1)."""
