"""How entries are chained (security research §2 no. 81)."""

import hashlib
from datetime import UTC

from guong.core import canonical
from guong.office.journal.models import Entry

FIRST = "0" * 64


def digest_of(entry: Entry) -> str:
    """Return SHA-256 (hex) over the canonical bytes of all fields but the digest itself."""
    return hashlib.sha256(canonical.encode(fields_of(entry))).hexdigest()


def fields_of(entry: Entry) -> dict[str, str | int]:
    """Return what an entry's digest is made over, as it also leaves the house (formats §15)."""
    return {
        "act": entry.act,
        "actor_key": entry.actor_key,
        "actor_name": entry.actor_name,
        "number": entry.number,
        "previous": entry.previous,
        "recorded_at": entry.recorded_at.astimezone(UTC).isoformat(timespec="microseconds"),
        "text": entry.text,
        "unit_key": entry.unit_key,
    }
