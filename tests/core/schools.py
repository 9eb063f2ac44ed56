"""Invented schools of three levels, and what a draw of them is settled to be."""

from datetime import date

from guong.core.draw import Frame, LevelTerms, Method, School, Terms, freeze_frame

REFERENCE = date(2023, 5, 15)
LONG_AGO = date(2019, 8, 1)
KEY = "4Q7ZK2M8XA"
LEVELS = (
    LevelTerms("preschool", "Mầm non", 5, 2),
    LevelTerms("primary", "Tiểu học", 5, 2),
    LevelTerms("lower_secondary", "Trung học cơ sở", 5, 2),
)
PREFIXES = {"preschool": "MN", "primary": "TH", "lower_secondary": "CS"}


def terms(
    method: Method = Method.CUSTOM, levels: tuple[LevelTerms, ...] = LEVELS, plan: str = "167-KH/QU"
) -> Terms:
    """The terms of the invented draw."""
    return Terms(KEY, plan, REFERENCE, method, levels)


def school(unit: str, level: str | None = "primary", **changes: object) -> School:
    """A public school whose head has been in post for years, changed as asked."""
    values: dict[str, object] = {
        "unit": unit,
        "name": f"Trường {unit}",
        "level": level,
        "heads_since": (LONG_AGO,),
    }
    return School(**(values | changes))  # type: ignore[arg-type]  # keyword defaults of a test


def schools(number: int = 9) -> list[School]:
    """The same number of eligible schools at each level."""
    return [
        school(f"{prefix}-{n:02d}", level) for level, prefix in PREFIXES.items() for n in range(1, number + 1)
    ]


def frozen(method: Method = Method.CUSTOM, number: int = 9) -> Frame:
    """The frame of these schools."""
    frame = freeze_frame(terms(method), schools(number))
    assert isinstance(frame, Frame)
    return frame
