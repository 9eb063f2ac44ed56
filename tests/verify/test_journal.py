"""The journal that goes along in a bundle: a whole chain holds, any other fails, and a printed code is found in it."""

from pathlib import Path
from typing import Any

import pytest

from tests.verify.conftest import Run, one_subject
from tests.verify.writer import dump, journal, journal_files, sha, spoken, write_bundle

ACTS = ("Niêm phong hòm phiếu.", "Xuất tệp hòm phiếu.", "Nhập kết quả mở hòm phiếu.", "Lập hồ sơ kiểm tra.")


def bundle(folder: Path, entries: list[dict[str, Any]], head: dict[str, Any] | None = None) -> Path:
    """A bundle with that journal, its manifests fresh."""
    write_bundle(folder, [one_subject()], journal_files(entries, head))
    return folder


def test_a_whole_chain_holds(tmp_path: Path, run: Run) -> None:
    result, printed = run(bundle(tmp_path, journal(*ACTS)))
    assert (result, "4 việc nối liền nhau" in printed) == (0, True)


def test_the_public_part_alone_shows_the_head_and_says_that_the_chain_was_not_checked(
    tmp_path: Path, run: Run
) -> None:
    entries = journal(*ACTS)
    result, printed = run(bundle(tmp_path, entries) / "public")
    assert result == 0
    assert f"đã công bố mã {spoken(sha(dump(entries[-1])))} của 4 việc" in printed
    assert "Chưa kiểm: chuỗi nhật ký công việc" in printed


def _edited(entries: list[dict[str, Any]]) -> None:
    entries[1]["text"] = "Xuất tệp hòm phiếu hai lần."


def _dropped(entries: list[dict[str, Any]]) -> None:
    del entries[1]


def _dropped_and_renumbered(entries: list[dict[str, Any]]) -> None:
    del entries[1]
    for number, entry in enumerate(entries, 1):
        entry["number"] = number


def _swapped(entries: list[dict[str, Any]]) -> None:
    entries[1], entries[2] = entries[2], entries[1]


def _cut(entries: list[dict[str, Any]]) -> None:
    del entries[-1]


def _added(entries: list[dict[str, Any]]) -> None:
    entries[:] = journal(*ACTS, "Thêm một việc.")


def _moved_in_time(entries: list[dict[str, Any]]) -> None:
    entries[0]["recorded_at"] = "2023-05-15T09:00:01.000000+00:00"


def _rewritten(entries: list[dict[str, Any]]) -> None:
    entries[:] = journal(ACTS[0], "Không có gì.", *ACTS[2:])


@pytest.mark.parametrize(
    "tamper",
    [_edited, _dropped, _dropped_and_renumbered, _swapped, _cut, _added, _moved_in_time, _rewritten],
)
def test_a_tampered_chain_fails_against_its_published_head(tmp_path: Path, run: Run, tamper: Any) -> None:
    entries = journal(*ACTS)
    head = {"format": "guong/journal-head/v1", "entries": 4, "head": sha(dump(entries[-1])).hex()}
    tamper(entries)
    result, printed = run(bundle(tmp_path, entries, head))
    assert (result, "✗ Nhật ký: " in printed) == (1, True), printed


def test_whoever_rewrites_chain_and_head_is_found_by_the_code_in_the_minutes(
    tmp_path: Path, run: Run
) -> None:
    printed_code = spoken(sha(dump(journal(*ACTS)[1])))
    honest, rewritten = bundle(tmp_path / "a", journal(*ACTS)), journal("Khác.", *ACTS[1:])
    result, told = run(honest, "--journal-code", printed_code)
    assert (result, "là mã của việc số 2" in told) == (0, True)
    result, told = run(bundle(tmp_path / "b", rewritten), "--journal-code", printed_code)
    assert (result, "không việc nào trong nhật ký có mã này" in told) == (1, True)


def test_head_and_chain_come_together(tmp_path: Path, run: Run) -> None:
    public, sealed = journal_files(journal(*ACTS))
    for number, part in enumerate([(public, None), (None, sealed)]):
        write_bundle(tmp_path / str(number), [one_subject()], part)
        result, printed = run(tmp_path / str(number))
        assert (result, "thiếu tệp journal.json" in printed) == (1, True)


def test_a_bundle_without_a_journal_says_so_and_knows_no_code(tmp_path: Path, run: Run) -> None:
    write_bundle(tmp_path, [one_subject()], (None, None))
    result, printed = run(tmp_path)
    assert (result, "hồ sơ không kèm nhật ký" in printed) == (0, True)
    assert run(tmp_path, "--journal-code", "1234567812345678")[0] == 1


def test_entries_that_are_none_fail_in_a_sentence(tmp_path: Path, run: Run) -> None:
    odd_ones: list[dict[str, Any]] = [{}, {"number": "1"}, {"number": 1, "previous": "x"}]
    for number, odd in enumerate(odd_ones):
        head = {"format": "guong/journal-head/v1", "entries": 1, "head": "0" * 64}
        result, printed = run(bundle(tmp_path / str(number), [odd], head))
        assert (result, "✗ Nhật ký" in printed) == (1, True)
