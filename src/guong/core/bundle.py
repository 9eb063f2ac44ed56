"""The bundle that `guong verify` checks: files by path, a manifest for each part, one code (formats §11)."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from guong.core import canonical, crockford
from guong.core.draw import Draw, draw_record
from guong.core.reconciliation import Explanation, HandCount, SubjectFigures
from guong.core.secrecy import envelope
from guong.core.secrecy.box import Box

_JOURNAL = "journal.json"


@dataclass(frozen=True)
class PollRecord:
    """Everything of one counted poll that goes into a bundle.

    ``subjects`` are those of result.json without their remarks (formats §10); ``roll`` is the number of people on it.
    """

    box: Box
    subjects: Sequence[Mapping[str, Any]]
    opening_digest: bytes
    archive: bytes
    roll: int
    hand: HandCount
    figures: Sequence[SubjectFigures]
    explanations: Sequence[Explanation] = ()


@dataclass(frozen=True)
class DrawEntry:
    """One finished draw that goes into a bundle, and the day on which it was held."""

    draw: Draw
    held_on: date


@dataclass(frozen=True)
class ListedFile:
    """A line of a manifest: path below its part, size in bytes, SHA-256 in hex."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Earlier:
    """What an earlier bundle of the same plan published, by path below ``public/`` and without its manifest.

    ``sealed`` are the lines of its sealed manifest: the files themselves lie with the inspection body by now.
    """

    public: Mapping[str, bytes]
    sealed: Sequence[ListedFile]


@dataclass(frozen=True)
class Journal:
    """The office's journal as it stood when the bundle was made: how many entries, the digest (hex) of the last, and
    every entry as canonical bytes (formats §15). Only head and number of entries are published."""

    entries: int
    head: str
    data: bytes


@dataclass(frozen=True)
class Bundle:
    """All files of a bundle by their path below its folder, and the code printed in the minutes.

    ``sealed`` are the lines of the sealed manifest. Of an earlier bundle that goes along, ``files`` holds what it
    published; its sealed files are listed only, and whoever keeps them lays them beside.
    """

    files: dict[str, bytes]
    code: str
    sealed: tuple[ListedFile, ...] = ()

    def sealed_of(self, poll: str) -> tuple[ListedFile, ...]:
        """Return the sealed lines of one poll."""
        return tuple(line for line in self.sealed if line.path.startswith(f"polls/{poll}/"))


def build_bundle(
    polls: Sequence[PollRecord],
    *,
    draws: Sequence[DrawEntry] = (),
    earlier: Sequence[Earlier] = (),
    journal: Journal | None = None,
) -> Bundle:
    """Return the bundle of these polls and draws: a public part without rows, slot keys, remarks or names of people,
    and a sealed part. Draws alone make a public part only, so that a draw can be verified before any vote.

    ``earlier`` bundles of the plan go along, so that the last round's bundle is the whole campaign's: one code for all
    (formats §11). Their journals don't: the newest holds all that was written before. Raises ValueError where two of them
    hold different files of one name.
    """
    public: dict[str, bytes] = {}
    sealed: dict[str, bytes] = {}
    listed: list[ListedFile] = []
    for part in earlier:
        _add(public, part.public)
        listed += part.sealed
    for record in polls:
        folder = f"polls/{record.box.definition.poll}"
        _add(public, {f"{folder}/{name}": data for name, data in _public_files(record).items()})
        sealed[f"{folder}/box.json"] = record.box.raw
        sealed[f"{folder}/archive.age"] = record.archive
    if journal is not None:
        public[_JOURNAL] = canonical.encode(
            {"format": "guong/journal-head/v1", "entries": journal.entries, "head": journal.head}
        )
        sealed[_JOURNAL] = journal.data
    for entry in draws:
        name = f"draws/{entry.draw.frame.terms.key}.json"
        _add(public, {name: draw_record(entry.draw, held_on=entry.held_on)})
    files = {f"public/{path}": data for path, data in public.items()}
    digest: str | None = None
    listed += _lines(sealed)
    if listed:
        sealed_manifest = _manifest("sealed", listed, None)
        digest = hashlib.sha256(sealed_manifest).hexdigest()
        files |= {f"sealed/{path}": data for path, data in sealed.items()}
        files["sealed/manifest.json"] = sealed_manifest
    manifest = _manifest("public", _lines(public), digest)
    files["public/manifest.json"] = manifest
    return Bundle(files, crockford.sixteen_digits(hashlib.sha256(manifest).digest()), tuple(listed))


def _add(public: dict[str, bytes], files: Mapping[str, bytes]) -> None:
    if any(public.get(path, data) != data for path, data in files.items()):
        raise ValueError("two bundles hold different files of one name")
    public |= files


def _public_files(record: PollRecord) -> dict[str, bytes]:
    box = record.box
    leaves = sorted(envelope.leaf(entry.slot_key, entry.envelope) for entry in box.device)
    return {
        "poll.json": box.definition.raw,
        "questionnaire.json": box.form.raw,
        "hashes.txt": "".join(f"{leaf.hex()}\n" for leaf in leaves).encode(),
        "counts.json": canonical.encode(_counts(record)),
        "equations.json": canonical.encode(_equations(record)),
    }


def _counts(record: PollRecord) -> dict[str, Any]:
    return {
        "format": "guong/counts/v1",
        "poll": record.box.definition.poll,
        "opening_digest": record.opening_digest.hex(),
        "list_digest": record.box.list_digest.hex(),
        "box_digest": record.box.digest.hex(),
        "subjects": [dict(entry) for entry in record.subjects],
    }


def _equations(record: PollRecord) -> dict[str, Any]:
    return {
        "format": "guong/equations/v1",
        "poll": record.box.definition.poll,
        "roll": record.roll,
        "device": len(record.box.device),
        **asdict(record.hand),
        "explanations": [
            asdict(entry) | {"signed_by": list(entry.signed_by)} for entry in record.explanations
        ],
        "subjects": [_subject(figures) for figures in record.figures],
    }


def _subject(figures: SubjectFigures) -> dict[str, Any]:
    data: dict[str, Any] = {
        "subject": figures.subject,
        "paper_sheets": figures.paper_sheets,
        "opened": figures.opened,
    }
    if figures.state == "opened":
        data |= {"valid": figures.valid, "invalid": figures.invalid}
    return data


def _lines(files: Mapping[str, bytes]) -> list[ListedFile]:
    return [ListedFile(path, len(data), hashlib.sha256(data).hexdigest()) for path, data in files.items()]


def _manifest(part: str, lines: Sequence[ListedFile], sealed_manifest: str | None) -> bytes:
    entries = [asdict(line) for line in sorted(lines, key=lambda line: line.path)]
    return canonical.encode(
        {"format": "guong/manifest/v1", "part": part, "files": entries, "sealed_manifest": sealed_manifest}
    )
