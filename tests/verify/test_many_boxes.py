"""Many boxes of a round with the keys given once: one common code, and a bad box stops only itself (formats §10)."""

import hashlib
import io
import json
import zipfile
from functools import cache
from pathlib import Path

import pytest
from shamir_mnemonic import generate_mnemonics

from tests.verify.conftest import Run, one_subject, two_subjects
from tests.verify.test_keys_and_box import write_key
from tests.verify.writer import World, dump, key_file, spoken


@pytest.fixture
def boxes(tmp_path: Path) -> Path:
    """A folder with two boxes of one set of keys, and a paper that is no box."""
    folder = tmp_path / "boxes"
    folder.mkdir()
    for made in worlds():
        (folder / f"hom-phieu-{made.poll}.json").write_bytes(dump(made.box))
    (folder / "bien-ban.pdf").write_bytes(b"%PDF")
    return folder


@cache
def worlds() -> tuple[World, World]:
    return one_subject(), two_subjects(voters=6)


def round_code(*made: World) -> str:
    listed = ",".join(
        f'{{"opening_digest":"{one.counts["opening_digest"]}","poll":"{one.poll}"}}'
        for one in sorted(made, key=lambda one: one.poll)
    )
    written = f'{{"format":"guong/round-opening/v1","results":[{listed}]}}'
    return spoken(hashlib.sha256(written.encode()).digest())


def told(printed: str) -> dict[str, object]:
    value: dict[str, object] = json.loads(printed)
    return value


def test_a_folder_of_boxes_opens_with_keys_given_once(boxes: Path, run: Run, keys: list[str]) -> None:
    code, printed = run("--box", boxes, *keys)
    assert code == 0, printed
    first, second = worlds()
    for made in (first, second):
        assert f"mã kết quả {spoken(bytes.fromhex(made.counts['opening_digest']))}" in printed
    assert f"MÃ KẾT QUẢ CHUNG của 2 hòm phiếu: {round_code(first, second)}" in printed


def test_boxes_may_be_named_one_by_one_or_lie_in_a_zip(
    boxes: Path, tmp_path: Path, run: Run, keys: list[str]
) -> None:
    named = [word for path in sorted(boxes.glob("*.json")) for word in ("--box", path)]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in boxes.iterdir():
            archive.write(path, f"hom/{path.name}")
    (tmp_path / "hom.zip").write_bytes(packed.getvalue())
    expected = round_code(*worlds())
    for arguments in (named, ["--box", tmp_path / "hom.zip"]):
        code, printed = run(*arguments, *keys, "--json")
        assert code == 0, printed
        assert told(printed)["round_code"] == expected


def test_a_damaged_box_stops_only_itself(boxes: Path, run: Run, keys: list[str]) -> None:
    (boxes / "hong.json").write_bytes(b"{}")
    code, printed = run("--box", boxes, *keys)
    assert code == 1
    assert "Tệp hòm phiếu hong.json" in printed
    assert f"MÃ KẾT QUẢ CHUNG của 2 hòm phiếu: {round_code(*worlds())}" in printed


def test_two_boxes_of_one_poll_are_both_left_shut(boxes: Path, run: Run, keys: list[str]) -> None:
    (boxes / "z.json").write_bytes(dump(one_subject(voters=11).box))
    code, printed = run("--box", boxes, *keys)
    assert code == 1
    assert "Có hai hòm phiếu khác nhau của cuộc" in printed
    assert "MÃ KẾT QUẢ CHUNG" not in printed


def test_the_same_box_twice_is_one_box(boxes: Path, run: Run, keys: list[str]) -> None:
    made = worlds()[0]
    (boxes / "ban-sao.json").write_bytes(dump(made.box))
    code, printed = run("--box", boxes, *keys)
    assert code == 0, printed


def test_each_box_takes_its_own_set_of_keys(boxes: Path, tmp_path: Path, run: Run, keys: list[str]) -> None:
    shares = generate_mnemonics(1, [(2, 3)], b"x" * 16, b"")[0]
    other = []
    for number in (0, 1):
        (tmp_path / f"other{number}").write_text(key_file(number, shares), encoding="utf-8")
        other += ["--key", str(tmp_path / f"other{number}")]
    code, printed = run("--box", boxes, *other, *keys, "--json")
    assert code == 0, printed
    assert told(printed)["round_code"] == round_code(*worlds())


def test_an_odd_number_of_keys_is_wrong_usage(boxes: Path, tmp_path: Path, run: Run, keys: list[str]) -> None:
    code, printed = run("--box", boxes, *keys, *write_key(tmp_path / "third", 1))
    assert code == 2
    assert "hai chìa khoá cho mỗi bộ" in printed


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"x" * 100])
def test_a_broken_zip_is_unusable(tmp_path: Path, run: Run, keys: list[str], data: bytes) -> None:
    (tmp_path / "hom.zip").write_bytes(data)
    code, printed = run("--box", tmp_path / "hom.zip", *keys)
    assert code == 2
    assert "tệp nén hom.zip không đọc được" in printed


def test_a_folder_without_a_box_is_unusable(tmp_path: Path, run: Run, keys: list[str]) -> None:
    (tmp_path / "empty").mkdir()
    code, printed = run("--box", tmp_path / "empty", *keys)
    assert code == 2
    assert "không có tệp hòm phiếu nào" in printed


def test_a_bundle_of_one_poll_shows_no_round_code(tmp_path: Path, world: World, run: Run) -> None:
    code, printed = run(world.write(tmp_path / "bundle"))
    assert code == 0, printed
    assert "CHUNG" not in printed
