"""The order of the office rooms, where it is written in strings: keys, templates, urls; and the doors of a room."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.shape import called_name
from tests.architecture.tree import FLOOR_OF_ROOM, OFFICE, Source, may_use, office_room, sources, texts

RELATIONS = frozenset({"ForeignKey", "OneToOneField", "ManyToManyField"})
LINKING_CALLS = frozenset({"reverse", "reverse_lazy", "redirect", "resolve_url"})
FRAMEWORK_FOLDERS = frozenset({"account", "allauth", "mfa", "socialaccount", "usersessions"})
ROOM_NAMES = frozenset(FLOOR_OF_ROOM) | {"web", "ceremony", "ballots", "demo"}
# What a room shows to the rooms above it: its doors and the frozen values that pass through them.
DOORS = frozenset({"access", "services", "selectors", "details", "outcomes", "permissions", "refusals"})
# Inside a room: from -> may not import.
INSIDE = {
    "models": {"views", "forms", "services", "selectors", "urls"},
    "selectors": {"views", "forms", "services", "urls"},
    "services": {"views", "forms", "urls"},
    "forms": {"views", "urls"},
}
INCLUDE_TAG = re.compile(r"{%-?\s*(?:extends|include|import|from)\s+(\S+)")
URL_TAG = re.compile(r"{%-?\s*url\s+[\"']([\w-]+):")


def upward_keys(root: Path) -> Iterator[str]:
    """Foreign keys by name that point to a room above or beside; the journal has none at all."""
    for source in sources(root, OFFICE, migrations=True):
        for node in ast.walk(source.tree):
            if source.room and isinstance(node, ast.Call) and called_name(node) in RELATIONS:
                target = _related_room(node)
                if source.room == "journal":
                    yield f"{source.path}:{node.lineno} the journal keeps text, no foreign keys"
                elif target in FLOOR_OF_ROOM and not may_use(source.room, target):
                    yield f"{source.path}:{node.lineno} {source.room} points to {target}"


def _related_room(call: ast.Call) -> str:
    named = [keyword.value for keyword in call.keywords if keyword.arg == "to"]
    target = [*call.args, *named][0] if call.args or named else None
    if isinstance(target, ast.Constant) and isinstance(target.value, str):
        return target.value.split(".")[0]
    return "accounts" if isinstance(target, ast.Attribute) and target.attr == "AUTH_USER_MODEL" else ""


def foreign_templates(root: Path) -> Iterator[str]:
    """Templates that extend or include another room's, and templates outside their room's own folder."""
    for path, text in texts(root, (".html", ".svg", ".txt")):
        if "templates" not in path.parts or not path.is_relative_to("src"):
            continue
        own = path.parts[path.parts.index("templates") - 1]
        folder = path.parts[path.parts.index("templates") + 1]
        if office_room(path) and folder != own and not (own == "accounts" and folder in FRAMEWORK_FOLDERS):
            yield f"{path}: belongs into templates/{own}/"
        for target in INCLUDE_TAG.findall(text):
            if target[0] not in "\"'":
                yield f"{path}: name the template plainly instead of {target}"
            elif target.strip("\"'").split("/")[0] in ROOM_NAMES - {own}:
                yield f"{path}: uses {target} of another room"


def foreign_renderings(root: Path) -> Iterator[str]:
    """Python of a room that names another room's template."""
    for source in sources(root, OFFICE):
        for node in ast.walk(source.tree):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and node.value.endswith(".html")
            ):
                owner = node.value.split("/")[0]
                if owner in ROOM_NAMES and owner != source.room:
                    yield f"{source.path}:{node.lineno} renders {node.value} of another room"


def upward_links(root: Path) -> Iterator[str]:
    """`{% url %}` and `reverse` to a room above or beside; shared pages link to no room (web/navigation does)."""
    for path, text in texts(root, (".html", ".svg", ".txt")):
        room = office_room(path)
        for target in URL_TAG.findall(text):
            if (
                target in FLOOR_OF_ROOM
                and path.is_relative_to("src")
                and not (room and may_use(room, target))
            ):
                yield f"{path}: links to {target}"
    for source in sources(root, OFFICE):
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Call) and called_name(node) in LINKING_CALLS and node.args:
                target = _namespace(node.args[0])
                if source.room and target in FLOOR_OF_ROOM and not may_use(source.room, target):
                    yield f"{source.path}:{node.lineno} links to {target}"


