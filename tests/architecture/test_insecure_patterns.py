"""No insecure pattern of Python beyond those that were looked at, each with its reason (bandit), and a list of parts."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

from tests.architecture.tree import ROOT

# Left out everywhere, with the reason:
#   B101  asserts only narrow types: what people may do wrong is a typed refusal
#   B105  sentences about passwords are no passwords
#   B404, B603  programs are started from fixed lists of arguments, never through a shell
LEFT_OUT = "B101,B105,B404,B603"
# The demo invents people with the plain random module and talks to itself under a certificate of its own.
OUTSIDE = "src/guong/demo"
LOOKED_AT = {
    (
        "src/guong/paper/exam/hands.py",
        "B311",
    ): "invented sheets must be the same for the same seed; nothing secret",
    (
        "src/guong/paper/exam/ink.py",
        "B311",
    ): "invented sheets must be the same for the same seed; nothing secret",
    (
        "src/guong/paper/exam/marking.py",
        "B311",
    ): "invented sheets must be the same for the same seed; nothing secret",
    (
        "src/guong/paper/exam/pace.py",
        "B311",
    ): "invented sheets must be the same for the same seed; nothing secret",
    (
        "src/guong/paper/exam/strangers.py",
        "B311",
    ): "invented sheets must be the same for the same seed; nothing secret",
    ("src/guong/ballots/casting.py", "B608"): "as many question marks as there are keys",
    ("src/guong/ballots/languages.py", "B704"): "fixed texts of the catalogue; what is filled in is escaped",
    ("src/guong/ballots/page.py", "B704"): "the page's own parts, rendered with escaping",
    ("src/guong/ballots/figures.py", "B608"): "as many question marks as there are polls",
    ("src/guong/ballots/paper.py", "B608"): "one fixed condition used twice",
    ("src/guong/ballots/polls.py", "B608"): "as many question marks as there are polls",
    ("src/guong/ballots/records.py", "B608"): "one of two fixed signs",
    ("src/guong/ballots/sqlite.py", "B608"): "the number of a schema script; the names of three settings",
    ("src/guong/office/conferences/views/screen.py", "B308"): "a code drawn by segno from our own address",
    ("src/guong/office/conferences/views/screen.py", "B703"): "a code drawn by segno from our own address",
    (
        "src/guong/office/overview/views/committee.py",
        "B308",
    ): "a chart drawn by our own code, which escapes every text in it",
    (
        "src/guong/office/overview/views/committee.py",
        "B703",
    ): "a chart drawn by our own code, which escapes every text in it",
    (
        "src/guong/office/feedback/views/own.py",
        "B308",
    ): "a chart drawn by render.charts, which escapes labels",
    (
        "src/guong/office/feedback/views/own.py",
        "B703",
    ): "a chart drawn by render.charts, which escapes labels",
    (
        "src/guong/office/release/document_view.py",
        "B308",
    ): "a chart drawn by render.charts, which escapes labels",
    (
        "src/guong/office/release/document_view.py",
        "B703",
    ): "a chart drawn by render.charts, which escapes labels",
    (
        "src/guong/office/release/views/people.py",
        "B308",
    ): "a chart drawn by render.charts, which escapes labels",
    (
        "src/guong/office/release/views/people.py",
        "B703",
    ): "a chart drawn by render.charts, which escapes labels",
    ("src/guong/render/charts.py", "B406"): "escape() writes XML, it parses none",
    ("src/guong/render/docx_tables.py", "B406"): "escape() writes XML, it parses none",
}
PLANTED = "import subprocess\nsubprocess.run(input(), shell=True)\n"


def patterns(*paths: str | Path) -> Counter[tuple[str, str]]:
    """What bandit finds, by file and kind."""
    ran = subprocess.run(
        [
            sys.executable,
            "-m",
            "bandit",
            "-q",
            "-r",
            *map(str, paths),
            "-x",
            OUTSIDE,
            "-s",
            LEFT_OUT,
            "-f",
            "json",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    found = json.loads(ran.stdout)
    assert found["errors"] == []
    return Counter((str(Path(one["filename"])), one["test_id"]) for one in found["results"])


def test_every_pattern_was_looked_at_and_none_is_listed_in_vain() -> None:
    assert set(patterns("src/guong")) == set(LOOKED_AT)


def test_a_planted_pattern_is_found(tmp_path: Path) -> None:
    (tmp_path / "planted.py").write_text(PLANTED, "utf-8")
    assert [kind for _, kind in patterns(tmp_path)] == ["B602"]


def test_the_list_of_parts_names_every_pinned_package() -> None:
    lock = ROOT / "requirements" / "base.txt"
    ran = subprocess.run(
        [sys.executable, "-m", "cyclonedx_py", "requirements", str(lock), "--of", "JSON", "--no-validate"],
        capture_output=True,
        text=True,
        check=True,
    )
    parts = {part["name"].lower(): part["version"] for part in json.loads(ran.stdout)["components"]}
    pinned = dict(
        line.split(" ")[0].split(";")[0].lower().split("==")
        for line in lock.read_text().splitlines()
        if "==" in line
    )
    assert parts == pinned
