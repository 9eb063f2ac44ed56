"""What may be published: the rules of a single row (`codes`), and what all that is published tells together.

`readings` turns printed texts into `facts`, `judge` asks what follows from them, `mending` hides rows until nothing too much
does. Integer programmes are answered through the door in `programme`; the solver stands in `office.release`.
"""

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
