"""What may stand in one line of a draw, so that anybody can type it again from the paper (formats §13)."""

import re
import unicodedata

LONGEST_KEY = 40
LONGEST_NAME = 200
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")


def is_line(words: str, longest: int) -> bool:
    """Tell whether ``words`` are 1 to ``longest`` NFC characters in one line, only single spaces between words."""
    return (
        0 < len(words) <= longest
        and words == " ".join(words.split())
        and unicodedata.is_normalized("NFC", words)
        and not _CONTROL.search(words)
    )
