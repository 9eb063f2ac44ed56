"""An invented lead body with its organiser, and a plan of two rounds."""

from dataclasses import fields, replace
from datetime import date

from guong.office.accounts.models import User
from guong.office.plans import services
from guong.office.plans.details import PlanDetails, RoundDetails
from guong.office.plans.models import Plan, Round
from guong.office.registry.models import Level, Unit
from guong.office.registry.services import ensure_unit
from tests.conferences.world import good

PLAN = PlanDetails(
    number="167-KH/QU",
    year=2023,
    title="Lấy ý kiến góp ý việc tu dưỡng, rèn luyện đạo đức của người đứng đầu",
    issuing_body="QUẬN UỶ HOA SEN",
    lead_body="Ban Tuyên giáo",
)
SCHOOLS = RoundDetails(
    "school_head", "Các trường học", date(2023, 5, 15), date(2023, 5, 19), date(2023, 5, 1)
)
WARDS = RoundDetails("ward_head", "Các phường", date(2023, 10, 9), date(2023, 10, 20), date(2023, 10, 1))


def body() -> Unit:
    """Register the lead body."""
    return ensure_unit(key="Q-HS", name="Quận uỷ Hoa Sen", level=Level.DISTRICT)


def plan_of(actor: User, unit: Unit) -> Plan:
    """Make the plan with its two rounds."""
    plan = good(services.create_plan(actor=actor, body=unit, details=PLAN))
    for details in (SCHOOLS, WARDS):
        good(services.add_round(actor=actor, plan=plan, details=details))
    return plan


def from_template(actor: User, unit: Unit, year: int = 2023) -> Plan:
    """Begin a plan from the template, as an officer does."""
    return good(services.create_from_template(actor=actor, body=unit, year=year))


def completed(actor: User, plan: Plan, *, number: str = "", issued_on: date | None = None) -> Plan:
    """Fill the three fields that a template leaves: number, day, signer."""
    details = replace(
        details_of_plan(plan),
        number=number or f"{plan.year - 1856}-KH/QU",
        issued_on=issued_on or date(plan.year, 1, 27),
        signer_name="Lý Thành Vĩnh",
    )
    return good(services.change_details(actor=actor, plan=plan, version=plan.version, details=details))


def details_of_plan(plan: Plan) -> PlanDetails:
    """Head and foot of a plan as they stand, as values."""
    return PlanDetails(**{field.name: getattr(plan, field.name) for field in fields(PlanDetails)})


def issued(actor: User, unit: Unit, year: int = 2023) -> Plan:
    """Issue a plan made from the template."""
    plan = completed(actor, from_template(actor, unit, year))
    good(services.issue(actor=actor, plan=plan, version=plan.version))
    return plan


def details_of(entry: Round) -> RoundDetails:
    """A round as it stands, as values."""
    return RoundDetails(
        entry.kind,
        entry.name,
        entry.begins_on,
        entry.ends_on,
        entry.reference_date,
        entry.opens_on,
        entry.opening_place,
    )
