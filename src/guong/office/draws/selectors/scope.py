"""Which draws an officer sees, and the one draw of a round."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from guong.office.accounts.access import is_link_code, link_code
from guong.office.accounts.models import User
from guong.office.draws.models import DrawState, LotDraw
from guong.office.plans import selectors as plans
from guong.office.plans.models import Round

_SCREEN = "draws.screen"


def draws_in_scope(*, user: User | AnonymousUser) -> QuerySet[LotDraw]:
    """Return the draws of the rounds in an officer's scope, the newest first, void ones included."""
    return _with_all().filter(round__in=plans.rounds_in_scope(user=user))


def draw_in_scope(*, user: User | AnonymousUser, key: str) -> LotDraw | None:
    """Return a draw by key if its round is in the officer's scope, else None (pages then answer 404)."""
    return draws_in_scope(user=user).filter(key=key).first()


def screen_code(draw: LotDraw) -> str:
    """Return the code in the link of a draw's page on the projector."""
    return link_code(_SCREEN, draw.pk)


def draw_on_screen(*, number: int, code: str) -> LotDraw | None:
    """Return the draw whose projector page a link opens, None for a wrong one."""
    return _with_all().filter(pk=number).first() if is_link_code(_SCREEN, number, code) else None


def draw_of(*, round: Round) -> LotDraw | None:
    """Return the round's one draw that isn't void, None before it is begun."""
    return _with_all().filter(round=round).exclude(state=DrawState.VOID).first()


def _with_all() -> QuerySet[LotDraw]:
    draws = LotDraw.objects.select_related("round__plan__body")
    return draws.prefetch_related("levels__lots", "levels__replacements")
