"""Replacing a part of a plan's text, for the services: each inside a transaction of its caller, who took the version."""

import dataclasses
from collections.abc import Mapping, Sequence

from guong.office.plans.details import BasisDetails, DutyDetails, RecipientDetails
from guong.office.plans.models import Duty, LegalBasis, Line, Plan, Recipient, Section

Lines = Mapping[str, Sequence[str]]


def write_section(plan: Plan, section: Section, lines: Lines) -> None:
    """Replace a section's lines."""
    Line.objects.filter(plan=plan, section=section).delete()
    every = [(kind, words) for kind, entries in lines.items() for words in entries]
    Line.objects.bulk_create(
        Line(plan=plan, section=section, kind=kind, text=words, place=place)
        for place, (kind, words) in enumerate(every, 1)
    )


def write_bases(plan: Plan, bases: Sequence[BasisDetails]) -> None:
    """Replace the legal bases."""
    LegalBasis.objects.filter(plan=plan).delete()
    LegalBasis.objects.bulk_create(
        LegalBasis(plan=plan, place=place, **dataclasses.asdict(basis))
        for place, basis in enumerate(bases, 1)
    )


def write_recipients(plan: Plan, recipients: Sequence[RecipientDetails]) -> None:
    """Replace the recipients."""
    Recipient.objects.filter(plan=plan).delete()
    Recipient.objects.bulk_create(
        Recipient(plan=plan, place=place, **dataclasses.asdict(recipient))
        for place, recipient in enumerate(recipients, 1)
    )


def write_duties(plan: Plan, duties: Sequence[DutyDetails]) -> None:
    """Replace bodies and tasks, keeping what is known of a task whose words stay."""
    before = {(duty.body, duty.task): duty for duty in Duty.objects.filter(plan=plan)}
    every = [(duty.body, task) for duty in duties for task in duty.tasks]
    kept = []
    for place, (body, task) in enumerate(every, 1):
        duty = before.pop((body, task), None) or Duty(plan=plan, body=body, task=task)
        duty.place = place
        kept.append(duty)
    Duty.objects.filter(pk__in=[duty.pk for duty in before.values()]).delete()
    for duty in kept:
        duty.save()
