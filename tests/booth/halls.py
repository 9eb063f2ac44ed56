"""The real booth over a real urn, with one open poll: what a voter in the hall meets."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from guong.ballots import closing, server
from guong.ballots.booth import Booth
from guong.ballots.published import SHARED_DEVICE
from guong.ballots.store import Store
from guong.core import canonical
from guong.core.secrecy import envelope, keys, slips
from guong.core.secrecy.box import Box
from tests.ballots.world import World
from tests.booth.browsers import Phone


@dataclass(frozen=True)
class Hall:
    """Where the booth answers, what is behind it, and the server's own key for receipts."""

    address: str
    world: World
    store: Store
    receipt_key: Ed25519PrivateKey

    @property
    def booth(self) -> str:
        """The address without a slip, as the projector shows it."""
        return f"{self.address}/b/{self.world.poll}"

    @property
    def shared_device(self) -> str:
        """The address that an officer opens on the device for those without a phone."""
        return f"{self.booth}/{SHARED_DEVICE}"

    def code(self, voter: int) -> str:
        """What is printed on a slip."""
        return "".join(slips.printed_groups(self.world.tickets[voter], self.world.poll))

    def answers(self) -> list[dict[str, Any]]:
        """Close and open the box: what every ballot in it says."""
        closing.close(self.store, poll=self.world.poll, paper_sets={"s1": 0})
        box = closing.seal(self.store, poll=self.world.poll)
        assert isinstance(box, Box)
        key = keys.board_key(self.world.seed, self.world.poll)
        opened = [
            envelope.open_sealed(self.world.definition, one.slot_key, one.envelope, key) for one in box.device
        ]
        return [canonical.decode(text[4 : 4 + int.from_bytes(text[:4], "big")]) for text in opened]

    def marks(self) -> list[str]:
        """The marks of every ballot in the box about the first subject."""
        return [answer["subjects"][0]["marks"] for answer in self.answers()]

    def slip(self, voter: int) -> str:
        """The address that a slip's QR holds."""
        return f"{self.booth}#{self.code(voter)}"


@contextmanager
def open_hall(store: Store) -> Iterator[Hall]:
    """Serve an urn's poll on a free port of the loopback."""
    receipt_key = Ed25519PrivateKey.generate()
    world = World(receipt_key=receipt_key.public_key().public_bytes_raw()).prepare(store)
    listener = server.listen("127.0.0.1")
    address = f"http://127.0.0.1:{listener.getsockname()[1]}"
    with server.serving(Booth(store, receipt_key, origin=address), listener):
        yield Hall(address, world, store, receipt_key)


def vote(phone: Phone, level: int) -> None:
    """Tick the same level everywhere and send."""
    tick_all(phone, level)
    phone.page.click("#send")


def tick_all(phone: Phone, level: int) -> None:
    """Tick the same level everywhere, up to the check before sending."""
    phone.page.click("#begin")
    while phone.page.locator("#next").is_visible():
        for option in phone.page.locator(f'input[value="{level}"]:visible').all():
            option.check()
        phone.page.click("#next")
