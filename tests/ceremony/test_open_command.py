"""`guong open`: the same opening from a terminal, and the same code as the independent verifier (DESIGN §10)."""

import getpass
import json
from pathlib import Path

import pytest

from guong import cli
from guong.ceremony.opening import RESULT
from guong.ceremony.preparing import prepare_poll
from guong.core.secrecy import keys
from tests.ceremony.polls import box, request

SEED = bytes(range(16))
SHARES = keys.split_seed(SEED)
BOX = box(prepare_poll(request(), SEED), request(), hostile=1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the box, the three keys, and a damaged and a foreign one."""
    (tmp_path / "box").write_bytes(BOX.raw)
    texts = [*SHARES, SHARES[0][:-4] + "1023", keys.split_seed(SEED)[0]]
    for number, text in enumerate(texts):
        (tmp_path / f"key{number}").write_text(f"# phong bì\n{text}\n", encoding="utf-8")
    return tmp_path


def run(folder: Path, *key_names: str, out: str = "out", options: tuple[str, ...] = ()) -> int:
    given = [
        argument for name in key_names for argument in ("--key", name if name == "-" else str(folder / name))
    ]
    return cli.main(["open", str(folder / "box"), *given, "--out", str(folder / out), *options])


def test_two_key_files_open_and_the_codes_are_printed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, "key0", "key2", options=("--json",)) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["subjects"][0]["invalid"] == 1
    assert "remarks" not in printed["subjects"][0]
    assert (folder / "out" / RESULT).exists()
    assert run(folder, "key0", "key1", out="again") == 0
    assert printed["result_code"] in capsys.readouterr().out


def test_the_independent_verifier_finds_the_same_code(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(folder, "key0", "key1", options=("--json",))
    code = json.loads(capsys.readouterr().out)["result_code"]
    arguments = ["--box", str(folder / "box"), "--key", str(folder / "key1"), "--key", str(folder / "key2")]
    assert cli.main(["verify", *arguments]) == 0
    assert code in capsys.readouterr().out


def test_a_key_may_be_typed_without_being_shown(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = iter(SHARES[:2])
    monkeypatch.setattr(getpass, "getpass", lambda prompt: next(typed))
    assert run(folder, "-", "-") == 0
    assert SHARES[0] not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("key_names", "code", "sentence"),
    [
        (("key0",), 2, "Cần hai chìa khoá"),
        (("key0", "key1", "key2"), 2, "Chỉ cần hai chìa khoá"),
        (("key0", "missing"), 2, "Không đọc được chìa khoá thứ 2"),
        (("key0", "key0"), 1, "cùng một chìa khoá"),
        (("key1", "key3"), 1, "Chìa khoá thứ 2 chưa đúng"),
        (("key1", "key4"), 1, "không thuộc cùng một bộ"),
    ],
)
def test_keys_that_do_not_open_are_told_apart(
    folder: Path, capsys: pytest.CaptureFixture[str], key_names: tuple[str, ...], code: int, sentence: str
) -> None:
    assert run(folder, *key_names) == code
    assert sentence in capsys.readouterr().err
    assert not (folder / "out").exists()


def test_a_missing_or_damaged_box_and_a_used_folder_are_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, "key0", "key1") == 0
    assert run(folder, "key0", "key1") == 1
    assert "không ghi đè" in capsys.readouterr().err
    (folder / "box").write_bytes(BOX.raw[:1000])
    assert run(folder, "key0", "key1", out="other", options=("--json",)) == 1
    assert json.loads(capsys.readouterr().out)["refused"] == "bad_box"
    (folder / "box").unlink()
    assert run(folder, "key0", "key1", out="other") == 2
