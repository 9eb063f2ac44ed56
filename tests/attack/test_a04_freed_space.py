"""A4: after erasing, no sealed ballot is left in any table file: not in rows, not in freed pages, not in dead versions.

PostgreSQL's write-ahead log keeps sealed bytes until it is recycled: SECURITY.md says so, and the key is destroyed by then.
"""

import secrets

from guong.ballots import casting, polls
from guong.core.outcome import Refused
from guong.core.secrecy.box import Box
from tests.attack.grounds import Ground
from tests.ballots import urns
from tests.ballots.world import World

VOTERS = 12
PIECE = 32


def places(files: dict[str, bytes]) -> dict[str, bytes]:
    """The database's own files and a dump, without the server's write-ahead log."""
    return {
        name: data
        for name, data in files.items()
        if "/base/" in f"/{name}" or name.startswith(("urn", "dump"))
    }


def pieces(envelope: bytes) -> list[bytes]:
    return [envelope[start : start + PIECE] for start in range(0, len(envelope) - PIECE, 700)]


def share_found(envelopes: list[bytes], files: dict[str, bytes]) -> float:
    """How many of these envelopes have at least one piece somewhere."""
    data = b"".join(files.values())
    return sum(any(piece in data for piece in pieces(envelope)) for envelope in envelopes) / len(envelopes)


def voted(ground: Ground) -> tuple[World, list[bytes]]:
    with urns.opened(ground.url) as store:
        world = World(voters=VOTERS).prepare(store)
        envelopes = [world.sealed(voter) for voter in range(VOTERS)]
        for voter, envelope in enumerate(envelopes):
            slot = world.slots[voter]
            outcome = casting.cast(store, poll=world.poll, slot_key=slot, envelope=envelope)
            assert not isinstance(outcome, Refused)
    return world, envelopes


def test_after_erasing_no_envelope_is_left_in_rows_freed_pages_or_dead_versions(ground: Ground) -> None:
    world, envelopes = voted(ground)
    with urns.opened(ground.url) as store:
        polls.close(store, poll=world.poll, paper_sets={})
        assert isinstance(polls.seal(store, poll=world.poll), Box)
        assert share_found(envelopes, places(ground.files())) == 1.0
        polls.confirm_opened(store, poll=world.poll, opening_digest=secrets.token_bytes(32))
        polls.erase(store, poll=world.poll)
        assert share_found(envelopes, places(ground.files())) == 0.0


def test_positive_control_rows_that_are_only_deleted_are_found_in_freed_space(ground: Ground) -> None:
    envelopes = [
        secrets.token_bytes(1500) for _ in range(VOTERS)
    ]  # below PostgreSQL's limit for moving a value out
    ground.run(
        [
            *([("PRAGMA secure_delete=OFF", ())] if ground.url.startswith("sqlite") else []),
            (
                "CREATE TABLE careless (envelope "
                + ("blob" if ground.url.startswith("sqlite") else "bytea")
                + ")",
                (),
            ),
            *(("INSERT INTO careless VALUES (?)", (envelope,)) for envelope in envelopes),
            ("DELETE FROM careless", ()),
        ]
    )
    assert share_found(envelopes, places(ground.files()) | {"log": ground.journal()}) > 0.9
