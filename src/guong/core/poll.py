"""The public definition of a poll: what a phone, the box and the verifier agree on (formats §3)."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from guong.core import canonical, crockford

FORMAT = "guong/poll/v1"
LEAST_ROWS_FROM = 5
LEAST_REMARKS_FROM = 10
REHEARSAL = "HỘI NGHỊ THỬ"
_SUBJECT_KEY = re.compile(r"[a-z0-9_]{1,32}\Z")


@dataclass(frozen=True)
class Subject:
    """A person on whom the poll asks: opaque key, printed name, the form's full subject line."""

    key: str
    name: str
    line: str


@dataclass(frozen=True)
class PollDefinition:
    """Everything public and fixed about a poll. Keys and digests are bytes here, hex in the file."""

    poll: str
    title: str
    unit: str
    questionnaire: bytes
    board_key: bytes
    receipt_key: bytes
    station_keys: tuple[bytes, ...]
    subjects: tuple[Subject, ...]
    rows_from: int = LEAST_ROWS_FROM
    remarks_from: int = LEAST_REMARKS_FROM
    remarks_readers: str = "Hai cán bộ biên tập ngoài đơn vị"

    def __post_init__(self) -> None:
        keys = [subject.key for subject in self.subjects]
        if not crockford.is_poll_key(self.poll):
            raise ValueError("not a poll key")
        if not keys or len(set(keys)) != len(keys) or not all(map(_SUBJECT_KEY.match, keys)):
            raise ValueError("subject keys are missing, doubled or malformed")
        if self.rows_from < LEAST_ROWS_FROM or self.remarks_from < LEAST_REMARKS_FROM:
            raise ValueError("thresholds may only be raised (DESIGN §5)")
        lengths = [
            len(key) for key in (self.questionnaire, self.board_key, self.receipt_key, *self.station_keys)
        ]
        if set(lengths) != {32}:
            raise ValueError("keys and digests have 32 bytes")

    @property
    def is_rehearsal(self) -> bool:
        """Tell whether its title, which everybody reads and nobody can change any more, calls it a rehearsal."""
        return self.title.startswith(REHEARSAL)

    @cached_property
    def raw(self) -> bytes:
        """The canonical bytes of the definition."""
        return canonical.encode(
            {
                "format": FORMAT,
                "poll": self.poll,
                "title": self.title,
                "unit": self.unit,
                "questionnaire": self.questionnaire.hex(),
                "board_key": self.board_key.hex(),
                "receipt_key": self.receipt_key.hex(),
                "station_keys": [key.hex() for key in self.station_keys],
                "subjects": [
                    {"key": subject.key, "name": subject.name, "line": subject.line}
                    for subject in self.subjects
                ],
                "rows_from": self.rows_from,
                "remarks_from": self.remarks_from,
                "remarks_readers": self.remarks_readers,
            }
        )

    @classmethod
    def from_canonical(cls, raw: bytes) -> "PollDefinition":
        """Read the bytes of `raw`; raises ValueError (NotCanonical is one) for anything else."""
        data = canonical.decode(raw)
        if not isinstance(data, dict) or data.get("format") != FORMAT:
            raise ValueError("not a poll definition")
        try:
            definition = cls._read(data)
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError("a field of the poll is missing or of another kind") from error
        if definition.raw != raw:
            raise ValueError("unknown or missing fields")
        return definition

    @classmethod
    def _read(cls, data: dict[str, Any]) -> "PollDefinition":
        return cls(
            poll=canonical.text(data["poll"]),
            title=canonical.text(data["title"]),
            unit=canonical.text(data["unit"]),
            questionnaire=bytes.fromhex(data["questionnaire"]),
            board_key=bytes.fromhex(data["board_key"]),
            receipt_key=bytes.fromhex(data["receipt_key"]),
            station_keys=tuple(bytes.fromhex(key) for key in data["station_keys"]),
            subjects=tuple(
                Subject(*(canonical.text(entry[name]) for name in ("key", "name", "line")))
                for entry in data["subjects"]
            ),
            rows_from=canonical.number(data["rows_from"]),
            remarks_from=canonical.number(data["remarks_from"]),
            remarks_readers=canonical.text(data["remarks_readers"]),
        )
