"""Nhân bản kế hoạch năm trước: last year's plan carried into a later year, its days moved (issue 3)."""

import dataclasses
from collections.abc import Iterable, Sequence
from datetime import date

from django.db import transaction

from guong.core.outcome import Refused
from guong.core.plan_dates import moved_beside, same_weekday, year_on, year_renamed
from guong.office.accounts.models import User
from guong.office.journal import services as journal
from guong.office.plans import refusals
from guong.office.plans.details import RoundDetails
from guong.office.plans.models import (
    Duty,
    LegalBasis,
    Line,
    Part,
    Plan,
    PlanState,
    Recipient,
    Round,
    SeenDifference,
)
from guong.office.plans.selectors import differences_of

_FRESH = {
    "id",
    "key",
    "number",
    "issued_on",
    "state",
    "version",
    "copied_from",
    "amendment_reason",
    "body",
    "year",
}


@transaction.atomic
def copy_plan(*, actor: User, plan: Plan, year: int) -> Plan | Refused:
    """Copy a plan to a later year, everything but number and days of issue.

    Rounds keep the weekday and the week of their month, other days of a round keep their distance; due dates, and the day
    up to which time in a post is counted, move by whole years; "năm 2023" becomes the new year, every other year in the text stays for a person to judge
    (`selectors.differences_of`). Nothing that was done is copied. Refused: ``not_later_year``, ``copied_already``.
    """
    if year <= plan.year:
        return refusals.NOT_LATER_YEAR
    if Plan.objects.filter(copied_from=plan, year=year).exists():
        return refusals.COPIED_ALREADY
    made = Plan.objects.create(
        body=plan.body, year=year, copied_from=plan, state=PlanState.DRAFT, **_head(plan, year)
    )
    for entry in plan.rounds.all():
        Round.objects.create(plan=made, **dataclasses.asdict(_moved(entry, year)))
    _copy_parts(plan, made)
    text = f"Nhân bản kế hoạch {plan} năm {plan.year} sang năm {year}."
    journal.record(actor=actor, act="plans.copied", unit_key=plan.body.key, text=text)
    return made


@transaction.atomic
def mark_seen(*, actor: User, plan: Plan, codes: Sequence[str]) -> int:
    """Tick differences from last year's plan as looked at, by their codes; unknown codes are left out. Returns how many."""
    known = {entry.code for entry in differences_of(plan)} & set(codes)
    known -= set(SeenDifference.objects.filter(plan=plan).values_list("code", flat=True))
    SeenDifference.objects.bulk_create(SeenDifference(plan=plan, code=code) for code in sorted(known))
    if known:
        text = f"Xem {len(known)} chỗ khác năm trước của kế hoạch {plan}."
        journal.record(actor=actor, act="plans.differences_seen", unit_key=plan.body.key, text=text)
    return len(known)


def _head(plan: Plan, year: int) -> dict[str, object]:
    kept = [field.attname for field in Plan._meta.concrete_fields if field.name not in _FRESH]
    head = {name: getattr(plan, name) for name in kept}
    return head | {"number": "", "title": year_renamed(plan.title, plan.year, year)}


def _moved(entry: Round, year: int) -> RoundDetails:
    begins = same_weekday(entry.begins_on, year)
    begins = min(begins, _last_start(entry, year))

    def beside(day: date) -> date:
        return moved_beside(day, entry.begins_on, begins)

    reference = year_on(entry.reference_date, year - entry.plan.year)

    return RoundDetails(
        kind=entry.kind,
        name=year_renamed(entry.name, entry.plan.year, year),
        begins_on=begins,
        ends_on=beside(entry.ends_on),
        reference_date=min(reference, begins),
        opens_on=beside(entry.opens_on) if entry.opens_on else None,
        opening_place=entry.opening_place,
    )


def _last_start(entry: Round, year: int) -> date:
    """Return the last day on which a round of this length may begin so that it ends within the year."""
    return moved_beside(entry.begins_on, entry.ends_on, date(year, 12, 31))


def _copy_parts(plan: Plan, made: Plan) -> None:
    lines, duties = list(Line.objects.filter(plan=plan)), list(Duty.objects.filter(plan=plan))
    for line in lines:
        line.text = year_renamed(line.text, plan.year, made.year)
    for duty in duties:
        duty.task = year_renamed(duty.task, plan.year, made.year)
        duty.due_on = year_on(duty.due_on, made.year - plan.year) if duty.due_on else None
        duty.done_on, duty.evidence, duty.paper_key = None, "", ""
    _save_for(made, lines)
    _save_for(made, duties)
    _save_for(made, LegalBasis.objects.filter(plan=plan))
    _save_for(made, Recipient.objects.filter(plan=plan))


def _save_for(made: Plan, parts: Iterable[Part]) -> None:
    for part in parts:
        part.pk, part.plan = None, made
        part._state.adding = True
        part.save(force_insert=True)
