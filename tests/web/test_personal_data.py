"""`guong personal-data`: who is held, for the notice of a breach, and the end of working copies by a moved clock."""

import json
import stat
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from guong.office.journal.models import Entry
from guong.office.papers.models import LongTask, TaskState
from guong.web import personal_data_command
from tests.conferences.conftest import urn_folder, world
from tests.conferences.world import World, with_roll

__all__ = ["urn_folder", "world"]


def task(world: World) -> LongTask:
    """A file with names that a long task made today."""
    return LongTask.objects.create(
        owner=world.organiser,
        subject="t",
        title="Bộ hồ sơ",
        back="/",
        unit_key=world.school.key,
        permission="organise_conference",
        begun_on=timezone.localdate(),
        state=TaskState.DONE,
        file=b"%PDF",
    )


def test_everybody_stands_under_the_unit_and_nobodys_attendance_is_told(
    world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    conference = with_roll(world)
    conference.roll.filter(place=1).update(present=True)
    out = tmp_path / "held.json"
    assert personal_data_command.main(["--out", str(out)]) == 0
    printed = capsys.readouterr().out
    assert f"{world.school.name}: Sổ bộ cán bộ: 15 người" in printed
    assert (
        f"{world.school.name}: Danh sách được triệu tập và có mặt: {conference.roll.count()} người" in printed
    )
    held = json.loads(out.read_text("utf-8"))["held"]
    assert {one["kind"] for one in held} >= {"register", "roll", "subjects", "accounts"}
    assert "present" not in out.read_text("utf-8")
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_another_file_is_never_written_over(
    world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "held.json"
    out.write_text("mine")
    assert personal_data_command.main(["--out", str(out)]) == 1
    assert (out.read_text(), "Đề nghị chọn tên khác" in capsys.readouterr().err) == ("mine", True)


def test_working_copies_end_after_seven_days_and_not_before(
    world: World, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    task(world)
    real = timezone.now()
    for days, left in ((6, 1), (7, 0)):
        monkeypatch.setattr(timezone, "now", lambda days=days: real + timedelta(days=days))
        assert personal_data_command.main(["--erase"]) == 0
        assert LongTask.objects.count() == left
    assert "1 bản tạm" in capsys.readouterr().out
    assert Entry.objects.filter(act="papers.erased").count() == 1
