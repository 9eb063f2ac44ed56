"""Files for their owner's eyes (mode 0600): written durably, or made once, whole or not at all (a machine's own keys)."""

import os
import secrets
from pathlib import Path


def made_once(path: Path, fresh: bytes) -> bytes:
    """Return what stands in the file; where there is none it is made with ``fresh`` (mode 0600).

    The bytes are written and flushed beside it first, then given the name in one step: a crash leaves no empty file, and
    of two programs that start together both return the same bytes. OSError where the folder can't be written.
    """
    if path.exists():
        return path.read_bytes()
    beside = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        write_durably(beside, fresh)
        _name(beside, path)
    finally:
        beside.unlink(missing_ok=True)
    return path.read_bytes()


def write_durably(path: Path, data: bytes) -> None:
    """Write a new file and flush it to the disk; FileExistsError where it is there already."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _name(beside: Path, path: Path) -> None:
    try:
        os.link(beside, path)
    except FileExistsError:
        return
    except OSError:  # a disk without hard links (exFAT): there two first starts at once may not be told apart
        if not path.exists():
            beside.replace(path)
