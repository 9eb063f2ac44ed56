"""What is committed carries nobody's name, no machine, no index, nothing of others (DESIGN §2, §9)."""

import hashlib
import re
import tomllib
import unicodedata
from pathlib import Path
from random import Random

import pytest

from guong.demo.people import staff
from tests.architecture.committed import (
    LOCKED,
    OFFICIALS,
    decomposed,
    foreign_files,
    index_addresses,
    machine_paths,
    name_key,
    names_in,
    officials,
    open_python_locks,
    open_script_locks,
)
from tests.architecture.plant import Rule, plant
from tests.architecture.tree import ROOT

RULES = [
    decomposed,
    foreign_files,
    index_addresses,
    machine_paths,
    officials,
    open_python_locks,
    open_script_locks,
]
HASH = " \\\n    --hash=sha256:" + "0" * 64 + "\n"


@pytest.mark.parametrize("rule", RULES)
def test_the_tree_keeps_the_rule(rule: Rule) -> None:
    assert list(rule(ROOT)) == []


@pytest.mark.parametrize(
    ("rule", "path", "text"),
    [
        (decomposed, "docs/a.md", unicodedata.normalize("NFD", "Hòm phiếu")),
        (foreign_files, "src/guong/ui/static/ui/htmx.min.js", ""),
        (foreign_files, "src/guong/typeset/fonts/Tinos.ttf", ""),
        (foreign_files, "frontend/node_modules/a/index.js", ""),
        (foreign_files, "src/guong/ballots/static/dist/booth.js", ""),
        (index_addresses, "requirements/base.txt", "--extra-index" + "-url https://example.org/simple\n"),
        (index_addresses, "frontend/package-lock.json", '{"resol' + 'ved": "https://example.org/a.tgz"}'),
        (machine_paths, "docs/a.md", "see /wo" + "rk/main/run.py"),
        (machine_paths, "docs/a.md", "in /ho" + "me/lan/guong"),
        (open_python_locks, "requirements/base.txt", "django==5.2.19\nrich==15.0.0" + HASH),
        (open_python_locks, "requirements/base.txt", "django @ https://example.org/django.whl" + HASH),
        (open_script_locks, "frontend/package-lock.json", '{"packages": {"": {}, "node_modules/a": {}}}'),
    ],
)
def test_the_rule_bites(rule: Rule, path: str, text: str, tmp_path: Path) -> None:
    plant(tmp_path, path, text)
    assert list(rule(tmp_path)) != []


def test_a_planted_official_is_found_in_any_spelling(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    invented = hashlib.sha256(name_key("Đặng Thị Thuý Uyên").encode()).hexdigest()
    monkeypatch.setattr("tests.architecture.committed.OFFICIALS", frozenset({invented}))
    plant(tmp_path, "docs/a.md", "Đồng chí ĐẶNG THỊ THÚY UYÊN,\nhiệu trưởng")
    assert list(officials(tmp_path)) == ["docs/a.md: names a real official"]


def test_a_name_is_found_across_a_line_break() -> None:
    assert name_key("Đặng Thuý Uyên") in names_in("bà Đặng Thuý\n    Uyên – hiệu trưởng")


def test_all_thirteen_officials_are_guarded() -> None:
    assert len(OFFICIALS) == 13


def test_the_lock_files_pin_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    asked = {
        "base": project["project"]["dependencies"],
        **{name: project["dependency-groups"][name] for name in ("build", "dev", "frontend")},
    }
    for lock, requirements in asked.items():
        text = (ROOT / "requirements" / f"{lock}.txt").read_text("utf-8")
        pinned = {f"{entry['name']}=={entry['version']}" for entry in LOCKED.finditer(text)}
        wanted = {re.sub(r"\[.*?\]|;.*", "", requirement).strip() for requirement in requirements}
        assert wanted - pinned == set(), lock


def test_every_pin_bears_hashes_and_the_set_up_refuses_what_has_none() -> None:
    for path in (ROOT / "requirements").glob("*.txt"):
        entries = re.split(r"\n(?=[A-Za-z0-9])", path.read_text("utf-8"))
        pins = [entry for entry in entries if LOCKED.match(entry)]
        assert pins
        assert [entry.split()[0] for entry in pins if "--hash=sha256:" not in entry] == []
    calls = [
        line
        for line in (ROOT / "scripts" / "set_up.py").read_text("utf-8").splitlines()
        if '"install"' in line
    ]
    fetching = [line for line in calls if "*offline" not in line]
    assert fetching
    assert all('"--require-hashes"' in line for line in fetching)


def test_one_package_has_one_version_in_all_lock_files() -> None:
    seen: dict[str, set[str]] = {}
    for path in (ROOT / "requirements").glob("*.txt"):
        for entry in LOCKED.finditer(path.read_text("utf-8")):
            seen.setdefault(entry["name"], set()).add(entry["version"])
    assert {name: versions for name, versions in seen.items() if len(versions) > 1} == {}


def test_the_demo_invents_people_and_meets_no_official() -> None:
    invented = {
        person.full_name for seed in range(40) for person in staff(Random(seed), permanent=60, contract=6)
    }
    keys = {hashlib.sha256(name_key(name).encode()).hexdigest() for name in invented}
    assert len(invented) > 500
    assert keys & OFFICIALS == set()
