"""The urn in PostgreSQL: the same rows and rules, one advisory lock per poll."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

import psycopg
from psycopg import errors

from guong.ballots.connections import Row, StorageFull, Store, StoreUnavailable
from guong.core import crockford
from guong.core.outcome import Refused

_CONNECTIONS = 8
_CONNECT_SECONDS = 10
_LOST = "có thể mất phiếu đã nhận"
_RECORDS = "ghi lại thời điểm hoặc nội dung câu lệnh"
# setting -> (values that are safe, what is wrong with the others)
_SETTINGS = {
    "fsync": ({"on"}, _LOST),
    "full_page_writes": ({"on"}, _LOST),
    "synchronous_commit": ({"on", "local", "remote_write", "remote_apply"}, _LOST),
    "track_commit_timestamp": ({"off"}, _RECORDS),
    "log_statement": ({"none", "ddl"}, _RECORDS),
    "log_duration": ({"off"}, _RECORDS),
    "log_min_duration_statement": ({"-1"}, _RECORDS),
    "log_min_duration_sample": ({"-1"}, _RECORDS),
    "log_transaction_sample_rate": ({"0"}, _RECORDS),
    "log_parameter_max_length_on_error": ({"0"}, _RECORDS),
}


class PostgresConnection:
    """One connection to the urn's database."""

    def __init__(self, url: str) -> None:
        with _translated():
            self._connection = psycopg.connect(url, autocommit=True, connect_timeout=_CONNECT_SECONDS)

    def begin(self, *, writing: bool) -> None:
        reading = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
        self.change("BEGIN ISOLATION LEVEL READ COMMITTED" if writing else reading)

    def commit(self) -> None:
        self.change("COMMIT")

    def rollback(self) -> None:
        with suppress(psycopg.Error):
            self._connection.rollback()

    def lock(self, poll: str) -> None:
        # A poll key is 50 bits and fits a lock's 64. A row lock would need the right to change the poll's state,
        # which the booth's role must not have.
        self.rows("SELECT pg_advisory_xact_lock(?)", [_lock_number(poll)])

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        with _translated():
            return self._connection.execute(_own(sql), parameters).fetchall()

    def change(self, sql: str, parameters: Sequence[object] = ()) -> int:
        with _translated():
            return self._connection.execute(_own(sql), parameters).rowcount

    def change_many(self, sql: str, rows: Sequence[Sequence[object]]) -> int:
        with _translated(), self._connection.cursor() as cursor:
            cursor.executemany(_own(sql), rows)
            return cursor.rowcount

    def usable(self) -> bool:
        idle = psycopg.pq.TransactionStatus.IDLE
        return not self._connection.closed and self._connection.info.transaction_status == idle

    def close(self) -> None:
        self._connection.close()


class PostgresStore(Store):
    """The urn's database opened for many threads."""

    def __init__(self, url: str) -> None:
        super().__init__(lambda: PostgresConnection(url), size=_CONNECTIONS)

    def settle(self) -> None:
        """Nothing to do: PostgreSQL recycles its log by itself; until then order and moment of casts stand in it.

        They belong to sealed bytes and slots without names (SECURITY.md says what follows from that).
        """

    def scrub(self) -> None:
        """Rewrite both tables: an overwritten row otherwise stays in its page as a dead one (needs the owner)."""
        with self._own_connection() as connection:
            connection.change("VACUUM (FULL) slot")
            connection.change("VACUUM (FULL) paper_slot")

    def problems(self) -> list[Refused]:
        with self._own_connection() as connection:
            found = {name: connection.rows("SELECT current_setting(?)", [name])[0][0] for name in _SETTINGS}
        return [
            _problem(name, found[name], harm)
            for name, (safe, harm) in _SETTINGS.items()
            if found[name] not in safe
        ]


def apply(url: str, scripts: Sequence[str], *, current: int) -> None:
    """Apply the scripts after version ``current``, each in one transaction."""
    with psycopg.connect(url) as connection:
        for version, script in enumerate(scripts[current:], start=current + 1):
            connection.execute(script.encode())
            connection.execute("INSERT INTO schema_version VALUES (%s)", [version])
            connection.commit()


def version(url: str) -> int:
    """Return the schema's version in the database, 0 where there is none yet."""
    connection = PostgresConnection(url)
    try:
        if connection.rows("SELECT to_regclass('schema_version')") == [(None,)]:
            return 0
        return int(connection.rows("SELECT max(version) FROM schema_version")[0][0] or 0)
    finally:
        connection.close()


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except (errors.DiskFull, errors.IoError) as error:
        raise StorageFull(str(error)) from error
    except psycopg.OperationalError as error:
        raise StoreUnavailable(str(error)) from error


def _own(sql: str) -> bytes:
    return sql.replace("?", "%s").encode()


def _lock_number(poll: str) -> int:
    number = 0
    for character in poll:
        number = number << 5 | crockford.ALPHABET.index(character)
    return number


def _problem(name: str, found: str, harm: str) -> Refused:
    return Refused(
        "unsafe_storage",
        f"PostgreSQL đang đặt {name} = {found}: {harm}. Đề nghị người quản trị sửa thiết lập này trước khi mở bỏ phiếu.",
    )
