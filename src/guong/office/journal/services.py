"""Adding to the journal."""

import hashlib
from datetime import datetime
from typing import Protocol

from django.db import connection, transaction
from django.utils import timezone

from guong.core import canonical
from guong.office.journal.models import Entry

FIRST = "0" * 64


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
        last = Entry.objects.order_by("-number").first()
        entry = Entry(
            number=last.number + 1 if last else 1,
            recorded_at=timezone.now(),
            actor_key=actor.key if actor else "",
            actor_name=actor.full_name if actor else "Chương trình",
            act=act,
            unit_key=unit_key,
            text=text,
            previous=last.digest if last else FIRST,
        )
        entry.digest = digest_of(entry)
        entry.save(force_insert=True)
    return entry


def digest_of(entry: Entry) -> str:
    """Return SHA-256 (hex) over the canonical bytes of all fields but the digest itself."""
    fields = {
        "act": entry.act,
        "actor_key": entry.actor_key,
        "actor_name": entry.actor_name,
        "number": entry.number,
        "previous": entry.previous,
        "recorded_at": _moment(entry.recorded_at),
        "text": entry.text,
        "unit_key": entry.unit_key,
    }
    return hashlib.sha256(canonical.encode(fields)).hexdigest()


def _moment(when: datetime) -> str:
    return when.astimezone(timezone.get_fixed_timezone(0)).isoformat(timespec="microseconds")


def _lock() -> None:
    """Let one writer at a time; SQLite's immediate transactions do so already."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE journal_entry IN EXCLUSIVE MODE")
