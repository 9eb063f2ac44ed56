"""Photographs and rehearsals that an officer may look at."""

from django.db.models import QuerySet

from guong.office.accounts.models import User
from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Conference
from guong.office.plans import selectors as plans
from guong.office.schedule import album
from guong.office.schedule.models import Photograph

_USUAL_BODY = "Cơ quan chủ trì"


def photograph_bytes(photograph: Photograph) -> bytes:
    """Return a photograph as JPEG."""
    return album.load(photograph)


def rehearsals_of(*, user: User) -> QuerySet[Conference]:
    """Return the rehearsals in an officer's scope."""
    return conferences.conferences_in_scope(user=user).filter(rehearsal=True)


def lead_body_for(*, user: User) -> str:
    """Return the lead body that a rehearsal's papers name: that of the officer's newest plan."""
    plan = plans.plans_in_scope(user=user).first()
    return plan.lead_body if plan else _USUAL_BODY
