"""`guong serve --second-disk DIR`: the urn once more on another disk while people vote (DESIGN §9).

The copy is made whenever the urn has changed, at most every `SECONDS`, and once more when the server ends. It holds sealed
ballots only. Its polls are suspended: put in the urn's place after a disk has died, it lets the board decide.
"""

import os
import sqlite3
import sys
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

from guong.ballots.copies import FILE_NAME, Original
from guong.ballots.store import sqlite_path
from guong.core.outcome import Refused

SECONDS = 5.0
_FAILED = (
    "CHÚ Ý: không ghi được bản hòm phiếu vào ổ đĩa thứ hai ({error}). Máy chủ vẫn nhận phiếu, nhưng chỉ còn một bản: "
    "đề nghị kiểm tra ổ đĩa thứ hai. Máy sẽ tự ghi lại khi được."
)


def copying(
    urn: str, folder: Path | None, *, seconds: float = SECONDS
) -> AbstractContextManager[None] | Refused:
    """Return what keeps the copy in ``folder`` while the server runs; nothing to do without a folder.

    Refused: ``not_sqlite`` (PostgreSQL has its own replicas), ``no_second_disk``, ``same_folder``.
    """
    if folder is None:
        return nullcontext()
    path = sqlite_path(urn)
    if path is None:
        return Refused(
            "not_sqlite",
            "Hòm phiếu nằm trong PostgreSQL: bản thứ hai do PostgreSQL giữ. Đề nghị bỏ --second-disk.",
        )
    if not folder.is_dir():
        return Refused(
            "no_second_disk",
            f"Không có thư mục {folder}. Đề nghị cắm ổ đĩa thứ hai và tạo thư mục này trước khi chạy máy chủ.",
        )
    if folder.resolve() == path.parent.resolve():
        return Refused(
            "same_folder",
            "Thư mục của --second-disk là chính thư mục dữ liệu. Đề nghị chọn thư mục trên ổ đĩa khác.",
        )
    return _copier(path, folder / FILE_NAME, seconds)


@contextmanager
def _copier(urn: Path, copy: Path, seconds: float) -> Iterator[None]:
    end = threading.Event()
    thread = threading.Thread(target=_copy_until, args=[urn, copy, seconds, end], name="second-disk")
    thread.start()
    try:
        yield
    finally:
        end.set()
        thread.join()


def _copy_until(urn: Path, copy: Path, seconds: float, end: threading.Event) -> None:
    original = Original(urn)
    copied: int | None = None
    silent = False
    try:
        while True:
            last = end.is_set()
            try:
                if (version := original.version()) != copied:
                    _put(copy, original.suspended_copy())
                    copied, silent = version, False
            except (OSError, sqlite3.Error) as error:
                if not silent:
                    print(_FAILED.format(error=error), file=sys.stderr, flush=True)
                silent = True
            if last:
                return
            end.wait(seconds)
    finally:
        original.close()


def _put(copy: Path, data: bytes) -> None:
    """Write beside and rename: a crash leaves the copy before or the copy after."""
    beside = copy.with_name(f".{copy.name}.part")
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(copy)
