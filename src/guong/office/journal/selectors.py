"""Reading the journal and checking its chain."""

from dataclasses import dataclass

from django.db.models import QuerySet

from guong.core import canonical, crockford
from guong.core.bundle import Journal
from guong.office.journal.chain import FIRST, digest_of, fields_of
from guong.office.journal.models import Entry


@dataclass(frozen=True)
class ChainState:
    """``entries`` were read; ``broken_at`` is the number of the first entry that doesn't fit, ``head`` the last digest."""

    entries: int
    head: str
    broken_at: int | None = None

    @property
    def whole(self) -> bool:
        """Whether nothing was changed, dropped or reordered."""
        return self.broken_at is None


@dataclass(frozen=True)
class Head:
    """The last entry's number and its digest (hex); ``code`` is what people read aloud and papers print."""

    number: int
    digest: str

    @property
    def code(self) -> str:
        """Return the digest's sixteen digits."""
        return crockford.sixteen_digits(bytes.fromhex(self.digest))


def head() -> Head:
    """Return the head of the chain as it stands now."""
    last = Entry.objects.order_by("-number").values_list("number", "digest").first()
    return Head(*last) if last else Head(0, FIRST)


def entry_of_code(code: str) -> int | None:
    """Return the number of the entry whose sixteen digits are ``code`` (as printed, blanks don't matter), or None."""
    typed = "".join(code.split())
    rows = Entry.objects.order_by("number").values_list("number", "digest").iterator()
    return next(
        (number for number, digest in rows if Head(number, digest).code.replace(" ", "") == typed), None
    )


def exported() -> Journal:
    """Return the whole journal as a bundle takes it along. It holds acts of officers only, nothing that orders voters."""
    found = [fields_of(entry) for entry in Entry.objects.order_by("number").iterator()]
    stands = head()
    data = canonical.encode({"format": "guong/journal/v1", "entries": found})
    return Journal(entries=stands.number, head=stands.digest, data=data)


def entries(*, unit_key: str = "") -> QuerySet[Entry]:
    """Return entries, newest first; of one unit if its key is given."""
    found = Entry.objects.order_by("-number")
    return found.filter(unit_key=unit_key) if unit_key else found


def verify_chain(*, expected_head: str = "") -> ChainState:
    """Recompute the chain from its first entry.

    A chain cut at its end looks whole by itself; ``expected_head`` (as printed in minutes) shows that too: it must
    then be the digest of some entry.
    """
    previous, count, seen_head = FIRST, 0, not expected_head
    for entry in Entry.objects.order_by("number").iterator():
        count += 1
        if entry.number != count or entry.previous != previous or entry.digest != digest_of(entry):
            return ChainState(count, previous, broken_at=count)
        previous = entry.digest
        seen_head = seen_head or entry.digest == expected_head
    return ChainState(count, previous, broken_at=None if seen_head else count + 1)
