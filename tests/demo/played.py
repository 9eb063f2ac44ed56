"""Plays of the demo as a person would start them from the command line, and what every one of them must fulfil."""

import contextlib
import json
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any


def guong(*arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run `guong` with these arguments."""
    return subprocess.run(
        [sys.executable, "-m", "guong.cli", *arguments], capture_output=True, text=True, check=False
    )


def play(out: Path, *more: str) -> dict[str, Any]:
    """Play a demo into ``out`` and return the object that it prints."""
    done = guong("demo", "--out", str(out), "--no-serve", "--json", *more)
    assert done.returncode == 0, done.stderr
    figures: dict[str, Any] = json.loads(done.stdout)
    print(f"seconds: {figures['seconds']}, by stage: {figures['stages']}, peak: {figures['peak_rss_mb']} MB")
    return figures


def balances(entry: dict[str, Any]) -> bool:
    """Tell whether a round's pieces of paper and its ballots balance (DESIGN §4.7)."""
    pieces = (
        entry["signatures"] == entry["drawn"] + entry["paper_sets"] - entry["exchanged"] - entry["replaced"]
        and entry["printed"] == entry["drawn"] + entry["left_over"]
        and entry["drawn"] == entry["device"] + entry["exchanged"] + entry["spoiled"] + entry["not_returned"]
    )
    return pieces and all(
        one["device"] + one["paper"] == one["opened"] == one["valid"] + one["invalid"]
        for one in entry["per_subject"]
    )


def rows(out: Path, query: str) -> list[tuple[Any, ...]]:
    """Ask the register that a play left behind."""
    with contextlib.closing(sqlite3.connect(out / "register.sqlite3")) as register:
        return register.execute(query).fetchall()
