"""Units, people, posts and lists. Kinds and units are dated: districts ended on 1 July 2025 (DESIGN §3)."""

from guong.office.registry.models.accounts import PersonAccount
from guong.office.registry.models.people import (
    EmploymentKind,
    Person,
    Post,
    StaffCategory,
    StaffEntry,
    WardClass,
    WardEntry,
    new_key,
)
from guong.office.registry.models.units import (
    SCHOOL_LEVELS,
    Level,
    Succession,
    SuccessionKind,
    Unit,
    UnitAssignment,
    UnitKind,
)
from guong.office.registry.models.wordings import HeadingWording

__all__ = [
    "SCHOOL_LEVELS",
    "EmploymentKind",
    "HeadingWording",
    "Level",
    "Person",
    "PersonAccount",
    "Post",
    "StaffCategory",
    "StaffEntry",
    "Succession",
    "SuccessionKind",
    "Unit",
    "UnitAssignment",
    "UnitKind",
    "WardClass",
    "WardEntry",
    "new_key",
]
