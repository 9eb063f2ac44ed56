"""\"Thử khoá\": the evening before, two keys prove that they open every poll of the next day (DESIGN §4.1)."""

from collections.abc import Sequence
from dataclasses import dataclass

from guong.ceremony.shares import seed_from
from guong.core import ballot
from guong.core.outcome import Refused
from guong.core.poll import PollDefinition, Subject
from guong.core.secrecy import envelope, keys, slips
from guong.core.secrecy.requests import BadKeys, PollKeys

NO_POLL = Refused("no_poll", "Chưa có tệp khoá công khai nào. Đề nghị chọn tệp của các hội nghị ngày mai.")


@dataclass(frozen=True)
class Rehearsal:
    """The keys work: what was tried, in the order of the files."""

    polls: tuple[PollKeys, ...]


def rehearse(shares: Sequence[str], keys_files: Sequence[bytes]) -> Rehearsal | Refused:
    """Seal a trial ballot for every poll-keys file (formats §9) and open it with the two keys.

    Refused: as `seed_from`, and ``no_poll``, ``bad_keys_file``, ``other_key`` with the poll that these keys don't open.
    """
    seed = seed_from(shares)
    if isinstance(seed, Refused):
        return seed
    if not keys_files:
        return NO_POLL
    tried: list[PollKeys] = []
    for number, raw in enumerate(keys_files, start=1):
        try:
            poll = PollKeys.from_bytes(raw)
        except BadKeys:
            return _bad_file(number)
        if not _opens_a_trial_ballot(poll, seed):
            return _other_key(poll.poll)
        tried.append(poll)
    return Rehearsal(tuple(tried))


def _opens_a_trial_ballot(poll: PollKeys, seed: bytes) -> bool:
    definition = PollDefinition(
        poll=poll.poll,
        title="Thử khoá",
        unit="Thử khoá",
        questionnaire=bytes(32),
        board_key=poll.board_key,
        receipt_key=bytes(32),
        station_keys=(),
        subjects=(Subject("s1", "Thử khoá", "Thử khoá"),),
    )
    (ticket,) = slips.new_tickets(1)
    slot_key = slips.public_key(ticket, poll.poll)
    plaintext = bytes(ballot.plaintext_size(1))
    try:
        sealed = envelope.seal(definition, slot_key, plaintext, slips.signing_key(ticket, poll.poll))
        key = keys.board_key(seed, poll.poll)
        return envelope.open_sealed(definition, slot_key, sealed, key) == plaintext
    except (envelope.CannotOpen, ValueError):
        return False


def _bad_file(number: int) -> Refused:
    return Refused(
        "bad_keys_file",
        f"Tệp thứ {number} không phải tệp khoá công khai của hội nghị, hoặc đã bị sửa. Đề nghị chọn lại tệp.",
    )


def _other_key(poll: str) -> Refused:
    return Refused(
        "other_key",
        f"Hai chìa khoá này không mở được hòm phiếu của hội nghị {poll}. "
        "Không dùng bộ chìa khoá này cho hội nghị đó; đề nghị kiểm tra lại phong bì hoặc lập bộ mới.",
    )
