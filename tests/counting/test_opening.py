"""From the sealed box to the destroyed keys: only what two board members confirmed on two programs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from guong.core.lifecycle import PollState
from guong.core.outcome import Refused
from guong.core.secrecy import keys
from guong.office.conferences.models import Intent
from guong.office.counting import selectors, services
from guong.office.counting.folders import drop_sealed, folder_of
from guong.office.counting.models import Opening, Remark
from tests.conferences.world import SEED, World, good
from tests.counting.world import (
    HEAD,
    REMARK,
    WITNESS,
    Count,
    closed,
    code_of,
    destroyed,
    finished,
    import_result,
    imported,
    opened_box,
    sealed,
)


def reason(outcome: object) -> str:
    assert isinstance(outcome, Refused)
    return outcome.reason


def test_a_confirmed_result_shows_its_counts(count: Count) -> None:
    imported(count)
    counted = selectors.subject_counts(count.conference)["s1"]
    assert (counted.device, counted.paper, counted.valid, counted.invalid) == (11, 1, 12, 0)
    whole = selectors.whole_count(count.conference)
    assert whole is not None
    assert whole.broken == ()
    assert selectors.poll_state(count.conference) is PollState.OPENED


def test_remarks_are_kept_loose(count: Count) -> None:
    imported(count)
    assert count.conference.remarks.filter(subject_key="s1").count() == 2
    assert set(Remark.objects.values_list("text", flat=True)) == {REMARK}
    opening = selectors.opening(count.conference)
    assert opening is not None
    assert all("remarks" not in entry for entry in opening.counts)


def test_nothing_is_imported_before_sealing(world: World, count: Count) -> None:
    box = opened_box(sealed(count))
    other = closed_again(world)
    assert reason(import_result(other, box)) == "not_sealed"


def closed_again(world: World) -> Count:
    return closed(world, username="kiemphieu2")


def test_the_same_result_twice_is_fine(count: Count) -> None:
    found = imported(count)
    again = good(import_result(count, found))
    assert again.digest == found.opening.digest.hex()


def test_another_result_is_refused_once_one_is_confirmed(count: Count) -> None:
    found = imported(count)
    assert reason(import_result(count, found, result=found.opening.raw + b" ")) == "other_result"
    assert selectors.opening(count.conference) is not None


def test_a_register_older_than_its_urn_is_told_so(count: Count) -> None:
    found = imported(count)
    Opening.objects.all().delete()
    assert reason(import_result(count, found)) == "result_lost"


def test_a_result_of_another_conference_is_refused(world: World, count: Count) -> None:
    other = closed_again(world)
    foreign = opened_box(sealed(other))
    sealed(count)
    assert reason(import_result(count, foreign)) == "other_poll"


def test_a_result_of_another_box_is_refused(count: Count) -> None:
    found = opened_box(sealed(count))
    changed = found.opening.raw.replace(found.opening.box.digest.hex().encode(), b"0" * 64)
    assert reason(import_result(count, found, result=changed)) == "other_box"


def test_a_result_whose_figures_do_not_add_up_is_refused(count: Count) -> None:
    found = opened_box(sealed(count))
    changed = found.opening.raw.replace(b'"valid":12', b'"valid":11')
    assert reason(import_result(count, found, result=changed)) == "broken_result"


@pytest.mark.parametrize("raw", [b"", b"{}", b"[]", b"\xff\xfe", b"x" * 1000])
def test_nonsense_is_refused(count: Count, raw: bytes) -> None:
    found = opened_box(sealed(count))
    assert reason(import_result(count, found, result=raw)) == "broken_result"


def test_two_programs_must_show_the_same_code(count: Count) -> None:
    found = opened_box(sealed(count))
    codes = (code_of(found), "1234 5678 9012 3456")
    assert reason(import_result(count, found, codes=codes)) == "codes_differ"
    assert selectors.opening(count.conference) is None
    assert not Remark.objects.exists()


def test_one_person_cannot_confirm_twice(count: Count) -> None:
    found = opened_box(sealed(count))
    assert reason(import_result(count, found, confirmers=(HEAD, HEAD))) == "same_confirmer"


@pytest.mark.parametrize("name", ["Người ngoài quyết định", WITNESS])
def test_only_the_boards_members_confirm(count: Count, name: str) -> None:
    found = opened_box(sealed(count))
    assert reason(import_result(count, found, confirmers=(HEAD, name))) == "not_on_board"


def test_an_unfinished_import_is_finished_before_another_one(count: Count) -> None:
    found = opened_box(sealed(count))
    good(import_result(count, found))
    Intent.objects.filter(act="confirm_opened").update(state=Intent.WANTED)
    assert reason(import_result(count, found, result=b"{}")) == "other_result"


def test_the_keys_stay_until_the_bundle_is_built(count: Count) -> None:
    imported(count)
    outcome = services.destroy_keys(
        conference=count.conference,
        keys_destroyed=3,
        head_name=HEAD,
        witness_name=WITNESS,
        actor=count.officer,
    )
    assert reason(outcome) == "no_bundle"


@pytest.mark.parametrize(
    ("number", "witness", "expected"), [(2, WITNESS, "keys_not_three"), (3, HEAD, "two_witnesses")]
)
def test_three_keys_end_before_two_people(count: Count, number: int, witness: str, expected: str) -> None:
    imported(count)
    good(services.build_bundle(conference=count.conference, actor=count.officer))
    outcome = services.destroy_keys(
        conference=count.conference,
        keys_destroyed=number,
        head_name=HEAD,
        witness_name=witness,
        actor=count.officer,
    )
    assert reason(outcome) == expected


def test_no_bundle_before_the_opening(count: Count) -> None:
    sealed(count)
    assert reason(services.build_bundle(conference=count.conference, actor=count.officer)) == "not_opened"


def test_the_independent_program_accepts_the_bundle(count: Count, tmp_path: Path) -> None:
    imported(count)
    built = good(services.build_bundle(conference=count.conference, actor=count.officer))
    folder = folder_of(count.conference)
    shares = keys.split_seed(SEED)
    files = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for file, share in zip(files, shares, strict=False):
        file.write_text(share)
    box = folder / "sealed" / "polls" / count.made.keys.poll / "box.json"
    command = [sys.executable, "-m", "guong.verify", str(folder), "--expect", built.code, "--box", str(box)]
    command += ["--key", str(files[0]), "--key", str(files[1])]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_after_the_end_neither_box_nor_sealed_part_is_left(count: Count) -> None:
    box = sealed(count)
    good(import_result(count, opened_box(box)))
    destroyed(count)
    assert selectors.poll_state(count.conference) is PollState.ERASED
    assert not (folder_of(count.conference) / "sealed").exists()
    assert (folder_of(count.conference) / "public" / "manifest.json").exists()
    assert reason(services.export_box(conference=count.conference, actor=count.officer)) == "erased"
    assert reason(services.export_bundle(conference=count.conference, actor=count.officer)) == "handed_over"


def test_what_leaves_the_sealed_part_is_overwritten_not_only_unlinked(count: Count, tmp_path: Path) -> None:
    imported(count)
    good(services.build_bundle(conference=count.conference, actor=count.officer))
    files = [path for path in (folder_of(count.conference) / "sealed").rglob("*") if path.is_file()]
    before = {path.name: path.read_bytes() for path in files}
    for path in files:
        os.link(path, tmp_path / path.name)  # the second name shows what the disk's blocks hold afterwards
    drop_sealed(folder_of(count.conference))
    assert {"box.json", "archive.age"} <= set(before)
    for name, held in before.items():
        left = (tmp_path / name).read_bytes()
        assert len(left) == len(held)
        assert held[:16] not in left
        assert held[-16:] not in left


def test_the_count_stays_readable_after_the_end(count: Count) -> None:
    finished(count)
    assert selectors.subject_counts(count.conference)["s1"].opened == 12
    assert selectors.step_now(count.conference) is None


def test_one_bundle_of_several_conferences(world: World, count: Count, tmp_path: Path) -> None:
    imported(count)
    code = good(services.write_bundle(conferences=[count.conference], out=tmp_path / "bundle"))
    assert len(code.split()) == 4
    assert (tmp_path / "bundle" / "public" / "manifest.json").exists()
