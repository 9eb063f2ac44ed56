"""Opening a box in memory: verify, open, split, shuffle, count (DESIGN §4.6, formats §10)."""

import hashlib
import secrets
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from guong.core import ballot, canonical
from guong.core.outcome import Refused
from guong.core.secrecy import envelope, keys
from guong.core.secrecy.box import Box, Sealed
from guong.core.tally import Envelopes, SubjectCount, count_subject

FORMAT = "guong/opening/v1"
ARCHIVE_FORMAT = "guong/archive/v1"


class Progress(Protocol):
    """Called after each opened envelope with how many are done and how many there are."""

    def __call__(self, done: int, total: int, /) -> None: ...


@dataclass(frozen=True)
class Opening:
    """The outcome of opening a box: counts by subject, and the mark rows for the sealed archive only."""

    box: Box
    salt: bytes
    counts: tuple[SubjectCount, ...]
    rows: dict[str, tuple[str, ...]]

    @cached_property
    def raw(self) -> bytes:
        """The canonical bytes of ``result.json``."""
        definition = self.box.definition
        return canonical.encode(
            {
                "format": FORMAT,
                "poll": definition.poll,
                "board_key": definition.board_key.hex(),
                "questionnaire": definition.questionnaire.hex(),
                "box_digest": self.box.digest.hex(),
                "list_digest": self.box.list_digest.hex(),
                "salt": self.salt.hex(),
                "subjects": [count_as_data(count, remarks=True) for count in self.counts],
            }
        )

    @cached_property
    def digest(self) -> bytes:
        """The opening digest; its sixteen digits are the mã kết quả."""
        return hashlib.sha256(self.raw).digest()

    @cached_property
    def archive(self) -> bytes:
        """The clear bytes of the archive: mark rows without remarks, to be sealed at once."""
        subjects = [{"subject": subject, "rows": list(rows)} for subject, rows in self.rows.items()]
        return canonical.encode(
            {
                "format": ARCHIVE_FORMAT,
                "poll": self.box.definition.poll,
                "opening_digest": self.digest.hex(),
                "subjects": subjects,
            }
        )


def open_box(box: Box, seed: bytes, *, progress: Progress | None = None) -> Opening | Refused:
    """Open a box with the board's seed.

    Refused: ``other_key`` where the seed isn't this poll's, ``changed_box`` where a signature doesn't hold. One bad
    ballot never stops an opening: it counts as returned, invalid.
    """
    definition = box.definition
    key = keys.board_key(seed, definition.poll)
    if key.public_key().public_bytes_raw() != definition.board_key:
        return Refused(
            "other_key",
            "Hai chìa khoá này không phải của hòm phiếu này. Đề nghị lấy đúng phong bì của hội nghị.",
        )
    if not _signatures_hold(box):
        return Refused(
            "changed_box",
            "Hòm phiếu đã bị sửa: có phiếu không mang chữ ký của thẻ hoặc của bàn nhập phiếu. "
            "Dừng mở hòm, lập biên bản và xuất lại hòm phiếu từ máy chủ.",
        )
    parts = _parts_by_subject(box, key, progress)
    for pile in parts.values():
        secrets.SystemRandom().shuffle(pile)
    counts = tuple(_count(box, subject.key, parts[subject.key]) for subject in definition.subjects)
    rows = {
        count.subject: tuple(sorted(part.marks for part in parts[count.subject] if not part.is_empty))
        for count in counts
        if count.state == "opened"
    }
    return Opening(box, keys.remarks_salt(seed, definition.poll), counts, rows)


def count_as_data(count: SubjectCount, *, remarks: bool) -> dict[str, Any]:
    """Return one subject's count as it stands in result.json (with remarks) or counts.json (without)."""
    data: dict[str, Any] = {
        "subject": count.subject,
        "state": count.state,
        "device": count.device,
        "paper": count.paper,
        "opened": count.opened,
    }
    if count.state != "opened":
        return data
    data |= {
        "valid": count.valid,
        "invalid": count.invalid,
        "items": {key: list(row) for key, row in count.items.items()},
        "remarks_state": count.remarks_state,
    }
    if remarks:
        data["remarks"] = {field: list(texts) for field, texts in count.remarks.items()}
    return data


def _signatures_hold(box: Box) -> bool:
    definition = box.definition
    for entry in box.device:
        if not envelope.is_signed_by(definition, entry.slot_key, entry.envelope, entry.slot_key):
            return False
    return all(
        any(
            envelope.is_signed_by(definition, entry.slot_key, entry.envelope, station)
            for station in definition.station_keys
        )
        for entry in box.paper
    )


def _parts_by_subject(
    box: Box, key: X25519PrivateKey, progress: Progress | None
) -> dict[str, list[ballot.Part]]:
    every = [subject.key for subject in box.definition.subjects]
    enough = [subject for subject in every if _envelopes(box, subject) >= box.definition.rows_from]
    parts: dict[str, list[ballot.Part]] = {subject: [] for subject in every}
    entries = box.device + box.paper
    for done, entry in enumerate(entries, start=1):
        expected = every if entry.subject is None else [entry.subject]
        # An envelope of which nothing may be counted stays shut (formats §10).
        for part in _read(box, entry, expected, key) if set(expected) & set(enough) else ():
            if part.subject in enough:
                parts[part.subject].append(part)
        if progress:
            progress(done, len(entries))
    return parts


def _envelopes(box: Box, subject: str) -> int:
    return len(box.device) + sum(entry.subject == subject for entry in box.paper)


def _read(box: Box, entry: Sealed, expected: list[str], key: X25519PrivateKey) -> list[ballot.Part]:
    definition = box.definition
    try:
        plaintext = envelope.open_sealed(definition, entry.slot_key, entry.envelope, key)
        return ballot.decode(
            plaintext,
            box.form,
            poll=definition.poll,
            expected=expected,
            size=ballot.plaintext_size(len(definition.subjects)),
        )
    except (envelope.CannotOpen, ballot.BadBallot):
        return []


def _count(box: Box, subject: str, parts: list[ballot.Part]) -> SubjectCount:
    paper = sum(entry.subject == subject for entry in box.paper)
    return count_subject(
        subject,
        Envelopes(len(box.device), paper, parts),
        box.form,
        rows_from=box.definition.rows_from,
        remarks_from=box.definition.remarks_from,
    )
