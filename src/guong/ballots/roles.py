"""PostgreSQL: a role for the booth and one for the office, and no way from the booth to the register (DESIGN §2)."""

from importlib import resources

import psycopg
from psycopg import sql

BOOTH = "guong_booth"
OFFICE = "guong_office"


def create_roles(url: str, *, register: str, booth: str = BOOTH, office: str = OFFICE) -> None:
    """Create both roles in a migrated urn and shut the register's database to the booth's.

    ``url`` and ``register`` are addresses of an administrator on the same server. The register keeps its owner's access;
    everybody else needs an explicit grant afterwards. Raises psycopg.Error where a role exists or the right is missing.
    """
    script = resources.files("guong.ballots").joinpath("schema", "postgresql", "roles.sql")
    with psycopg.connect(url) as connection:
        names = {"booth": booth, "office": office, "urn": connection.info.dbname}
        statement = sql.SQL(script.read_text(encoding="utf-8"))
        connection.execute(statement.format(**{name: sql.Identifier(value) for name, value in names.items()}))
    with psycopg.connect(register, autocommit=True) as connection:
        database = sql.Identifier(connection.info.dbname)
        connection.execute(sql.SQL("REVOKE CONNECT ON DATABASE {} FROM PUBLIC").format(database))
        connection.execute(
            sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(database, sql.Identifier(office))
        )
