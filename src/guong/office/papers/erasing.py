"""The end of working copies: files that long tasks made, when their time is over (Law 91/2025; security.md §2 no. 86)."""

from datetime import date, timedelta

from django.db import transaction

from guong.core.personal_data import TEMPORARY_DAYS
from guong.office.journal.services import record
from guong.office.papers.models import LongTask


@transaction.atomic
def erase_working_copies(*, today: date) -> int:
    """Erase long tasks and their files that began `TEMPORARY_DAYS` or more ago; returns how many, and journals the number.

    Filed papers aren't touched. SQLite overwrites what it deletes (``secure_delete``).
    """
    erased, _ = LongTask.objects.filter(begun_on__lte=today - timedelta(days=TEMPORARY_DAYS)).delete()
    if erased:
        text = f"Chương trình xoá {erased} bản tạm đã hết thời hạn {TEMPORARY_DAYS} ngày."
        record(actor=None, act="papers.erased", unit_key="", text=text)
    return erased
