"""A1: nothing that a voter wrote, ticked or held is on any disk of the server, before or after the opening."""

import pytest

from guong.ballots import polls
from guong.core.secrecy.box import Box
from guong.core.secrecy.opening import Opening, open_box
from tests import chance
from tests.attack import halls
from tests.attack.grounds import Ground
from tests.attack.halls import Hall
from tests.ballots import urns

VOTERS = 20


def found(canaries: dict[str, bytes], places: dict[str, bytes]) -> list[str]:
    """Which canaries are where, as bytes or as the hexadecimal digits that a dump prints."""
    return [
        f"{name} in {place}"
        for place, data in places.items()
        for name, canary in canaries.items()
        if canary in data or canary.hex().encode() in data
    ]


def test_no_canary_is_on_disk_in_a_dump_or_in_a_log(
    ground: Ground, capfd: pytest.CaptureFixture[str]
) -> None:
    with capfd.disabled():  # what is captured from here on is the server's log
        hall = Hall(seed=chance.seed(), voters=VOTERS)
    capfd.readouterr()
    with urns.opened(ground.url) as store:
        hall.world.prepare(store)
        with halls.served(store) as address:
            hall.vote(address)
            assert found(hall.canaries(), ground.files()) == []
        halls.close(store, hall)
        box = polls.seal(store, poll=hall.world.poll)
        assert isinstance(box, Box)
        assert found(hall.canaries(), ground.files() | {"box": box.raw}) == []
        opening = open_box(box, hall.world.seed)
        assert isinstance(opening, Opening)
        polls.confirm_opened(store, poll=hall.world.poll, opening_digest=opening.digest)
        polls.erase(store, poll=hall.world.poll)
        assert found(hall.canaries(), ground.files()) == []
    log = capfd.readouterr()
    assert found(hall.canaries(), {"log": (log.out + log.err).encode()}) == []
    assert len(found(hall.canaries(), {"result": opening.raw, "archive": opening.archive})) == 2 * VOTERS


def test_positive_control_an_urn_that_stores_answers_in_the_clear_is_caught(ground: Ground) -> None:
    hall = Hall(seed=chance.seed(), voters=VOTERS)
    careless: list[tuple[str, tuple[object, ...]]] = [("CREATE TABLE answer (marks text, remark text)", ())]
    careless += [
        ("INSERT INTO answer VALUES (?, ?)", (hall.marks[voter], hall.remarks[voter]))
        for voter in hall.cast_order
    ]
    ground.run(careless)
    caught = {place.split(" in ")[0] for place in found(hall.canaries(), ground.files())}
    assert len(caught) / (2 * VOTERS) > 0.9
