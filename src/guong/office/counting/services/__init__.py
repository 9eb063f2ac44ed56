"""Writes of the counting room, in the order in which a conference needs them."""

from guong.office.counting.services.finishing import build_bundle, destroy_keys
from guong.office.counting.services.hall import (
    check_left_over,
    explain_difference,
    recount_hand,
    seal_box,
    type_hand_count,
)
from guong.office.counting.services.importing import import_opening

__all__ = [
    "build_bundle",
    "check_left_over",
    "destroy_keys",
    "explain_difference",
    "import_opening",
    "recount_hand",
    "seal_box",
    "type_hand_count",
]
