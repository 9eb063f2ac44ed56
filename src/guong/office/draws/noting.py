"""Writing what was done at a draw into the journal, under the body whose plan it is."""

from guong.office.accounts.models import User
from guong.office.draws.models import LotDraw
from guong.office.journal import services as journal


def note(actor: User, draw: LotDraw, act: str, text: str) -> None:
    """Record an act; ``text`` comes without its full stop, the plan's number is added."""
    plan = draw.round.plan
    journal.record(actor=actor, act=act, unit_key=plan.body.key, text=f"{text}: Kế hoạch số {plan.number}.")
