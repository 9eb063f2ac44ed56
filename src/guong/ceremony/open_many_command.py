"""`guong open BOX BOX …`: all boxes of a round in one sitting, keys given once (DESIGN §4.6, §10)."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from guong.ceremony.box_files import BoxFiles, read_boxes
from guong.ceremony.key_files import read_keys
from guong.ceremony.opening_round import RoundOpening, open_round_to_folder
from guong.ceremony.progress import LateProgress
from guong.ceremony.shares import seeds_from
from guong.ceremony.summary import opening_as_data, round_summary_text
from guong.ceremony.terminal import DONE, REFUSED, exit_code, print_json, print_refusal
from guong.core.outcome import Refused


def open_boxes_command(
    paths: Sequence[Path], key_paths: Sequence[str], out: Path, *, json: bool = False
) -> int:
    """Open many boxes (files, folders, ZIPs) into a folder and print the common code and each box's codes.

    Returns 0 where every box was opened, 1 where one was refused (the others are written), 2 wrong usage or unreadable input.
    """
    outcome = _open_boxes(paths, key_paths, out)
    if isinstance(outcome, Refused):
        print_refusal(outcome, as_json=json)
        return exit_code(outcome)
    files, found = outcome
    if json:
        print_json(round_as_data(files, found))
    else:
        _print_round(files, found, out)
    return REFUSED if found.refused or files.strange else DONE


def round_as_data(files: BoxFiles, found: RoundOpening) -> dict[str, Any]:
    """Return what `--json` prints of many boxes: the common code, each opening, each refusal; no remarks."""
    refused = [(stranger.name, stranger.refused) for stranger in files.strange]
    refused += [(poll, reason) for poll, reason in found.refused.items()]
    results = found.results
    return {
        "round_code": None if results is None else results.code,
        "polls": [opening_as_data(opened.opening) for opened in found.opened.values()],
        "refused": [
            {"box": name, "refused": reason.reason, "sentence": reason.sentence} for name, reason in refused
        ],
    }


def _open_boxes(
    paths: Sequence[Path], key_paths: Sequence[str], out: Path
) -> tuple[BoxFiles, RoundOpening] | Refused:
    files = read_boxes(paths)
    if isinstance(files, Refused):
        return files
    shares = read_keys(key_paths)
    seeds = shares if isinstance(shares, Refused) else seeds_from(shares)
    if isinstance(seeds, Refused):
        return seeds
    with LateProgress("Đang mở phiếu") as progress:
        found = open_round_to_folder(boxes=files.boxes, seeds=seeds, out=out, progress=progress)
    return found if isinstance(found, Refused) else (files, found)


def _print_round(files: BoxFiles, found: RoundOpening, out: Path) -> None:
    results = found.results
    if results is not None:
        openings = [opened.opening for opened in found.opened.values()]
        print(f"{round_summary_text(openings, results.code)}\nĐã ghi vào: {out}")
    units = {box.definition.poll: box.definition.unit for box in files.boxes}
    for poll, refused in found.refused.items():
        print(
            f"Chưa mở hòm phiếu của {units[poll]} (mã hội nghị {poll}). {refused.sentence}", file=sys.stderr
        )
    for stranger in files.strange:
        print(f"Chưa mở “{stranger.name}”. {stranger.refused.sentence}", file=sys.stderr)
