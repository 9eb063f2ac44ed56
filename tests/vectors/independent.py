"""The published formats once more, straight from docs/reference/formats.md and `cryptography`.

The shared vectors must not be made by the code they test, so nothing here imports guong. HPKE is
put together from RFC 9180 so that the sender's ephemeral key can be fixed and every byte repeats.
"""

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def canonical(value: Any) -> bytes:
    """Formats §1, for values that are known to be NFC."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def b64(data: bytes) -> str:
    """RFC 4648 base64 with padding."""
    return base64.b64encode(data).decode()


def fixed(label: str, length: int = 32) -> bytes:
    """Bytes that stand for randomness: the same on every machine."""
    return hashlib.shake_256(b"guong test vectors\n" + label.encode()).digest(length)


def derived(secret: bytes, salt: str, info: str, length: int = 32) -> bytes:
    """HKDF-SHA256 as formats §4 uses it."""
    return HKDF(algorithm=SHA256(), length=length, salt=salt.encode(), info=info.encode()).derive(secret)


def crockford(data: bytes, length: int) -> str:
    """The first ``5 * length`` bits as characters, most significant first."""
    bits = "".join(f"{byte:08b}" for byte in data)[: 5 * length]
    return "".join(ALPHABET[int(bits[start : start + 5], 2)] for start in range(0, len(bits), 5))


def printed_code(ticket: bytes, poll: str, prefix: str) -> str:
    """The 20 characters of a slip or a station card (formats §4), without separators."""
    text = crockford(ticket, 16)
    code = ""
    for group in range(4):
        four = text[4 * group : 4 * group + 4]
        digest = hashlib.sha256(f"{prefix}\n{poll}\n{group}\n{four}".encode()).digest()
        code += four + ALPHABET[digest[0] >> 3]
    return code


def signer(ticket: bytes, poll: str, salt: str = "guong/slip/v1") -> Ed25519PrivateKey:
    """The signing key of a slip or a station card."""
    return Ed25519PrivateKey.from_private_bytes(derived(ticket, salt, poll))


def public(key: Ed25519PrivateKey) -> bytes:
    """The 32 bytes of a public key."""
    return key.public_key().public_bytes_raw()


def plaintext_size(subjects: int) -> int:
    """P of formats §5."""
    return 512 + 5120 * subjects


def padded(text: bytes, size: int) -> bytes:
    """A plaintext of ``size`` bytes (formats §5)."""
    return (len(text).to_bytes(4, "big") + text).ljust(size, b"\0")


def envelope_info(poll: Mapping[str, str], slot_key: bytes) -> bytes:
    """The info of formats §6; the poll's keys and digest are hex as in the poll definition."""
    context = bytes.fromhex(poll["questionnaire"]) + bytes.fromhex(poll["board_key"])
    return b"guong/envelope/v1\n" + poll["poll"].encode() + context + slot_key


def sealed(board_key: bytes, info: bytes, plaintext: bytes, ephemeral: bytes) -> bytes:
    """HPKE base mode, X25519 / HKDF-SHA256 / ChaCha20-Poly1305, sequence 0, empty AAD (RFC 9180)."""
    sender = X25519PrivateKey.from_private_bytes(ephemeral)
    enc = sender.public_key().public_bytes_raw()
    kem = b"KEM\x00\x20"
    secret = sender.exchange(X25519PublicKey.from_public_bytes(board_key))
    prk = _labeled_extract(kem, b"", b"eae_prk", secret)
    shared = _labeled_expand(kem, prk, b"shared_secret", enc + board_key, 32)
    suite = b"HPKE\x00\x20\x00\x01\x00\x03"
    context = b"\x00" + _labeled_extract(suite, b"", b"psk_id_hash", b"")
    context += _labeled_extract(suite, b"", b"info_hash", info)
    prk = _labeled_extract(suite, shared, b"secret", b"")
    key = _labeled_expand(suite, prk, b"key", context, 32)
    nonce = _labeled_expand(suite, prk, b"base_nonce", context, 12)
    return enc + ChaCha20Poly1305(key).encrypt(nonce, plaintext, b"")


def signed(info: bytes, sealed_bytes: bytes, key: Ed25519PrivateKey) -> bytes:
    """The envelope: sealed bytes and the signature over info and sealed (formats §6)."""
    return sealed_bytes + key.sign(b"guong/cast/v1\n" + info + sealed_bytes)


def leaf(slot_key: bytes, envelope: bytes) -> bytes:
    """The leaf of formats §6."""
    return hashlib.sha256(b"guong/leaf/v1\n" + slot_key + envelope).digest()


def receipt(key: Ed25519PrivateKey, poll: str, envelope_leaf: bytes) -> dict[str, str]:
    """A receipt as the booth answers it, with its short code (formats §7)."""
    code = crockford(envelope_leaf, 10)
    signature = key.sign(b"guong/receipt/v1\n" + poll.encode() + envelope_leaf)
    return {"leaf": envelope_leaf.hex(), "signature": signature.hex(), "code": f"{code[:5]}-{code[5:]}"}


def _labeled_extract(suite: bytes, salt: bytes, label: bytes, secret: bytes) -> bytes:
    return hmac.digest(salt, b"HPKE-v1" + suite + label + secret, "sha256")


def _labeled_expand(suite: bytes, prk: bytes, label: bytes, info: bytes, length: int) -> bytes:
    labeled = length.to_bytes(2, "big") + b"HPKE-v1" + suite + label + info
    return hmac.digest(prk, labeled + b"\x01", "sha256")[:length]
