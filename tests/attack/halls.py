"""A conference played through the real server on loopback, by voters whose every answer is known to the bench."""

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

import httpx
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from guong.ballots import polls, server
from guong.ballots.booth import Booth
from guong.ballots.store import Store
from guong.core import ballot, crockford
from guong.core.secrecy import envelope, keys, slips
from tests.ballots.world import MARKS, World


@dataclass
class Hall:
    """A poll, who answered what, and in which order they signed in and sent. Voters are numbers."""

    seed: int
    voters: int
    world: World = field(init=False)

    def __post_init__(self) -> None:
        dice = random.Random(self.seed)
        self.world = World(voters=self.voters)
        self.marks = ["".join(dice.choices("1234", k=MARKS)) for _ in range(self.voters)]
        self.remarks = [f"Góp ý chim hoàng yến {dice.getrandbits(80):020x}" for _ in range(self.voters)]
        self.check_in = dice.sample(range(self.voters), self.voters)
        self.cast_order = dice.sample(range(self.voters), self.voters)
        # Sealed beforehand: nothing of the answers exists while the server runs but in the sealed bytes.
        self.sealed = [
            self.world.sealed(voter, self.world.answer(self.marks[voter], self.remarks[voter]))
            for voter in range(self.voters)
        ]

    def canaries(self) -> dict[str, bytes]:
        """What must be nowhere: remarks, mark vectors, tickets as bytes and as printed."""
        found: dict[str, bytes] = {}
        for voter, ticket in enumerate(self.world.tickets):
            printed = slips.printed_groups(ticket, self.world.poll)
            found |= {
                f"remark {voter}": self.remarks[voter].encode(),
                f"marks {voter}": self.marks[voter].encode(),
                f"ticket {voter}": ticket,
                f"printed ticket {voter}": "".join(printed).encode(),
                f"bare ticket {voter}": crockford.encode(ticket, 16).encode(),
                f"first group and second {voter}": " ".join(printed[:2]).encode(),
            }
        return found

    def question(self, voter: int) -> bytes:
        """The slip-signed question of formats §7."""
        slot = self.world.slots[voter]
        key = slips.signing_key(self.world.tickets[voter], self.world.poll)
        return slot + key.sign(envelope.question_bytes(self.world.poll, slot))

    def vote(self, address: str) -> None:
        """Let everybody load the page, ask about the slip and send, one after the other."""
        for _ in self.voting(address):
            pass

    def voting(self, address: str) -> Iterator[int]:
        """The same, with a pause after each: yields who has just sent."""
        booth = f"{address}/b/{self.world.poll}"
        with httpx.Client() as phone:
            for voter in self.cast_order:
                assert phone.get(booth).status_code == 200
                assert phone.post(f"{booth}/slot", content=self.question(voter)).json()["state"] == "free"
                body = self.world.slots[voter] + self.sealed[voter]
                assert phone.post(f"{booth}/cast", content=body).json()["state"] == "accepted"
                yield voter

    def opened_with_key(self, sealed: bytes) -> str:
        """The marks in one envelope, for an attacker who has the seed."""
        key = keys.board_key(self.world.seed, self.world.poll)
        slot = next(slot for slot, own in zip(self.world.slots, self.sealed, strict=True) if own == sealed)
        plaintext = envelope.open_sealed(self.world.definition, slot, sealed, key)
        size = ballot.plaintext_size(len(self.world.definition.subjects))
        (part,) = ballot.decode(plaintext, self.world.form, poll=self.world.poll, expected=["s1"], size=size)
        return part.marks

    def by_content(self, contents: Sequence[str]) -> list[int]:
        """Whose these marks or remarks are, in their order: what the attacker wants to know."""
        owner = {text: voter for voter, text in enumerate(self.marks + self.remarks)}
        return [owner[content] % self.voters for content in contents]

    def by_slot(self, keys: Sequence[bytes]) -> list[int]:
        """Whose slots these are, in their order."""
        owner = {key: voter for voter, key in enumerate(self.world.slots)}
        return [owner[key] for key in keys if key in owner]


@contextmanager
def served(store: Store) -> Iterator[str]:
    """The real server stack over an urn, on a free port of loopback; yields its address."""
    listener = server.listen("127.0.0.1")
    host, port = listener.getsockname()
    address = f"http://{host}:{port}"
    with server.serving(Booth(store, Ed25519PrivateKey.generate(), origin=address), listener):
        yield address


def close(store: Store, hall: Hall) -> None:
    """End the casting."""
    polls.close(store, poll=hall.world.poll, paper_sets={})
