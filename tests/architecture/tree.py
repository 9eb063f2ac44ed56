"""Reading the project's tree: files that git knows or would take, and Python files as syntax trees."""

import ast
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OFFICE = Path("src/guong/office")

# Bottom to top; rooms of one floor may not use each other (DESIGN §2, .importlinter).
OFFICE_FLOORS = (
    ("journal",),
    ("accounts",),
    ("registry",),
    ("papers",),
    ("plans",),
    ("draws",),
    ("conferences",),
    ("schedule",),
    ("paperdesk",),
    ("counting",),
    ("remarks",),
    ("release", "paperpolls"),
    ("feedback", "meetings", "reviews"),
    ("remediation",),
    ("statistics",),
    ("overview",),
)
FLOOR_OF_ROOM = {room: floor for floor, rooms in enumerate(OFFICE_FLOORS) for room in rooms}

# What .gitignore leaves out, for a machine without git.
GENERATED = {
    ".git", ".venv", "node_modules", "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis",
    ".import_linter_cache", "build", "dist",
}  # fmt: skip
THIRD_PARTY = {".ttf", ".otf", ".woff", ".woff2", ".sqlite3", ".env"}


@dataclass(frozen=True)
class Source:
    """One Python file: its path from the root, its lines and its syntax tree."""

    path: Path
    text: str

    @property
    def tree(self) -> ast.Module:
        """The parsed file."""
        return ast.parse(self.text, filename=str(self.path))

    @property
    def room(self) -> str | None:
        """The office room that the file belongs to, None outside the office."""
        return office_room(self.path)


def office_room(path: Path) -> str | None:
    """The office room of a path below the root, None outside the office."""
    inside = path.parts[len(OFFICE.parts) :]
    return inside[0] if path.is_relative_to(OFFICE) and len(inside) > 1 else None


def may_use(room: str, other: str) -> bool:
    """Whether a room may know another one: itself or one on a lower floor."""
    return room == other or FLOOR_OF_ROOM[other] < FLOOR_OF_ROOM[room]


def committed(root: Path = ROOT) -> list[Path]:
    """Paths from the root of all files that git holds or would take; without git, all files that nothing generates."""
    known = _listed_by_git(root) if shutil.which("git") else None
    is_real = (root / ".gitignore").is_file()
    if known is None:
        found = (path.relative_to(root) for path in root.rglob("*"))
        known = [str(path) for path in found if not (is_real and _is_generated(path))]
    return [Path(name) for name in sorted(set(known)) if name and (root / name).is_file()]


def _is_generated(path: Path) -> bool:
    return path.parts[0] == "data" or not GENERATED.isdisjoint(path.parts) or path.suffix in THIRD_PARTY


def _listed_by_git(root: Path) -> list[str] | None:
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(listing, cwd=root, capture_output=True, encoding="utf-8")
    return done.stdout.split("\0") if done.returncode == 0 else None


def texts(root: Path = ROOT, suffixes: tuple[str, ...] = ()) -> Iterator[tuple[Path, str]]:
    """Every committed text file (of the given suffixes) with its text; files with NUL bytes are pictures or papers."""
    for path in committed(root):
        if not suffixes or path.suffix in suffixes:
            data = (root / path).read_bytes()
            if b"\0" not in data and not data.startswith(b"%PDF"):
                yield path, data.decode("utf-8")


def sources(root: Path = ROOT, folder: Path = Path("."), migrations: bool = False) -> Iterator[Source]:
    """Python files below a folder; generated migrations only when asked for."""
    for path, text in texts(root, (".py",)):
        if path.is_relative_to(folder) and (migrations or "migrations" not in path.parts):
            yield Source(path, text)
