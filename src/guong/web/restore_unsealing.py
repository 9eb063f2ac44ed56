"""Opening a sealed backup: age in a thread, its plain bytes through a pipe into a folder, never a plain archive on disk."""

import hashlib
import os
import re
import tarfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, BinaryIO

import pyrage  # type: ignore[import-untyped]  # ships no annotations

from guong.core.outcome import Refused
from guong.web.backup_archive import MANIFEST, NAME, Manifest

LARGEST_IDENTITY = 64 * 1024
_LARGEST_MANIFEST = 64 * 2**20
_PIECE = 2**20

NO_IDENTITY = Refused(
    "no_identity",
    "Tệp khoá không có khoá bí mật age. Đề nghị chọn đúng tệp có dòng bắt đầu bằng AGE-SECRET-KEY-1.",
)
WRONG_IDENTITY = Refused(
    "wrong_identity",
    "Khoá này không mở được bản sao lưu: bản sao đã được niêm phong cho khoá khác. Đề nghị chọn tệp khoá khác.",
)
DAMAGED = Refused(
    "damaged",
    "Bản sao lưu không nguyên vẹn: bị cắt ngắn, bị sửa hoặc không phải bản sao lưu của Gương. "
    "Đề nghị sao lại tệp từ nơi cất giữ hoặc dùng bản sao lưu khác.",
)


def identities(path: Path) -> list[object] | Refused:
    """Read the secret keys of a file as ``age-keygen`` writes it. Refused: ``no_identity``."""
    try:
        with path.open("rb") as file:
            lines = file.read(LARGEST_IDENTITY).decode("utf-8").splitlines()
        texts = [line.strip() for line in lines]
        keys = [pyrage.x25519.Identity.from_str(text) for text in texts if text and not text.startswith("#")]
    except (OSError, UnicodeDecodeError, pyrage.IdentityError):
        return NO_IDENTITY
    return keys or NO_IDENTITY


def unseal(file: BinaryIO, keys: Sequence[object], folder: Path) -> Manifest | Refused:
    """Write every file of a backup into ``folder`` and return its manifest, which all of them fit.

    Refused: ``wrong_identity``, ``damaged``. OSError where the folder can't be written.
    """
    with _Unsealing(file, keys).plain() as (plain, sealed):
        try:
            manifest = _extracted(plain, folder)
        except (tarfile.TarError, ValueError):
            manifest = None
        while plain.read(_PIECE):
            pass  # only at its very end does age know that nothing was cut off
    if sealed.refusal is not None:
        return sealed.refusal
    return manifest or DAMAGED


class _Unsealing:
    """The thread that decrypts, and why it stopped."""

    def __init__(self, file: BinaryIO, keys: Sequence[object]) -> None:
        self._file, self._keys = file, keys
        self.refusal: Refused | None = None

    @contextmanager
    def plain(self) -> Iterator[tuple[IO[bytes], "_Unsealing"]]:
        reading, writing = os.pipe()
        thread = threading.Thread(target=self._decrypt, args=[writing], name="unsealing", daemon=True)
        thread.start()
        try:
            with os.fdopen(reading, "rb") as plain:
                yield plain, self
        finally:
            thread.join()

    def _decrypt(self, writing: int) -> None:
        with os.fdopen(writing, "wb", buffering=0) as plain:
            try:
                pyrage.decrypt_io(self._file, plain, self._keys)
            except pyrage.DecryptError as error:
                # age tells "not for this key" apart from a broken head only in words.
                self.refusal = WRONG_IDENTITY if re.search("no matching keys", str(error), re.I) else DAMAGED
            except OSError:  # how pyrage tells of a broken body; also a reader that left early
                self.refusal = DAMAGED


def _extracted(plain: IO[bytes], folder: Path) -> Manifest:
    """Write the members; ValueError where they aren't exactly those of the manifest at their end."""
    found: dict[str, tuple[int, str]] = {}
    manifest: Manifest | None = None
    with tarfile.open(fileobj=plain, mode="r|") as archive:
        for member in archive:
            content = archive.extractfile(member) if member.isreg() else None
            if content is None or manifest is not None or member.name in found:
                raise ValueError("a member that no backup has")
            if member.name == MANIFEST:
                manifest = Manifest.from_bytes(content.read(_LARGEST_MANIFEST))
            elif NAME.fullmatch(member.name):
                found[member.name] = _write(content, folder / member.name)
            else:
                raise ValueError("a name that no backup has")
    if manifest is None or dict(manifest.files) != found:
        raise ValueError("files and manifest differ")
    return manifest


def _write(content: IO[bytes], path: Path) -> tuple[int, str]:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    size, digest = 0, hashlib.sha256()
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        while piece := content.read(_PIECE):
            file.write(piece)
            digest.update(piece)
            size += len(piece)
        file.flush()
        os.fsync(file.fileno())
    return size, digest.hexdigest()
