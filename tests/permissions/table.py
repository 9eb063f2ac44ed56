"""Who may open and who may do what: one line for every route of the URL configuration.

Written from the work of each role (DESIGN §1, `accounts.roles`), never read off the guards of the pages: the walk compares
the two. `tests/architecture/test_routes.py` fails for a route without a line and for a line without a route.
"""

from guong.office.accounts.roles import Role
from tests.permissions.lines import EVERYBODY, Of, lines, room, whole

ORGANISER = {Role.ORGANISER}
WATCHED = {Role.ORGANISER, Role.OBSERVER}
PLANNED = {*WATCHED, Role.REPORTER}
COUNTER = {Role.COUNTING_OFFICER}
ON_PAPER = {Role.ORGANISER, Role.COUNTING_OFFICER, Role.PAPER_CLERK}
TYPISTS = {Role.COUNTING_OFFICER, Role.PAPER_CLERK}
UNITS = {Role.ORGANISER, Role.COUNTING_OFFICER}
PAPERS = {*UNITS, Role.REPORTER}
EDITOR = {Role.REMARKS_EDITOR}
REPORTER = {Role.REPORTER}
LEADERS = {Role.STANDING_BOARD, Role.COMMITTEE}
READERS = {*REPORTER, *LEADERS}
HEAD = {Role.SUBJECT}
BOTH_SIDES = {*REPORTER, *HEAD}
ADMINISTRATOR = {Role.ADMINISTRATOR}

_ACCOUNT = whole(
    room(
        "",
        lines("account_login account_logout mfa_authenticate", see=EVERYBODY, do=EVERYBODY, of=Of.DOOR),
        lines("account_change_password", see=EVERYBODY, do=EVERYBODY, of=Of.OWN),
        lines("account_reauthenticate mfa_reauthenticate", see=EVERYBODY, do=EVERYBODY, of=Of.OWN),
        lines("mfa_index mfa_list_webauthn", see=EVERYBODY, of=Of.OWN),
        lines("mfa_activate_totp mfa_deactivate_totp", see=EVERYBODY, do=EVERYBODY, of=Of.OWN),
        lines("mfa_generate_recovery_codes", see=EVERYBODY, do=EVERYBODY, of=Of.OWN),
        lines("mfa_view_recovery_codes mfa_download_recovery_codes", see=EVERYBODY, of=Of.OWN),
        lines("mfa_add_webauthn mfa_reauthenticate_webauthn", see=EVERYBODY, do=EVERYBODY, of=Of.OWN),
        lines("mfa_edit_webauthn mfa_remove_webauthn", see=EVERYBODY, do=EVERYBODY, of=Of.OWN),
    ),
    room(
        "accounts",
        lines("mine", see=EVERYBODY, of=Of.OWN),
        lines("revoke-pass", do=EVERYBODY, of=Of.OWN),
        lines("enter-as", do=EVERYBODY, of=Of.DOOR),
        lines("enter", see=EVERYBODY, of=Of.DOOR),
        lines("list", see=ADMINISTRATOR, of=Of.OFFICE),
        lines("new one", see=ADMINISTRATOR, do=ADMINISTRATOR, of=Of.OFFICE),
        lines("lock renew", do=ADMINISTRATOR, of=Of.OFFICE),
    ),
    room("overview", lines("home personal-data", see=EVERYBODY, of=Of.LIST)),
    room("journal", lines("list", see={*WATCHED, *ADMINISTRATOR}, of=Of.OFFICE)),
)

