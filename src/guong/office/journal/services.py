"""Adding to the journal."""

import unicodedata
from typing import Protocol

from django.db import connection, transaction
from django.db.models import Exists
from django.utils import timezone

from guong.office.journal.chain import FIRST, digest_of
from guong.office.journal.models import Entry

PROGRAM = "Chương trình"


class Actor(Protocol):
    """Whoever acts: an account of `accounts`, which this room doesn't know."""

    key: str
    full_name: str


def record(*, actor: Actor | None, act: str, unit_key: str, text: str) -> Entry:
    """Append one act and return its entry; ``actor`` None is the program itself.

    ``act`` is a short code such as ``registry.import``, ``text`` a Vietnamese sentence. Never anything about a
    single voter: totals only (DESIGN §4.8).
    """
    with transaction.atomic():
        _lock()
        return _appended(actor, act, unit_key, text, Entry.objects.order_by("-number").first())


def record_once_a_day(*, actor: Actor, act: str, unit_key: str, text: str) -> Entry | None:
    """Append an act as `record`, unless the same officer's same act stands under today's date already: then None."""
    today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    same = Entry.objects.filter(
        recorded_at__gte=today, actor_key=actor.key, act=act, unit_key=unit_key, text=_tidy(text)
    )
    with transaction.atomic(savepoint=False):
        _lock()
        last = Entry.objects.annotate(is_noted=Exists(same)).order_by("-number").first()
        if last is not None and last.is_noted:
            return None
        return _appended(actor, act, unit_key, text, last)


def _appended(actor: Actor | None, act: str, unit_key: str, text: str, last: Entry | None) -> Entry:
    entry = Entry(
        number=last.number + 1 if last else 1,
        recorded_at=timezone.now(),
        actor_key=actor.key if actor else "",
        actor_name=_tidy(actor.full_name if actor else PROGRAM),
        act=act,
        unit_key=unit_key,
        text=_tidy(text),
        previous=last.digest if last else FIRST,
    )
    entry.digest = digest_of(entry)
    entry.save(force_insert=True)
    return entry


def _tidy(words: str) -> str:
    return unicodedata.normalize("NFC", words)


def _lock() -> None:
    """Let one writer at a time; SQLite's immediate transactions do so already."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE journal_entry IN EXCLUSIVE MODE")
