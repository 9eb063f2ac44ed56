"""Writes of the counting room, in the order in which a conference needs them."""

from guong.office.counting.services.box_export import export_boxes
from guong.office.counting.services.day_ending import (
    bundle_day,
    destroy_ballots,
    destroy_day_keys,
    seal_archive,
)
from guong.office.counting.services.day_minutes import close_receiving, record_opening
from guong.office.counting.services.days import arrange_day, change_day
from guong.office.counting.services.exporting import (
    export_box,
    export_bundle,
    export_day_bundle,
    write_bundle,
)
from guong.office.counting.services.finishing import build_bundle, destroy_keys, destroy_round_keys
from guong.office.counting.services.hall import (
    explain_difference,
    recount_hand,
    seal_box,
    type_hand_count,
)
from guong.office.counting.services.importing import LARGEST_FILE, import_opening
from guong.office.counting.services.left_over import check_left_over, check_left_over_photo
from guong.office.counting.services.minutes import HandOver, make_sealing_minutes
from guong.office.counting.services.receiving import leave_shut, receive_boxes
from guong.office.counting.services.remarks_end import destroy_remarks
from guong.office.counting.services.round_bundle import RoundBundle, make_round_bundle
from guong.office.counting.services.round_import import RoundImport, import_round

__all__ = [
    "LARGEST_FILE",
    "HandOver",
    "RoundBundle",
    "RoundImport",
    "arrange_day",
    "bundle_day",
    "change_day",
    "close_receiving",
    "destroy_ballots",
    "destroy_day_keys",
    "export_boxes",
    "import_round",
    "leave_shut",
    "receive_boxes",
    "record_opening",
    "seal_archive",
    "build_bundle",
    "check_left_over",
    "check_left_over_photo",
    "destroy_keys",
    "destroy_remarks",
    "destroy_round_keys",
    "explain_difference",
    "export_box",
    "export_bundle",
    "export_day_bundle",
    "import_opening",
    "make_round_bundle",
    "make_sealing_minutes",
    "recount_hand",
    "seal_box",
    "type_hand_count",
    "write_bundle",
]
