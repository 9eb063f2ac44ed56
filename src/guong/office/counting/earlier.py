"""What earlier bundles of a plan published, so that the last round's bundle is the whole campaign's (formats §11)."""

from collections.abc import Sequence
from pathlib import Path

from guong.core import bundle as core_bundle
from guong.core.bundle import Earlier, ListedFile
from guong.core.outcome import Refused
from guong.office.conferences.models import Conference
from guong.office.counting import refusals
from guong.office.counting.folders import shared_folder
from guong.office.counting.models import Bundle

_PUBLIC = "public"


def earlier_of(conferences: Sequence[Conference]) -> list[Earlier] | Refused:
    """Return what was bundled before of the plans that these conferences belong to, without these themselves.

    Refused: ``earlier_missing`` where published files are gone from the server.
    """
    plans = {conference.round.plan_id for conference in conferences if conference.round}
    rows = Bundle.objects.filter(conference__round__plan__in=plans).exclude(conference__in=conferences)
    found: list[Earlier] = []
    for row in rows.exclude(sealed=[]).select_related("conference__poll").order_by("pk"):
        poll = row.conference.poll.poll_key
        folder = shared_folder(row.folder or poll) / _PUBLIC
        public = _files(folder, f"polls/{poll}")
        if not public:
            return refusals.EARLIER_MISSING
        listed = [ListedFile(**line) for line in row.sealed]
        found.append(Earlier(public | _files(folder, "draws"), listed))
    return found


def sealed_lines(built: core_bundle.Bundle, conference: Conference) -> list[dict[str, str | int]]:
    """Return the lines of a bundle's sealed manifest on one conference, as the register keeps them."""
    lines = built.sealed_of(conference.poll.poll_key)
    return [{"path": line.path, "size": line.size, "sha256": line.sha256} for line in lines]


def _files(folder: Path, below: str) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted((folder / below).glob("*"))
        if path.is_file()
    }
