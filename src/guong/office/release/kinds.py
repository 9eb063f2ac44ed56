"""Kinds of papers that this room files."""

MINUTES = "tally_minutes"
SUMMARY = "personal_summary"
REPORT = "district_report"
ANNOUNCEMENT = "round_announcement"
NOTICE = "result_notice"
COMMITTEE_PAGE = "committee_page"
CONCLUSION = "round_conclusion"
YEAR_END = "year_end_entry"
NEWS = "news_item"

# Kinds of rounds that may be brought in from earlier years, as plans call them.
ROUND_KINDS = (("school_head", "Các trường học"), ("ward_head", "Các phường"))
