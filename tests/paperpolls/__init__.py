"""Polls on paper alone (DESIGN §4.5, decision 0026)."""
