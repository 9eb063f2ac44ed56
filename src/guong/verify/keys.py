"""Key envelopes: two shares back into the seed, and what is derived from it (formats §4)."""

import re
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from shamir_mnemonic import (
    MnemonicError,
    Share,
    combine_mnemonics,
    wordlist,
)

from guong.verify.strict import Fault

WORDS = 20
NUMBER = re.compile(r"[0-9]{4}")
SEED_SIZE = 16


@dataclass(frozen=True)
class KeyShare:
    """One envelope's share: its words, and which of the three it is."""

    mnemonic: str = field(repr=False)
    index: int


def read_key_share(data: bytes) -> KeyShare:
    """Parse a `guong/key/v1` text; refuses anything but 20 numbers 0000-1023 with a good checksum that
    belong to a 2-of-3 set as formats §4 makes it."""
    lines = [line for line in data.decode(errors="replace").splitlines() if not line.startswith("#")]
    numbers = " ".join(lines).split()
    if len(numbers) != WORDS or not all(NUMBER.fullmatch(number) for number in numbers):
        raise Fault(f"chìa khoá phải gồm đúng {WORDS} số, mỗi số bốn chữ số")
    indices = [int(number) for number in numbers]
    if max(indices) > 1023:
        raise Fault("chìa khoá có số lớn hơn 1023")
    mnemonic = " ".join(wordlist.words_from_indices(indices))
    try:
        share = Share.from_mnemonic(mnemonic)
    except MnemonicError as error:
        raise Fault("các số của chìa khoá không khớp nhau: có số gõ sai hoặc đọc sai") from error
    shape = (share.group_index, share.group_threshold, share.group_count, share.member_threshold)
    if shape != (0, 1, 1, 2) or not share.extendable or share.iteration_exponent != 1:
        raise Fault("đây không phải chìa khoá hòm phiếu của Gương")
    return KeyShare(mnemonic, share.index)


def recover_seed(first: KeyShare, second: KeyShare) -> bytes:
    """The 16-byte seed of two shares; refuses the same envelope twice and shares of different sets."""
    if first.mnemonic == second.mnemonic:
        raise Fault("hai chìa khoá là của cùng một phong bì")
    try:
        seed: bytes = combine_mnemonics([first.mnemonic, second.mnemonic])
    except MnemonicError as error:
        raise Fault("hai chìa khoá không thuộc cùng một bộ phong bì") from error
    if len(seed) != SEED_SIZE:
        raise Fault("đây không phải chìa khoá hòm phiếu của Gương")
    return seed


def derive_board_key(seed: bytes, poll: str) -> X25519PrivateKey:
    """The private key that opens the envelopes of a poll."""
    return X25519PrivateKey.from_private_bytes(_derive(seed, b"guong/board/v1", poll, 32))


def derive_salt(seed: bytes, poll: str) -> bytes:
    """The remarks salt of a poll, 16 bytes."""
    return _derive(seed, b"guong/remarks-salt/v1", poll, 16)


def _derive(seed: bytes, salt: bytes, poll: str, length: int) -> bytes:
    return HKDF(algorithm=SHA256(), length=length, salt=salt, info=poll.encode()).derive(seed)
