"""Sizes, names and imports of single files."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.tree import Source, sources, texts

FILE_CEILING = 300
TEST_FILE_CEILING = 400
FUNCTION_CEILING = 50
MEASURED = (".py", ".js", ".mjs", ".css", ".html", ".typ", ".sql")
EMPTY_WORDS = frozenset({"util", "utils", "helper", "helpers", "common", "manager", "managers", "misc"})
# Commands start before Django: these two may load a room by name, web only downwards.
COMMAND_LINE = Path("src/guong/cli.py")
COMPOSITION = Path("src/guong/web")
ABOVE_OR_BESIDE_WEB = ("guong.cli", "guong.demo", "guong.ceremony")

Function = ast.FunctionDef | ast.AsyncFunctionDef


def long_files(root: Path) -> Iterator[str]:
    """Files above 300 lines (tests: 400). Migrations and fixed vectors are data."""
    for path, text in texts(root, MEASURED):
        ceiling = TEST_FILE_CEILING if "tests" in path.parts else FILE_CEILING
        lines = text.count("\n")
        if lines > ceiling and "migrations" not in path.parts:
            yield f"{path}: {lines} lines, ceiling {ceiling}"


def long_functions(root: Path) -> Iterator[str]:
    """Functions above 50 lines."""
    for source in sources(root):
        for function in functions(source):
            lines = (function.end_lineno or function.lineno) - function.lineno + 1
            if lines > FUNCTION_CEILING:
                yield f"{source.path}:{function.lineno} {function.name}: {lines} lines, ceiling {FUNCTION_CEILING}"


def empty_names(root: Path) -> Iterator[str]:
    """Folders, modules, functions and classes whose name says nothing."""
    for source in sources(root):
        for part in source.path.with_suffix("").parts:
            if _words(part) & EMPTY_WORDS:
                yield f"{source.path}: '{part}' says nothing"
        for node in ast.walk(source.tree):
            if isinstance(node, Function | ast.ClassDef) and _words(node.name) & EMPTY_WORDS:
                yield f"{source.path}:{node.lineno} '{node.name}' says nothing"


def hidden_imports(root: Path) -> Iterator[str]:
    """Imports inside functions, and imports by name, which hide an arrow from import-linter."""
    for source in sources(root):
        for function in functions(source):
            for node in ast.walk(function):
                if isinstance(node, ast.Import | ast.ImportFrom):
                    yield f"{source.path}:{node.lineno} import inside {function.name}"
        if source.path.is_relative_to("src") and source.path != COMMAND_LINE:
            yield from _imports_by_name(source)


def functions(source: Source) -> Iterator[Function]:
    """Every function of a file, methods and inner ones too."""
    return (node for node in ast.walk(source.tree) if isinstance(node, Function))


def called_name(call: ast.Call) -> str:
    """The last part of the called name: `reverse` for `urls.reverse(...)`."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _imports_by_name(source: Source) -> Iterator[str]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and called_name(node) in {"import_module", "__import__", "get_model"}:
            named = node.args[0].value if node.args and isinstance(node.args[0], ast.Constant) else None
            downwards = isinstance(named, str) and not named.startswith(ABOVE_OR_BESIDE_WEB)
            if not (source.path.is_relative_to(COMPOSITION) and downwards):
                yield f"{source.path}:{node.lineno} {called_name(node)} hides an import"


def _words(name: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}
