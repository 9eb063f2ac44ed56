"""The terminal's letters."""

import io
import sys


def print_unicode() -> None:
    """Print Vietnamese also where the system's own encoding lacks it, as into a file on Windows."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower() not in ("utf-8", "utf8"):
            stream.reconfigure(encoding="utf-8")
