"""Opening many boxes in one sitting: one set of envelopes, or a few, and a box that fails stops no other (DESIGN §4.1, §4.6)."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from guong.ceremony.folder import place_is_free, write_folder
from guong.ceremony.opening import SUMMARY, OpenedBox, open_with_seed
from guong.ceremony.summary import round_summary_text
from guong.core.outcome import Refused
from guong.core.round_results import RoundResults
from guong.core.secrecy import keys
from guong.core.secrecy.box import Box
from guong.core.secrecy.opening import Progress

ROUND = "round.json"
RESULTS, ARCHIVE_KEYS = "results", "archive-keys"
_DAY_ONE = (1980, 1, 1, 0, 0, 0)


@dataclass
class RoundOpening:
    """What a sitting yielded so far, by poll: opened boxes, and why others stayed shut."""

    opened: dict[str, OpenedBox] = field(default_factory=dict)
    refused: dict[str, Refused] = field(default_factory=dict)

    @property
    def results(self) -> RoundResults | None:
        """The list of results that the common code stands for; None while no box is opened."""
        digests = {poll: found.opening.digest for poll, found in self.opened.items()}
        return RoundResults(digests) if digests else None


def open_boxes(
    boxes: Iterable[Box],
    seeds: Sequence[bytes],
    *,
    progress: Progress | None = None,
    found: RoundOpening | None = None,
) -> RoundOpening:
    """Open every box with whichever seed is its own, in memory. ``progress`` counts envelopes over all boxes.

    A box that can't be opened is refused by itself: ``other_key``, ``changed_box``. ``found`` is filled box by box, so that
    somebody else may look how far it is.
    """
    found = RoundOpening() if found is None else found
    waiting = list(boxes)
    total, before = sum(map(envelopes_in, waiting)), 0
    for box in waiting:
        outcome = open_one(box, seeds, progress=_shifted(progress, before, total))
        before += envelopes_in(box)
        if isinstance(outcome, Refused):
            found.refused[box.definition.poll] = outcome
        else:
            found.opened[box.definition.poll] = outcome
    return found


def open_one(box: Box, seeds: Sequence[bytes], *, progress: Progress | None = None) -> OpenedBox | Refused:
    """Open a box with the seed among these (at least one) that is its own; refused ``other_key``, ``changed_box``."""
    own = (seed for seed in seeds if _is_own(box, seed))
    return open_with_seed(box, next(own, seeds[0]), progress=progress)


def _is_own(box: Box, seed: bytes) -> bool:
    board_key = keys.board_key(seed, box.definition.poll)
    return board_key.public_key().public_bytes_raw() == box.definition.board_key


def envelopes_in(box: Box) -> int:
    """Return how many envelopes a box holds."""
    return len(box.device) + len(box.paper)


def result_files(opened: Mapping[str, OpenedBox]) -> dict[str, bytes]:
    """Return the files of the results folder by name (formats §10); archive keys are not among them.

    Names alone tell them apart: a browser that sends a folder leaves the paths out.
    """
    listed = RoundResults({poll: found.opening.digest for poll, found in opened.items()})
    files = {ROUND: listed.raw}
    for poll in sorted(opened):
        files[f"result-{poll}.json"] = opened[poll].opening.raw
        files[f"archive-{poll}.age"] = opened[poll].archive
    return files


def result_zip(opened: Mapping[str, OpenedBox]) -> bytes:
    """Return the results folder as one ZIP, with fixed times."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in result_files(opened).items():
            archive.writestr(zipfile.ZipInfo(name, _DAY_ONE), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def open_round_to_folder(
    *, boxes: Sequence[Box], seeds: Sequence[bytes], out: Path, progress: Progress | None = None
) -> RoundOpening | Refused:
    """Open boxes and write results, archive keys and summary into a new folder, whole or not at all (formats §10).

    Where no box can be opened nothing is written. Refused: as `write_folder`.
    """
    refused = place_is_free(out)
    if refused is not None:
        return refused
    found = open_boxes(boxes, seeds, progress=progress)
    if found.results is None:
        return found
    files = {f"{RESULTS}/{name}": data for name, data in result_files(found.opened).items()}
    for poll, opened in found.opened.items():
        files[f"{ARCHIVE_KEYS}/{poll}.txt"] = opened.archive_key_file.encode()
    openings = [opened.opening for opened in found.opened.values()]
    files[SUMMARY] = round_summary_text(openings, found.results.code).encode()
    refused = write_folder(out, files)
    return found if refused is None else refused


def _shifted(progress: Progress | None, before: int, total: int) -> Progress | None:
    if progress is None:
        return None
    return lambda done, _, /: progress(before + done, total)
