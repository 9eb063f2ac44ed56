"""What may be published: the rules of a single row (`codes`)."""

from guong.core.disclosure.codes import (
    FOUR_LEVELS_FROM,
    HIDDEN,
    MOST,
    SUPPRESSED,
    TOP_CODE,
    Share,
    margin,
    may_name,
    may_say_ninety,
    may_show_remarks,
    may_show_rows,
    own_ballots,
    shown_shares,
    tenths_of_percent,
)

__all__ = [
    "FOUR_LEVELS_FROM",
    "HIDDEN",
    "MOST",
    "SUPPRESSED",
    "TOP_CODE",
    "Share",
    "margin",
    "may_name",
    "may_say_ninety",
    "may_show_remarks",
    "may_show_rows",
    "own_ballots",
    "shown_shares",
    "tenths_of_percent",
]
