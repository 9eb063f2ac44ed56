"""Beginning a plan, from nothing or from the template, and its head and foot."""

import dataclasses

from django.db import transaction

from guong.core.outcome import Refused
from guong.core.plan_rules import LEVELS
from guong.core.plan_template import PlanTemplate, filled
from guong.office.accounts.models import User
from guong.office.journal import services as journal
from guong.office.plans import refusals
from guong.office.plans.details import BasisDetails, DutyDetails, PlanDetails, RecipientDetails
from guong.office.plans.models import Plan, Round, Section
from guong.office.plans.versions import writing_refusal
from guong.office.plans.writing import write_bases, write_duties, write_recipients, write_section
from guong.office.registry import selectors as registry
from guong.office.registry.models import Unit


@transaction.atomic
def create_plan(*, actor: User, body: Unit, details: PlanDetails) -> Plan | Refused:
    """Begin an empty plan of a lead body. Refused: ``number_taken``."""
    if _number_taken(body, details):
        return refusals.NUMBER_TAKEN
    plan = Plan.objects.create(body=body, **dataclasses.asdict(details))
    _tell(actor, plan, "plans.created", f"Lập kế hoạch {plan} năm {plan.year}.")
    return plan


@transaction.atomic
def create_from_template(*, actor: User, body: Unit, year: int) -> Plan | Refused:
    """Begin a plan with the wording of 2023 in general terms, its rounds and rules; only number, day and signer are left.

    Refused: ``no_template`` where units of this level issue no plan.
    """
    template = filled(body.level, body=body.name, year=year, wards=registry.wards_of(body=body).count())
    if template is None:
        return refusals.NO_TEMPLATE
    plan = Plan.objects.create(
        body=body,
        number="",
        year=year,
        title=template.title,
        superior_body=body.parent.name if body.parent else "",
        issuing_body=body.name,
        deciding_body=template.deciding_body,
        lead_body=template.lead_body,
        locality=_locality(body.name),
        signing_authority=template.signing_authority,
        signer_post=template.signer_post,
        rules={} if template.draws else _without_draw(),
    )
    _fill(plan, template)
    _tell(actor, plan, "plans.created", f"Lập kế hoạch năm {year} từ mẫu.")
    return plan


@transaction.atomic
def change_details(*, actor: User, plan: Plan, version: int, details: PlanDetails) -> Plan | Refused:
    """Change head and foot; the year stays. Refused: ``frozen``, ``changed_meanwhile``, ``number_taken``."""
    if _number_taken(plan.body, dataclasses.replace(details, year=plan.year), but=plan):
        return refusals.NUMBER_TAKEN
    refusal = writing_refusal(plan, version)
    if refusal is not None:
        return refusal
    typed = {name: value for name, value in dataclasses.asdict(details).items() if name != "year"}
    for name, value in typed.items():
        setattr(plan, name, value)
    plan.save(update_fields=list(typed))
    _tell(actor, plan, "plans.details", f"Sửa số, ngày, trích yếu, người ký của kế hoạch {plan}.")
    return plan


def _fill(plan: Plan, template: PlanTemplate) -> None:
    write_bases(plan, [BasisDetails(**dataclasses.asdict(basis)) for basis in template.bases])
    for section, lines in (
        (Section.PURPOSE, template.purposes),
        (Section.REQUIREMENT, template.requirements),
        (Section.CONTENT, template.content),
        (Section.METHOD, template.methods),
    ):
        write_section(plan, section, {"": lines})
    write_section(plan, Section.SUBJECT, template.subjects)
    write_section(plan, Section.VOTER, template.voters)
    write_duties(plan, [DutyDetails(body, tasks) for body, tasks in template.duties])
    write_recipients(plan, [RecipientDetails.read(line) for line in template.recipients])
    for entry in template.rounds:
        typed = dataclasses.asdict(entry)
        Round.objects.create(plan=plan, reference_date=entry.begins_on, **typed)


def _number_taken(body: Unit, details: PlanDetails, but: Plan | None = None) -> bool:
    others = Plan.objects.filter(body=body, year=details.year, number=details.number)
    return bool(details.number) and any(other != but for other in others)


def _without_draw() -> dict[str, object]:
    return {"levels": [[level.key, level.name, 0, 0] for level in LEVELS]}


def _locality(name: str) -> str:
    """Return the place-name that ends a body's name: ``Hoa Sen`` of "Quận uỷ Hoa Sen"."""
    kinds = {"quận", "huyện", "thị", "thành", "đảng", "uỷ", "ủy", "phường", "xã", "bộ"}
    return " ".join(word for word in name.split() if word.lower() not in kinds)


def _tell(actor: User, plan: Plan, act: str, text: str) -> None:
    journal.record(actor=actor, act=act, unit_key=plan.body.key, text=text)
