"""An invented lead body with its organiser, and a plan of two rounds."""

from datetime import date

from guong.office.accounts.models import User
from guong.office.plans import services
from guong.office.plans.details import PlanDetails, RoundDetails
from guong.office.plans.models import Plan
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
