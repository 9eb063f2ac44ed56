"""What the desk tells. Voters' own words leave it through `work` only, to the two officers at the desk."""

from guong.office.remarks.selectors.desks import (
    MOST_SEATS,
    DeskLine,
    conflict,
    desk_lines,
    desk_obstacle,
    desk_of,
    desks_waiting,
    form_asked,
    is_seated,
    seated,
    unedited_conferences,
)
from guong.office.remarks.selectors.drafted import DraftedLine, DraftedTheme, drafted_counts, drafted_themes
from guong.office.remarks.selectors.flagged import FlaggedText, Flagger, flagger
from guong.office.remarks.selectors.handed_on import digest_lines, handed_on, handed_on_about
from guong.office.remarks.selectors.work import (
    Entry,
    FieldTally,
    Work,
    alike,
    entries_of,
    entry_among,
    next_entry,
    tallies,
)

__all__ = [
    "MOST_SEATS",
    "DeskLine",
    "DraftedLine",
    "DraftedTheme",
    "Entry",
    "FieldTally",
    "FlaggedText",
    "Flagger",
    "Work",
    "alike",
    "conflict",
    "desk_lines",
    "desk_obstacle",
    "desk_of",
    "desks_waiting",
    "digest_lines",
    "drafted_counts",
    "drafted_themes",
    "entries_of",
    "entry_among",
    "flagger",
    "form_asked",
    "handed_on",
    "handed_on_about",
    "is_seated",
    "next_entry",
    "seated",
    "tallies",
    "unedited_conferences",
]
