"""The rules of a row and of a sheet: a value only where there can be no second opinion, else a person decides."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from guong.paper.reading.boxes import Kind


@dataclass(frozen=True)
class RowReading:
    """One row: ``value`` 1-4 and ``confidence`` above 0 where ``state`` is "read"; None, 0 and a reason where "human"."""

    item: str
    value: int | None
    state: Literal["read", "human"]
    reason: str | None
    confidence: float

    def as_data(self) -> dict[str, Any]:
        """Return the row as `guong read --json` prints it."""
        return {
            "item": self.item,
            "value": self.value,
            "state": self.state,
            "reason": self.reason,
            "confidence": self.confidence,
        }


Judged = Sequence[tuple[Kind, float]]


def decide(boxes: Sequence[tuple[str, Judged | None]]) -> tuple[RowReading, ...]:
    """Decide each row of one sheet; None stands for a row whose printed boxes were not seen.

    A row is read when one box is marked and the others are blank, or one of them cancelled by way of correction. On a sheet
    where some row has nothing but a cancelled box, its writer may fill boxes to choose: then no correction is believed.
    """
    fills = any(judged is not None and _reason(judged) == "filled" for _, judged in boxes)
    return tuple(_row(item, judged, fills) for item, judged in boxes)


def _row(item: str, judged: Judged | None, fills: bool) -> RowReading:
    reason = "misplaced" if judged is None else _reason(judged)
    if judged is None or reason:
        return RowReading(item, None, "human", reason, 0.0)
    kinds = [kind for kind, _ in judged]
    if fills and Kind.CANCELLED in kinds:
        return RowReading(item, None, "human", "fills_boxes", 0.0)
    confidence = round(min(margin for _, margin in judged), 2)
    return RowReading(item, kinds.index(Kind.MARKED) + 1, "read", None, max(confidence, 0.01))


def _reason(judged: Judged) -> str | None:
    """Why a row can't be read; None where it can."""
    kinds = Counter(kind for kind, _ in judged)
    if kinds[Kind.STRAY]:
        return "doubtful"
    if kinds[Kind.MARKED] > 1:
        return "double"
    if kinds[Kind.MARKED] == 1:
        return None if kinds[Kind.CANCELLED] <= 1 else "doubtful"
    if kinds[Kind.CANCELLED]:
        return "filled" if kinds[Kind.CANCELLED] == 1 else "doubtful"
    return "blank"
