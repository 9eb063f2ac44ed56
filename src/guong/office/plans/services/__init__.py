"""The writes of this room: its only door for changing anything."""

from guong.office.plans.services.cloning import copy_plan, mark_seen
from guong.office.plans.services.duties import record_briefing, record_progress
from guong.office.plans.services.issuing import begin_amendment, drop_amendment, issue
from guong.office.plans.services.plan import change_details, create_from_template, create_plan
from guong.office.plans.services.rounds import add_round, change_round, remove_round
from guong.office.plans.services.rules import change_rules
from guong.office.plans.services.text import set_bases, set_duties, set_recipients, set_section

__all__ = [
    "add_round",
    "begin_amendment",
    "change_details",
    "change_round",
    "change_rules",
    "copy_plan",
    "create_from_template",
    "create_plan",
    "drop_amendment",
    "issue",
    "mark_seen",
    "record_briefing",
    "record_progress",
    "remove_round",
    "set_bases",
    "set_duties",
    "set_recipients",
    "set_section",
]
