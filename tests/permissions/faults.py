"""What is wrong in a walk."""

from collections.abc import Iterable

from tests.permissions.answers import Answer, is_right
from tests.permissions.lines import Table
from tests.permissions.walk import Pair, Walked


def faults(walked: Walked, table: Table) -> list[Answer]:
    """Return every answer that isn't as it should be."""
    pairs = [*unlike(walked.twins), *unlike(walked.astray)]
    return [*wrong_answers(walked, table), *wrongly_missing(walked, table), *pairs]


def wrong_answers(walked: Walked, table: Table) -> list[Answer]:
    """Return the answers that the table doesn't want."""
    return [one for one in walked.answers if not is_right(one, table[one.route])]


def wrongly_missing(walked: Walked, table: Table) -> list[Answer]:
    """Return the answers to what isn't there that don't say so."""
    return [one for one in walked.missing if one.status != table[one.route].missing]


def unlike(pairs: Iterable[Pair]) -> list[Answer]:
    """Return the answers to what somebody may not see that tell it from what isn't there."""
    return [real for real, nothing in pairs if not real.is_like(nothing)]


def told(answers: Iterable[Answer]) -> str:
    """One line for each."""
    return "\n".join(answer.told for answer in answers)
