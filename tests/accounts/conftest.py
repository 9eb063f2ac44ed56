"""Attempts at signing in are counted in memory; each test starts from none."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _no_attempts_yet() -> None:
    cache.clear()
