"""The queue of a desk: voters' own words beside what is proposed for them, each time in a fresh random order."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from uuid import UUID

from guong.core.remarks.verdicts import one_line
from guong.office.accounts.models import User
from guong.office.counting.selectors.original_remarks import original_remarks
from guong.office.remarks.models import Desk, Draft, DraftState


class Work(Enum):
    """What an officer does with a remark next."""

    EDIT = "bien-tap"
    CONFIRM = "xac-nhan"
    NOTHING = ""


@dataclass(frozen=True)
class Entry:
    """A remark at the desk: its words as they came, and the proposal, None before the first.

    ``field_key`` is empty and ``is_original`` false where the desk was opened again: the originals are destroyed then.
    """

    key: UUID
    field_key: str
    words: str
    draft: Draft | None
    is_original: bool = True

    @property
    def version(self) -> int:
        """The version of the proposal, 0 before the first."""
        return self.draft.version if self.draft else 0

    def work_for(self, user: User) -> Work:
        """Return what an officer has to do here; what the same officer proposed waits for the other."""
        if self.draft is None or self.draft.state == DraftState.RETURNED:
            return Work.EDIT
        if self.draft.state == DraftState.PROPOSED and self.draft.proposed_by != user.key:
            return Work.CONFIRM
        return Work.NOTHING


@dataclass(frozen=True)
class FieldTally:
    """The remarks of one field in numbers, as one officer sees them; ``waiting`` are with the other officer."""

    field_key: str
    received: int
    to_edit: int
    to_confirm: int
    waiting: int
    done: int


def entries_of(desk: Desk) -> list[Entry]:
    """Return all remarks of a desk that hasn't ended, in no order."""
    drafts = {draft.original or draft.key: draft for draft in desk.drafts.all()}
    originals = original_remarks(desk.conference, desk.subject_key)
    found = [Entry(one.key, one.field_key, one.text, drafts.pop(one.key, None)) for one in originals]
    again = [
        Entry(key, "", draft.source, draft, is_original=False)
        for key, draft in drafts.items()
        if not draft.original
    ]
    return found + again


def entry_among(entries: Sequence[Entry], key: UUID) -> Entry | None:
    """Return one remark of a desk by its key."""
    return next((entry for entry in entries if entry.key == key), None)


def alike(entries: Sequence[Entry], entry: Entry, user: User, work: Work) -> list[Entry]:
    """Return the other remarks in the very same words that wait for the same work of an officer, whatever their field."""
    words = one_line(entry.words)
    return [
        other
        for other in entries
        if other.key != entry.key and other.work_for(user) is work and one_line(other.words) == words
    ]


def next_entry(
    entries: Sequence[Entry],
    user: User,
    work: Work,
    *,
    field_key: str | None = None,
    skip: UUID | None = None,
) -> Entry | None:
    """Return a remark with that work for an officer, of one field if given: any of them, by the machine's randomness.

    The order is made anew each time and kept nowhere: it tells neither when something was written nor handled. ``skip``
    is only taken where nothing else is left.
    """
    waiting = [
        entry for entry in entries if entry.work_for(user) is work and field_key in (None, entry.field_key)
    ]
    others = [entry for entry in waiting if entry.key != skip]
    return secrets.choice(others or waiting) if waiting else None


def tallies(entries: Sequence[Entry], user: User, *, fields: Sequence[str]) -> list[FieldTally]:
    """Return the numbers of each field in the form's order, fields without a remark left out."""
    return [
        _tally(field, mine, user)
        for field in (*fields, "")
        if (mine := [entry for entry in entries if entry.field_key == field])
    ]


def _tally(field: str, entries: Sequence[Entry], user: User) -> FieldTally:
    work = [entry.work_for(user) for entry in entries]
    done = sum(entry.draft is not None and entry.draft.state == DraftState.CONFIRMED for entry in entries)
    to_edit, to_confirm = work.count(Work.EDIT), work.count(Work.CONFIRM)
    return FieldTally(
        field, len(entries), to_edit, to_confirm, len(entries) - to_edit - to_confirm - done, done
    )
