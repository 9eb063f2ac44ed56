"""The box file: shape, envelope sizes, signatures, leaves (formats §6, §8)."""

from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from guong.verify.counts import list_digest
from guong.verify.definitions import Poll, read_definition
from guong.verify.strict import (
    Fault,
    Json,
    base64_bytes,
    canonical,
    count,
    exact,
    hex_bytes,
    listing,
    read_canonical,
    record,
    sha256,
    text,
)

SLOT_STATES = ("free", "cast", "exchanged", "spoiled", "left_over", "void")
SIGNATURE_SIZE = 64


@dataclass(frozen=True)
class Envelope:
    """One sealed ballot with its slot key; `subject` is None for a device's (it answers for all)."""

    subject: str | None
    slot_key: bytes
    data: bytes

    @property
    def sealed(self) -> bytes:
        """Encapsulated key and ciphertext, without the signature."""
        return self.data[:-SIGNATURE_SIZE]

    def leaf(self) -> bytes:
        """Formats §6."""
        return sha256(b"guong/leaf/v1\n", self.slot_key, self.data)

    def info(self, poll: Poll) -> bytes:
        """The HPKE info that binds the envelope to poll, questionnaire, board and slot (formats §6)."""
        return (
            b"guong/envelope/v1\n"
            + poll.key.encode()
            + poll.questionnaire.digest
            + poll.board_key
            + self.slot_key
        )


@dataclass(frozen=True)
class Box:
    """A parsed box."""

    digest: bytes
    list_digest: bytes
    poll: Poll
    questionnaire_data: bytes
    device: tuple[Envelope, ...]
    paper: tuple[Envelope, ...]

    def leaves(self) -> list[bytes]:
        """The sorted leaves of the device envelopes."""
        return sorted(envelope.leaf() for envelope in self.device)


def read_box(data: bytes) -> Box:
    """Parse box bytes; refuses wrong sizes, wrong order, a slot key used twice, unknown subjects, a list
    digest or a number of cast slots that does not belong to the envelopes."""
    top = record(
        read_canonical(data), "hòm phiếu",
        "format", "poll", "questionnaire", "list_digest", "slots", "device", "paper",
    )  # fmt: skip
    exact(top["format"], "guong/box/v1", "hòm phiếu, format")
    poll = read_definition(top["poll"], top["questionnaire"])
    box = Box(
        digest=sha256(data),
        list_digest=hex_bytes(top["list_digest"], "list_digest"),
        poll=poll,
        questionnaire_data=canonical(top["questionnaire"]),
        device=tuple(_read_device(value, poll) for value in listing(top["device"], "device")),
        paper=tuple(_read_paper(value, poll) for value in listing(top["paper"], "paper")),
    )
    _check_order(box)
    states = record(top["slots"], "slots", *SLOT_STATES)
    numbers = {state: count(states[state], f"slots, {state}") for state in SLOT_STATES}
    if numbers["cast"] != len(box.device):
        raise Fault(f"hòm ghi {numbers['cast']} thẻ đã bỏ phiếu nhưng chứa {len(box.device)} phiếu")
    if list_digest(poll, box.leaves()) != box.list_digest:
        raise Fault("mã niêm phong ghi trong hòm không khớp các phiếu trong hòm")
    return box


def check_signatures(box: Box) -> None:
    """Refuse the whole box for one bad signature: the server accepts no such envelope (formats §10)."""
    for envelope in box.device:
        if not _signed(envelope, box.poll, envelope.slot_key):
            raise Fault("có phiếu điện thoại mang chữ ký số sai: hòm đã bị thay đổi")
    for envelope in box.paper:
        if not any(_signed(envelope, box.poll, key) for key in box.poll.station_keys):
            raise Fault("có phiếu giấy không do bàn nhập phiếu của tổ kiểm phiếu ký: hòm đã bị thay đổi")


def _signed(envelope: Envelope, poll: Poll, key: bytes) -> bool:
    message = b"guong/cast/v1\n" + envelope.info(poll) + envelope.sealed
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(envelope.data[-SIGNATURE_SIZE:], message)
    except (InvalidSignature, ValueError):
        return False
    return True


def _read_device(value: Json, poll: Poll) -> Envelope:
    pair = listing(value, "phiếu điện thoại")
    if len(pair) != 2:
        raise Fault("phiếu điện thoại phải gồm hai phần")
    return Envelope(
        None,
        base64_bytes(pair[0], "mã thẻ của phiếu điện thoại", 32),
        base64_bytes(pair[1], "phiếu điện thoại", poll.envelope_size),
    )


def _read_paper(value: Json, poll: Poll) -> Envelope:
    triple = listing(value, "phiếu giấy")
    if len(triple) != 3:
        raise Fault("phiếu giấy phải gồm ba phần")
    subject = text(triple[0], "người được góp ý trên phiếu giấy")
    if subject not in poll.subjects:
        raise Fault("có phiếu giấy cho người không thuộc cuộc bỏ phiếu này")
    return Envelope(
        subject,
        base64_bytes(triple[1], "mã ô của phiếu giấy", 32),
        base64_bytes(triple[2], "phiếu giấy", poll.envelope_size),
    )


def _check_order(box: Box) -> None:
    rank = {subject: position for position, subject in enumerate(box.poll.subjects)}
    device = [envelope.slot_key for envelope in box.device]
    paper = [(rank[envelope.subject or ""], envelope.slot_key) for envelope in box.paper]
    if device != sorted(device) or paper != sorted(paper):
        raise Fault("phiếu trong hòm không xếp theo thứ tự quy định")
    keys = [*device, *(key for _, key in paper)]
    if len(set(keys)) != len(keys):
        raise Fault("có thẻ hoặc ô phiếu xuất hiện hai lần trong hòm")
