"""What the register tells. Every unit that a page shows goes through `units_in_scope` first."""

from guong.office.registry.selectors.accounts import heads_ever, person_of
from guong.office.registry.selectors.draw import schools_for_draw
from guong.office.registry.selectors.history import Lineage, former_heads, lineage_of, possible_successors
from guong.office.registry.selectors.listing import (
    Group,
    UnitList,
    UnitRow,
    find_units,
    unit_rows,
)
from guong.office.registry.selectors.people import (
    INVENTED,
    WardVoter,
    invented_beside,
    staff_of,
    ward_classes_of,
    ward_voters,
)
from guong.office.registry.selectors.personal import (
    held_about_in_register,
    held_in_register,
    people_found,
    person_in_scope,
)
from guong.office.registry.selectors.posts import current_head, current_heads, heads_by_unit
from guong.office.registry.selectors.scope import (
    Viewer,
    all_units,
    assigned_units,
    keys_upward,
    own_units,
    unit_in_scope,
    units_by_officer,
    units_in_scope,
)
from guong.office.registry.selectors.tree import existing, schools_of, ward_by_unit, ward_of, wards_of
from guong.office.registry.selectors.workbooks import TABLE_LIMIT, read_tables

__all__ = [
    "INVENTED",
    "TABLE_LIMIT",
    "Group",
    "Lineage",
    "UnitList",
    "UnitRow",
    "Viewer",
    "WardVoter",
    "all_units",
    "assigned_units",
    "current_head",
    "current_heads",
    "existing",
    "find_units",
    "former_heads",
    "heads_by_unit",
    "heads_ever",
    "held_about_in_register",
    "held_in_register",
    "people_found",
    "person_in_scope",
    "invented_beside",
    "lineage_of",
    "keys_upward",
    "own_units",
    "person_of",
    "possible_successors",
    "read_tables",
    "schools_for_draw",
    "schools_of",
    "staff_of",
    "unit_in_scope",
    "unit_rows",
    "units_by_officer",
    "units_in_scope",
    "ward_by_unit",
    "ward_classes_of",
    "ward_of",
    "ward_voters",
    "wards_of",
]
