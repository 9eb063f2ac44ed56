"""Restoring a backup into an empty folder, all or nothing; a poll found open becomes suspended (DESIGN §9)."""

import secrets
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from guong.ballots import polls
from guong.ballots.store import NotMigrated, StorageFull, StoreUnavailable, migrate, open_store
from guong.core.lifecycle import PollState
from guong.core.outcome import Refused
from guong.web.backup_archive import Manifest
from guong.web.restore_unsealing import DAMAGED, identities, unseal

# An opening that the crash cut off must not be ended at start-up: the board decides.
_FORGET_OPENING = (
    "UPDATE {schema}conferences_intent SET state = 'refused', reason = 'restored' "
    "WHERE state = 'wanted' AND act = 'open'"
)
_SUSPEND = "UPDATE public.poll SET state = 'suspended' WHERE state IN ('open', 'paused')"


@dataclass(frozen=True)
class Restored:
    """A restored folder: number of files, polls that became suspended, dumps that an administrator must load."""

    folder: Path
    files: int
    suspended: tuple[str, ...]
    dumps: tuple[str, ...]


def restore(*, backup: Path, identity: Path, into: Path) -> Restored | Refused:
    """Restore a backup made by `back_up` into a folder that is empty or not there yet.

    Refused: ``not_empty``, ``no_backup``, ``no_identity``, ``wrong_identity``, ``damaged``, ``newer``, ``not_written``.
    Whatever is refused leaves nothing behind.
    """
    into = into.absolute()
    if into.exists() and (not into.is_dir() or any(into.iterdir())):
        return Refused(
            "not_empty", f"Thư mục {into} đã có dữ liệu. Đề nghị chọn thư mục trống hoặc thư mục mới."
        )
    if not backup.is_file():
        return Refused("no_backup", f"Không có tệp {backup}. Đề nghị kiểm tra lại đường dẫn của bản sao lưu.")
    keys = identities(identity)
    if isinstance(keys, Refused):
        return keys
    beside = into.with_name(f".{into.name}.{secrets.token_hex(8)}")
    try:
        beside.mkdir(mode=0o700, parents=True)
        with backup.open("rb") as file:
            manifest = unseal(file, keys, beside)
        restored = manifest if isinstance(manifest, Refused) else _made_safe(beside, into, manifest)
        if isinstance(restored, Restored):
            if into.exists():
                into.rmdir()  # Windows renames onto no folder, not even an empty one
            beside.rename(into)
        return restored
    except (OSError, StorageFull, StoreUnavailable) as error:
        return Refused(
            "not_written",
            f"Không ghi được vào {into} ({error}). Chưa có gì được khôi phục. "
            "Đề nghị kiểm tra ổ đĩa còn chỗ và còn ghi được, rồi chạy lại.",
        )
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _made_safe(folder: Path, into: Path, manifest: Manifest) -> Restored | Refused:
    suspended: list[str] | Refused
    if (folder / "urn.sqlite3").exists():
        suspended = _suspended_urn(folder / "urn.sqlite3")
        if isinstance(suspended, Refused):
            return suspended
    else:
        casting = {PollState.OPEN.value, PollState.PAUSED.value}
        suspended = sorted(poll for poll, state in manifest.polls.items() if state in casting)
    if (folder / "register.sqlite3").exists() and not _register_is_whole(folder / "register.sqlite3"):
        return DAMAGED
    dumps = []
    for name, statement in (
        ("register.sql", _FORGET_OPENING.format(schema="public.")),
        ("urn.sql", _SUSPEND),
    ):
        if (folder / name).exists():
            with (folder / name).open("a", encoding="utf-8") as dump:
                dump.write(f"\n{statement};\n")
            dumps.append(name)
    return Restored(into, len(manifest.files), tuple(suspended), tuple(dumps))


def _suspended_urn(path: Path) -> list[str] | Refused:
    url = f"sqlite:///{path}"
    try:
        migrate(url)
        store = open_store(url)
    except NotMigrated:
        return Refused(
            "newer",
            "Bản sao lưu do chương trình mới hơn làm ra. Đề nghị cài bản Gương mới nhất rồi khôi phục lại.",
        )
    except sqlite3.DatabaseError:
        return DAMAGED
    try:
        suspended = polls.suspend_all(store)
        store.settle()
    finally:
        store.close()
    return suspended


def _register_is_whole(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(path)) as connection:
            if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                return False
            connection.execute(_FORGET_OPENING.format(schema=""))
            connection.commit()
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}:
            raise OSError(str(error)) from error
        return False
    except sqlite3.DatabaseError:
        return False
    return True
