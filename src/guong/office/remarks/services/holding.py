"""Holding a desk while one of its two officers writes."""

from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.remarks import refusals, selectors
from guong.office.remarks.models import Desk


def held(*, desk: Desk, actor: User, keeps_end: bool = False) -> Desk | Refused:
    """Lock a desk for one of its officers, in the caller's transaction. Refused: ``ended``, ``not_seated``.

    Whatever is written takes back that an officer asked for the end, unless ``keeps_end``: the other must see it first.
    """
    locked = Desk.objects.select_for_update().select_related("conference__unit").get(pk=desk.pk)
    if locked.ended_on is not None:
        return refusals.ENDED
    if not selectors.is_seated(locked, actor):
        return refusals.NOT_SEATED
    if locked.end_asked_by and not keeps_end:
        locked.end_asked_by = ""
        locked.save(update_fields=["end_asked_by"])
    return locked
