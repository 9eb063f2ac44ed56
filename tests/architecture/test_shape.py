"""Files and functions stay small, names say something, imports stand at the top (DESIGN §2)."""

from pathlib import Path

import pytest

from tests.architecture.plant import Rule, plant
from tests.architecture.shape import empty_names, hidden_imports, long_files, long_functions
from tests.architecture.tree import ROOT

RULES = [long_files, long_functions, empty_names, hidden_imports]


@pytest.mark.parametrize("rule", RULES)
def test_the_tree_keeps_the_rule(rule: Rule) -> None:
    assert list(rule(ROOT)) == []


@pytest.mark.parametrize(
    ("rule", "path", "text"),
    [
        (long_files, "src/guong/core/draw.py", "x = 1\n" * 301),
        (long_files, "src/guong/ui/static/ui/app.js", "let x = 1;\n" * 301),
        (long_files, "tests/core/test_draw.py", "x = 1\n" * 401),
        (long_functions, "src/guong/core/draw.py", "def draw():\n" + "    x = 1\n" * 50),
        (long_functions, "tests/test_a.py", "class A:\n    async def draw(self):\n" + "        x = 1\n" * 50),
        (empty_names, "src/guong/core/utils.py", ""),
        (empty_names, "src/guong/core/helpers/draw.py", ""),
        (empty_names, "src/guong/core/draw_common.py", ""),
        (empty_names, "src/guong/core/draw.py", "def lot_helper(): ..."),
        (empty_names, "src/guong/core/draw.py", "class LotManager: ..."),
        (hidden_imports, "src/guong/core/draw.py", "def draw():\n    import random"),
        (
            hidden_imports,
            "src/guong/core/draw.py",
            "class A:\n    def f(self):\n        if 1:\n            from os import path",
        ),
        (hidden_imports, "src/guong/core/draw.py", "import importlib\nimportlib.import_module('guong.web')"),
        (hidden_imports, "src/guong/web/serving.py", "importlib.import_module('guong.demo.player')"),
        (hidden_imports, "src/guong/web/serving.py", "importlib.import_module(name)"),
        (hidden_imports, "src/guong/office/journal/models.py", "apps.get_model('registry', 'Unit')"),
    ],
)
def test_the_rule_bites(rule: Rule, path: str, text: str, tmp_path: Path) -> None:
    plant(tmp_path, path, text)
    assert list(rule(tmp_path)) != []


@pytest.mark.parametrize(
    ("rule", "path", "text"),
    [
        (long_files, "tests/core/test_draw.py", "x = 1\n" * 400),
        (long_files, "src/guong/office/registry/migrations/0001_initial.py", "x = 1\n" * 500),
        (long_functions, "src/guong/core/draw.py", "def draw():\n" + "    x = 1\n" * 49),
        (empty_names, "src/guong/core/draw.py", "from contextlib import contextmanager"),
        (hidden_imports, "src/guong/web/serving.py", "importlib.import_module('guong.web.asgi')"),
        (hidden_imports, "src/guong/cli.py", "import importlib\nimportlib.import_module('guong.web')"),
    ],
)
def test_the_rule_leaves_honest_code_alone(rule: Rule, path: str, text: str, tmp_path: Path) -> None:
    plant(tmp_path, path, text)
    assert list(rule(tmp_path)) == []
