"""Reads one untrusted file in a process of its own: layout and file on stdin, one line of JSON a page on stdout.

Started by `process`. It may not write a single byte to any file, so that a page can't reach the disk by way of a
decoder's temporary file; memory and time are bounded. Windows has no such limits: there the time limit remains.
"""

import sys

import cv2

from guong.paper.reading import Layout, scans_in
from guong.paper.scanning.pages import scanned

try:
    import resource
except ImportError:
    resource = None  # type: ignore[assignment]

MEMORY = 3 * 1024**3
SECONDS = 300
LENGTH_BYTES = 8


def bound() -> None:
    """Bound this process for the rest of its life."""
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Read stdin: eight bytes of length, the layout, the file."""
    cv2.setNumThreads(1)
    bound()
    length = int.from_bytes(sys.stdin.buffer.read(LENGTH_BYTES), "big")
    layout = Layout.from_bytes(sys.stdin.buffer.read(length))
    for page, scan in enumerate(scans_in(sys.stdin.buffer.read()), start=1):
        sys.stdout.buffer.write(scanned(scan, layout, page).as_line())
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
