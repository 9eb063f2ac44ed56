"""Poll request and poll keys: the two files between the server and the board's program (formats §9)."""

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from guong.core import canonical, crockford
from guong.core.eligibility import slips_to_print
from guong.core.poll import Subject

REQUEST_FORMAT = "guong/poll-request/v1"
KEYS_FORMAT = "guong/poll-keys/v1"
MOST_ELIGIBLE = 5_000
MOST_STATIONS = 20
MOST_SUBJECTS = 20
KEY_BYTES = 32
_ORIGIN = re.compile(r"https?://[^\s/?#@]+\Z")
_SUBJECT_KEY = re.compile(r"[a-z0-9_]{1,32}\Z")
_HEX = re.compile(r"[0-9a-f]{64}\Z")


class BadRequest(ValueError):
    """Not a poll request of formats §9."""


class BadKeys(ValueError):
    """Not a poll-keys file of formats §9."""


@dataclass(frozen=True)
class PollRequest:
    """What the server asks the board's program to prepare.

    ``eligible`` is 1..5000, ``stations`` 0..20 paper stations, ``questionnaire`` the form's 32-byte digest, ``origin``
    scheme and host without a trailing slash. Raises BadRequest for anything outside.
    """

    poll: str
    title: str
    unit: str
    held_on: date
    origin: str
    eligible: int
    subjects: tuple[Subject, ...]
    questionnaire: bytes
    stations: int = 1

    def __post_init__(self) -> None:
        keys = [subject.key for subject in self.subjects]
        if not crockford.is_poll_key(self.poll):
            raise BadRequest("not a poll key")
        if not self.title.strip() or not self.unit.strip():
            raise BadRequest("title or unit is missing")
        if not _ORIGIN.match(self.origin):
            raise BadRequest("an origin is scheme and host only")
        if not 1 <= self.eligible <= MOST_ELIGIBLE or not 0 <= self.stations <= MOST_STATIONS:
            raise BadRequest("voters or stations are out of range")
        if not 1 <= len(keys) <= MOST_SUBJECTS or len(set(keys)) != len(keys):
            raise BadRequest("subjects are missing or doubled")
        if not all(map(_SUBJECT_KEY.match, keys)) or len(self.questionnaire) != KEY_BYTES:
            raise BadRequest("a subject key or the form's digest is malformed")

    @property
    def slips(self) -> int:
        """How many slips to make."""
        return slips_to_print(self.eligible)

    @cached_property
    def raw(self) -> bytes:
        """The canonical bytes of the file."""
        return canonical.encode(
            {
                "format": REQUEST_FORMAT,
                "poll": self.poll,
                "title": self.title,
                "unit": self.unit,
                "held_on": self.held_on.isoformat(),
                "origin": self.origin,
                "eligible": self.eligible,
                "slips": self.slips,
                "subjects": [
                    {"key": subject.key, "name": subject.name, "line": subject.line}
                    for subject in self.subjects
                ],
                "questionnaire": self.questionnaire.hex(),
                "stations": self.stations,
            }
        )

    @cached_property
    def digest(self) -> bytes:
        """SHA-256 of the file."""
        return hashlib.sha256(self.raw).digest()

    @classmethod
    def from_bytes(cls, raw: bytes) -> "PollRequest":
        """Read the file; raises BadRequest for anything that `raw` doesn't write."""
        try:
            data = _decode(raw, REQUEST_FORMAT)
            request = cls(
                poll=canonical.text(data["poll"]),
                title=canonical.text(data["title"]),
                unit=canonical.text(data["unit"]),
                held_on=date.fromisoformat(canonical.text(data["held_on"])),
                origin=canonical.text(data["origin"]),
                eligible=canonical.number(data["eligible"]),
                subjects=tuple(_subject(entry) for entry in data["subjects"]),
                questionnaire=_key(data["questionnaire"]),
                stations=canonical.number(data["stations"]),
            )
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise BadRequest(str(error)) from error
        if request.raw != raw:
            raise BadRequest("unknown, missing or contradicting fields")
        return request


@dataclass(frozen=True)
class PollKeys:
    """The public keys that the board's program hands back: the server learns nothing else.

    ``slots`` are the slips' public keys in ascending order, ``station_keys`` the paper stations'; 32 bytes each.
    Raises BadKeys for anything else.
    """

    poll: str
    request_digest: bytes
    board_key: bytes
    slots: tuple[bytes, ...]
    station_keys: tuple[bytes, ...]

    def __post_init__(self) -> None:
        every = (self.request_digest, self.board_key, *self.slots, *self.station_keys)
        if not crockford.is_poll_key(self.poll) or any(len(key) != KEY_BYTES for key in every):
            raise BadKeys("not a poll key, or a key has another length")
        if not self.slots or list(self.slots) != sorted(set(self.slots)):
            raise BadKeys("slots are missing, doubled or out of order")
        if len(set(self.station_keys)) != len(self.station_keys) or set(self.station_keys) & set(self.slots):
            raise BadKeys("a station key stands twice")

    @cached_property
    def raw(self) -> bytes:
        """The canonical bytes of the file."""
        return canonical.encode(
            {
                "format": KEYS_FORMAT,
                "poll": self.poll,
                "request_digest": self.request_digest.hex(),
                "board_key": self.board_key.hex(),
                "slots": [key.hex() for key in self.slots],
                "station_keys": [key.hex() for key in self.station_keys],
            }
        )

    @classmethod
    def from_bytes(cls, raw: bytes) -> "PollKeys":
        """Read the file; raises BadKeys for anything that `raw` doesn't write."""
        try:
            data = _decode(raw, KEYS_FORMAT)
            keys = cls(
                poll=canonical.text(data["poll"]),
                request_digest=_key(data["request_digest"]),
                board_key=_key(data["board_key"]),
                slots=tuple(_key(key) for key in data["slots"]),
                station_keys=tuple(_key(key) for key in data["station_keys"]),
            )
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise BadKeys(str(error)) from error
        if keys.raw != raw:
            raise BadKeys("unknown fields")
        return keys

    def answers(self, request: PollRequest) -> bool:
        """Tell whether these keys were made for exactly this request, with as many slips and stations as asked."""
        return (
            self.poll == request.poll
            and self.request_digest == request.digest
            and len(self.slots) == request.slips
            and len(self.station_keys) == request.stations
        )


def _decode(raw: bytes, form: str) -> dict[str, Any]:
    data = canonical.decode(raw)
    if not isinstance(data, dict) or data.get("format") != form:
        raise ValueError(f"not {form}")
    return data


def _subject(entry: dict[str, Any]) -> Subject:
    return Subject(canonical.text(entry["key"]), canonical.text(entry["name"]), canonical.text(entry["line"]))


def _key(value: object) -> bytes:
    text = canonical.text(value)
    if not _HEX.match(text):
        raise ValueError("not 32 bytes in lower-case hex")
    return bytes.fromhex(text)
