"""Whether an officer comes from outside: the desk's two officers may not be people of the unit (DESIGN §5, R7)."""

import re
from collections.abc import Collection

from guong.core.wording import folded

_AFTER_NAME = re.compile(r"\s+[–—(-]|,")  # an account may carry the officer's work behind the name


def is_named_among(officer: str, people: Collection[str]) -> bool:
    """Tell whether an officer's printed name is that of one of the unit's people, accents and case aside.

    A namesake elsewhere is refused too: another officer can do the work, a colleague must not.
    """
    name = folded(_AFTER_NAME.split(officer, maxsplit=1)[0])
    return bool(name) and name in {folded(person) for person in people}
