"""Every address of the URL configuration, with real keys where it takes arguments."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

PLACE = re.compile(r"<(?:\w+:)?(\w+)>")

Found = Mapping[str, str]
Keys = Mapping[str, Callable[[Found], Iterable[object]]]


@dataclass(frozen=True)
class Route:
    """One line of the URL configuration: ``name`` with its room, ``text`` as written there, ``hoi-nghi/<slug:key>/in/``."""

    name: str
    text: str

    def addresses(self, keys: Keys) -> list[str]:
        """Return the route filled in with what ``keys`` gives for each of its places, e.g. for ``hoi-nghi/<slug:key>``.

        Empty where some place has no keys.
        """
        found: list[dict[str, str]] = [{}]
        for place in PLACE.finditer(self.text):
            give = keys.get(self.text[: place.end()], _nothing)
            found = [one | {place[1]: str(key)} for one in found for key in give(one)]
        return ["/" + PLACE.sub(lambda place, one=one: one[place[1]], self.text) for one in found]  # type: ignore[misc]


def routes() -> list[Route]:
    """Return every route that Django answers, in the order of the URL configuration."""
    return list(_routes(get_resolver().url_patterns, "", ""))


def _routes(patterns: Sequence[URLPattern | URLResolver], text: str, room: str) -> Iterator[Route]:
    for one in patterns:
        below = text + str(one.pattern)
        if isinstance(one, URLPattern):
            yield Route(room + (one.name or below), below)
        else:
            yield from _routes(one.url_patterns, below, f"{room}{one.namespace}:" if one.namespace else room)


def _nothing(_: Found) -> tuple[object, ...]:
    return ()
