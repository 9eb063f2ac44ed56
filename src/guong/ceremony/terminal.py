"""The terminal: its letters, how a refusal is printed, the exit codes of `guong open`."""

import io
import json
import sys
from typing import Any

from guong.core.outcome import Refused

DONE, REFUSED, WRONG_USAGE = 0, 1, 2
_USAGE_REASONS = {"one_key", "too_many_keys", "odd_keys", "no_key_file", "no_box"}


def print_unicode() -> None:
    """Print Vietnamese also where the system's own encoding lacks it, as into a file on Windows."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower() not in ("utf-8", "utf8"):
            stream.reconfigure(encoding="utf-8")


def exit_code(refused: Refused) -> int:
    """Return 2 where the command was used wrongly or an input can't be read, else 1."""
    return WRONG_USAGE if refused.reason in _USAGE_REASONS else REFUSED


def print_refusal(refused: Refused, *, as_json: bool) -> None:
    """Print a refusal's sentence on the error stream, or as one JSON object."""
    if as_json:
        print_json({"refused": refused.reason, "sentence": refused.sentence})
    else:
        print(f"Chưa mở được hòm phiếu. {refused.sentence}", file=sys.stderr)


def print_json(data: dict[str, Any]) -> None:
    """Print one JSON object."""
    print(json.dumps(data, ensure_ascii=False, indent=2))
