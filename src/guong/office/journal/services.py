"""Adding to the journal."""

import unicodedata
from typing import Protocol

from django.db import connection, transaction
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
    name, sentence = (
        unicodedata.normalize("NFC", words) for words in (actor.full_name if actor else PROGRAM, text)
    )
    with transaction.atomic():
        _lock()
        last = Entry.objects.order_by("-number").first()
        entry = Entry(
            number=last.number + 1 if last else 1,
            recorded_at=timezone.now(),
            actor_key=actor.key if actor else "",
            actor_name=name,
            act=act,
            unit_key=unit_key,
            text=sentence,
            previous=last.digest if last else FIRST,
        )
        entry.digest = digest_of(entry)
        entry.save(force_insert=True)
    return entry


def _lock() -> None:
    """Let one writer at a time; SQLite's immediate transactions do so already."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE journal_entry IN EXCLUSIVE MODE")
