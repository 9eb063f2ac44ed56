"""Kinds of papers that this room files."""

MINUTES = "tally_minutes"
SUMMARY = "personal_summary"
REPORT = "district_report"
ANNOUNCEMENT = "round_announcement"
