"""Keys from files or a hidden prompt, never from the command line itself (DESIGN §10)."""

import getpass
from collections.abc import Sequence
from pathlib import Path

from guong.core.outcome import Refused

LARGEST_KEY_FILE = 64 * 1024


def read_keys(paths: Sequence[str]) -> list[str] | Refused:
    """Return the keys as text; ``-`` asks without showing what is typed. Refused ``no_key_file``, which says which one."""
    shares: list[str] = []
    for number, path in enumerate(paths, start=1):
        share = _read_key(path, number)
        if isinstance(share, Refused):
            return share
        shares.append(share)
    return shares


def _read_key(path: str, number: int) -> str | Refused:
    try:
        if path == "-":
            return getpass.getpass(f"Chìa khoá thứ {number} (20 số, cách nhau bằng dấu cách): ")
        with Path(path).open("rb") as stream:
            return stream.read(LARGEST_KEY_FILE).decode(errors="replace")
    except (OSError, EOFError, KeyboardInterrupt):
        return Refused(
            "no_key_file", f"Không đọc được chìa khoá thứ {number} ({path}). Đề nghị kiểm tra đường dẫn tệp."
        )
