"""Days are written by one rule on every screen and paper: `guong.core.wording`, the filters of `ui`."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.plant import plant
from tests.architecture.tree import ROOT, texts

_PRINTED = re.compile(r"date:[\"'][^\"']*d/m|\{[^{}]+:[^{}]*%d/%m")


def own_dates(root: Path) -> Iterator[str]:
    """Days written by a format of their own; reading what somebody typed is another matter."""
    for path, text in texts(root, (".py", ".html")):
        if path.is_relative_to("src"):
            yield from (
                f"{path}:{number} writes a day by a rule of its own"
                for number, line in enumerate(text.splitlines(), 1)
                if _PRINTED.search(line)
            )


def test_the_tree_keeps_the_rule() -> None:
    assert list(own_dates(ROOT)) == []


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("src/guong/office/registry/templates/registry/unit.html", '{{ unit.valid_to|date:"d/m/Y" }}'),
        ("src/guong/office/schedule/templates/schedule/today.html", "{{ day|date:'H:i d/m' }}"),
        ("src/guong/office/registry/forms.py", 'words = f"từ {day:%d/%m/%Y}"'),
    ],
)
def test_the_rule_bites(path: str, text: str, tmp_path: Path) -> None:
    plant(tmp_path, path, text)
    assert list(own_dates(tmp_path)) != []


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("src/guong/office/schedule/templates/schedule/today.html", "value=\"{{ day|date:'Y-m-d' }}\""),
        ("src/guong/ui/fields.py", 'input_formats=["%Y-%m-%d", "%d/%m/%Y"]'),
    ],
)
def test_the_rule_leaves_machine_dates_alone(path: str, text: str, tmp_path: Path) -> None:
    plant(tmp_path, path, text)
    assert list(own_dates(tmp_path)) == []
