"""The sealed box of one poll as a file (formats §8)."""

import hashlib
from base64 import b64decode, b64encode
from dataclasses import dataclass
from functools import cached_property

from guong.core import canonical
from guong.core.lifecycle import SlotState
from guong.core.poll import PollDefinition
from guong.core.questionnaire import Questionnaire
from guong.core.secrecy import envelope

FORMAT = "guong/box/v1"


class BadBox(ValueError):
    """A file that isn't a box of formats §8."""


@dataclass(frozen=True)
class Sealed:
    """One envelope in the box with its slot key; ``subject`` is None for a device envelope."""

    slot_key: bytes
    envelope: bytes
    subject: str | None = None


@dataclass(frozen=True)
class Box:
    """A sealed box: definition, form, envelopes, and how many slots were in which state."""

    definition: PollDefinition
    form: Questionnaire
    device: tuple[Sealed, ...]
    paper: tuple[Sealed, ...]
    slots: dict[SlotState, int]

    @cached_property
    def list_digest(self) -> bytes:
        """Digest of the device envelopes' leaves."""
        leaves = [envelope.leaf(entry.slot_key, entry.envelope) for entry in self.device]
        return envelope.list_digest(self.definition.poll, leaves)

    @cached_property
    def raw(self) -> bytes:
        """The box file's bytes."""
        order = {subject.key: place for place, subject in enumerate(self.definition.subjects)}
        paper = sorted(self.paper, key=lambda entry: (order[entry.subject or ""], entry.slot_key))
        return canonical.encode(
            {
                "format": FORMAT,
                "poll": canonical.decode(self.definition.raw),
                "questionnaire": self.form.as_data(),
                "list_digest": self.list_digest.hex(),
                "slots": {state.name.lower(): self.slots.get(state, 0) for state in SlotState},
                "device": [
                    [_text(entry.slot_key), _text(entry.envelope)]
                    for entry in sorted(self.device, key=lambda entry: entry.slot_key)
                ],
                "paper": [[entry.subject, _text(entry.slot_key), _text(entry.envelope)] for entry in paper],
            }
        )

    @cached_property
    def digest(self) -> bytes:
        """SHA-256 of the box file."""
        return hashlib.sha256(self.raw).digest()

    @classmethod
    def from_bytes(cls, raw: bytes) -> "Box":
        """Read a box file; raises BadBox for anything that isn't exactly one."""
        try:
            return cls._read(raw)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise BadBox(str(error)) from error

    @classmethod
    def _read(cls, raw: bytes) -> "Box":
        data = canonical.decode(raw)
        if data["format"] != FORMAT:
            raise BadBox("not a box")
        box = cls(
            definition=PollDefinition.from_canonical(canonical.encode(data["poll"])),
            form=Questionnaire.from_canonical(canonical.encode(data["questionnaire"])),
            device=tuple(Sealed(_bytes(key), _bytes(sealed)) for key, sealed in data["device"]),
            paper=tuple(
                Sealed(_bytes(key), _bytes(sealed), subject) for subject, key, sealed in data["paper"]
            ),
            slots={SlotState[name.upper()]: canonical.number(count) for name, count in data["slots"].items()},
        )
        size = envelope.envelope_size(len(box.definition.subjects))
        entries = box.device + box.paper
        if any(len(entry.envelope) != size or len(entry.slot_key) != envelope.KEY_BYTES for entry in entries):
            raise BadBox("an envelope has another size")
        if len({entry.slot_key for entry in entries}) != len(entries):
            raise BadBox("a slot stands twice")
        if min(box.slots.values(), default=0) < 0 or box.slots.get(SlotState.CAST) != len(box.device):
            raise BadBox("the slots' states don't fit the envelopes")
        if box.form.digest != box.definition.questionnaire or box.raw != raw:
            raise BadBox("the parts don't belong together")
        return box


def _text(data: bytes) -> str:
    return b64encode(data).decode()


def _bytes(text: str) -> bytes:
    return b64decode(text, validate=True)