_REGISTER = whole(
    room(
        "registry",
        lines("units", see=UNITS, of=Of.LIST),
        lines("unit", see=UNITS),
        lines("end_unit", see=ORGANISER, do=ORGANISER),
        lines("template", see=ORGANISER, of=Of.LIST),
        lines("upload", see=ORGANISER, do=ORGANISER, of=Of.LIST),
        lines("preview errors", see=ORGANISER, of=Of.UPLOAD, missing=302),
        lines("columns", see=ORGANISER, do=ORGANISER, of=Of.UPLOAD, missing=302),
        lines("leave_out ask_again confirm", do=ORGANISER, of=Of.UPLOAD, missing=302),
        lines("scopes", see=ADMINISTRATOR, of=Of.OFFICE),
        lines("body scope", see=ADMINISTRATOR, do=ADMINISTRATOR, of=Of.OFFICE),
        lines("link unlink leave", do=ADMINISTRATOR, of=Of.OFFICE),
    ),
    room(
        "papers",
        lines("list", see=PAPERS, of=Of.LIST),
        lines("task task-bar task-file download", see=PAPERS),
        lines("templates", see=ORGANISER, do=ORGANISER, of=Of.LIST),
        lines("template-out", do=ORGANISER, of=Of.LIST),
        lines("template-start", see=ORGANISER, of=Of.LIST),
    ),
)

_CAMPAIGN = whole(
    room(
        "plans",
        lines("list", see=PLANNED, of=Of.LIST),
        lines("new", see=ORGANISER, do=ORGANISER, of=Of.LIST),
        lines("round detail duties", see=PLANNED),
        lines("rules differences", see=PLANNED, do=ORGANISER),
        lines("round-change copy details bases text", see=ORGANISER, do=ORGANISER),
        lines("duties-text recipients rounds", see=ORGANISER, do=ORGANISER),
        lines("duty briefing issue", see=ORGANISER, do=ORGANISER),
        lines("preview", see=ORGANISER),
        lines("round-remove amend drop", do=ORGANISER),
    ),
    room(
        "draws",
        lines("list", see=WATCHED, of=Of.LIST),
        lines("detail frame screen result record", see=WATCHED),
        lines("start freeze give-up", do=ORGANISER),
        lines("people minutes notice replace", see=ORGANISER, do=ORGANISER),
        lines("lots lots-file room", see=ORGANISER),
        lines("lots-printed begin lot take-back level-done compute finish", do=ORGANISER),
        lines("projector projector-part", see=EVERYBODY, of=Of.SCREEN),
    ),
    room(
        "schedule",
        lines("rounds today", see=WATCHED, of=Of.LIST),
        lines("run-sheet", see=ORGANISER, of=Of.LIST),
        lines("rehearse", see=ORGANISER, do=ORGANISER, of=Of.LIST),
        lines("programme-here incidents photographs photograph delegates-here of-draw", see=WATCHED),
        lines("progress calendar delegates", see=WATCHED, beside=True),
        lines("papers papers-here script", see=ORGANISER),
        lines("make move cancel", see=ORGANISER, do=ORGANISER),
        lines("end-rehearsal file-paper terms file-paper-here file-minutes dossier", do=ORGANISER),
        lines("note-incident settle-incident add-photograph remove-photograph", do=ORGANISER),
        lines("send copy-board propose-observers accept-observers", do=ORGANISER),
        lines("send-here dismiss officials file-slip-minutes", do=ORGANISER),
    ),
)

