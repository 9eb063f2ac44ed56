"""A8: an empty ballot and one full of remarks are the same number of bytes, on the wire and on disk."""

from collections.abc import Sequence

import httpx

from guong.ballots import casting, refusals
from guong.core import ballot
from guong.core.ballot import Part
from guong.core.secrecy import envelope, slips
from tests.attack import halls
from tests.attack.grounds import Ground
from tests.ballots import urns
from tests.ballots.world import FORM, MARKS, World

FULL = "Đề nghị công khai lịch trực. " * 40
ANSWERS = [
    Part("s1", "0" * MARKS),
    Part("s1", "1" * MARKS),
    Part("s1", "4" * MARKS, (("other", "Ừ"),)),
    Part("s1", "1234" * (MARKS // 4) + "1" * (MARKS % 4), (("other", FULL[:1000].strip()),)),
]


def wire(requests: Sequence[httpx.Request], responses: Sequence[httpx.Response]) -> set[tuple[int, int]]:
    """Bytes of head and body in both directions, as whoever watches the network counts them."""

    def size(message: httpx.Request | httpx.Response) -> int:
        return sum(len(name) + len(value) for name, value in message.headers.raw) + len(message.content)

    return {(size(request), size(response)) for request, response in zip(requests, responses, strict=True)}


def test_all_ballots_look_the_same_on_the_wire_and_on_disk(ground: Ground) -> None:
    with urns.opened(ground.url) as store:
        world = World(voters=len(ANSWERS)).prepare(store)
        with halls.served(store) as address, httpx.Client() as phone:
            answers = [
                phone.post(
                    f"{address}/b/{world.poll}/cast", content=world.slots[voter] + world.sealed(voter, [part])
                )
                for voter, part in enumerate(ANSWERS)
            ]
    assert {answer.json()["state"] for answer in answers} == {"accepted"}
    assert len(wire([answer.request for answer in answers], answers)) == 1
    kept = ground.table_orders("slot", "envelope")["as selected"]
    assert len(kept) == len(ANSWERS)
    assert {len(sealed) for sealed in kept} == {envelope.envelope_size(1)}


def test_a_free_slot_is_as_long_as_a_used_one(ground: Ground) -> None:
    with urns.opened(ground.url) as store:
        world = World(voters=2).prepare(store)
        with halls.served(store) as address:
            httpx.post(f"{address}/b/{world.poll}/cast", content=world.slots[0] + world.sealed(0))
    assert len({len(sealed) for sealed in ground.table_orders("slot", "envelope")["as selected"]}) == 1


def test_positive_control_a_ballot_sealed_without_padding_betrays_its_length_and_is_refused() -> None:
    world = World(voters=len(ANSWERS))
    lengths = set()
    for voter, part in enumerate(ANSWERS):
        padded = ballot.encode(world.poll, [part], FORM, subjects=1)
        signer = slips.signing_key(world.tickets[voter], world.poll)
        bare = envelope.seal(world.definition, world.slots[voter], padded.rstrip(b"\0"), signer)
        assert casting.check(world.definition, world.slots[voter], bare) == refusals.MALFORMED
        lengths.add(len(bare))
    assert len(lengths) > 1
    print(f"{len(lengths)} lengths of {len(ANSWERS)} ballots without padding")
