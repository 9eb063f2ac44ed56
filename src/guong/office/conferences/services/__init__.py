"""The writes of this room: its only door for changing anything."""

from guong.office.conferences.intents import finish_intents
from guong.office.conferences.intents import perform as perform_on_urn
from guong.office.conferences.printing import (
    ATTENDANCE_LIST,
    attendance_document,
    file_attendance_list,
)
from guong.office.conferences.services.attendance import (
    choose_attendance,
    count_paper_set,
    mark_present,
    type_desk_totals,
)
from guong.office.conferences.services.cancelling import cancel
from guong.office.conferences.services.casting import (
    ask_second,
    close_poll,
    confirm_asked,
    open_poll,
    pause_poll,
    withdraw_asked,
)
from guong.office.conferences.services.conference import create, set_board
from guong.office.conferences.services.details import move, name_officials
from guong.office.conferences.services.ending_names import ENDED_NAME, end_names
from guong.office.conferences.services.hall_mode import revoke_hall_mode, start_hall_mode
from guong.office.conferences.services.hour import forget_moment, note_moment
from guong.office.conferences.services.incidents import note_incident, settle_incident
from guong.office.conferences.services.poll import (
    confirm_printed,
    decide_plain_http,
    import_keys,
    opening_problems,
    prepare_request,
    start_over,
)
from guong.office.conferences.services.preflight import note_trial, tick_check, try_ballot
from guong.office.conferences.services.rehearsal import create_rehearsal, delete_rehearsal, end_rehearsed_poll
from guong.office.conferences.services.roll import add_to_roll, agree_roll, build_roll, remove_from_roll
from guong.office.conferences.services.screen import state_expected
from guong.office.conferences.services.second_person import choose_pin
from guong.office.conferences.services.slips import take_back_slip, take_back_slip_seen

__all__ = [
    "ENDED_NAME",
    "end_names",
    "note_trial",
    "tick_check",
    "try_ballot",
    "choose_attendance",
    "forget_moment",
    "note_moment",
    "type_desk_totals",
    "ask_second",
    "choose_pin",
    "confirm_asked",
    "withdraw_asked",
    "ATTENDANCE_LIST",
    "add_to_roll",
    "agree_roll",
    "attendance_document",
    "build_roll",
    "cancel",
    "close_poll",
    "confirm_printed",
    "count_paper_set",
    "create",
    "create_rehearsal",
    "decide_plain_http",
    "delete_rehearsal",
    "end_rehearsed_poll",
    "file_attendance_list",
    "finish_intents",
    "import_keys",
    "mark_present",
    "move",
    "name_officials",
    "note_incident",
    "open_poll",
    "opening_problems",
    "pause_poll",
    "perform_on_urn",
    "prepare_request",
    "remove_from_roll",
    "revoke_hall_mode",
    "set_board",
    "settle_incident",
    "start_hall_mode",
    "start_over",
    "state_expected",
    "take_back_slip",
    "take_back_slip_seen",
]
