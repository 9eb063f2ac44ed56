"""The second opening: decrypt a box again, count it and rebuild result.json (formats §10)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from guong.verify.ballot import Answer, read_ballot, read_plaintext
from guong.verify.box import Box, Envelope
from guong.verify.definitions import Poll
from guong.verify.keys import derive_board_key, derive_salt
from guong.verify.strict import Fault, Json, canonical, sha256

SUITE = hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305)


@dataclass(frozen=True)
class Opening:
    """A recount: the digest of result.json, its subjects without remarks, and the sorted mark rows."""

    digest: bytes
    subjects: list[Json]
    rows: dict[str, list[str]]


def own_seed(box: Box, seeds: Sequence[bytes]) -> bytes:
    """The seed among these (at least one) whose key the box was sealed for; the first where none is."""
    for seed in seeds:
        if _opens(box, seed):
            return seed
    return seeds[0]


def _opens(box: Box, seed: bytes) -> bool:
    return derive_board_key(seed, box.poll.key).public_key().public_bytes_raw() == box.poll.board_key


def open_box(box: Box, seed: bytes) -> Opening:
    """Open every envelope and count; refuses a seed that is not this poll's. `box` must have passed
    `check_signatures`."""
    if not _opens(box, seed):
        raise Fault("hai chìa khoá này không phải của cuộc bỏ phiếu này")
    private = derive_board_key(seed, box.poll.key)
    device = [open_envelope(envelope, box.poll, private, box.poll.subjects) for envelope in box.device]
    subjects: list[Json] = []
    rows: dict[str, list[str]] = {}
    for position, subject in enumerate(box.poll.subjects):
        sheets = [envelope for envelope in box.paper if envelope.subject == subject]
        entry: dict[str, Json] = {
            "subject": subject,
            "state": "too_few",
            "device": len(device),
            "paper": len(sheets),
            "opened": len(device) + len(sheets),
        }
        if len(device) + len(sheets) >= box.poll.rows_from:
            answers = [None if opened is None else opened[position] for opened in device]
            for sheet in sheets:
                opened = open_envelope(sheet, box.poll, private, (subject,))
                answers.append(None if opened is None else opened[0])
            valid = [answer for answer in answers if answer is not None and not answer.empty]
            rows[subject] = sorted(answer.marks for answer in valid)
            entry |= {"state": "opened", **count_answers(valid, len(answers), box.poll)}
        subjects.append(entry)
    result = canonical(
        {
            "format": "guong/opening/v1",
            "poll": box.poll.key,
            "board_key": box.poll.board_key.hex(),
            "questionnaire": box.poll.questionnaire.digest.hex(),
            "box_digest": box.digest.hex(),
            "list_digest": box.list_digest.hex(),
            "salt": derive_salt(seed, box.poll.key).hex(),
            "subjects": subjects,
        }
    )
    return Opening(sha256(result), [without_remarks(entry) for entry in subjects], rows)


def count_answers(valid: list[Answer], opened: int, poll: Poll) -> dict[str, Json]:
    """The counted fields of one subject; `opened` counts all envelopes, `valid` the answers that count."""
    kept = opened >= poll.remarks_from
    remarks: dict[str, Json] = {}
    for field in poll.questionnaire.remark_fields if kept else ():
        texts = sorted(words for answer in valid for name, words in answer.remarks if name == field)
        if texts:
            remarks[field] = [*texts]
    items: dict[str, Json] = {}
    for item, row in count_rows((answer.marks for answer in valid), poll).items():
        items[item] = [*row]
    return {
        "valid": len(valid),
        "invalid": opened - len(valid),
        "items": items,
        "remarks_state": "kept" if kept else "discarded",
        "remarks": remarks,
    }


def count_rows(rows: Iterable[str], poll: Poll) -> dict[str, list[int]]:
    """Per item: blank and the four levels, over rows of one digit per item."""
    tallies = [Counter[str]() for _ in poll.questionnaire.items]
    for row in rows:
        for tally, digit in zip(tallies, row, strict=True):
            tally[digit] += 1
    return {
        item: [tally[digit] for digit in "01234"]
        for item, tally in zip(poll.questionnaire.items, tallies, strict=True)
    }


def without_remarks(entry: Json) -> Json:
    """A subject of result.json as counts.json shows it."""
    if not isinstance(entry, dict):
        return entry
    return {name: value for name, value in entry.items() if name != "remarks"}


def open_envelope(
    envelope: Envelope, poll: Poll, private: X25519PrivateKey, subjects: tuple[str, ...]
) -> tuple[Answer, ...] | None:
    """The answers in an envelope for exactly `subjects`; None if it counts as invalid (formats §10)."""
    try:
        plaintext = SUITE.decrypt(envelope.sealed, private, envelope.info(poll))
        return read_ballot(read_plaintext(plaintext, poll), poll, subjects)
    except (InvalidTag, ValueError, Fault):
        return None
