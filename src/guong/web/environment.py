"""What the machine's environment tells: folders, databases, the public address (DESIGN §9)."""

import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from pydantic_settings import BaseSettings, SettingsConfigDict

from guong.core.owner_file import made_once

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
_SQLITE_START = (
    "PRAGMA journal_mode=WAL;"
    "PRAGMA synchronous=FULL;"  # NORMAL loses acknowledged writes at a power loss (research/security.md §0)
    "PRAGMA secure_delete=ON;"
    "PRAGMA foreign_keys=ON;"
)


class Environment(BaseSettings):
    """Settings from variables named ``GUONG_…``; databases are URLs, empty means SQLite inside ``data_dir``.

    ``certificate`` is the file that the reverse proxy shows to phones, so that its last day can be told; `guong serve` itself
    sets ``second_disk``.
    """

    model_config = SettingsConfigDict(env_prefix="GUONG_")

    data_dir: Path = Path("data")
    register_url: str = ""
    urn_url: str = ""
    origin: str = "http://127.0.0.1:8000"
    certificate: Path | None = None
    second_disk: Path | None = None
    demo: bool = False
    render_inline: bool = False


def secret_key(folder: Path) -> str:
    """Return the key in ``folder/secret.key``; the first run makes it, readable by its owner only."""
    folder.mkdir(parents=True, exist_ok=True)
    return made_once(folder / "secret.key", secrets.token_urlsafe(64).encode()).decode("ascii").strip()


def register_database(environment: Environment) -> dict[str, Any]:
    """Return Django's entry for the register: a ``postgresql://`` URL, or SQLite that loses nothing."""
    if environment.register_url:
        return _postgresql(environment.register_url)
    environment.data_dir.mkdir(parents=True, exist_ok=True)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": environment.data_dir / "register.sqlite3",
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": _SQLITE_START},
    }


def register_url(environment: Environment) -> str:
    """Return the register's address: ``postgresql://…``, or a SQLite file inside ``data_dir``."""
    return environment.register_url or f"sqlite:///{environment.data_dir.absolute() / 'register.sqlite3'}"


def urn_url(environment: Environment) -> str:
    """Return the urn's address: ``postgresql://…``, or a SQLite file inside ``data_dir``."""
    return environment.urn_url or f"sqlite:///{environment.data_dir.absolute() / 'urn.sqlite3'}"


def allowed_hosts(origin: str) -> list[str]:
    """Return the host of the public address; every name of loopback where it is one of them."""
    host = urlsplit(origin).netloc.rpartition("@")[2]
    name = host if host.endswith("]") else host.rsplit(":", 1)[0]
    return list(LOOPBACK) if name in LOOPBACK else [name]


def _postgresql(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
    }
