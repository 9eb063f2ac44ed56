"""Where an officer begins in an empty register."""

from guong.office.accounts import selectors as accounts
from guong.office.accounts.permissions import OWN_RESULT
from guong.office.overview.selectors.tasks import Desk
from guong.office.plans import selectors as plans
from guong.office.registry import selectors as registry

SEATED = "all_seated"  # the administrator's work is done for now


def first_step(desk: Desk) -> str:
    """Name what comes first; the page's words hang on the name."""
    if desk.may("read_own_result"):
        return "head"
    if not desk.may("organise_conference"):
        return _administration() if desk.may("manage_accounts") else "wait"
    units = registry.units_in_scope(user=desk.user)
    if not units.exists():
        return "no_unit"
    if not units.filter(staff__active=True).exists():
        return "import"
    return "plan" if plans.bodies_in_scope(user=desk.user).exists() else "create"


def _administration() -> str:
    """Name what keeps the office from beginning: no lead body, no officer, or an officer without units."""
    if not registry.all_units().exists():
        return "body"
    officers = [user for user in accounts.officers() if not user.has_perm("accounts.manage_accounts")]
    if not officers:
        return "accounts"
    # A head reads the own result by the person, not by a unit.
    by_unit = [user for user in officers if not user.has_perm(f"accounts.{OWN_RESULT}")]
    seated = all(registry.assigned_units(user=user).exists() for user in by_unit)
    return SEATED if seated else "scopes"
