"""A15: one share opens nothing, nothing opens early, and the key is nowhere on the server."""

import os
from itertools import combinations

import pytest

from guong.ballots import polls
from guong.core.lifecycle import PollState
from guong.core.outcome import Refused
from guong.core.secrecy import keys
from guong.core.secrecy.box import Box
from guong.core.secrecy.opening import Opening, open_box
from tests import chance
from tests.attack import halls
from tests.attack.grounds import Ground
from tests.attack.halls import Hall
from tests.attack.test_a01_canaries import found
from tests.ballots import urns

VOTERS = 6


def secrets_of(hall: Hall) -> dict[str, bytes]:
    """The seed, the poll's key, and each share as printed."""
    private = keys.board_key(hall.world.seed, hall.world.poll).private_bytes_raw()
    shares = keys.split_seed(hall.world.seed)
    return {"seed": hall.world.seed, "key": private} | {
        f"share {number}": share.encode() for number, share in enumerate(shares, 1)
    }


def sealed_box(ground: Ground, hall: Hall) -> Box:
    with urns.opened(ground.url) as store:
        hall.world.prepare(store)
        with halls.served(store) as address:
            hall.vote(address)
        halls.close(store, hall)
        box = polls.seal(store, poll=hall.world.poll)
    assert isinstance(box, Box)
    return box


def test_two_shares_open_one_or_foreign_ones_do_not(ground: Ground) -> None:
    hall = Hall(seed=chance.seed(), voters=VOTERS)
    box = sealed_box(ground, hall)
    shares, foreign = keys.split_seed(hall.world.seed), keys.split_seed(keys.new_seed())
    for pair in combinations(shares, 2):
        assert isinstance(open_box(box, keys.join_shares(pair)), Opening)
    for wrong in ([shares[0]], [shares[0], shares[0]], [shares[0], foreign[1]]):
        with pytest.raises(keys.BadShare):
            keys.join_shares(wrong)
    refused = open_box(box, keys.join_shares(foreign[:2]))
    assert isinstance(refused, Refused)
    assert refused.reason == "other_key"


@pytest.mark.parametrize("state", [PollState.PREPARED, PollState.OPEN, PollState.PAUSED, PollState.SUSPENDED])
def test_no_box_and_no_figure_leaves_the_urn_before_the_closing(ground: Ground, state: PollState) -> None:
    hall = Hall(seed=chance.seed(), voters=VOTERS)
    with urns.opened(ground.url) as store:
        hall.world.prepare(store, to=PollState.PREPARED if state is PollState.PREPARED else PollState.OPEN)
        if state not in (PollState.PREPARED, PollState.OPEN):
            assert polls.step(store, poll=hall.world.poll, to=state) is state
        box = polls.seal(store, poll=hall.world.poll)
        figures = polls.figures(store, poll=hall.world.poll)
        opened = polls.confirm_opened(store, poll=hall.world.poll, opening_digest=bytes(32))
    assert isinstance(box, Refused)
    assert isinstance(figures, Refused)
    assert isinstance(opened, Refused)


def test_the_key_is_in_no_file_of_the_server_and_not_in_its_environment(ground: Ground) -> None:
    hall = Hall(seed=chance.seed(), voters=VOTERS)
    box = sealed_box(ground, hall)
    environment = "\n".join(f"{name}={value}" for name, value in os.environ.items()).encode()
    assert found(secrets_of(hall), ground.files() | {"box": box.raw, "environment": environment}) == []


def test_positive_control_a_key_kept_beside_the_urn_is_found(ground: Ground) -> None:
    hall = Hall(seed=chance.seed(), voters=VOTERS)
    binary = "blob" if ground.url.startswith("sqlite") else "bytea"
    kept = secrets_of(hall)
    ground.run(
        [
            (f"CREATE TABLE careless (kept {binary})", ()),
            *(("INSERT INTO careless VALUES (?)", (secret,)) for secret in kept.values()),
        ]
    )
    assert {place.split(" in ")[0] for place in found(kept, ground.files())} == set(kept)
