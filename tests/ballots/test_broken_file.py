"""A damaged urn file tells the voter to go to the desk; it never acknowledges and never leaves the phone guessing."""

from pathlib import Path

from guong.ballots import casting
from guong.ballots.store import migrate, open_store
from guong.core.outcome import Refused
from tests.ballots.world import World


def test_a_ballot_for_a_damaged_file_is_refused_with_a_sentence(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'urn.sqlite3'}"
    migrate(url)
    store = open_store(url)
    world = World().prepare(store)
    store.settle()
    store.close()
    path = tmp_path / "urn.sqlite3"
    whole = path.read_bytes()
    damaged = open_store(url)
    path.write_bytes(whole[:4096] + b"\xa5" * (len(whole) - 4096))
    outcome = casting.cast_group(damaged, [casting.Attempt(world.poll, world.slots[0], world.sealed(0))])[0]
    assert isinstance(outcome, Refused)
    assert outcome.reason == "storage_full"
