"""Reads one untrusted file in a process of its own: layout and file on stdin, one line of JSON a page on stdout.

Started by `process`. It may not open or write any file, nor a connection, so that a page can't reach the disk by way of a
decoder's temporary file, nor leave the machine; memory and time are bounded (`core.confined`).
"""

import sys

import cv2
import numpy.ma  # noqa: F401  # numpy loads it at the first median, which is too late here
from PIL import Image

from guong.core.confined import confine
from guong.core.outcome import Refused
from guong.paper.reading import Layout, PageReading, read_page, scans_in
from guong.paper.reading.network import shipped
from guong.paper.scanning.pages import ScannedPage, scanned

MEMORY = 3 * 1024**3
SECONDS = 300
LENGTH_BYTES = 8
READINGS_ONLY = "readings"


def bound() -> None:
    """Load what the reading needs, then confine this process for the rest of its life."""
    Image.init()
    shipped()
    confine(memory=MEMORY, seconds=SECONDS)


def main() -> None:
    """Read stdin: eight bytes of length, the layout, the file."""
    cv2.setNumThreads(1)
    bound()
    length = int.from_bytes(sys.stdin.buffer.read(LENGTH_BYTES), "big")
    layout = Layout.from_bytes(sys.stdin.buffer.read(length))
    for page, scan in enumerate(scans_in(sys.stdin.buffer.read()), start=1):
        if sys.argv[1:] != [READINGS_ONLY]:
            told = scanned(scan, layout, page)
        elif isinstance(scan, Refused):
            told = ScannedPage(PageReading(page, scan))
        else:
            told = ScannedPage(read_page(scan, layout, page))
        sys.stdout.buffer.write(told.as_line())
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
