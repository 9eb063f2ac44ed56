"""A machine's data folder with a real register and urn, and a key pair for its backups."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pyrage  # type: ignore[import-untyped]  # ships no annotations

from guong.ballots.store import Store, open_store
from guong.web.backup_making import Made, back_up
from guong.web.environment import Environment
from guong.web.restoring import Restored, restore
from tests.ballots.world import World

if sys.platform != "win32":
    import resource


@dataclass(frozen=True)
class Keys:
    """An age key pair: the public line, the file of the secret one."""

    recipient: str
    identity: Path


def new_keys(folder: Path, name: str = "identity.txt") -> Keys:
    """Make a key pair as ``age-keygen`` would."""
    identity = pyrage.x25519.Identity.generate()
    recipient = str(identity.to_public())
    (folder / name).write_text(f"# public key: {recipient}\n{identity}\n", encoding="utf-8")
    return Keys(recipient, folder / name)


def first_start(folder: Path, **urls: str) -> None:
    """Do what the first `guong serve` does before it listens: urn, register, both keys."""
    names = {"GUONG_DATA_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "guong.web.settings"}
    program = (
        "from guong.web import urn_migration, environment; urn_migration.main([]);"
        "import guong.web.django_start; from guong.web import register; register.bring_up_to_date();"
        "from guong.ballots import receipts; receipts.load_or_create(environment.Environment().data_dir / 'receipt.key')"
    )
    subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | names | urls | {"PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.DEVNULL,
        check=True,
    )


def made(folder: Path, out: Path, keys: Keys, *, register: str = "", urn: str = "") -> Made:
    """Back up and insist that it worked."""
    environment = Environment(data_dir=folder, register_url=register, urn_url=urn)
    outcome = back_up(environment, out=out, recipients=[keys.recipient])
    assert isinstance(outcome, Made), outcome
    return outcome


def restored(backup: Path, keys: Keys, into: Path) -> Restored:
    """Restore and insist that it worked."""
    outcome = restore(backup=backup, identity=keys.identity, into=into)
    assert isinstance(outcome, Restored), outcome
    return outcome


def urn_of(folder: Path) -> Store:
    """Open the urn in a data folder."""
    return open_store(f"sqlite:///{folder / 'urn.sqlite3'}")


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """Let the system refuse to write any file beyond this size, as a full disk would."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def cast(address: str, world: World, voters: Sequence[int], sealed: Sequence[bytes]) -> list[str]:
    """Let these voters send; their receipts."""
    answers = [
        httpx.post(f"{address}/b/{world.poll}/cast", content=world.slots[voter] + sealed[voter], timeout=30)
        for voter in voters
    ]
    assert {answer.status_code for answer in answers} == {200}
    return [answer.json()["leaf"] for answer in answers]
