"""A backup's inside: a plain tar whose last member is a manifest, streamed into age without touching a disk in clear.

By hand it opens with any age and tar: ``age --decrypt --identity FILE backup.age | tar x``.
"""

import hashlib
import json
import re
import tarfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

FORMAT = "guong-backup-1"
MANIFEST = "manifest.json"
_BLOCK = 512
_PART = r"[A-Za-z0-9_][A-Za-z0-9._-]*"
NAME = re.compile(
    rf"(?:register|urn)\.(?:sqlite3|sql)|(?:receipt|secret)\.key|(?:papers|photographs|evidence|bundles)/(?:{_PART}/)*{_PART}"
)


@dataclass(frozen=True)
class Manifest:
    """What a backup holds: size in bytes and SHA-256 (hexadecimal) by file name, and each poll's state in the urn."""

    files: Mapping[str, tuple[int, str]]
    polls: Mapping[str, str]

    def to_bytes(self) -> bytes:
        """Return the manifest's JSON."""
        files = {name: {"bytes": size, "sha256": digest} for name, (size, digest) in self.files.items()}
        return json.dumps({"format": FORMAT, "files": files, "polls": dict(self.polls)}, indent=1).encode()

    @classmethod
    def from_bytes(cls, raw: bytes) -> "Manifest":
        """Read a manifest. ValueError where it isn't one of this format."""
        try:
            data = json.loads(raw)
            if data["format"] != FORMAT:
                raise ValueError("another format")
            files = {str(name): (int(of["bytes"]), str(of["sha256"])) for name, of in data["files"].items()}
            return cls(files, {str(poll): str(state) for poll, state in data["polls"].items()})
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError("not a manifest") from error


def tar_pieces(members: Iterable[tuple[str, bytes]], polls: Mapping[str, str]) -> Iterator[bytes]:
    """Yield the bytes of the tar: every member as it comes, then the manifest of all of them."""
    files: dict[str, tuple[int, str]] = {}
    for name, data in members:
        if not NAME.fullmatch(name) or name in files:
            raise ValueError(f"a backup holds no file called {name}")
        files[name] = (len(data), hashlib.sha256(data).hexdigest())
        yield from _member(name, data)
    yield from _member(MANIFEST, Manifest(files, polls).to_bytes())
    yield bytes(2 * _BLOCK)


def _member(name: str, data: bytes) -> Iterator[bytes]:
    info = tarfile.TarInfo(name)
    info.size, info.mode = len(data), 0o600
    yield info.tobuf(tarfile.PAX_FORMAT)
    yield data
    yield bytes(-len(data) % _BLOCK)


class Pieces:
    """Pieces of bytes as something that can be read from."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._left = memoryview(b"")

    def read(self, size: int = -1) -> bytes:
        """Return up to ``size`` bytes; nothing at the end."""
        while not self._left:
            piece = next(self._pieces, None)
            if piece is None:
                return b""
            self._left = memoryview(piece)
        size = len(self._left) if size < 0 else size
        taken, self._left = self._left[:size], self._left[size:]
        return bytes(taken)
