"""The board's seed: split in three, any two open, a key of its own for every poll (formats §4)."""

import hashlib
import re
import secrets
from collections.abc import Sequence

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from shamir_mnemonic import MnemonicError, Share, combine_mnemonics, generate_mnemonics
from shamir_mnemonic.wordlist import mnemonic_to_indices, words_from_indices

SEED_BYTES = 16
SHARES = 3
NEEDED = 2
NUMBERS_PER_SHARE = 20


class BadShare(ValueError):
    """A key's text is damaged, or the keys don't belong together."""


def new_seed() -> bytes:
    """Return a fresh 16-byte seed from the operating system."""
    return secrets.token_bytes(SEED_BYTES)


def split_seed(seed: bytes) -> list[str]:
    """Split a seed 2-of-3 (SLIP-39); each share is 20 four-digit numbers separated by spaces."""
    shares = generate_mnemonics(1, [(NEEDED, SHARES)], seed)[0]
    return [" ".join(f"{index:04d}" for index in mnemonic_to_indices(share)) for share in shares]


def read_share(text: str) -> str:
    """Return a share's numbers as `split_seed` writes them, read from a key file (formats §4).

    Raises BadShare unless there are 20 numbers of 0000-1023 with a right check sum.
    """
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    numbers = re.findall(r"[0-9]+", " ".join(lines))
    if len(numbers) != NUMBERS_PER_SHARE or any(len(number) != 4 or int(number) > 1023 for number in numbers):
        raise BadShare("a key has 20 numbers of four digits")
    share = " ".join(numbers)
    try:
        Share.from_mnemonic(_mnemonic(share))
    except MnemonicError as error:
        raise BadShare(str(error)) from error
    return share


def join_shares(shares: Sequence[str]) -> bytes:
    """Return the seed of two or three shares; raises BadShare for one share, doubled or foreign ones."""
    distinct = sorted(set(shares))
    if len(distinct) < NEEDED:
        raise BadShare("two different keys are needed")
    try:
        return _combine(distinct[:NEEDED])
    except MnemonicError as error:
        raise BadShare(str(error)) from error


def _combine(shares: Sequence[str]) -> bytes:
    return bytes(combine_mnemonics([_mnemonic(share) for share in shares]))


def _mnemonic(share: str) -> str:
    return " ".join(words_from_indices(int(number) for number in share.split()))


def board_key(seed: bytes, poll: str) -> X25519PrivateKey:
    """Derive the private key of one poll's urn from the seed."""
    return X25519PrivateKey.from_private_bytes(derive(seed, b"guong/board/v1", poll, 32))


def remarks_salt(seed: bytes, poll: str) -> bytes:
    """Derive the 16-byte salt that keeps the opening digest from confirming a guessed remark."""
    return derive(seed, b"guong/remarks-salt/v1", poll, 16)


def derive(secret: bytes, salt: bytes, poll: str, length: int) -> bytes:
    """HKDF-SHA256 with the poll key as info."""
    return HKDF(algorithm=SHA256(), length=length, salt=salt, info=poll.encode()).derive(secret)


def fingerprint(public_key: bytes) -> bytes:
    """SHA-256 of a public key, for the sixteen digits on envelopes and minutes."""
    return hashlib.sha256(public_key).digest()
