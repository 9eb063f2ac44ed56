"""A folder that is there whole or not at all (DESIGN §4.6: a crash leaves the box closed)."""

import contextlib
import errno
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from guong.core.outcome import Refused

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def place_is_free(out: Path) -> Refused | None:
    """Tell why nothing may be written at that place: ``folder_exists`` for a file or a folder that holds something."""
    try:
        taken = os.path.lexists(out) and not (out.is_dir() and not any(out.iterdir()))
    except OSError as error:
        return _refusal(error, out)
    if not taken:
        return None
    return Refused(
        "folder_exists",
        f"Thư mục “{out}” đã có dữ liệu. Chương trình không ghi đè; đề nghị chọn một thư mục mới.",
    )


def write_folder(out: Path, files: Mapping[str, bytes]) -> Refused | None:
    """Write files (by path with ``/`` below the folder) into a new folder: first beside it, flushed to the disk, then renamed in one step.

    What an earlier, killed run left beside it is removed. Only the owner may read the folder.
    Refused: ``folder_exists``, ``disk_full``, ``cannot_write``; then nothing is left.
    """
    refused = place_is_free(out)
    if refused is not None:
        return refused
    prefix = f".{out.name}.partial-"
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        for left in out.parent.glob(f"{prefix}*"):
            shutil.rmtree(left)
        beside = Path(tempfile.mkdtemp(prefix=prefix, dir=out.parent))
    except OSError as error:
        return _refusal(error, out)
    try:
        for name, data in files.items():
            _write(beside / name, data)
        for folder in {beside, *(folder for folder in beside.rglob("*") if folder.is_dir())}:
            _flush_folder(folder)
        if out.is_dir():
            out.rmdir()
        beside.replace(out)
        _flush_folder(out.parent)
    except OSError as error:
        shutil.rmtree(beside, ignore_errors=True)
        return _refusal(error, out)
    return None


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows opens no folder for flushing; its rename is journalled
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):  # some network drives flush files only
            os.fsync(opened)
    finally:
        os.close(opened)


def _refusal(error: OSError, out: Path) -> Refused:
    if error.errno in _FULL:
        return Refused(
            "disk_full",
            "Ổ đĩa không còn đủ chỗ nên chưa ghi gì. Hòm phiếu vẫn nguyên; đề nghị giải phóng ổ đĩa rồi mở lại.",
        )
    return Refused(
        "cannot_write",
        f"Không ghi được vào “{out}” ({error.strerror}). Hòm phiếu vẫn nguyên; đề nghị chọn thư mục khác.",
    )
