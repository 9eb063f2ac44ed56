"""The public address of the booth, as plain text rules."""

from urllib.parse import urlsplit

_LOOPBACK = {"127.0.0.1", "localhost", "::1"}


def is_protected(origin: str) -> bool:
    """Tell whether ballots sent to that address are protected on their way: HTTPS, or this same machine (DESIGN §4.9)."""
    parts = urlsplit(origin)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)


def domain(origin: str) -> str:
    """Return the host as people read it, with its port where it isn't the usual one."""
    return urlsplit(origin).netloc
