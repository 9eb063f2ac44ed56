"""Any change of the bundle is caught: by the manifest, and behind a re-made manifest by the rest."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guong.verify.command import main
from tests.verify.conftest import Run, one_subject
from tests.verify.draw_writer import computed_draw
from tests.verify.writer import STATION, World

FILES = 12


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    world = one_subject(voters=5)
    world.draws = [computed_draw()]
    return world.write(tmp_path_factory.mktemp("pristine") / "bundle")


def files_of(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


@settings(max_examples=120, deadline=None)
@given(which=st.integers(0, FILES - 1), where=st.floats(0, 1, exclude_max=True), change=st.integers(1, 255))
def test_any_changed_byte_of_any_file_fails(pristine: Path, which: int, where: float, change: int) -> None:
    files = files_of(pristine)
    assert len(files) == FILES
    before = files[which].read_bytes()
    changed = bytearray(before)
    changed[int(where * len(before))] ^= change
    files[which].write_bytes(changed)
    try:
        assert main([str(pristine), "--json"]) == 1
    finally:
        files[which].write_bytes(before)


@pytest.mark.parametrize("which", range(FILES))
def test_any_dropped_or_truncated_or_lengthened_file_fails(pristine: Path, which: int) -> None:
    path = files_of(pristine)[which]
    before = path.read_bytes()
    try:
        path.write_bytes(before[:-1])
        assert main([str(pristine)]) == 1
        path.write_bytes(before + b"\n")
        assert main([str(pristine)]) == 1
        path.unlink()
        assert main([str(pristine)]) == 1
    finally:
        path.write_bytes(before)


@pytest.mark.parametrize(
    "name",
    ["notes.txt", "public/extra.json", "public/polls/7K3M9QXT2A/.hidden", "sealed/polls/7K3M9QXT2A/rows.csv"],
)
def test_any_added_file_fails(world: World, tmp_path: Path, run: Run, name: str) -> None:
    folder = world.write(tmp_path / "bundle")
    (folder / name).write_bytes(b"")
    assert run(folder)[0] == 1


def test_added_empty_folder_fails(world: World, tmp_path: Path, run: Run) -> None:
    folder = world.write(tmp_path / "bundle")
    (folder / "public/polls/0000000000").mkdir()
    assert run(folder)[0] == 1


def test_missing_sealed_folder_fails(world: World, tmp_path: Path, run: Run) -> None:
    folder = world.write(tmp_path / "bundle")
    shutil.rmtree(folder / "sealed")
    code, printed = run(folder)
    assert code == 1
    assert "Thiếu phần niêm phong" in printed


def test_sealed_part_of_another_bundle_fails(world: World, tmp_path: Path, run: Run) -> None:
    folder = world.write(tmp_path / "bundle")
    other = one_subject(voters=6).write(tmp_path / "other")
    shutil.rmtree(folder / "sealed")
    shutil.copytree(other / "sealed", folder / "sealed")
    assert run(folder)[0] == 1


@pytest.mark.parametrize("linked", ["public/polls/7K3M9QXT2A/counts.json", "public", "sealed/polls"])
def test_links_are_refused(world: World, tmp_path: Path, run: Run, linked: str) -> None:
    folder = world.write(tmp_path / "bundle")
    (folder / linked).rename(tmp_path / "elsewhere")
    (folder / linked).symlink_to(tmp_path / "elsewhere")
    code, printed = run(folder)
    assert code == 1
    assert "liên kết" in printed


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_named_pipe_is_refused_without_waiting(world: World, tmp_path: Path, run: Run) -> None:
    folder = world.write(tmp_path / "bundle")
    os.mkfifo(folder / "public/pipe")
    assert run(folder)[0] == 1


def swap_tally(world: World) -> None:
    """Move one vote from the worst to the best level, sums kept."""
    row = world.counts["subjects"][0]["items"]["unity"]
    row[1], row[4] = row[1] + 1, row[4] - 1


def break_signature(world: World) -> None:
    envelope = world.box["device"][3][1]
    world.box["device"][3][1] = envelope[:-4] + ("AAA=" if envelope[-4:] != "AAA=" else "BBA=")


def drop_envelope(world: World) -> None:
    world.box["device"].pop()
    world.box["slots"]["cast"] -= 1


def exchange_envelopes(world: World) -> None:
    first, second = world.box["device"][:2]
    first[1], second[1] = second[1], first[1]


def repeat_envelope(world: World) -> None:
    world.box["device"].insert(0, world.box["device"][0])
    world.box["slots"]["cast"] += 1


def shuffle_box(world: World) -> None:
    world.box["device"].reverse()


def add_paper(world: World) -> None:
    world.paper.append(("s1", world.ballot({"marks": "111", "remarks": [], "subject": "s1"})))
    world.seal()


def short_envelope(world: World) -> None:
    world.box["device"][0][1] = world.box["device"][0][1][4:]


@pytest.mark.parametrize(
    "tamper",
    [
        break_signature, drop_envelope, exchange_envelopes, repeat_envelope, shuffle_box, add_paper, short_envelope,
    ],
)  # fmt: skip
def test_tampered_box_is_caught_without_keys_behind_new_manifests(
    world: World, tmp_path: Path, run: Run, tamper: Callable[[World], None]
) -> None:
    tamper(world)
    world.bind_box()
    code, printed = run(world.write(tmp_path / "bundle"))
    assert code == 1, printed


def test_envelope_signed_by_no_station_is_caught(world: World, tmp_path: Path, run: Run) -> None:
    world.definition["station_keys"] = [("00" if STATION else "") * 32]
    world.seal()
    world.count_anew()
    code, printed = run(world.write(tmp_path / "bundle"))
    assert code == 1
    assert "không do bàn nhập phiếu" in printed


def test_swapped_tally_is_caught_by_keys_and_by_archive_only(
    world: World, tmp_path: Path, run: Run, keys: list[str], archive_key: list[str]
) -> None:
    swap_tally(world)
    folder = world.write(tmp_path / "bundle")
    assert run(folder)[0] == 0
    with_keys, printed = run(folder, *keys)
    assert with_keys == 1
    assert "đếm lại hòm phiếu ra số khác" in printed
    with_archive, printed = run(folder, *archive_key)
    assert with_archive == 1
    assert "đếm lại bản lưu" in printed


def test_archive_that_agrees_with_a_swapped_tally_is_caught_by_keys(
    world: World, tmp_path: Path, run: Run, keys: list[str], archive_key: list[str]
) -> None:
    swap_tally(world)
    rows = world.archive["subjects"][0]["rows"]
    rows[rows.index("444")] = "144"
    rows.sort()
    folder = world.write(tmp_path / "bundle")
    assert run(folder, *archive_key)[0] == 0
    assert run(folder, *archive_key, *keys)[0] == 1


def test_changed_remark_is_caught_by_the_opening_digest(
    world: World, tmp_path: Path, run: Run, keys: list[str]
) -> None:
    world.counts["opening_digest"] = world.archive["opening_digest"] = "ab" * 32
    code, printed = run(world.write(tmp_path / "bundle"), *keys)
    assert code == 1
    assert "mã kết quả khác" in printed


@pytest.mark.parametrize("name", ["unity", "state", "device"])
def test_sums_that_do_not_hold_are_caught_without_keys(
    world: World, tmp_path: Path, run: Run, name: str
) -> None:
    subject = world.counts["subjects"][0]
    if name == "unity":
        subject["items"]["unity"][0] += 1
    else:
        subject[name] = "too_few" if name == "state" else subject[name] + 1
    assert run(world.write(tmp_path / "bundle"))[0] == 1


@pytest.mark.parametrize(
    "change",
    [
        {"rows_from": 4},
        {"remarks_from": 9},
        {"questionnaire": "00" * 32},
        {"poll": "0000000000"},
        {"more": 1},
    ],
)
def test_definition_that_breaks_the_rules_is_caught(
    world: World, tmp_path: Path, run: Run, change: dict[str, object]
) -> None:
    world.definition |= change
    assert run(world.write(tmp_path / "bundle"))[0] == 1


@pytest.mark.parametrize("change", [b"", b"\n", b"00\n"])
def test_hash_list_that_is_not_the_published_one_is_caught(
    world: World, tmp_path: Path, run: Run, change: bytes
) -> None:
    world.hashes = change
    assert run(world.write(tmp_path / "bundle"))[0] == 1


@pytest.mark.parametrize("order", ["reversed", "doubled", "upper", "unended"])
def test_hash_list_written_otherwise_is_caught(world: World, tmp_path: Path, run: Run, order: str) -> None:
    lines = world.hashes.splitlines(keepends=True)
    written = {
        "reversed": b"".join(reversed(lines)), "doubled": b"".join([lines[0], *lines]),
        "upper": world.hashes.upper(), "unended": world.hashes[:-1],
    }  # fmt: skip
    world.hashes = written[order]
    assert run(world.write(tmp_path / "bundle"))[0] == 1