_CONFERENCE = whole(
    room(
        "conferences",
        lines("list", see=WATCHED, of=Of.LIST),
        lines("new", see=ORGANISER, do=ORGANISER, of=Of.LIST),
        lines("detail roll poll", see=WATCHED),
        lines("board pins", see=ORGANISER, do=ORGANISER),
        lines("request-file printing ballot-sheet ballot-layout poster shared-card message", see=ORGANISER),
        lines("opening hall screen closing", see=ORGANISER),
        lines("roll-build roll-agree roll-add roll-remove", do=ORGANISER),
        lines("request-make keys start-over attendance-list printed plain-http", do=ORGANISER),
        lines("open tick trial trial-result pause close ask withdraw confirm", do=ORGANISER),
        lines("attendance attendance-way paper-set moment desk-totals incident slip", do=ORGANISER),
        lines("hall-mode hall-mode-end hall-mode-revoke screen-expected", do=ORGANISER),
        lines("hall-screen", see=EVERYBODY, of=Of.SCREEN),
    ),
    room(
        "paperdesk",
        lines("list", see=TYPISTS, of=Of.LIST),
        lines("desk sheets order", see=TYPISTS),
        lines("typists third log count put batch", do=TYPISTS),
    ),
    room(
        "counting",
        lines("list", see=COUNTER, of=Of.LIST),
        lines("day conference sheets", see=COUNTER),
        lines("day_arrange day_change day_receive day_open", see=COUNTER, do=COUNTER),
        lines("day_bundle day_destroy day_archive day_ballots", see=COUNTER, do=COUNTER),
        lines("hand left_over reconcile seal import bundle destroy", see=COUNTER, do=COUNTER),
        lines("day_hand_over day_leave_shut day_boxes day_minutes day_bundle_file", do=COUNTER),
        lines("recount box sealing_minutes bundle_file", do=COUNTER),
    ),
)

_ON_THE_SPOT = whole(
    room(
        "paperpolls",
        lines("list", see=ON_PAPER, of=Of.LIST),
        lines("new", see=UNITS, do=UNITS, of=Of.LIST),
        lines("poll", see=ON_PAPER),
        lines("sheets", see=UNITS),
        lines("count minutes", see=COUNTER, do=COUNTER),
        lines("key", see=TYPISTS, do=TYPISTS),
        lines("again", do=COUNTER),
        lines("give-up", do=UNITS),
    ),
)

_RESULTS = whole(
    room(
        "overview",
        lines("committee", see=READERS, of=Of.LIST),
        lines("round heads years", see=READERS),
        lines("proposals", see=READERS, do=REPORTER),
        lines("answer", do=REPORTER),
    ),
    room(
        "remarks",
        lines("list", see=EDITOR, of=Of.LIST),
        lines("desk work digest", see=EDITOR),
        lines("take leave propose agree give_back rename ask_for_end end", do=EDITOR),
    ),
    room(
        "release",
        lines("list", see={*READERS, *COUNTER}, of=Of.LIST),
        lines("round", see={*READERS, *COUNTER}),
        lines("round_papers", see={*REPORTER, *COUNTER}, do={*REPORTER, *COUNTER}),
        lines("report", see=READERS, do=REPORTER),
        lines("steps result", see=READERS),
        lines("report_printed", see=REPORTER),
        lines("report_words announcement closing", see=REPORTER, do=REPORTER),
        lines("report_file", see=READERS),
        lines("export advance back back_person summary advance_person reopen", do=REPORTER),
        lines("earlier", see=REPORTER, do=REPORTER, of=Of.LIST),
        lines("earlier_template", see=REPORTER, of=Of.OFFICE),
        lines("earlier_preview", see=REPORTER, do=REPORTER),
        lines("earlier_throw earlier_out", do=REPORTER),
        lines("minutes correction", see=COUNTER, do=COUNTER),
    ),
    room(
        "feedback",
        lines("mine", see=HEAD, of=Of.LIST),
        lines("replies", see=REPORTER, of=Of.LIST),
        lines("answer", do=REPORTER),
        lines("result notice", see=HEAD),
        lines("acknowledge", do=HEAD),
        lines("reflect reply", see=HEAD, do=HEAD),
    ),
    room(
        "remediation",
        lines("list", see=BOTH_SIDES, of=Of.LIST),
        lines("plan compared item file empty_form paper", see=BOTH_SIDES),
        lines("new_item change_item", see=BOTH_SIDES, do=BOTH_SIDES),
        lines("step remove_item report add_file remove_file", do=BOTH_SIDES),
        lines("received on_paper", do=REPORTER),
        lines("reminder", see=REPORTER),
    ),
)

TABLE = whole(_ACCOUNT, _REGISTER, _CAMPAIGN, _CONFERENCE, _ON_THE_SPOT, _RESULTS)
