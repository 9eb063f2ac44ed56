"""The fault bench runs on both databases, each urn fresh: the fixtures are those of the urn's own tests."""

from tests.ballots.conftest import store, url, world

__all__ = ["store", "url", "world"]
