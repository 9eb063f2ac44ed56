"""The two files between the paper desk on the server and the scanning station (formats §16).

The order says what is scanned, for whom, and which free slots may be filled; the sealed batch brings envelopes back
and counts, never an answer in plain.
"""

import re
from base64 import b64decode, b64encode
from dataclasses import asdict, dataclass, fields
from functools import cached_property
from typing import Any

from guong.core import canonical
from guong.core.poll import PollDefinition
from guong.core.questionnaire import Questionnaire

ORDER_FORMAT = "guong/scan-order/v1"
BATCH_FORMAT = "guong/scanned-sheets/v1"
MOST_SHEETS = 5_000
MOST_ROWS = 1_000_000
_BATCH_KEY = re.compile(r"[0-9a-f]{32}\Z")
_SLOT = 32


class BadScanFile(ValueError):
    """Not a file of formats §16."""


@dataclass(frozen=True)
class ScanOrder:
    """What the desk orders from the station: sheets on one subject of one poll.

    ``verifiers`` are the three names that the desk accepted as from outside the unit; ``slots`` as many free paper slots
    (32 bytes) as sheets are still to be entered.
    """

    definition: PollDefinition
    questionnaire: Questionnaire
    subject: str
    verifiers: tuple[str, str, str]
    slots: tuple[bytes, ...]

    @cached_property
    def raw(self) -> bytes:
        """The file's bytes."""
        return canonical.encode(
            {
                "format": ORDER_FORMAT,
                "definition": canonical.decode(self.definition.raw),
                "questionnaire": canonical.decode(self.questionnaire.raw),
                "subject": self.subject,
                "verifiers": list(self.verifiers),
                "slots": [slot.hex() for slot in self.slots],
            }
        )

    @classmethod
    def from_bytes(cls, raw: bytes) -> "ScanOrder":
        """Read a file; raises BadScanFile for anything that `raw` doesn't give."""
        try:
            order = cls._read(canonical.decode(raw))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise BadScanFile("not a scan order") from error
        if order.raw != raw or order.definition.questionnaire != order.questionnaire.digest:
            raise BadScanFile("unknown fields, or the form is another poll's")
        if order.subject not in {subject.key for subject in order.definition.subjects}:
            raise BadScanFile("unknown subject")
        return order

    @classmethod
    def _read(cls, data: dict[str, Any]) -> "ScanOrder":
        first, second, third = (canonical.text(name) for name in data["verifiers"])
        slots = tuple(bytes.fromhex(slot) for slot in data["slots"])
        if data["format"] != ORDER_FORMAT or {len(slot) for slot in slots} - {_SLOT}:
            raise BadScanFile("not a scan order")
        return cls(
            PollDefinition.from_canonical(canonical.encode(data["definition"])),
            Questionnaire.from_canonical(canonical.encode(data["questionnaire"])),
            canonical.text(data["subject"]),
            (first, second, third),
            slots,
        )


@dataclass(frozen=True)
class BatchTotals:
    """Counts of one batch: sheets without stamp and empty sheets, rows that the machine read and that people were shown,
    rows and heads on which the two differed, confident rows looked at and found wrong."""

    no_stamp: int
    blank: int
    rows_read: int
    rows_shown: int
    differences: int
    audited: int
    audit_wrong: int


@dataclass(frozen=True)
class SealedBatch:
    """What the station brings back: ``key`` 32 hexadecimal digits drawn by lot, so that it counts once; envelopes by slot."""

    poll: str
    subject: str
    key: str
    sheets: tuple[tuple[bytes, bytes], ...]
    totals: BatchTotals

    @cached_property
    def raw(self) -> bytes:
        """The file's bytes; sheets stand in the order of their slots' keys, which is nobody's order."""
        return canonical.encode(
            {
                "format": BATCH_FORMAT,
                "poll": self.poll,
                "subject": self.subject,
                "key": self.key,
                "sheets": [
                    [b64encode(slot).decode(), b64encode(sealed).decode()]
                    for slot, sealed in sorted(self.sheets)
                ],
                "totals": asdict(self.totals),
            }
        )

    @classmethod
    def from_bytes(cls, raw: bytes) -> "SealedBatch":
        """Read a file; raises BadScanFile for anything that `raw` doesn't give."""
        try:
            batch = cls._read(canonical.decode(raw))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise BadScanFile("not a sealed batch") from error
        slots = {slot for slot, _ in batch.sheets}
        if batch.raw != raw or not _BATCH_KEY.match(batch.key) or len(slots) != len(batch.sheets):
            raise BadScanFile("not a sealed batch")
        if not 1 <= len(batch.sheets) <= MOST_SHEETS or {len(slot) for slot in slots} != {_SLOT}:
            raise BadScanFile("no sheets, too many, or no slots")
        return batch

    @classmethod
    def _read(cls, data: dict[str, Any]) -> "SealedBatch":
        counts = {field.name: canonical.number(data["totals"][field.name]) for field in fields(BatchTotals)}
        if data["format"] != BATCH_FORMAT or not all(0 <= count <= MOST_ROWS for count in counts.values()):
            raise BadScanFile("not a sealed batch")
        return cls(
            canonical.text(data["poll"]),
            canonical.text(data["subject"]),
            canonical.text(data["key"]),
            tuple(
                (b64decode(slot, validate=True), b64decode(sealed, validate=True))
                for slot, sealed in data["sheets"]
            ),
            BatchTotals(**counts),
        )
