"""Crockford base 32 and the sixteen digits that people read aloud (formats §1)."""

import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", " ": None, "-": None, "\t": None, "\n": None})
POLL_KEY_LENGTH = 10


def encode(data: bytes, length: int) -> str:
    """Return the first ``5 * length`` bits of data as ``length`` characters; data must hold that many bits."""
    bits = len(data) * 8
    if bits < 5 * length:
        raise ValueError("not enough bits")
    number = int.from_bytes(data, "big") >> (bits - 5 * length)
    return "".join(ALPHABET[(number >> (5 * place)) & 31] for place in reversed(range(length)))


def decode(text: str) -> bytes:
    """Return the bytes of characters that fill whole bytes; ValueError for a foreign character or odd length."""
    if len(text) * 5 % 8:
        raise ValueError("not a whole number of bytes")
    number = 0
    for character in text:
        number = number << 5 | ALPHABET.index(character)
    return number.to_bytes(len(text) * 5 // 8, "big")


def tidy(typed: str) -> str:
    """Read a typed code as people write it: any case, O for 0, I or L for 1, spaces and hyphens dropped."""
    return typed.upper().translate(_READ_AS)


def new_poll_key() -> str:
    """Return a fresh poll key: 10 characters, 50 random bits (formats §1)."""
    return encode(secrets.token_bytes(7), POLL_KEY_LENGTH)


def is_poll_key(text: str) -> bool:
    """Tell whether text has the form of a poll key."""
    return len(text) == POLL_KEY_LENGTH and all(character in ALPHABET for character in text)


def digits_typed(typed: str) -> str:
    """Return what somebody typed of such a code without blanks and signs: groups may be parted by anything or nothing."""
    return "".join(filter(str.isalnum, typed))


def sixteen_digits(digest: bytes) -> str:
    """Return the sixteen digits of a digest in four groups (formats §1), e.g. ``1234 5678 9012 3456``."""
    digits = f"{int.from_bytes(digest[:8], 'big') % 10**16:016d}"
    return " ".join(digits[start : start + 4] for start in range(0, 16, 4))
