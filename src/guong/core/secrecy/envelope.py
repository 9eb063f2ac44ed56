"""Sealing and opening one ballot, and the signatures around it (formats §6, §7)."""

import hashlib

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from guong.core import crockford
from guong.core.ballot import plaintext_size
from guong.core.poll import PollDefinition

SIGNATURE_BYTES = 64
SEAL_BYTES = 48
KEY_BYTES = 32
RECEIPT_CHARACTERS = 10
_SUITE = hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305)


class CannotOpen(ValueError):
    """The sealed bytes don't decrypt under this key and context."""


def envelope_size(subjects: int) -> int:
    """Return the one size in bytes of an envelope in a poll with that many subjects."""
    return plaintext_size(subjects) + SEAL_BYTES + SIGNATURE_BYTES


def info_bytes(poll: PollDefinition, slot_key: bytes) -> bytes:
    """Return the HPKE info of an envelope; it binds version, poll, form, board key and slot."""
    return b"guong/envelope/v1\n" + poll.poll.encode() + poll.questionnaire + poll.board_key + slot_key


def seal(poll: PollDefinition, slot_key: bytes, plaintext: bytes, signer: Ed25519PrivateKey) -> bytes:
    """Return the envelope of a plaintext, signed by the slip's (device) or the station's (paper) key."""
    info = info_bytes(poll, slot_key)
    sealed = _SUITE.encrypt(plaintext, X25519PublicKey.from_public_bytes(poll.board_key), info=info)
    return sealed + signer.sign(_signed(info, sealed))


def is_signed_by(poll: PollDefinition, slot_key: bytes, envelope: bytes, signer: bytes) -> bool:
    """Tell whether the envelope's signature is by that 32-byte Ed25519 public key."""
    sealed, signature = envelope[:-SIGNATURE_BYTES], envelope[-SIGNATURE_BYTES:]
    return _verifies(signer, signature, _signed(info_bytes(poll, slot_key), sealed))


def open_sealed(poll: PollDefinition, slot_key: bytes, envelope: bytes, key: X25519PrivateKey) -> bytes:
    """Return the plaintext of an envelope; raises CannotOpen."""
    try:
        return _SUITE.decrypt(envelope[:-SIGNATURE_BYTES], key, info=info_bytes(poll, slot_key))
    except (InvalidTag, ValueError) as error:
        raise CannotOpen from error


def leaf(slot_key: bytes, envelope: bytes) -> bytes:
    """Return the 32-byte leaf that stands for this envelope in the published list."""
    return hashlib.sha256(b"guong/leaf/v1\n" + slot_key + envelope).digest()


def list_digest(poll: str, leaves: list[bytes]) -> bytes:
    """Return the digest of the sorted leaves; its sixteen digits are the mã niêm phong (formats §8)."""
    return hashlib.sha256(b"guong/list/v1\n" + poll.encode() + b"".join(sorted(leaves))).digest()


def question_bytes(poll: str, slot_key: bytes) -> bytes:
    """Return what a slip's holder signs and sends to ask about the own slip: 96 bytes with the signature."""
    return b"guong/ask/v1\n" + poll.encode() + slot_key


def is_question_by(poll: str, slot_key: bytes, signature: bytes) -> bool:
    """Tell whether the question about a slot was signed by that slot's own key."""
    return _verifies(slot_key, signature, question_bytes(poll, slot_key))


def sign_receipt(key: Ed25519PrivateKey, poll: str, envelope_leaf: bytes) -> bytes:
    """Return the server's 64-byte signature: 'this envelope is in the box'."""
    return key.sign(_receipt(poll, envelope_leaf))


def is_receipt(receipt_key: bytes, poll: str, envelope_leaf: bytes, signature: bytes) -> bool:
    """Tell whether a receipt was signed by the server's receipt key."""
    return _verifies(receipt_key, signature, _receipt(poll, envelope_leaf))


def receipt_code(envelope_leaf: bytes) -> str:
    """Return the short receipt code, ``K7M4Q-X9TR2``."""
    code = crockford.encode(envelope_leaf, RECEIPT_CHARACTERS)
    return f"{code[:5]}-{code[5:]}"


def _receipt(poll: str, envelope_leaf: bytes) -> bytes:
    return b"guong/receipt/v1\n" + poll.encode() + envelope_leaf


def _signed(info: bytes, sealed: bytes) -> bytes:
    return b"guong/cast/v1\n" + info + sealed


def _verifies(public: bytes, signature: bytes, message: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
