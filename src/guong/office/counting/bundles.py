"""Bundles as folders: collected from register and urn, written whole or not at all (formats §11)."""

import hashlib
import io
import os
import shutil
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

from guong.ballots import polls
from guong.core import bundle as core_bundle
from guong.core.outcome import Refused
from guong.office.conferences import selectors as conference_selectors
from guong.office.conferences.models import Conference
from guong.office.counting import refusals, selectors
from guong.office.journal.selectors import exported

_DAY_ONE = (1980, 1, 1, 0, 0, 0)


def collect(
    conferences: Sequence[Conference],
    *,
    draws: Sequence[core_bundle.DrawEntry] = (),
    earlier: Sequence[core_bundle.Earlier] = (),
) -> core_bundle.Bundle | Refused:
    """Return the bundle of opened conferences, of the draws that chose them, of what was bundled before and of the journal.

    Refused where a conference isn't opened or its envelopes are overwritten.
    """
    records = []
    for conference in conferences:
        record = _record(conference)
        if isinstance(record, Refused):
            return record
        records.append(record)
    return core_bundle.build_bundle(records, draws=draws, earlier=earlier, journal=exported())


def write(built: core_bundle.Bundle, folder: Path) -> None:
    """Write a bundle's files below a folder that appears only once it is whole."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".bundle-") as temporary:
        for path, data in built.files.items():
            target = Path(temporary, "whole", path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        if folder.exists():
            shutil.rmtree(folder)
        os.replace(Path(temporary, "whole"), folder)


def as_zip(folder: Path) -> bytes:
    """Return a bundle's folder as one zip file with fixed times, so that equal bundles are equal files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(entry for entry in folder.rglob("*") if entry.is_file()):
            information = zipfile.ZipInfo(path.relative_to(folder).as_posix(), _DAY_ONE)
            archive.writestr(information, path.read_bytes(), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def public_digest(built: core_bundle.Bundle) -> str:
    """Return SHA-256 (hex) of the public manifest, the digest behind the bundle's code."""
    return hashlib.sha256(built.files["public/manifest.json"]).hexdigest()


def _record(conference: Conference) -> core_bundle.PollRecord | Refused:
    opening, whole = selectors.opening(conference), selectors.whole_count(conference)
    if opening is None or whole is None:
        return refusals.NOT_OPENED
    box = polls.seal(conference_selectors.urn_store(), poll=conference.poll.poll_key)
    if isinstance(box, Refused):
        return box
    return core_bundle.PollRecord(
        box=box,
        subjects=opening.counts,
        opening_digest=bytes.fromhex(opening.digest),
        archive=bytes(opening.archive),
        roll=whole.check.roll,
        hand=whole.check.hand,
        figures=whole.figures,
        explanations=whole.check.explanations,
    )
