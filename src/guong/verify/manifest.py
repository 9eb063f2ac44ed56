"""Reading a part of the bundle and its manifest: every byte listed, nothing else there (formats §11)."""

import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from guong.verify.strict import (
    CROCKFORD,
    Fault,
    Json,
    count,
    exact,
    hex_bytes,
    listing,
    printable,
    read_canonical,
    record,
    sha256,
    text,
)

LARGEST_FILE = 64 * 2**20
LARGEST_PART = 512 * 2**20
MOST_FILES = 10_000
DEEPEST_FOLDER = 4
_BESIDE = (
    "; nếu hồ sơ gồm cả các hội nghị đã mở trước, hãy chép các thư mục trong sealed/polls của hồ sơ đã giao trước vào "
    "sealed/polls của hồ sơ này rồi kiểm tra lại"
)
MANIFEST = "manifest.json"
NAMES = {
    "public": re.compile(
        rf"journal\.json|draws/[{CROCKFORD}]{{10}}\.json"
        rf"|polls/[{CROCKFORD}]{{10}}/(?:poll\.json|questionnaire\.json|hashes\.txt|counts\.json|equations\.json)"
    ),
    "sealed": re.compile(rf"journal\.json|polls/[{CROCKFORD}]{{10}}/(?:box\.json|archive\.age)"),
}


@dataclass(frozen=True)
class Part:
    """One part whose bytes are all as its manifest lists them."""

    digest: bytes
    files: dict[str, bytes]
    sealed_manifest: bytes | None

    def polls(self) -> list[str]:
        """The keys of the polls that have a folder here, sorted."""
        return sorted({path.split("/")[1] for path in self.files if path.startswith("polls/")})

    def draws(self) -> dict[str, bytes]:
        """The files of the draws by their keys, sorted (formats §13)."""
        names = sorted(path for path in self.files if path.startswith("draws/"))
        return {name.removeprefix("draws/").removesuffix(".json"): self.files[name] for name in names}

    def take(self, poll: str, name: str) -> bytes:
        """The bytes of one file of a poll; refuses when the part lacks it."""
        try:
            return self.files[f"polls/{poll}/{name}"]
        except KeyError as error:
            raise Fault(f"thiếu tệp polls/{poll}/{name}") from error


@dataclass(frozen=True)
class _Entry:
    size: int
    digest: bytes


def read_file(path: Path, limit: int = LARGEST_FILE, follow_links: bool = False) -> bytes:
    """The bytes of a regular file of at most `limit` bytes; through a link only with `follow_links`."""
    flags = os.O_RDONLY
    for name in ("O_NONBLOCK", "O_BINARY") + (() if follow_links else ("O_NOFOLLOW",)):
        flags |= getattr(os, name, 0)
    where = printable(path.name)
    try:
        handle = os.open(path, flags)
    except (OSError, ValueError) as error:
        raise Fault(f"không mở được tệp {where}") from error
    with os.fdopen(handle, "rb") as stream:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise Fault(f"{where} không phải là tệp thường")
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise Fault(f"tệp {where} lớn quá mức cho phép ({limit // 1024} KB)")
    return data


def read_part(folder: Path, part: str) -> Part:
    """Read `folder` ("public" or "sealed") and compare it with its manifest. Refuses links, odd names,
    files that are missing, changed, unlisted or of no known kind, and folders without a listed file."""
    if folder.is_symlink():
        raise Fault(f"thư mục {part} là một liên kết, không phải thư mục thật")
    found, folders = _walk(folder)
    if MANIFEST not in found:
        raise Fault(f"thiếu tệp {MANIFEST} của phần {part}")
    manifest = read_file(folder / MANIFEST)
    entries, sealed_manifest = _read_manifest(manifest, part)
    _compare_names(part, set(found) - {MANIFEST}, folders, entries)
    files = {}
    for path, entry in entries.items():
        data = read_file(folder.joinpath(*path.split("/")))
        if len(data) != entry.size or sha256(data) != entry.digest:
            raise Fault(f"tệp {path} đã bị thay đổi so với bảng kê")
        files[path] = data
    return Part(sha256(manifest), files, sealed_manifest)


def _walk(folder: Path) -> tuple[list[str], set[str]]:
    files: list[str] = []
    folders: set[str] = set()
    total = 0
    waiting = [("", 0)]
    while waiting:
        prefix, depth = waiting.pop()
        for entry in _scan(folder / prefix, prefix):
            path = f"{prefix}{entry.name}"
            if entry.is_symlink():
                raise Fault(f"{printable(path)} là một liên kết; hồ sơ chỉ được chứa tệp thật")
            if entry.is_dir(follow_symlinks=False):
                folders.add(path)
                waiting.append((f"{path}/", depth + 1))
            elif entry.is_file(follow_symlinks=False):
                files.append(path)
                total += entry.stat(follow_symlinks=False).st_size
            else:
                raise Fault(f"{printable(path)} không phải là tệp thường")
            if len(files) + len(folders) > MOST_FILES or depth > DEEPEST_FOLDER or total > LARGEST_PART:
                raise Fault("hồ sơ có quá nhiều tệp, quá nhiều tầng thư mục hoặc quá lớn")
    return files, folders


def _scan(folder: Path, prefix: str) -> list["os.DirEntry[str]"]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError as error:
        raise Fault(f"không đọc được thư mục {printable(prefix) or folder.name}") from error


def _read_manifest(data: bytes, part: str) -> tuple[dict[str, _Entry], bytes | None]:
    try:
        return _parse_manifest(read_canonical(data), part)
    except Fault as fault:
        raise Fault(f"{MANIFEST} của phần {part}: {fault}") from fault


def _parse_manifest(value: Json, part: str) -> tuple[dict[str, _Entry], bytes | None]:
    top = record(value, "bảng kê", "format", "part", "files", "sealed_manifest")
    exact(top["format"], "guong/manifest/v1", "format")
    exact(top["part"], part, "part")
    entries: dict[str, _Entry] = {}
    for item in listing(top["files"], "files"):
        line = record(item, "dòng của bảng kê", "path", "size", "sha256")
        path = _known_path(text(line["path"], "path"), part)
        if entries and path <= next(reversed(entries)):
            raise Fault("các dòng không xếp theo thứ tự hoặc bị lặp")
        entries[path] = _Entry(count(line["size"], "size"), hex_bytes(line["sha256"], "sha256"))
    if not entries:
        raise Fault("bảng kê không có tệp nào")
    sealed = top["sealed_manifest"]
    if part == "sealed" and sealed is not None:
        raise Fault("sealed_manifest của phần niêm phong phải để trống (null)")
    return entries, None if sealed is None else hex_bytes(sealed, "sealed_manifest")


def _known_path(path: str, part: str) -> str:
    if not NAMES[part].fullmatch(path):
        raise Fault(f"có tệp lạ hoặc đường dẫn không được phép: {printable(path)}")
    return path


def _compare_names(part: str, found: set[str], folders: set[str], entries: dict[str, _Entry]) -> None:
    missing, unlisted = sorted(set(entries) - found), sorted(found - set(entries))
    if missing:
        hint = _BESIDE if part == "sealed" else ""
        raise Fault(f"thiếu {len(missing)} tệp có trong bảng kê, ví dụ {missing[0]}{hint}")
    if unlisted:
        raise Fault(f"có {len(unlisted)} tệp không có trong bảng kê, ví dụ {printable(unlisted[0])}")
    parents = {path.rsplit("/", depth)[0] for path in entries for depth in (1, 2)}
    if folders - parents:
        raise Fault(f"có thư mục lạ: {printable(sorted(folders - parents)[0])}")
