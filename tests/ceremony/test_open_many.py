"""Many boxes in one sitting: the same digests as alone, one common code, a bad box stops only itself (decision 0008)."""

import io
import json
import os
import signal
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guong import cli
from guong.ceremony.box_files import sort_out
from guong.ceremony.opening import OpenedBox, open_in_memory
from guong.ceremony.opening_round import open_boxes, open_round_to_folder
from guong.ceremony.preparing import prepare_poll
from guong.core import crockford
from guong.core.round_results import RoundResults, read_round
from guong.core.secrecy import keys
from guong.core.secrecy.box import Box
from tests.ceremony.polls import box, request

SEED, OTHER_SEED = bytes(range(16)), bytes(range(16, 32))
SHARES, OTHER_SHARES = keys.split_seed(SEED), keys.split_seed(OTHER_SEED)
POLLS = {"0123456789": "Trường Ban Mai", "7K3M9QXT2A": "Trường Hoa Sen", "ZZZZZ00000": "Trường Sông Xanh"}


def make(poll: str, seed: bytes = SEED, hostile: int = 0) -> Box:
    asked = request(poll, unit=POLLS[poll])
    return box(prepare_poll(asked, seed), asked, hostile=hostile)


BOXES = [make(poll) for poll in POLLS]

DIES_WHILE_WRITING = """
import os, signal, sys
from pathlib import Path
from guong import cli
flush, left = os.fsync, int(sys.argv[1])
def dying(stream):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    flush(stream)
os.fsync = dying
cli.main(sys.argv[2:])
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder ``boxes`` with three boxes of one set of keys, and two sets of keys beside it."""
    (tmp_path / "boxes").mkdir()
    for sealed in BOXES:
        (tmp_path / "boxes" / f"hom-phieu-{sealed.definition.poll}.json").write_bytes(sealed.raw)
    for number, text in enumerate([*SHARES[:2], *OTHER_SHARES[:2]]):
        (tmp_path / f"key{number}").write_text(text, encoding="utf-8")
    return tmp_path


def arguments(folder: Path, *boxes: str, keys_used: int = 2, out: str = "out") -> list[str]:
    given = [str(folder / name) for name in boxes or ("boxes",)]
    key_files = [word for number in range(keys_used) for word in ("--key", str(folder / f"key{number}"))]
    return ["open", *given, *key_files, "--out", str(folder / out)]


def alone(sealed: Box, shares: list[str] = SHARES) -> bytes:
    outcome = open_in_memory(sealed.raw, shares[:2])
    assert isinstance(outcome, OpenedBox)
    return outcome.opening.digest


@settings(max_examples=15, deadline=None)
@given(
    st.permutations(sorted(POLLS)),
    st.lists(st.integers(0, 2), min_size=3, max_size=3),
    st.lists(st.booleans(), min_size=3, max_size=3),
)
def test_opening_together_gives_the_digests_of_opening_alone(
    order: list[str], hostile: list[int], foreign: list[bool]
) -> None:
    seeds = [OTHER_SEED if other else SEED for other in foreign]
    made = [make(*given) for given in zip(order, seeds, hostile, strict=True)]
    together = open_boxes(made, [SEED, OTHER_SEED])
    assert together.refused == {}
    for sealed, seed in zip(made, seeds, strict=True):
        shares = SHARES if seed == SEED else OTHER_SHARES
        assert together.opened[sealed.definition.poll].opening.digest == alone(sealed, shares)


def listed(folder: Path, out: str = "out") -> RoundResults:
    found = read_round((folder / out / "results" / "round.json").read_bytes())
    assert isinstance(found, RoundResults)
    return found


