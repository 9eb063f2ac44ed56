"""The server's own key for receipts: made at first start, kept in one file of its owner's alone (formats §7)."""

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from guong.core.owner_file import made_once

FILE_NAME = "receipt.key"


def load_or_create(path: Path) -> Ed25519PrivateKey:
    """Return the key in the file (32 raw bytes); makes file and key where there are none.

    Raises ValueError for a file of another length: a lost receipt key is not silently replaced.
    """
    fresh = Ed25519PrivateKey.generate().private_bytes_raw()
    return Ed25519PrivateKey.from_private_bytes(made_once(path, fresh))