def _namespace(node: ast.expr) -> str:
    return node.value.split(":")[0] if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def signals(root: Path) -> Iterator[str]:
    """Signals, which let a lower room call an upper one unseen."""
    for source in sources(root, Path("src")):
        for node in ast.walk(source.tree):
            for module in imported_modules(node):
                if module.startswith("django.dispatch") or "signals" in module.split("."):
                    yield f"{source.path}:{getattr(node, 'lineno', 0)} {module}"


def side_doors(root: Path) -> Iterator[str]:
    """Imports from another room past its doors. Its models may be named as types, never queried or made."""
    for source, line, other, part in _office_imports(root):
        if source.room and other != source.room and part not in DOORS and part != "models":
            yield f"{source.path}:{line} {source.room} enters {other} through '{part}'"
    for source in sources(root, OFFICE):
        yield from (
            f"{source.path}:{line} uses a model of another room" for line in _uses_of_foreign_models(source)
        )


def _uses_of_foreign_models(source: Source) -> Iterator[int]:
    tree = source.tree
    foreign: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and re.match(r"guong\.office\.\w+", node.module):
            parts = [*node.module.split("."), *(alias.name for alias in node.names)]
            if parts[2] != source.room and "models" in parts[3:]:
                foreign |= {alias.asname or alias.name for alias in node.names}
    as_types = {id(name) for part in _type_positions(tree) for name in ast.walk(part)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in foreign and id(node) not in as_types:
            yield node.lineno


def _type_positions(tree: ast.Module) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if isinstance(node, ast.arg | ast.AnnAssign) and node.annotation:
            yield node.annotation
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.returns:
            yield node.returns
        elif isinstance(node, ast.Call) and called_name(node) in {"isinstance", "cast"}:
            yield from node.args[:1] if called_name(node) == "cast" else node.args[1:]


def steps_back(root: Path) -> Iterator[str]:
    """Imports inside a room against views -> forms, services, selectors -> models."""
    for source, line, other, part in _office_imports(root):
        own = source.path.relative_to(OFFICE).with_suffix("").parts[1] if source.room else ""
        if other == source.room and part in INSIDE.get(own, set()):
            yield f"{source.path}:{line} {own} import {part}"


def open_services(root: Path) -> Iterator[str]:
    """Public services that take positional arguments."""
    for source in sources(root, OFFICE):
        if source.room and source.path.relative_to(OFFICE).with_suffix("").parts[1] == "services":
            for node in source.tree.body:
                positional = isinstance(node, ast.FunctionDef) and (node.args.args or node.args.posonlyargs)
                if isinstance(node, ast.FunctionDef) and positional and not node.name.startswith("_"):
                    yield f"{source.path}:{node.lineno} {node.name} takes positional arguments"


def reads_in_views(root: Path) -> Iterator[str]:
    """Queries written in views or forms; reads are selectors, writes are services."""
    for source in sources(root, OFFICE):
        if source.room and source.path.relative_to(OFFICE).with_suffix("").parts[1] in {"views", "forms"}:
            for node in ast.walk(source.tree):
                if isinstance(node, ast.Attribute) and node.attr in {
                    "objects",
                    "_default_manager",
                    "_base_manager",
                }:
                    yield f"{source.path}:{node.lineno} a query outside selectors and services"


def imported_modules(node: ast.AST) -> list[str]:
    """Full names that an import statement may bind: `a.b` and `a.b.c` for `from a.b import c`."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module:
        return [f"{node.module}.{alias.name}" for alias in node.names]
    return []


def _office_imports(root: Path) -> Iterator[tuple[Source, int, str, str]]:
    for source in sources(root, OFFICE):
        for node in ast.walk(source.tree):
            for module in imported_modules(node):
                parts = module.split(".")
                if parts[:2] == ["guong", "office"] and len(parts) > 3:
                    yield source, getattr(node, "lineno", 0), parts[2], parts[3]
