"""Work that no picture should make: done in a guarded process, named in a module so that it can be sent there."""

import os


def of_memory(_: bytes) -> bytes:
    """Take more memory than the process gets."""
    return bytes(bytearray(8 * 1024**3)[:1])


def of_time(data: bytes) -> bytes:
    """Never end."""
    while data:
        pass
    return data


def died(_: bytes) -> bytes:
    """End the process, as a faulty decoder does."""
    os.abort()
