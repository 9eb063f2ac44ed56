"""The booth's bundled scripts and style, read into memory once (DESIGN §7)."""

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from guong.ballots import responses
from guong.ballots.responses import Response

PREFIX = "/b/static/"
# What a voter's phone and the paper station run; their digests stand in the minutes (DESIGN §4.9).
PAGE_FILES = ("booth.css", "booth.js", "seal.js", "station.js")
FOLDER = Path(__file__).parent / "static" / "dist"
_TYPES = {
    ".js": b"text/javascript; charset=utf-8",
    ".css": b"text/css; charset=utf-8",
    ".json": responses.JSON,
    ".svg": b"image/svg+xml",
    ".woff2": b"font/woff2",
}
_VERSION_CHARACTERS = 16


@dataclass(frozen=True)
class Asset:
    """One file: its SHA-256 (hex) and the ready answer."""

    digest: str
    response: Response

    @property
    def version(self) -> str:
        """The start of the digest, as it stands in the file's address."""
        return self.digest[:_VERSION_CHARACTERS]


class Assets:
    """All files of a folder, by name."""

    def __init__(self, folder: Path = FOLDER) -> None:
        files = sorted(folder.iterdir()) if folder.is_dir() else []
        self._assets = {
            path.name: _asset(path.read_bytes(), _TYPES[path.suffix])
            for path in files
            if path.suffix in _TYPES
        }

    def address(self, name: str) -> str:
        """Return the address of a file; it changes with the content, so it may be kept for ever."""
        asset = self._assets.get(name)
        return f"{PREFIX}{name}?v={asset.version}" if asset else f"{PREFIX}{name}"

    def missing(self, names: tuple[str, ...]) -> list[str]:
        """Return the names that weren't bundled."""
        return [name for name in names if name not in self._assets]

    def digests(self) -> dict[str, str]:
        """Return the SHA-256 (hex) of each of `PAGE_FILES` as served; those that weren't bundled are left out."""
        return {name: self._assets[name].digest for name in PAGE_FILES if name in self._assets}

    def answer(self, name: str, query: bytes) -> Response:
        """Return the file: for ever under its version's address, asked for anew under any other."""
        asset = self._assets.get(name)
        if asset is None:
            return responses.state("not_found")
        if query == f"v={asset.version}".encode():
            return asset.response
        kept = asset.response
        return Response(kept.status, kept.body, kept.content_type, compressed=kept.compressed)


@cache
def served() -> Assets:
    """Return the files that this process serves, read at the first call: what the disk holds later changes nothing."""
    return Assets()


def _asset(body: bytes, content_type: bytes) -> Asset:
    digest = hashlib.sha256(body).hexdigest()
    return Asset(digest, responses.content(body, content_type, cache=responses.IMMUTABLE))
