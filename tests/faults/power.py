"""Loss of power, replayed: of what was written after a file's last synchronisation any part may be missing.

The disk of the model writes sectors of 512 bytes whole or not at all, in any order, and keeps what it was told to keep.
Names of files are durable at once. A disk that lies about synchronising is outside of every program's reach.
"""

import random
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
_HEAD = struct.Struct("<cHQI")


@dataclass(frozen=True)
class Act:
    """One recorded act on a file: ``kind`` is w (write), t (truncate) or s (synchronise)."""

    kind: bytes
    path: str
    offset: int
    data: bytes

    def on(self, content: bytearray) -> None:
        """Do it."""
        if self.kind == b"t":
            del content[self.offset :]
            content.extend(bytes(self.offset - len(content)))
        elif self.kind == b"w":
            content.extend(bytes(max(0, self.offset - len(content))))
            content[self.offset : self.offset + len(self.data)] = self.data


def acts_of(log: Path) -> Iterator[Act]:
    """Read a recording."""
    content, place = log.read_bytes(), 0
    while place < len(content):
        kind, path_length, offset, size = _HEAD.unpack_from(content, place)
        place += _HEAD.size
        path = content[place : place + path_length].decode()
        place += path_length
        yield Act(kind, path, offset, content[place : place + size])
        place += size


@dataclass
class Disk:
    """What is safe on each file, and what was asked for since."""

    safe: dict[str, bytearray] = field(default_factory=dict)
    pending: dict[str, list[Act]] = field(default_factory=dict)

    def take(self, act: Act) -> None:
        """Follow one act."""
        waiting = self.pending.setdefault(act.path, [])
        if act.kind != b"s":
            waiting.append(act)
            return
        content = self.safe.setdefault(act.path, bytearray())
        for earlier in waiting:
            earlier.on(content)
        waiting.clear()

    def after_power_loss(self, dice: random.Random) -> dict[str, bytes]:
        """Return every file as it may lie there when the power is back."""
        files = {}
        for path in self.safe.keys() | self.pending.keys():
            content = bytearray(self.safe.get(path, b""))
            for act in self.pending.get(path, []):
                for piece in _torn(act):
                    if dice.random() < 0.5:
                        piece.on(content)
            files[path] = bytes(content)
        return files


def _torn(act: Act) -> Iterator[Act]:
    if act.kind == b"t":
        yield act
        return
    start = act.offset
    while start < act.offset + len(act.data):
        end = min((start // SECTOR + 1) * SECTOR, act.offset + len(act.data))
        yield Act(b"w", act.path, start, act.data[start - act.offset : end - act.offset])
        start = end