def test_a_folder_opens_with_two_keys_and_holds_what_the_server_takes(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(arguments(folder)) == 0
    printed = capsys.readouterr().out
    assert listed(folder).digests == {sealed.definition.poll: alone(sealed) for sealed in BOXES}
    assert f"Mã kết quả chung: {listed(folder).code}" in printed
    for sealed in BOXES:
        assert crockford.sixteen_digits(alone(sealed)) in printed
        assert crockford.sixteen_digits(sealed.list_digest) in printed
    held = {path.name for path in (folder / "out" / "results").iterdir()}
    assert held == {"round.json"} | {
        name for poll in POLLS for name in (f"result-{poll}.json", f"archive-{poll}.age")
    }


def test_the_archive_keys_lie_apart_from_what_goes_to_the_server(folder: Path) -> None:
    assert cli.main(arguments(folder)) == 0
    apart = sorted(path.stem for path in (folder / "out" / "archive-keys").iterdir())
    assert apart == sorted(POLLS)
    for path in (folder / "out" / "results").rglob("*"):
        assert path.is_dir() or b"AGE-SECRET-KEY" not in path.read_bytes()


def test_both_programs_show_the_same_round_code(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main([*arguments(folder), "--json"])
    first = json.loads(capsys.readouterr().out)
    given = ["--key", str(folder / "key0"), "--key", str(folder / "key1")]
    assert cli.main(["verify", "--box", str(folder / "boxes"), *given, "--json"]) == 0
    second = json.loads(capsys.readouterr().out)
    assert first["round_code"] == second["round_code"]
    assert {poll["result_code"] for poll in first["polls"]} == {
        poll["result_code"] for poll in second["polls"]
    }


def test_boxes_named_one_by_one_and_a_zip_of_them_give_the_same_code(folder: Path) -> None:
    names = [f"boxes/{path.name}" for path in (folder / "boxes").iterdir()]
    assert cli.main(arguments(folder, *names, out="named")) == 0
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in names:
            archive.write(folder / name, name)
    (folder / "hom.zip").write_bytes(packed.getvalue())
    assert cli.main(arguments(folder, "hom.zip", out="packed")) == 0
    assert listed(folder, "named") == listed(folder, "packed")


def test_a_damaged_box_stops_only_itself(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "boxes" / "hong.json").write_bytes(BOXES[0].raw[:500])
    assert cli.main(arguments(folder)) == 1
    assert "Chưa mở “hong.json”. Tệp hòm phiếu không nguyên vẹn" in capsys.readouterr().err
    assert set(listed(folder).digests) == set(POLLS)


def test_a_box_whose_ballot_was_changed_stops_only_itself(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sealed = BOXES[1]
    twisted = replace(sealed.device[0], envelope=sealed.device[0].envelope[:-1] + b"?")
    changed = replace(sealed, device=(twisted, *sealed.device[1:]))
    (folder / "boxes" / f"hom-phieu-{sealed.definition.poll}.json").write_bytes(changed.raw)
    assert cli.main(arguments(folder)) == 1
    told = capsys.readouterr().err
    assert "Chưa mở hòm phiếu của Trường Hoa Sen" in told
    assert "Hòm phiếu đã bị sửa" in told
    assert set(listed(folder).digests) == set(POLLS) - {sealed.definition.poll}


def test_a_box_of_another_set_stays_shut_until_its_own_keys_are_given(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    foreign = make("ZZZZZ00000", OTHER_SEED)
    (folder / "boxes" / "hom-phieu-ZZZZZ00000.json").write_bytes(foreign.raw)
    assert cli.main([*arguments(folder), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert [(entry["box"], entry["refused"]) for entry in told["refused"]] == [("ZZZZZ00000", "other_key")]
    assert cli.main(arguments(folder, keys_used=4, out="all")) == 0
    assert listed(folder, "all").digests["ZZZZZ00000"] == alone(foreign, OTHER_SHARES)


def test_keys_that_open_nothing_write_nothing(folder: Path) -> None:
    for sealed in BOXES:
        poll = sealed.definition.poll
        (folder / "boxes" / f"hom-phieu-{poll}.json").write_bytes(make(poll, OTHER_SEED).raw)
    assert cli.main(arguments(folder)) == 1
    assert not (folder / "out").exists()


def test_two_different_boxes_of_one_poll_are_both_left_shut(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "boxes" / "khac.json").write_bytes(make("7K3M9QXT2A", hostile=1).raw)
    assert cli.main(arguments(folder)) == 1
    assert "Có hai tệp hòm phiếu khác nhau của cùng một hội nghị" in capsys.readouterr().err
    assert set(listed(folder).digests) == {"0123456789", "ZZZZZ00000"}


def test_one_key_of_a_second_set_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(arguments(folder, keys_used=3)) == 2
    assert "Mỗi bộ cần đúng hai chìa khoá" in capsys.readouterr().err


def test_a_folder_without_boxes_and_a_broken_zip_are_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "empty").mkdir()
    assert cli.main(arguments(folder, "empty")) == 2
    assert "Không thấy tệp hòm phiếu nào" in capsys.readouterr().err
    (folder / "hom.zip").write_bytes(b"PK\x03\x04broken")
    assert cli.main(arguments(folder, "hom.zip")) == 1
    assert "Tệp nén không đọc được hoặc quá lớn" in capsys.readouterr().err


def test_a_zip_that_unfolds_to_too_much_is_refused_before_it_does() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(201):
            archive.writestr(f"{number}.json", b"{}")
    found = sort_out([("hom.zip", packed.getvalue())])
    assert [stranger.refused.reason for stranger in found.strange] == ["bad_zip"]


@pytest.mark.parametrize("flushes", [0, 3, 7])
def test_a_crash_while_writing_leaves_nothing(folder: Path, flushes: int) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", DIES_WHILE_WRITING, str(flushes), *arguments(folder)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        check=False,
    )
    assert ended.returncode == -signal.SIGKILL
    assert not (folder / "out").exists()
    assert cli.main(arguments(folder)) == 0
    assert not list(folder.glob(".out.partial-*"))


def test_a_used_folder_is_not_written_over(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(arguments(folder)) == 0
    assert cli.main(arguments(folder)) == 1
    assert "không ghi đè" in capsys.readouterr().err


def test_progress_counts_the_envelopes_of_all_boxes(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    open_round_to_folder(
        boxes=BOXES, seeds=[SEED], out=tmp_path / "out", progress=lambda *step: seen.append(step)
    )
    total = sum(len(sealed.device) + len(sealed.paper) for sealed in BOXES)
    assert seen == [(done, total) for done in range(1, total + 1)]
