"""A run with GUONG_TEST_ALL=1 leaves nothing out (DESIGN §10)."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

SKIPPING = """
import pytest

def test_passes():
    pass

@pytest.mark.skip(reason="no such program here")
def test_marked():
    pass

def test_inside():
    pytest.skip("no such server here")

@pytest.mark.long
def test_long():
    pass

@pytest.mark.xfail(reason="a known limit", strict=True)
def test_known_limit():
    raise AssertionError
"""


def _run(folder: Path, text: str, everything: str) -> subprocess.CompletedProcess[str]:
    (folder / "conftest.py").write_text((ROOT / "tests/nothing_skipped.py").read_text("utf-8"), "utf-8")
    (folder / "test_sample.py").write_text(text, "utf-8")
    (folder / "pytest.ini").write_text("[pytest]\nmarkers =\n    long: long\n", "utf-8")
    return subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-rs",
            "-p",
            "no:django",
            "-p",
            "no:cacheprovider",
            str(folder),
        ],
        cwd=folder,
        env={**os.environ, "GUONG_TEST_ALL": everything},
        capture_output=True,
        encoding="utf-8",
    )


def test_a_skip_is_reported_with_its_reason_in_the_short_run(tmp_path: Path) -> None:
    done = _run(tmp_path, SKIPPING, "0")
    assert done.returncode == 0, done.stdout
    assert "1 passed, 3 skipped, 1 xfailed" in done.stdout
    assert "no such server here" in done.stdout


def test_every_skip_fails_where_nothing_may_be_left_out(tmp_path: Path) -> None:
    done = _run(tmp_path, SKIPPING, "1")
    assert done.returncode == 1
    assert "1 failed, 2 passed, 1 xfailed, 1 error" in done.stdout
    assert "skipped in a run that leaves nothing out: Skipped: no such server here" in done.stdout


@pytest.mark.parametrize(("everything", "code"), [("0", 5), ("1", 2)])
def test_a_skipped_module_counts_as_a_skip(tmp_path: Path, everything: str, code: int) -> None:
    text = "import pytest\npytest.skip('not on this system', allow_module_level=True)\n"
    assert _run(tmp_path, text, everything).returncode == code
