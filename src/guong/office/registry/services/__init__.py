"""Writing to the register outside of imports."""

from guong.office.registry.kinds import ensure_kinds
from guong.office.registry.services.accounts import link_person, unlink_person
from guong.office.registry.services.ending import end_former_people
from guong.office.registry.services.rehearsals import forget_people, invent_people
from guong.office.registry.services.scopes import assign_unit, narrow_scope, widen_scope
from guong.office.registry.services.successions import record_succession
from guong.office.registry.services.units import ensure_unit, open_body

__all__ = [
    "assign_unit",
    "end_former_people",
    "ensure_kinds",
    "ensure_unit",
    "forget_people",
    "invent_people",
    "link_person",
    "narrow_scope",
    "open_body",
    "record_succession",
    "unlink_person",
    "widen_scope",
]
