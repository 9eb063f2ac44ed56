"""Every sentence that a page in English may have to say: what templates mark, and what the desk's code writes.

python -m tests.english.used        what the catalogue lacks, and what nothing says any more
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from scripts.catalogue import CATALOGUE, Entry, read

SOURCES = CATALOGUE.parents[4]
VIETNAMESE = re.compile("[ăâđêôơưĂÂĐÊÔƠƯàáãèéìíòóõùúýÀÁÃÈÉÌÍÒÓÕÙÚÝ\u0128\u0129\u0168\u0169\u1ea0-\u1ef9]")
_MARKED = re.compile(
    r"""\{%\s*translate\s+(?:"([^"]*)"|'([^']*)')\s*%\}|\{%\s*blocktranslate\b[^%]*?%\}(.*?)\{%\s*endblocktranslate\s*%\}""",
    re.DOTALL,
)
_SHOWN = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_CONFERENCES, _COUNTING, _ACCOUNTS, _OVERVIEW = (
    SOURCES / "office" / room for room in ("conferences", "counting", "accounts", "overview")
)
DESK_TEMPLATES = (
    *_CONFERENCES.rglob("*.html"),
    *(
        _COUNTING / "templates/counting" / f"{name}.html"
        for name in (
            "conference",
            "hand",
            "left_over",
            "lines",
            "list",
            "page",
            "parts/desks_beside",
            "reconcile",
        )
    ),
    *(
        _COUNTING / "templates/counting" / f"{name}.html"
        for name in ("seal", "sealed", "sheets", "too_early")
    ),
    *(_ACCOUNTS / "templates/account" / f"{name}.html" for name in ("login", "logout", "reauthenticate")),
    *(_ACCOUNTS / "templates/mfa" / f"{name}.html" for name in ("authenticate", "reauthenticate")),
    *(
        _OVERVIEW / "templates/overview" / f"{name}.html"
        for name in ("button", "empty", "home", "rounds", "states")
    ),
    *(SOURCES / "ui/templates").rglob("*.html"),
)
# Modules that write for pages and nothing else: every sentence of theirs.
WHOLE = (
    SOURCES / "core/confirmation_pin.py",
    SOURCES / "core/desk_totals.py",
    SOURCES / "core/hall_hour.py",
    SOURCES / "core/preflight.py",
    SOURCES / "core/release_steps.py",
    SOURCES / "core/remediation/deadlines.py",
    SOURCES / "web/navigation.py",
    _ACCOUNTS / "adapter.py",
    _ACCOUNTS / "forms.py",
    _ACCOUNTS / "owed.py",
    _ACCOUNTS / "roles.py",
    _CONFERENCES / "forms.py",
    _CONFERENCES / "refusals.py",
    _CONFERENCES / "selectors/preflight.py",
    _CONFERENCES / "selectors/screen.py",
    *(_CONFERENCES / "views").glob("*.py"),
    _COUNTING / "details.py",
    _COUNTING / "forms.py",
    _COUNTING / "refusals.py",
    *(_COUNTING / "views" / f"{name}.py" for name in ("hall", "left_over", "overview", "scope", "sealing")),
    *(
        _OVERVIEW / "selectors" / f"{name}.py"
        for name in (
            *("beside", "cancelled", "paper_poll_tasks", "plan_tasks", "release_tasks", "remark_tasks"),
            "rounds",
        )
    ),
    *(_OVERVIEW / "selectors" / f"{name}.py" for name in ("task", "tasks", "together")),
    SOURCES / "office/paperpolls/selectors/polls.py",
)
# Modules that write papers and the journal too: sentences of their refusals and of their constants.
CONSTANTS = (
    SOURCES / "core/documents/equation_lines.py",
    SOURCES / "ballots/polls.py",
    SOURCES / "office/papers/selectors.py",
    *(_CONFERENCES / "models").glob("*.py"),
    _CONFERENCES / "selectors/conference.py",
    *(_CONFERENCES / "services").glob("*.py"),
    *(_COUNTING / "services" / f"{name}.py" for name in ("hall", "left_over", "exporting", "minutes")),
)
# What these functions write, wherever they stand.
WORDING = SOURCES / "core/wording.py"
_FUNCTIONS = {"clock", "filing_words", "hall_lines", "__str__"}


@cache
def catalogue() -> dict[str, Entry]:
    """Return the catalogue's entries by Vietnamese, without its head."""
    return {entry.vietnamese: entry for entry in read(CATALOGUE.read_text("utf-8")) if entry.vietnamese}


def marked() -> set[str]:
    """Return what templates mark, as Django looks it up."""
    return {text for path in SOURCES.rglob("*.html") for text in marked_in(path.read_text("utf-8"))}


def marked_in(template: str) -> Iterator[str]:
    """Yield what one template marks: ``{{ name }}`` becomes ``%(name)s``, a percent sign is doubled."""
    for double, single, block in _MARKED.findall(template):
        yield _SHOWN.sub(r"%(\1)s", (double or single or block).replace("%", "%%"))


def unmarked_in(template: str) -> str:
    """Return what a template shows in Vietnamese whatever the language."""
    template = re.sub(r"\{%\s*comment\b.*?endcomment\s*%\}", "", template, flags=re.DOTALL)
    return re.sub(r"\{[%#{].*?[%#}]\}|Gương", "", _MARKED.sub("", template), flags=re.DOTALL)


def written() -> set[str]:
    """Return the sentences that the desk's code writes; what is filled in stands as ``{1}``, ``{2}``."""
    whole = {text for path in WHOLE for text in _sentences(_tree(path))}
    parts = {text for path in CONSTANTS for node in _speaking(_tree(path)) for text in _sentences(node)}
    hours = {text for node in _functions(_tree(WORDING)) for text in _sentences(node)}
    return {text for text in whole | parts | hours if VIETNAMESE.search(text)}


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def _speaking(tree: ast.Module) -> Iterator[ast.AST]:
    yield from _functions(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Refused":
            yield node
    bodies = [tree.body, *(node.body for node in tree.body if isinstance(node, ast.ClassDef))]
    for statement in (statement for body in bodies for statement in body):
        if isinstance(statement, ast.Assign) and not _is_column(statement.value):
            yield statement.value


def _functions(tree: ast.Module) -> Iterator[ast.AST]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name in _FUNCTIONS)


def _is_column(value: ast.expr) -> bool:
    """Tell a model's column, whose name no page shows, from its choices."""
    return isinstance(value, ast.Call)


def _sentences(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield _with_places(node)
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                yield from _sentences(part.value)
    elif not _is_comment(node):
        for child in ast.iter_child_nodes(node):
            yield from _sentences(child)


def _with_places(node: ast.JoinedStr) -> str:
    text, places = "", 0
    for part in node.values:
        if isinstance(part, ast.Constant):
            text += str(part.value)
        else:
            places += 1
            text += f"{{{places}}}"
    return text


def _is_comment(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def main() -> None:
    """Print what is missing and what is left over, as the catalogue would write it."""
    wanted, there = marked() | written(), catalogue()
    for text in sorted(wanted - set(there)):
        print(f"missing: {text!r}")
    for text in sorted(set(there) - wanted):
        print(f"left over: {text!r}")


if __name__ == "__main__":
    main()
