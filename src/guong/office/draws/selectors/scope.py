"""Which draws an officer sees, and the one draw of a round."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from guong.office.accounts.models import User
from guong.office.draws.models import DrawState, LotDraw
from guong.office.plans import selectors as plans
from guong.office.plans.models import Round


def draws_in_scope(*, user: User | AnonymousUser) -> QuerySet[LotDraw]:
    """Return the draws of the rounds in an officer's scope, the newest first, void ones included."""
    found = LotDraw.objects.filter(round__in=plans.rounds_in_scope(user=user))
    return found.select_related("round__plan__body").prefetch_related("levels__lots", "levels__replacements")


def draw_in_scope(*, user: User | AnonymousUser, key: str) -> LotDraw | None:
    """Return a draw by key if its round is in the officer's scope, else None (pages then answer 404)."""
    return draws_in_scope(user=user).filter(key=key).first()


def draw_of(*, round: Round) -> LotDraw | None:
    """Return the round's one draw that isn't void, None before it is begun."""
    found = LotDraw.objects.filter(round=round).exclude(state=DrawState.VOID)
    return (
        found.select_related("round__plan__body")
        .prefetch_related("levels__lots", "levels__replacements")
        .first()
    )
