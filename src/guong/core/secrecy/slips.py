"""Slips: a ticket in the voter's hand, a slot key at the server, nothing between them (formats §4)."""

import hashlib
import secrets
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from guong.core import crockford
from guong.core.outcome import Refused
from guong.core.secrecy.keys import derive

TICKET_BYTES = 10
GROUPS = 4
_GROUP_DATA = 4


@dataclass(frozen=True)
class Card:
    """Which kind of ticket: a voter's slip or the paper station's card."""

    salt: bytes
    check_prefix: bytes


SLIP = Card(b"guong/slip/v1", b"guong/slip-check/v1\n")
STATION = Card(b"guong/station/v1", b"guong/station-check/v1\n")


OTHER_POLL = Refused("other_poll", "Thẻ này không phải của hội nghị này. Đề nghị đồng chí hỏi bàn phát thẻ.")


def new_tickets(count: int) -> list[bytes]:
    """Return that many fresh 80-bit tickets."""
    return [secrets.token_bytes(TICKET_BYTES) for _ in range(count)]


def printed_groups(ticket: bytes, poll: str, card: Card = SLIP) -> list[str]:
    """Return a ticket as printed: 4 groups of 4 characters and a check character mixed with the poll key."""
    text = crockford.encode(ticket, GROUPS * _GROUP_DATA)
    groups = [text[start : start + _GROUP_DATA] for start in range(0, len(text), _GROUP_DATA)]
    return [group + _check(group, number, poll, card) for number, group in enumerate(groups)]


def read_code(typed: str, poll: str, card: Card = SLIP) -> bytes | Refused:
    """Return the ticket of a typed or scanned code, or which groups are mistyped (formats §4)."""
    text = crockford.tidy(typed)
    if len(text) != GROUPS * (_GROUP_DATA + 1) or any(
        character not in crockford.ALPHABET for character in text
    ):
        return Refused(
            "incomplete_code", "Mã trên thẻ có 4 nhóm, mỗi nhóm 5 ký tự. Đề nghị đồng chí nhập đủ 4 nhóm."
        )
    groups = [text[start : start + _GROUP_DATA + 1] for start in range(0, len(text), _GROUP_DATA + 1)]
    wrong = [
        number for number, group in enumerate(groups) if group[-1] != _check(group[:-1], number, poll, card)
    ]
    if len(wrong) == GROUPS:
        return OTHER_POLL
    if wrong:
        places = ", ".join(str(number + 1) for number in wrong)
        return Refused(
            "mistyped_code", f"Nhóm thứ {places} gõ chưa đúng. Đề nghị đồng chí đối chiếu lại với thẻ."
        )
    return crockford.decode("".join(group[:-1] for group in groups))


def read_scanned(text: str, poll: str, card: Card = SLIP) -> bytes | Refused:
    """Return the ticket of what a scanner gave: the way-in address of a slip, or its four groups as `read_code` takes them.

    An address names its poll, so that a slip of another one is never taken for a mistyped slip of this one.
    """
    address, _, code = text.strip().rpartition("#")
    named = address.rstrip("/").rpartition("/")[2]
    if crockford.is_poll_key(named) and named != poll:
        return OTHER_POLL
    return read_code(code, poll, card)


def signing_key(ticket: bytes, poll: str, card: Card = SLIP) -> Ed25519PrivateKey:
    """Derive the key that signs with this ticket in this poll."""
    return Ed25519PrivateKey.from_private_bytes(derive(ticket, card.salt, poll, 32))


def public_key(ticket: bytes, poll: str, card: Card = SLIP) -> bytes:
    """Return the 32-byte public key of a ticket: the slot key, or the station's key."""
    return signing_key(ticket, poll, card).public_key().public_bytes_raw()


def _check(group: str, number: int, poll: str, card: Card) -> str:
    text = b"\n".join((poll.encode(), str(number).encode(), group.encode()))
    return crockford.ALPHABET[hashlib.sha256(card.check_prefix + text).digest()[0] >> 3]
