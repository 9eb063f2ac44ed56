"""Plans and what belongs to them."""

from guong.office.plans.models.duties import Briefing, Duty
from guong.office.plans.models.plan import Edition, Plan, PlanState, Round, RoundKind, new_key
from guong.office.plans.models.text import LegalBasis, Line, Part, Recipient, Section, SeenDifference

__all__ = [
    "Briefing",
    "Duty",
    "Edition",
    "LegalBasis",
    "Line",
    "Part",
    "Plan",
    "PlanState",
    "Recipient",
    "Round",
    "RoundKind",
    "Section",
    "SeenDifference",
    "new_key",
]
