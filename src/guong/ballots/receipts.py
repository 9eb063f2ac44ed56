"""The server's own key for receipts: made at first start, kept in one file of its owner's alone (formats §7)."""

import os
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

FILE_NAME = "receipt.key"


def load_or_create(path: Path) -> Ed25519PrivateKey:
    """Return the key in the file (32 raw bytes); makes file and key where there are none.

    Raises ValueError for a file of another length: a lost receipt key is not silently replaced.
    """
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return Ed25519PrivateKey.from_private_bytes(path.read_bytes())
    key = Ed25519PrivateKey.generate()
    with os.fdopen(handle, "wb") as file:
        file.write(key.private_bytes_raw())
        file.flush()
        os.fsync(file.fileno())
    return key
