"""The five steps of an opening day and the one that comes next: plain rules over plain facts (DESIGN §4.6)."""

import re
from dataclasses import dataclass
from enum import Enum

from guong.core import crockford
from guong.core.ladder import Step, step_to_do, steps_in_order

_LAST_GROUP = 4


class DayStepKey(Enum):
    """The steps in order; `BALLOTS` follows months later, when what was sealed may be destroyed."""

    RECEIVE = "receive"
    OPEN = "open"
    BUNDLE = "bundle"
    DESTROY = "destroy"
    ARCHIVE = "archive"
    BALLOTS = "ballots"


class BoxStanding(Enum):
    """Where one box stands, as the day's page names it."""

    NOT_SEALED = "not_sealed"
    EXPECTED = "expected"
    RECEIVED = "received"
    OTHER_CODE = "other_code"
    LEFT_OUT = "left_out"
    OPENED = "opened"
    ENDED = "ended"
    ELSEWHERE = "elsewhere"
    VOID = "void"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class DayFacts:
    """What is known of a day: boxes expected on it (not those opened on the spot, nor void or cancelled ones), received, to be opened, opened, bundled,
    with keys destroyed; and which minutes were made."""

    boxes: int
    received: int
    to_open: int
    opened: int
    bundled: int
    ended: int
    minuted: frozenset[DayStepKey]


def done_steps(facts: DayFacts) -> dict[DayStepKey, bool]:
    """Tell of each step whether it is done."""
    handed_over = DayStepKey.RECEIVE in facts.minuted
    opened = handed_over and facts.opened > 0 and facts.opened == facts.to_open
    return {
        DayStepKey.RECEIVE: handed_over,
        DayStepKey.OPEN: opened and DayStepKey.OPEN in facts.minuted,
        DayStepKey.BUNDLE: opened and facts.bundled == facts.opened,
        DayStepKey.DESTROY: opened and facts.ended == facts.opened and DayStepKey.DESTROY in facts.minuted,
        DayStepKey.ARCHIVE: DayStepKey.ARCHIVE in facts.minuted,
        DayStepKey.BALLOTS: DayStepKey.BALLOTS in facts.minuted,
    }


def day_steps(facts: DayFacts) -> tuple[Step[DayStepKey], ...]:
    """Return the five steps of the day itself; exactly one is NOW until all are done."""
    done = done_steps(facts)
    del done[DayStepKey.BALLOTS]
    return steps_in_order(done)


def next_day_step(facts: DayFacts) -> DayStepKey | None:
    """Return the step to do now, None once all five are done."""
    now = step_to_do(day_steps(facts))
    return now.key if now else None


def is_code(typed: str) -> bool:
    """Tell whether somebody typed a whole seal code or its last four digits; blanks and signs don't matter."""
    return re.fullmatch(r"[0-9]{16}|[0-9]{4}", crockford.digits_typed(typed)) is not None


def codes_agree(typed: str, code: str) -> bool:
    """Tell whether what stands in the hall minutes, whole or its last four digits, is this seal code."""
    digits, wanted = crockford.digits_typed(typed), code.replace(" ", "")
    return digits == wanted or (len(digits) == _LAST_GROUP and wanted.endswith(digits))
