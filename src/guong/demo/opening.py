"""The two laptops of an opening day: the board's program and the independent one, each with the boxes and two keys."""

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guong.ceremony.box_files import read_boxes
from guong.ceremony.opening_round import ARCHIVE_KEYS, open_round_to_folder
from guong.ceremony.shares import seeds_from
from guong.core import crockford
from guong.core.round_results import RoundResults
from guong.demo.outcomes import DemoStopped, granted


@dataclass(frozen=True)
class Opened:
    """What the two programs found, by poll key: digests of the opening and of the second program."""

    opened: Mapping[str, bytes]
    verified: Mapping[str, bytes]

    def __add__(self, other: "Opened") -> "Opened":
        return Opened({**self.opened, **other.opened}, {**self.verified, **other.verified})

    @property
    def codes(self) -> tuple[str, str]:
        """Mã kết quả chung, as each of the two programs shows it."""
        return RoundResults(self.opened).code, RoundResults(self.verified).code

    def codes_of(self, poll: str) -> tuple[str, str]:
        """Mã kết quả of one box, as each of the two programs shows it."""
        return crockford.sixteen_digits(self.opened[poll]), crockford.sixteen_digits(self.verified[poll])

    @property
    def digests(self) -> tuple[bytes, bytes]:
        """One digest over all results (decision 0008): of the opening program and of the second one."""
        return RoundResults(self.opened).digest, RoundResults(self.verified).digest


def open_boxes(boxes: Path, keys: Sequence[Path], out: Path) -> Opened:
    """Open a file of boxes with two keys into ``out`` while the independent program opens them too, on its own."""
    second = start_verify(["--box", str(boxes), *_words("--key", keys)])
    found = granted(read_boxes([boxes]))
    seeds = granted(seeds_from([path.read_text(encoding="utf-8") for path in keys]))
    opening = granted(open_round_to_folder(boxes=found.boxes, seeds=seeds, out=out))
    if opening.refused or found.strange:
        raise DemoStopped("a box stayed shut")
    polls = ended(second)["polls"]
    return Opened(
        {poll: one.opening.digest for poll, one in opening.opened.items()},
        {entry["poll"]: bytes.fromhex(entry["opening_digest"]) for entry in polls},
    )


def lay_beside(earlier: Path, bundle: Path) -> None:
    """Do what the inspection body does: lay the sealed files of an earlier round beside the later ones (formats §11)."""
    shutil.copytree(earlier / "sealed" / "polls", bundle / "sealed" / "polls", dirs_exist_ok=True)
    shutil.rmtree(earlier)


def verify_bundle(bundle: Path, code: str, keys: Sequence[Path], openings: Sequence[Path]) -> None:
    """Have the independent program check everything it can: with keys and with the archives' keys."""
    archive_keys = [path for out in openings for path in sorted((out / ARCHIVE_KEYS).iterdir())]
    words = [str(bundle), "--expect", code, *_words("--key", keys), *_words("--archive-key", archive_keys)]
    ended(start_verify(words))


def start_verify(words: Sequence[str]) -> "subprocess.Popen[str]":
    """Start `guong verify --json` in a process of its own."""
    command = [sys.executable, "-m", "guong.verify", *words, "--json"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8")


def ended(program: "subprocess.Popen[str]") -> dict[str, Any]:
    """Return what the program reports; raises DemoStopped unless everything holds."""
    said, _ = program.communicate()
    if program.returncode:
        raise DemoStopped(f"guong verify: {said}")
    report: dict[str, Any] = json.loads(said)
    return report


def _words(flag: str, paths: Sequence[Path]) -> list[str]:
    return [word for path in paths for word in (flag, str(path))]
