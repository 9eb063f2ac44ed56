"""The public address of the booth, as papers and screens write it."""

from urllib.parse import urlsplit


def domain(origin: str) -> str:
    """Return the host as people read it, with its port where it isn't the usual one."""
    return urlsplit(origin).netloc
