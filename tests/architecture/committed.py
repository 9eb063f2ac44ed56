"""What may stand in a committed file: composed letters, no machine, no index, nobody's real name, nothing of others."""

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.tree import committed, texts

# Written in pieces, so that this file does not accuse itself.
MACHINE_PATH = re.compile(
    r"(?:^|[^\w.-])/(?:" + "wo" + r"rk|fa" + r"rm|home/\w+|root|Users/\w+|opt/(?:wheels|pypi))/"
)
INDEX_ADDRESS = re.compile(
    r"--(?:extra-)?index" + r"-url|--find" + r"-links|--trusted" + r"-host"
    r"|registry *= *\"?http|\"resol" + r"ved\" *:|^ *source *= *\{ *registry"
    r"|url *= *\"https?://[^\"]*(?:\.whl|\.tar\.gz)",
    re.MULTILINE,
)
CONFIGURATION = frozenset({".txt", ".lock", ".toml", ".cfg", ".ini", ".json", ".npmrc", ".conf"})
FOREIGN_SUFFIXES = frozenset({".ttf", ".otf", ".woff", ".woff2", ".eot", ".whl", ".sqlite3", ".pem", ".age"})
FOREIGN_FOLDERS = frozenset({"node_modules", "dist", "vendor", "bower_components"})
LOCKED = re.compile(
    r"^(?P<name>[\w.-]+)(?:\[[\w,]+\])?==(?P<version>[^\s;\\]+)(?P<rest>(?:.*\\\n)*.*)", re.MULTILINE
)

# SHA-256 of the names of the officials in the user's documents, as `name_key` writes them: demo people are invented.
OFFICIALS = frozenset(
    {
        "00e20f6a332bbef69a68e748f9ca3858b376c60dcf8e51e3bd517153c8be2ea0",
        "1d93311c2a580e8be3ff121cb82d44bb020b352a4d4f91072fcb6e35a6a2e488",
        "2928068823df309090eeca23d94a7de8d5481ac14d111eaa00ba4acdd89058ff",
        "3371aabcb9b7f08b3b89ac134027e433710097bd85cfb0041e56818af198bc73",
        "44765a4fd817679ac504ac77d0afe228870f270b032cc19173dcba8f91be61da",
        "4d8afd239abb41b87546f29455b693045bbe76938d50eb091887d4a39dda3aec",
        "66bd9138ecfbf5388a1f76c6f1bb99847f50149b10dcb6e6792863954435a05e",
        "6740d066d598d966ab9a4589aa28cfef0a01ad478c70eef32968d9075a868665",
        "7f9f39528db74197a3f1418a8f6c46bf5da2770ff689c879a6d8af6b2db4dd50",
        "85287e68116b254cdfa8766190a5a8477ca0187b99e8992d48325b71c8e5e942",
        "a6bd53691b53230913116cf870b39b7632ab279538bb02f5ed6607fa4263ecfb",
        "ab695c0c53bfbd21038301c930c5822d3aaf595c741a2a68e15a5354dd1bffc4",
        "bf34d33171dfd1f0f7d2ebc210e5b31baf53696713e22e1227bccd5fb4927d94",
    }
)


def decomposed(root: Path) -> Iterator[str]:
    """Files and file names that are not NFC."""
    for path, text in texts(root):
        if not unicodedata.is_normalized("NFC", text) or not unicodedata.is_normalized("NFC", str(path)):
            yield str(path)


def machine_paths(root: Path) -> Iterator[str]:
    """Paths of one machine."""
    for path, text in texts(root):
        for number, line in enumerate(text.splitlines(), start=1):
            if MACHINE_PATH.search(line):
                yield f"{path}:{number} {line.strip()[:100]}"


def index_addresses(root: Path) -> Iterator[str]:
    """Addresses of package indexes in lock and configuration files."""
    for path, text in texts(root):
        if path.suffix in CONFIGURATION or path.name.startswith((".npmrc", "pip")):
            yield from (f"{path}: {match.group()}" for match in INDEX_ADDRESS.finditer(text))


def officials(root: Path) -> Iterator[str]:
    """Names of real officials, whatever their case, letter composition or place of the tone mark."""
    for path, text in texts(root):
        for name in names_in(text):
            if hashlib.sha256(name.encode()).hexdigest() in OFFICIALS:
                yield f"{path}: names a real official"


def names_in(text: str) -> set[str]:
    """Every run of three and of four words, as `name_key` writes it."""
    words = [name_key(word) for word in re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", text))]
    return {" ".join(words[i : i + n]) for n in (3, 4) for i in range(len(words) - n + 1)}


def name_key(name: str) -> str:
    """A name without case and without the place of its marks: each word's letters, then its marks in code order."""
    return " ".join(_word_key(word) for word in name.split())


def _word_key(word: str) -> str:
    signs = unicodedata.normalize("NFD", word.casefold())
    letters = "".join(sign for sign in signs if not unicodedata.combining(sign))
    return letters + "".join(sorted(sign for sign in signs if unicodedata.combining(sign)))


def foreign_files(root: Path) -> Iterator[str]:
    """Third-party scripts and fonts, bundles, wheels, databases, keys."""
    for path in committed(root):
        if (
            path.suffix in FOREIGN_SUFFIXES
            or path.name.endswith((".min.js", ".min.css"))
            or FOREIGN_FOLDERS & set(path.parts)
        ):
            yield str(path)


def open_python_locks(root: Path) -> Iterator[str]:
    """Requirements without a hash or with an address."""
    for path in sorted((root / "requirements").glob("*.txt")):
        text = path.read_text("utf-8")
        entries = list(LOCKED.finditer(text))
        yield from (
            f"{path.name}: {e['name']} bears no hash" for e in entries if "--hash=sha256:" not in e["rest"]
        )
        yield from (f"{path.name}: address {address}" for address in re.findall(r"\w+://\S+|@ \S+", text))
        if not entries:
            yield f"{path.name}: nothing is pinned"


def open_script_locks(root: Path) -> Iterator[str]:
    """Packages of the front end without integrity or with an address."""
    lock = root / "frontend" / "package-lock.json"
    packages = json.loads(lock.read_text("utf-8"))["packages"] if lock.is_file() else {}
    for name, package in packages.items():
        if name and "integrity" not in package:
            yield f"{name}: no integrity"
        if "resolved" in package:
            yield f"{name}: address"
