"""The hall's count of people and sheets, typed before anybody keys a tally."""

from django.db import transaction

from guong.core.outcome import Refused
from guong.core.paper_poll.counting import HallCount, hall_breach
from guong.office.accounts.models import User
from guong.office.journal.services import record
from guong.office.paperpolls import refusals
from guong.office.paperpolls.models import PaperPoll, SheetsCounted


@transaction.atomic
def count_sheets(*, actor: User, poll: PaperPoll, count: HallCount) -> HallCount | Refused:
    """Keep what the counting board counted; again replaces it, until somebody keyed a tally by it.

    Refused: ``void``, ``keying_begun`` and those of `refusals.HALL`.
    """
    poll = PaperPoll.objects.select_for_update().get(pk=poll.pk)
    if poll.void_reason:
        return refusals.VOID
    if poll.keyings.exists():
        return refusals.KEYING_BEGUN
    breach = hall_breach(count)
    if breach is not None:
        return refusals.HALL[breach]
    SheetsCounted.objects.update_or_create(poll=poll, defaults=vars(count))
    text = (
        f"Kiểm đếm phiếu giấy tại chỗ, {poll.title}: phát ra {count.handed_out}, thu về {count.returned}, "
        f"hợp lệ {count.valid}, không hợp lệ {count.invalid}."
    )
    record(actor=actor, act="paperpolls.count", unit_key=poll.unit.key, text=text)
    return count


@transaction.atomic
def count_again(*, actor: User, poll: PaperPoll) -> None | Refused:
    """Drop the hall's count and every tally keyed by it, so that all is counted anew. Refused: ``void``, ``minuted``."""
    poll = PaperPoll.objects.select_for_update().get(pk=poll.pk)
    if poll.void_reason:
        return refusals.VOID
    if poll.minutes_number:
        return refusals.MINUTED
    SheetsCounted.objects.filter(poll=poll).delete()
    poll.keyings.all().delete()
    poll.lines.update(votes=[])
    PaperPoll.objects.filter(pk=poll.pk).update(keyed_again=0)
    text = f"Bỏ số liệu đã ghi, đếm lại phiếu giấy từ đầu: {poll.title}."
    record(actor=actor, act="paperpolls.again", unit_key=poll.unit.key, text=text)
    return None
