"""Tests of one group really run in one process: what they share takes minutes to make."""

import subprocess
import sys
from pathlib import Path

GROUPED = """
import os, pytest

@pytest.mark.parametrize("number", range(12))
@pytest.mark.parametrize("group", [pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in ("one", "two")])
def test_grouped(group, number):
    with open(group, "a") as told:
        print(os.environ["PYTEST_XDIST_WORKER"], file=told)
"""
CHECKOUT = Path(__file__).parents[2]


def test_tests_of_one_group_run_in_one_process(tmp_path: Path) -> None:
    (tmp_path / "test_grouped.py").write_text(GROUPED)
    plugins = ["-p", "tests.kept_together", "-p", "no:django", "-p", "no:cacheprovider"]
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-n",
        "2",
        "--dist",
        "loadgroup",
        *plugins,
        "--rootdir",
        tmp_path,
    ]
    done = subprocess.run(
        [str(part) for part in [*command, "test_grouped.py"]],
        cwd=tmp_path,
        env={"PYTHONPATH": str(CHECKOUT), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    for group in ("one", "two"):
        workers = (tmp_path / group).read_text().split()
        assert len(workers) == 12
        assert len(set(workers)) == 1
