"""Opening into a folder: whole or absent, the same digest every time, a sentence for each refusal (DESIGN §4.6)."""

import os
import signal
import subprocess
import sys
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pyrage  # type: ignore[import-untyped]  # ships no annotations
import pytest

from guong.ceremony.opening import ARCHIVE, ARCHIVE_KEY, RESULT, SUMMARY, open_to_folder
from guong.ceremony.preparing import prepare_poll
from guong.core import canonical, crockford
from guong.core.outcome import Refused
from guong.core.secrecy import keys
from guong.core.secrecy.opening import Opening
from tests.ceremony.polls import box, request

SEED = bytes(range(16))
SHARES = keys.split_seed(SEED)
BOX = box(prepare_poll(request(), SEED), request())
FILES = {RESULT, ARCHIVE, ARCHIVE_KEY, SUMMARY}

DIES_WHILE_WRITING = """
import os, signal, sys
from pathlib import Path
from guong.ceremony.opening import open_to_folder
flush, left = os.fsync, int(sys.argv[1])
def dying(stream):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    flush(stream)
os.fsync = dying
open_to_folder(box=Path(sys.argv[2]), shares=sys.argv[4:], out=Path(sys.argv[3]))
"""
ON_A_FULL_DISK = """
import resource, sys
from pathlib import Path
from guong.ceremony.opening import open_to_folder
resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500))
print(open_to_folder(box=Path(sys.argv[1]), shares=sys.argv[3:], out=Path(sys.argv[2])).reason)
"""


def opened(out: Path, shares: list[str] = SHARES[:2]) -> Opening:
    outcome = open_to_folder(box=BOX.raw, shares=shares, out=out)
    assert isinstance(outcome, Opening)
    return outcome


def refused(out: Path, raw: bytes = BOX.raw, shares: list[str] = SHARES[:2]) -> str:
    outcome = open_to_folder(box=raw, shares=shares, out=out)
    assert isinstance(outcome, Refused)
    return outcome.reason


def run(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("pair", list(combinations(SHARES, 2)))
def test_any_two_of_three_keys_open_to_the_same_result(pair: tuple[str, str], tmp_path: Path) -> None:
    outcome = opened(tmp_path / "out", list(pair))
    assert {entry.name for entry in (tmp_path / "out").iterdir()} == FILES
    assert (tmp_path / "out" / RESULT).read_bytes() == outcome.raw
    assert outcome.digest == opened(tmp_path / "again").digest


@pytest.mark.parametrize("share", SHARES, ids=["first", "second", "third"])
def test_one_key_alone_opens_nothing(share: str, tmp_path: Path) -> None:
    assert refused(tmp_path / "out", shares=[share]) == "one_key"
    assert refused(tmp_path / "out", shares=[share, share]) == "same_key"
    assert not list(tmp_path.iterdir())


def test_the_archive_opens_with_its_own_sheet_and_holds_rows_only(tmp_path: Path) -> None:
    outcome = opened(tmp_path / "out")
    lines = (tmp_path / "out" / ARCHIVE_KEY).read_text(encoding="utf-8").splitlines()
    identity = pyrage.x25519.Identity.from_str(next(line for line in lines if not line.startswith("#")))
    archive = pyrage.decrypt((tmp_path / "out" / ARCHIVE).read_bytes(), [identity])
    assert canonical.decode(archive)["opening_digest"] == outcome.digest.hex()
    assert "giáo viên".encode() not in archive


def test_the_summary_reads_the_codes_and_envelopes_and_nothing_of_the_answers(tmp_path: Path) -> None:
    outcome = opened(tmp_path / "out")
    text = (tmp_path / "out" / SUMMARY).read_text(encoding="utf-8")
    assert crockford.sixteen_digits(outcome.digest) in text
    assert crockford.sixteen_digits(BOX.list_digest) in text
    assert outcome.digest.hex() in text
    assert "đã mở 12 phiếu (11 phiếu trên thiết bị, 1 phiếu giấy): 12 hợp lệ, 0 không hợp lệ" in text
    assert "giáo viên" not in text


def test_unreadable_ballots_count_as_returned_and_invalid(tmp_path: Path) -> None:
    raw = box(prepare_poll(request(), SEED), request(), hostile=3).raw
    outcome = open_to_folder(box=raw, shares=SHARES[:2], out=tmp_path / "out")
    assert isinstance(outcome, Opening)
    assert (outcome.counts[0].opened, outcome.counts[0].invalid) == (15, 3)


@pytest.mark.parametrize("flushes", range(5))
def test_a_crash_between_two_writes_leaves_nothing_and_reopening_gives_the_same_digest(
    flushes: int, tmp_path: Path
) -> None:
    (tmp_path / "box.json").write_bytes(BOX.raw)
    out = tmp_path / "out"
    crashed = run(DIES_WHILE_WRITING, str(flushes), str(tmp_path / "box.json"), str(out), *SHARES[:2])
    assert crashed.returncode == -signal.SIGKILL, crashed.stderr
    assert not out.exists()
    again = opened(out)
    assert again.digest == opened(tmp_path / "elsewhere").digest
    assert {entry.name for entry in tmp_path.iterdir()} == {"box.json", "out", "elsewhere"}


def test_a_crash_after_the_rename_leaves_the_whole_folder(tmp_path: Path) -> None:
    (tmp_path / "box.json").write_bytes(BOX.raw)
    run(DIES_WHILE_WRITING, "5", str(tmp_path / "box.json"), str(tmp_path / "out"), *SHARES[:2])
    assert {entry.name for entry in (tmp_path / "out").iterdir()} == FILES


def test_a_full_disk_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "box.json").write_bytes(BOX.raw)
    outcome = run(ON_A_FULL_DISK, str(tmp_path / "box.json"), str(tmp_path / "out"), *SHARES[:2])
    assert outcome.stdout == "disk_full\n", outcome.stderr
    assert [entry.name for entry in tmp_path.iterdir()] == ["box.json"]


def test_a_folder_with_something_in_it_is_never_written_to(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    opened(tmp_path / "out")
    before = (tmp_path / "out" / RESULT).stat().st_mtime_ns
    assert refused(tmp_path / "out") == "folder_exists"
    assert (tmp_path / "out" / RESULT).stat().st_mtime_ns == before
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert refused(tmp_path / "file") == "folder_exists"


def test_keys_of_another_poll_and_damaged_boxes_are_refused(tmp_path: Path) -> None:
    foreign = keys.split_seed(bytes(16))
    assert refused(tmp_path / "out", shares=foreign[:2]) == "other_key"
    assert refused(tmp_path / "out", shares=[SHARES[0], foreign[1]]) == "other_set"
    assert refused(tmp_path / "out", raw=BOX.raw[:-100]) == "bad_box"
    changed = canonical.decode(BOX.raw)
    changed["device"][0][1] = changed["device"][1][1]
    changed["list_digest"] = bytes(32).hex()
    assert refused(tmp_path / "out", raw=canonical.encode(changed)) == "bad_box"


def test_an_envelope_whose_signature_fails_stops_the_opening(tmp_path: Path) -> None:
    first, *rest = BOX.device
    spoilt = replace(first, envelope=first.envelope[:-1] + bytes([first.envelope[-1] ^ 1]))
    assert refused(tmp_path / "out", raw=replace(BOX, device=(spoilt, *rest)).raw) == "changed_box"
