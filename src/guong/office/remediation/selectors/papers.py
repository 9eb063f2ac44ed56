"""The room's papers: the plan, the empty form for a head who never logs in, the reminder."""

from dataclasses import replace
from datetime import date

from guong.core.documents.model import Document, Letterhead
from guong.core.documents.parties import Person
from guong.core.documents.remediation_plan import (
    PlannedItem,
    RemediationForm,
    remediation_form,
    remediation_plan,
)
from guong.core.documents.remediation_reminder import Reminder, remediation_reminder
from guong.core.outcome import Refused
from guong.core.remediation.deadlines import to_remind
from guong.core.wording import short_date
from guong.office.conferences import selectors as conferences
from guong.office.release import selectors as release
from guong.office.remediation import refusals
from guong.office.remediation.details import Place, due_of


def plan_form(place: Place, *, today: date) -> Document:
    """Return the empty form, to be filled in by hand and signed."""
    return remediation_form(_content(place, today))


def plan_document(place: Place, *, today: date) -> Document:
    """Return the plan as it stands, to be printed and signed."""
    items = place.plan.items.all() if place.plan else ()
    planned = tuple(
        PlannedItem(
            criterion=item.criterion_printed,
            shortcoming=item.shortcoming,
            cause=item.cause,
            measure=item.measure,
            expected=item.expected,
            owner=item.owner,
            due_on=item.due_on,
            milestones=tuple(f"{short_date(one.due_on)}: {one.what}" for one in item.milestones.all()),
        )
        for item in items
    )
    return remediation_plan(replace(_content(place, today), items=planned))


def reminder(place: Place, *, today: date) -> Document | Refused:
    """Return a letter that reminds the head of what is overdue or near. Refused: ``nothing_due``."""
    found = to_remind(due_of(place.plan, place.told_on), today=today)
    if not found:
        return refusals.NOTHING_DUE
    return remediation_reminder(
        Reminder(
            letterhead=_lead_body(place, today),
            person=release.person_of(place.conference, place.subject),
            conference_on=place.conference.held_on,
            due=found,
            today=today,
            signer=Person(place.conference.chair_name, place.conference.chair_post),
            lead_body=place.conference.lead_body,
        )
    )


def _content(place: Place, today: date) -> RemediationForm:
    head = _lead_body(place, today)
    unit = place.conference.unit.name
    return RemediationForm(
        letterhead=replace(head, superior=place.conference.superior_body, issuer=unit.upper()),
        person=release.person_of(place.conference, place.subject),
        conference_on=place.conference.held_on,
        told_on=place.told_on,
        lead_body=place.conference.lead_body,
        rule_set=conferences.rule_set_of(place.conference),
    )


def _lead_body(place: Place, today: date) -> Letterhead:
    return replace(conferences.letterhead_of(place.conference), day=today)
