"""A booth in miniature for the page's own tests: formats §7 over the shared vectors' school poll, in memory.

It keeps one poll and its slots in a dictionary; the real booth is tested in tests/ballots.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

import guong.ballots
from guong.ballots.page import ASSETS, CONTENT_SECURITY_POLICY, render_booth_page
from guong.ballots.published import SHARED_DEVICE
from guong.core import canonical
from guong.core.poll import PollDefinition
from guong.core.secrecy import envelope

STATIC = Path(guong.ballots.__file__).parent / "static/dist"
VECTORS = Path(__file__).parents[1] / "vectors"
KINDS = {".js": "text/javascript", ".css": "text/css"}
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


@dataclass
class Booth:
    """One poll of the vectors with its slots; tests change ``state`` and ``slots`` as a board would."""

    vector: dict[str, Any]
    address: str = ""
    state: str = "open"
    slots: dict[bytes, str] = field(default_factory=dict)
    cast: dict[bytes, bytes] = field(default_factory=dict)
    casts_seen: list[bytes] = field(default_factory=list)
    published: list[str] | None = None

    def __post_init__(self) -> None:
        self.definition = PollDefinition.from_canonical(canonical.encode(self.vector["definition"]))
        self.receipt_key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(self.vector["receipt_private"]))
        self.page = self._rendered(is_shared=False)
        self.shared_page = self._rendered(is_shared=True)

    def _rendered(self, *, is_shared: bool) -> bytes:
        return render_booth_page(
            poll_definition=self.definition.raw,
            questionnaire=canonical.encode(self.vector["questionnaire"]),
            assets={name: f"/b/static/{name}" for name in ASSETS},
            is_shared=is_shared,
        )

    def receipt(self) -> str:
        """The fragment of the QR on the only voter's receipt."""
        ((slot, sealed),) = self.cast.items()
        leaf = envelope.leaf(slot, sealed)
        signature = envelope.sign_receipt(self.receipt_key, self.definition.poll, leaf)
        return f"r{leaf.hex()}.{signature.hex()}"

    def ask(self, body: bytes) -> tuple[int, dict[str, str]]:
        """The slip-signed question."""
        slot = body[:32]
        if not envelope.is_question_by(self.definition.poll, slot, body[32:]):
            return 403, {"state": "bad_signature"}
        if slot not in self.slots:
            return 404, {"state": "unknown_slip"}
        return 200, {"state": self.slots[slot], "poll": self.state}

    def take(self, body: bytes) -> tuple[int, dict[str, str]]:
        """The cast: same bytes, same receipt."""
        self.casts_seen.append(body)
        slot, sealed = body[:32], body[32:]
        if len(sealed) != envelope.envelope_size(len(self.definition.subjects)):
            return 400, {"state": "malformed"}
        if slot not in self.slots:
            return 404, {"state": "unknown_slip"}
        if not envelope.is_signed_by(self.definition, slot, sealed, slot):
            return 403, {"state": "bad_signature"}
        if self.cast.get(slot) != sealed:
            if self.slots[slot] != "free":
                return 409, {"state": "used" if self.slots[slot] == "cast" else self.slots[slot]}
            if self.state != "open":
                return (410 if self.state == "closed" else 423), {"state": self.state}
            self.slots[slot], self.cast[slot] = "cast", sealed
        leaf = envelope.leaf(slot, sealed)
        signature = envelope.sign_receipt(self.receipt_key, self.definition.poll, leaf)
        return 200, {"state": "accepted", "leaf": leaf.hex(), "signature": signature.hex()}


def vector_poll(name: str) -> dict[str, Any]:
    """A poll of honest.json with its tickets."""
    polls = json.loads((VECTORS / "honest.json").read_bytes())["polls"]
    return next(poll for poll in polls if poll["name"] == name)


@contextmanager
def serving(name: str) -> Iterator[Booth]:
    """Serve a poll of the vectors on a free port of the loopback; every printed ticket has a free slot."""
    vector = vector_poll(name)
    booth = Booth(vector)
    for ticket in vector["tickets"]:
        booth.slots[bytes.fromhex(ticket["slot_key"])] = "free"
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(booth))
    booth.address = f"http://127.0.0.1:{server.server_port}/b/{booth.definition.poll}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield booth
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def opened(booth: Booth) -> dict[str, Any]:
    """The only cast ballot, opened with the board's key."""
    key = X25519PrivateKey.from_private_bytes(bytes.fromhex(booth.vector["board_private"]))
    ((slot, sealed),) = booth.cast.items()
    plaintext = envelope.open_sealed(booth.definition, slot, sealed, key)
    answer: dict[str, Any] = canonical.decode(plaintext[4 : 4 + int.from_bytes(plaintext[:4], "big")])
    return answer


def _handler(booth: Booth) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            if path == f"/b/{booth.definition.poll}":
                self._answer(200, booth.page, "text/html; charset=utf-8")
            elif path == f"/b/{booth.definition.poll}/{SHARED_DEVICE}":
                self._answer(200, booth.shared_page, "text/html; charset=utf-8")
            elif path == f"/b/{booth.definition.poll}/hashes.txt" and booth.published is not None:
                self._answer(200, "\n".join(booth.published).encode(), "text/plain")
            elif path.removeprefix("/b/static/") in ASSETS:
                name = path.removeprefix("/b/static/")
                self._answer(200, (STATIC / name).read_bytes(), KINDS[Path(name).suffix])
            else:
                self._answer(404, b"", "text/plain")

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            act = booth.ask if self.path.endswith("/slot") else booth.take
            status, answer = act(body)
            self._answer(status, json.dumps(answer).encode(), "application/json")

        def _answer(self, status: int, body: bytes, kind: str) -> None:
            self.send_response(status)
            for name, value in {**HEADERS, "Content-Type": kind, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """The tests read nothing from it."""

    return Handler
