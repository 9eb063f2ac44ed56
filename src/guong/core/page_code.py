"""The sixteen digits of the voter's page (formats §7)."""

import hashlib
from collections.abc import Mapping

from guong.core.crockford import sixteen_digits

_CONTEXT = "guong/page/v1\n"


def page_code(digests: Mapping[str, str]) -> str:
    """Return the sixteen digits over the files' digests: file name to SHA-256 in hex.

    The lines are those that ``sha256sum`` prints, so that anybody can make the code with it from saved files.
    """
    lines = "".join(f"{digests[name]}  {name}\n" for name in sorted(digests))
    return sixteen_digits(hashlib.sha256((_CONTEXT + lines).encode()).digest())
