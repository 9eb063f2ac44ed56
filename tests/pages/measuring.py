"""What one request costs the server: questions to both databases, and time by the clock on the wall."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest import mock

from django.db import connection

from guong.ballots.sqlite import SqliteConnection


@dataclass
class Cost:
    """Milliseconds by the clock and of the processor, and the questions asked, to the register and to the urn."""

    milliseconds: float = 0.0
    processor: float = 0.0
    register: list[str] = field(default_factory=list)
    urn: list[str] = field(default_factory=list)

    @property
    def queries(self) -> int:
        """How many questions both databases were asked."""
        return len(self.register) + len(self.urn)


@contextmanager
def measured() -> Iterator[Cost]:
    """Measure what runs inside."""
    cost = Cost()

    def noted(run: Callable[..., Any], sql: str, parameters: Any, many: bool, context: Any) -> Any:
        # Only SQLite's adapter sends BEGIN as a statement of its own; it asks nothing, and PostgreSQL's never shows it.
        if not sql.startswith("BEGIN"):
            cost.register.append(sql)
        return run(sql, parameters, many, context)

    asked = SqliteConnection.rows

    def rows(self: SqliteConnection, sql: str, *more: Any) -> Any:
        cost.urn.append(sql)
        return asked(self, sql, *more)

    with connection.execute_wrapper(noted), mock.patch.object(SqliteConnection, "rows", rows):
        began, worked = time.perf_counter(), time.process_time()
        try:
            yield cost
        finally:
            cost.milliseconds = 1000 * (time.perf_counter() - began)
            cost.processor = 1000 * (time.process_time() - worked)
