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
class Bundle:
    """All files of a bundle by their path below its folder, and the code printed in the minutes."""

    files: dict[str, bytes]
    code: str


def build_bundle(polls: Sequence[PollRecord], *, draws: Sequence[DrawEntry] = ()) -> Bundle:
    """Return the bundle of these polls and draws: a public part without rows, slot keys, remarks or names of people,
    and a sealed part. Draws alone make a public part only, so that a draw can be verified before any vote."""
    public: dict[str, bytes] = {}
    sealed: dict[str, bytes] = {}
    for record in polls:
        folder = f"polls/{record.box.definition.poll}"
        public |= {f"{folder}/{name}": data for name, data in _public_files(record).items()}
        sealed[f"{folder}/box.json"] = record.box.raw
        sealed[f"{folder}/archive.age"] = record.archive
    for entry in draws:
        public[f"draws/{entry.draw.frame.terms.key}.json"] = draw_record(entry.draw, held_on=entry.held_on)
    files = {f"public/{path}": data for path, data in public.items()}
    digest: str | None = None
    if sealed:
        sealed_manifest = _manifest("sealed", sealed, None)
        digest = hashlib.sha256(sealed_manifest).hexdigest()
        files |= {f"sealed/{path}": data for path, data in sealed.items()}
        files["sealed/manifest.json"] = sealed_manifest
    manifest = _manifest("public", public, digest)
    files["public/manifest.json"] = manifest
    return Bundle(files, crockford.sixteen_digits(hashlib.sha256(manifest).digest()))


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


def _manifest(part: str, files: Mapping[str, bytes], sealed_manifest: str | None) -> bytes:
    entries = [
        {"path": path, "size": len(files[path]), "sha256": hashlib.sha256(files[path]).hexdigest()}
        for path in sorted(files)
    ]
    return canonical.encode(
        {"format": "guong/manifest/v1", "part": part, "files": entries, "sealed_manifest": sealed_manifest}
    )
