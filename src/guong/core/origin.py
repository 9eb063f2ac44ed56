"""The public address of the booth: whether ballots sent to it are protected on their way."""

from urllib.parse import urlsplit

_LOOPBACK = {"127.0.0.1", "localhost", "::1"}


def is_protected(origin: str) -> bool:
    """Tell whether what is sent to that address is protected on its way: HTTPS, or this same machine (DESIGN §4.9)."""
    parts = urlsplit(origin)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)
