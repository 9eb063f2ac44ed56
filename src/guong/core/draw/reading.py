"""Reading a frozen frame back from the bytes that its code was made of (formats §13)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from guong.core import canonical
from guong.core.draw.frame import (
    Excluded,
    Exclusion,
    Frame,
    FrameLevel,
    FrameUnit,
    LevelTerms,
    Method,
    Terms,
)
from guong.core.draw.record import frame_record


def read_frame(data: bytes, *, eligible_on: Mapping[str, date]) -> Frame:
    """Return the frame that `guong.core.draw.frame_record` wrote.

    The published bytes name no day of eligibility; ``eligible_on`` gives it back by unit key. Raises ValueError where
    the bytes are no such frame.
    """
    given = canonical.decode(data)
    try:
        frame = _frame(given, eligible_on)
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError("not the bytes of a frozen frame") from error
    if frame_record(frame) != data:
        raise ValueError("not the bytes of a frozen frame")
    return frame


def _frame(given: Any, eligible_on: Mapping[str, date]) -> Frame:
    return Frame(
        Terms(
            given["draw"],
            given["plan"],
            date.fromisoformat(given["reference_date"]),
            Method(given["method"]),
            tuple(_terms(level) for level in given["levels"]),
            given["months_in_post"],
        ),
        tuple(_level(level, eligible_on) for level in given["levels"]),
        _excluded(given["without_level"], eligible_on),
    )


def _terms(level: Mapping[str, Any]) -> LevelTerms:
    return LevelTerms(level["level"], level["name"], level["to_draw"], level["reserve_count"])


def _level(level: Mapping[str, Any], eligible_on: Mapping[str, date]) -> FrameLevel:
    units = tuple(FrameUnit(entry["unit"], entry["name"]) for entry in level["frame"])
    return FrameLevel(_terms(level), units, _excluded(level["excluded"], eligible_on))


def _excluded(entries: list[dict[str, str]], eligible_on: Mapping[str, date]) -> tuple[Excluded, ...]:
    return tuple(
        Excluded(entry["unit"], entry["name"], Exclusion(entry["reason"]), eligible_on.get(entry["unit"]))
        for entry in entries
    )
