"""The named wing: officers, register, conferences, papers. Order of its rooms: DESIGN §2."""
