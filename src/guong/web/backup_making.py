"""Making a backup: register, urn, keys of the server, papers and public bundles in one file sealed with age (DESIGN §9)."""

import hashlib
import os
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import pyrage  # type: ignore[import-untyped]  # ships no annotations

from guong.ballots import receipts
from guong.core.lifecycle import PollState
from guong.core.outcome import Refused
from guong.web.backup_archive import Pieces, tar_pieces
from guong.web.backup_snapshots import NotReadable, Views, pinned
from guong.web.environment import Environment, register_url, urn_url

KEY_FILES = (receipts.FILE_NAME, "secret.key")
_FOLDERS = {"papers": "*", "photographs": "*", "evidence": "*", "bundles": "*/public/**/*"}
# Before casting there is nothing in the box, after erasing there is nothing left of it.
_EMPTY = {PollState.PREPARED.value, PollState.ERASED.value}


@dataclass(frozen=True)
class Made:
    """A finished backup. ``digest``: SHA-256 of the sealed file; ``boxes``: polls whose box lies in it."""

    path: Path
    files: int
    size: int
    digest: str
    boxes: tuple[str, ...]


def back_up(environment: Environment, *, out: Path, recipients: Sequence[str]) -> Made | Refused:
    """Write a new file ``out`` that only the owners of these age keys can open; whole or not at all.

    Refused: ``no_recipient``, ``bad_recipient``, ``secret_given``, ``out_exists``, ``no_data``, ``not_readable``,
    ``not_written``.
    """
    keys = _recipients(recipients)
    if isinstance(keys, Refused):
        return keys
    if out.exists():
        return Refused(
            "out_exists", f"Tệp {out} đã có. Đề nghị chọn tên khác: bản sao lưu không ghi đè lên bản cũ."
        )
    missing = [name for name in KEY_FILES if not (environment.data_dir / name).is_file()]
    if missing:
        return Refused(
            "no_data",
            f"Thư mục dữ liệu {environment.data_dir} thiếu tệp {', '.join(missing)}: máy chủ chưa chạy lần nào ở đây. "
            "Đề nghị đặt GUONG_DATA_DIR đúng thư mục của máy chủ.",
        )
    try:
        with pinned(register_url(environment), urn_url(environment)) as views:
            return _written(environment.data_dir, views, out, keys)
    except NotReadable as error:
        return Refused("not_readable", str(error))


class _Target:
    """The file being written: counts, hashes, and keeps the error that age would only tell in words."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.size, self.hash = 0, hashlib.sha256()
        self.error: OSError | None = None

    def write(self, data: bytes) -> int:
        try:
            written = self._file.write(data)
        except OSError as error:
            self.error = error
            raise
        self.size += written
        self.hash.update(data[:written])
        return written

    def flush(self) -> None:
        self._file.flush()


class _Source:
    """The members of the backup, counted; keeps the error that age would only tell in words."""

    def __init__(self, data_dir: Path, views: Views) -> None:
        self._data_dir, self._views = data_dir, views
        self.files = 0
        self.error: Exception | None = None

    def members(self) -> Iterator[tuple[str, bytes]]:
        try:
            for name, data in self._all():
                self.files += 1
                yield name, data
        except Exception as error:
            self.error = error
            raise

    def _all(self) -> Iterator[tuple[str, bytes]]:
        register, urn = self._views.register, self._views.urn
        yield f"register.{register.suffix}", register.read()
        yield f"urn.{urn.suffix}", urn.read()
        for name in KEY_FILES:
            yield name, (self._data_dir / name).read_bytes()
        # After the register: a paper's file is there before its row is, and is never changed.
        for folder, pattern in _FOLDERS.items():
            for path in sorted((self._data_dir / folder).glob(pattern)):
                if path.is_file() and not path.name.startswith("."):
                    yield path.relative_to(self._data_dir).as_posix(), path.read_bytes()


def _written(data_dir: Path, views: Views, out: Path, keys: Sequence[object]) -> Made | Refused:
    states = views.urn.poll_states()
    source = _Source(data_dir, views)
    beside = out.with_name(f".{out.name}.{secrets.token_hex(8)}")
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            target = _Target(file)
            try:
                pyrage.encrypt_io(Pieces(tar_pieces(source.members(), states)), target, keys)
            except pyrage.EncryptError:
                raise source.error or target.error or RuntimeError("age did not say why") from None
            file.flush()
            os.fsync(file.fileno())
        beside.rename(out)
    except OSError as error:
        return Refused(
            "not_written",
            f"Không ghi được bản sao lưu vào {out} ({error.strerror}). Chưa có tệp nào được tạo. "
            "Đề nghị kiểm tra ổ đĩa còn chỗ và còn ghi được, rồi chạy lại.",
        )
    finally:
        beside.unlink(missing_ok=True)
    boxes = tuple(sorted(poll for poll, state in states.items() if state not in _EMPTY))
    return Made(path=out, files=source.files, size=target.size, digest=target.hash.hexdigest(), boxes=boxes)


def _recipients(texts: Sequence[str]) -> list[object] | Refused:
    if not texts:
        return Refused(
            "no_recipient", "Cần ít nhất một khoá công khai age (--recipient age1…) để niêm phong bản sao."
        )
    keys: list[object] = []
    for text in texts:
        if text.upper().startswith("AGE-SECRET-KEY-"):
            return Refused(
                "secret_given",
                "Vừa đưa khoá bí mật lên dòng lệnh. Khoá này coi như đã lộ: đề nghị tạo cặp khoá mới và chỉ đưa khoá "
                "công khai (age1…) cho --recipient.",
            )
        try:
            keys.append(pyrage.x25519.Recipient.from_str(text.strip()))
        except pyrage.RecipientError:
            return Refused(
                "bad_recipient",
                f"“{text}” không phải khoá công khai age. Khoá đúng bắt đầu bằng age1, có 62 ký tự: đề nghị sao lại cả dòng.",
            )
    return keys
