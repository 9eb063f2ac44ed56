"""Opening and migrating an urn by its address."""

from importlib import resources
from pathlib import Path

from guong.ballots import postgresql, sqlite
from guong.ballots.connections import Session, StorageFull, Store, StoreUnavailable

__all__ = [
    "NotMigrated",
    "Session",
    "StorageFull",
    "Store",
    "StoreUnavailable",
    "migrate",
    "open_store",
    "sqlite_path",
]

_SQLITE = "sqlite:///"
_POSTGRESQL = ("postgresql://", "postgres://")


class NotMigrated(RuntimeError):
    """The urn's schema is missing, older or newer than this program; ``guong migrate-urn`` mends the first two."""


def open_store(url: str) -> Store:
    """Open an urn: ``sqlite:////absolute/path`` or ``postgresql://user@host/database``.

    Raises NotMigrated unless the schema is this program's, ValueError for another kind of address.
    """
    wanted = len(_scripts(url))
    found = _version(url)
    if found != wanted:
        raise NotMigrated(f"the urn's schema is {found}, this program needs {wanted}: run guong migrate-urn")
    if url.startswith(_SQLITE):
        return sqlite.SqliteStore(_path(url))
    return postgresql.PostgresStore(url)


def migrate(url: str) -> None:
    """Bring an urn to this program's schema; creates the SQLite file, needs the PostgreSQL database to exist."""
    scripts = _scripts(url)
    if url.startswith(_SQLITE):
        sqlite.apply(_path(url), scripts, current=_version(url))
    else:
        postgresql.apply(url, scripts, current=_version(url))


def sqlite_path(url: str) -> Path | None:
    """Return the file of a ``sqlite:///`` address, None for a server's."""
    return _path(url) if url.startswith(_SQLITE) else None


def _version(url: str) -> int:
    return sqlite.version(_path(url)) if url.startswith(_SQLITE) else postgresql.version(url)


def _path(url: str) -> Path:
    text = url.removeprefix(_SQLITE).lstrip("/")
    return Path(text if text[1:2] == ":" else f"/{text}")  # a drive letter is absolute without the slash


def _scripts(url: str) -> list[str]:
    if not url.startswith((_SQLITE, *_POSTGRESQL)):
        raise ValueError("an urn is a sqlite:/// or postgresql:// address")
    folder = resources.files("guong.ballots").joinpath(
        "schema", "sqlite" if url.startswith(_SQLITE) else "postgresql"
    )
    scripts = sorted(
        (entry for entry in folder.iterdir() if entry.name[:4].isdigit()), key=lambda entry: entry.name
    )
    return [script.read_text(encoding="utf-8") for script in scripts]
