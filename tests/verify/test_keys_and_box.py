"""Keys, archive key and a box file on its own; wrong usage gives 2 and a sentence, never a traceback."""

import json
import subprocess
import sys
from pathlib import Path

import pyrage  # type: ignore[import-untyped]  # ships no annotations
import pytest
from shamir_mnemonic import generate_mnemonics

from tests.verify.conftest import Run, one_subject, two_subjects
from tests.verify.writer import SEED, World, dump, key_file, spoken

SOURCES = Path(__file__).parents[2] / "src"


def write_key(path: Path, number: int, seed: bytes = SEED) -> list[str]:
    shares = generate_mnemonics(1, [(2, 3)], seed, b"")[0]
    path.write_text(key_file(number, shares), encoding="utf-8")
    return ["--key", str(path)]


def test_key_of_another_set_fails(world: World, tmp_path: Path, run: Run, keys: list[str]) -> None:
    folder = world.write(tmp_path / "bundle")
    code, printed = run(folder, *keys[:2], *write_key(tmp_path / "other", 1))
    assert code == 1
    assert "không thuộc cùng một bộ" in printed


def test_keys_of_another_seed_fail(world: World, tmp_path: Path, run: Run) -> None:
    shares = generate_mnemonics(1, [(2, 3)], b"x" * 16, b"")[0]
    arguments = []
    for number in (0, 1):
        (tmp_path / f"{number}").write_text(key_file(number, shares), encoding="utf-8")
        arguments += ["--key", str(tmp_path / f"{number}")]
    code, printed = run(world.write(tmp_path / "bundle"), *arguments)
    assert code == 1
    assert "không phải của cuộc bỏ phiếu này" in printed


def test_same_envelope_twice_fails(world: World, tmp_path: Path, run: Run, keys: list[str]) -> None:
    code, printed = run(world.write(tmp_path / "bundle"), *keys[:2], *keys[:2])
    assert code == 1
    assert "cùng một phong bì" in printed


def test_one_key_only_is_wrong_usage(world: World, tmp_path: Path, run: Run, keys: list[str]) -> None:
    code, printed = run(world.write(tmp_path / "bundle"), *keys[:2])
    assert code == 2
    assert "hai chìa khoá" in printed


@pytest.mark.parametrize("text", ["", "0001 " * 19, "0001 " * 20, "2000 " * 20, "abcd " * 20, "\xff"])
def test_mistyped_key_file_is_unusable(
    world: World, tmp_path: Path, run: Run, keys: list[str], text: str
) -> None:
    (tmp_path / "typed").write_text(text, encoding="latin-1")
    code, printed = run(world.write(tmp_path / "bundle"), *keys[:2], "--key", tmp_path / "typed")
    assert code == 2
    assert "Chưa kiểm được" in printed


def test_archive_key_of_another_archive_fails(world: World, tmp_path: Path, run: Run) -> None:
    (tmp_path / "other").write_text(str(pyrage.x25519.Identity.generate()), encoding="utf-8")
    code, printed = run(world.write(tmp_path / "bundle"), "--archive-key", tmp_path / "other")
    assert code == 1
    assert "không mở được tệp archive.age" in printed


def test_hidden_prompt_takes_a_key_typed_by_hand(world: World, tmp_path: Path, keys: list[str]) -> None:
    folder = world.write(tmp_path / "bundle")
    typed = key_file(1).splitlines()[1]
    done = subprocess.run(
        [sys.executable, "-m", "guong.verify", str(folder), *keys[:2], "--key", "-", "--json"],
        input=typed + "\n", capture_output=True, encoding="utf-8", timeout=60, check=False,
        start_new_session=True, env={"PYTHONPATH": str(SOURCES), "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["ok"] is True
    assert typed not in done.stdout + done.stderr


def test_box_alone_with_keys_prints_the_result_code(
    world: World, tmp_path: Path, run: Run, keys: list[str]
) -> None:
    (tmp_path / "box.json").write_bytes(dump(world.box))
    code, printed = run("--box", tmp_path / "box.json", *keys)
    digest = world.counts["opening_digest"]
    assert code == 0, printed
    assert f"mã kết quả {spoken(bytes.fromhex(digest))} (đầy đủ: {digest})" in printed
    assert "chưa đưa thư mục hồ sơ" in printed


def test_box_alone_without_keys_says_that_nothing_was_opened(world: World, tmp_path: Path, run: Run) -> None:
    (tmp_path / "box.json").write_bytes(dump(world.box))
    code, printed = run("--box", tmp_path / "box.json", "--json")
    told = json.loads(printed)
    assert code == 0
    assert told["polls"] == [{"poll": world.poll, "opening_digest": None, "result_code": None}]
    assert len(told["not_checked"]) == 2


def test_box_with_public_part_is_recounted_against_it(
    world: World, tmp_path: Path, run: Run, keys: list[str]
) -> None:
    folder = world.write(tmp_path / "bundle")
    (tmp_path / "box.json").write_bytes(dump(world.box))
    code, printed = run(folder / "public", "--box", tmp_path / "box.json", *keys)
    assert code == 0, printed
    assert "đếm lại trùng khớp" in printed


@pytest.mark.parametrize("other", [two_subjects, lambda: one_subject(voters=11)])
def test_box_of_another_poll_or_another_day_fails(
    world: World, tmp_path: Path, run: Run, keys: list[str], other: type[World]
) -> None:
    folder = world.write(tmp_path / "bundle")
    (tmp_path / "box.json").write_bytes(dump(other().box))  # type: ignore[call-arg]  # a maker of worlds
    assert run(folder, "--box", tmp_path / "box.json", *keys)[0] == 1


@pytest.mark.parametrize("data", [b"", b"{}", b"[1]", b"\xff", b"[" * 100_000, b'{"format":1e999}', b"NaN"])
def test_garbage_box_fails_with_a_sentence(tmp_path: Path, run: Run, data: bytes) -> None:
    (tmp_path / "box.json").write_bytes(data)
    code, printed = run("--box", tmp_path / "box.json")
    assert code == 1
    assert "KHÔNG ĐẠT" in printed


@pytest.mark.parametrize(
    "arguments",
    [
        [], ["--box"], ["--wrong"], ["no-such-folder"], ["--box", "no-such-file"], ["no\0folder"],
        [".", "--expect", "12"], ["--expect", "1234567890123456", "--box", "x"],
    ],
)  # fmt: skip
def test_wrong_usage_gives_two_and_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run, arguments: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    code, printed = run(*arguments)
    assert code == 2
    assert printed.startswith("Chưa kiểm được: ")
    code, printed = run(*arguments, "--json")
    assert code == 2
    assert json.loads(printed)["ok"] is False


def test_terminal_codes_in_file_names_are_not_printed(world: World, tmp_path: Path, run: Run) -> None:
    folder = world.write(tmp_path / "bundle")
    (folder / "public/\x1b[2Jx").write_bytes(b"")
    code, printed = run(folder)
    assert code == 1
    assert "\x1b" not in printed


def test_help_is_shown_and_gives_zero(run: Run) -> None:
    code, printed = run("--help")
    assert code == 0
    assert "--archive-key" in printed
