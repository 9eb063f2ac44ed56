"""What the register tells. Every unit that a page shows goes through `units_in_scope` first."""

from guong.office.registry.selectors.draw import schools_for_draw
from guong.office.registry.selectors.people import WardVoter, staff_of, ward_classes_of, ward_voters
from guong.office.registry.selectors.posts import current_head, current_heads, heads_by_unit
from guong.office.registry.selectors.scope import (
    Viewer,
    all_units,
    assigned_units,
    unit_in_scope,
    units_in_scope,
    units_with_figures,
)
from guong.office.registry.selectors.tree import existing, schools_of, ward_by_unit, ward_of, wards_of

__all__ = [
    "Viewer",
    "WardVoter",
    "all_units",
    "assigned_units",
    "current_head",
    "current_heads",
    "existing",
    "heads_by_unit",
    "schools_for_draw",
    "schools_of",
    "staff_of",
    "unit_in_scope",
    "units_in_scope",
    "units_with_figures",
    "ward_by_unit",
    "ward_classes_of",
    "ward_of",
    "ward_voters",
    "wards_of",
]
