"""A whole bundle holds; without its keys the verifier says what it could not check."""

import json
from pathlib import Path

from tests.verify.conftest import Run, one_subject, two_subjects
from tests.verify.writer import World, sha, spoken, write_bundle


def test_untouched_bundle_holds_with_every_key(
    world: World, tmp_path: Path, run: Run, keys: list[str], archive_key: list[str]
) -> None:
    folder = world.write(tmp_path / "bundle")
    code, printed = run(folder, *keys, *archive_key)
    assert code == 0, printed
    assert "✗" not in printed
    assert "Chưa kiểm" not in printed
    assert printed.strip().splitlines()[-1].startswith("KẾT LUẬN: ĐẠT. Cả ")


def test_without_keys_it_says_plainly_what_was_not_checked(world: World, tmp_path: Path, run: Run) -> None:
    code, printed = run(world.write(tmp_path / "bundle"))
    assert code == 0, printed
    assert "Chưa kiểm: nội dung phiếu trong hòm" in printed
    assert "Chưa kiểm: bản lưu" in printed
    assert "còn 2 phần chưa kiểm" in printed.strip().splitlines()[-1]


def test_public_part_alone_holds_and_names_the_sealed_part_as_unchecked(
    world: World, tmp_path: Path, run: Run
) -> None:
    code, printed = run(world.write(tmp_path / "bundle") / "public")
    assert code == 0, printed
    assert "Chưa kiểm: phần niêm phong" in printed


def test_several_polls_of_one_key_set_hold_together(
    tmp_path: Path, run: Run, keys: list[str], archive_key: list[str]
) -> None:
    write_bundle(tmp_path / "bundle", [one_subject(), two_subjects()])
    code, printed = run(tmp_path / "bundle", *keys, *archive_key)
    assert code == 0, printed


def test_subject_with_too_few_envelopes_is_not_opened(
    tmp_path: Path, run: Run, keys: list[str], archive_key: list[str]
) -> None:
    world = two_subjects(voters=4, sheets=2)
    assert [subject["state"] for subject in world.counts["subjects"]] == ["opened", "too_few"]
    code, printed = run(world.write(tmp_path / "bundle"), *keys, *archive_key)
    assert code == 0, printed


def test_figures_of_a_too_small_group_fail(tmp_path: Path, run: Run) -> None:
    world = two_subjects(voters=4, sheets=2)
    world.counts["subjects"][1] |= {
        "state": "opened", "valid": 4, "invalid": 0, "remarks_state": "discarded",
        "items": {"unity": [0, 0, 0, 4, 0], "duty": [0, 0, 4, 0, 0], "prestige": [0, 4, 0, 0, 0]},
    }  # fmt: skip
    assert run(world.write(tmp_path / "bundle"))[0] == 1


def test_remarks_of_fewer_than_ten_are_discarded(tmp_path: Path, run: Run, keys: list[str]) -> None:
    world = one_subject(voters=7)
    assert world.counts["subjects"][0]["remarks_state"] == "discarded"
    code, printed = run(world.write(tmp_path / "bundle"), *keys)
    assert code == 0, printed
    world.counts["subjects"][0]["remarks_state"] = "kept"
    assert run(world.write(tmp_path / "kept"))[0] == 1


def test_json_gives_one_object_with_codes_and_checks(
    world: World, tmp_path: Path, run: Run, keys: list[str]
) -> None:
    folder = world.write(tmp_path / "bundle")
    code, printed = run(folder, *keys, "--json")
    told = json.loads(printed)
    digest = world.counts["opening_digest"]
    assert code == 0
    assert told["ok"] is True
    assert told["code"] == spoken(sha((folder / "public/manifest.json").read_bytes()))
    assert told["polls"] == [
        {"poll": world.poll, "opening_digest": digest, "result_code": spoken(bytes.fromhex(digest))}
    ]
    assert all(set(check) == {"name", "ok", "detail"} for check in told["checks"])
    assert len({check["name"] for check in told["checks"]}) == len(told["checks"])
    assert len(told["not_checked"]) == 1


def test_expected_code_is_taken_with_and_without_spaces(world: World, tmp_path: Path, run: Run) -> None:
    folder = world.write(tmp_path / "bundle")
    code = spoken(sha((folder / "public/manifest.json").read_bytes()))
    assert run(folder, "--expect", code)[0] == 0
    assert run(folder, "--expect", code.replace(" ", ""))[0] == 0
    other = ("1" if code[0] != "1" else "2") + code[1:]
    result, printed = run(folder, "--expect", other)
    assert result == 1
    assert "không phải hồ sơ ghi trong biên bản" in printed


def test_no_voter_and_no_mark_row_is_printed(
    world: World, tmp_path: Path, run: Run, keys: list[str], archive_key: list[str]
) -> None:
    _, printed = run(world.write(tmp_path / "bundle"), *keys, *archive_key)
    assert "Ý 0" not in printed
    assert not [row for row in world.archive["subjects"][0]["rows"] if f" {row} " in printed]
