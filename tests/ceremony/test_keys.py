"""Lập chìa khoá và thẻ, thử khoá: the server learns public keys, two of three envelopes work (DESIGN §4.1, §4.2)."""

from dataclasses import replace
from itertools import combinations

import pytest

from guong.ceremony.preparing import prepare_poll
from guong.ceremony.rehearsing import Rehearsal, rehearse
from guong.ceremony.shares import seed_from
from guong.core.outcome import Refused
from guong.core.secrecy import keys, slips
from guong.core.secrecy.requests import PollKeys
from tests.ceremony.polls import OTHER_POLL, request

SEED = bytes(range(16))
SHARES = keys.split_seed(SEED)


def test_the_file_for_the_server_answers_the_request_and_holds_no_ticket() -> None:
    prepared = prepare_poll(request(), SEED)
    assert prepared.keys.answers(request())
    assert len(prepared.tickets) == request().slips
    for ticket in prepared.tickets + prepared.station_tickets:
        assert ticket.hex().encode() not in prepared.keys.raw
        assert "".join(slips.printed_groups(ticket, request().poll)).encode() not in prepared.keys.raw
    assert SEED.hex().encode() not in prepared.keys.raw


def test_a_second_set_keeps_the_urn_key_and_replaces_every_slip() -> None:
    first, second = prepare_poll(request(), SEED), prepare_poll(request(), SEED)
    assert first.keys.board_key == second.keys.board_key
    assert not set(first.keys.slots) & set(second.keys.slots)


def test_what_a_log_or_a_debugger_prints_of_a_prepared_poll_is_no_secret() -> None:
    prepared = prepare_poll(request(), SEED)
    assert repr(prepared) == "PreparedPoll(poll=7K3M9QXT2A, slips=15)"


@pytest.mark.parametrize("pair", list(combinations(SHARES, 2)))
def test_any_two_envelopes_open_all_of_the_next_days_polls(pair: tuple[str, str]) -> None:
    files = [prepare_poll(request(poll), SEED).keys for poll in ("7K3M9QXT2A", OTHER_POLL)]
    outcome = rehearse(pair, [file.raw for file in files])
    assert outcome == Rehearsal(tuple(files))


def reason(outcome: object) -> str:
    assert isinstance(outcome, Refused)
    assert outcome.sentence.endswith(".")
    return outcome.reason


def test_every_way_in_which_two_keys_are_wrong_has_a_sentence_of_its_own() -> None:
    damaged = SHARES[1][:-4] + ("0000" if not SHARES[1].endswith("0000") else "0001")
    other = keys.split_seed(bytes(16))
    assert reason(seed_from([SHARES[0]])) == "one_key"
    assert reason(seed_from([SHARES[0], "  \n"])) == "one_key"
    assert reason(seed_from([SHARES[0], f"# phong bì 1\n{SHARES[0]}\n"])) == "same_key"
    assert reason(seed_from([SHARES[0], damaged])) == "bad_key"
    assert reason(seed_from([SHARES[0], "bốn năm sáu"])) == "bad_key"
    assert reason(seed_from([SHARES[0], other[1]])) == "other_set"
    assert reason(seed_from(SHARES)) == "too_many_keys"
    assert "thứ 2" in getattr(seed_from([SHARES[0], damaged]), "sentence", "")


def test_rehearsing_names_the_poll_that_the_keys_do_not_open() -> None:
    own, foreign = prepare_poll(request(), SEED).keys, prepare_poll(request(OTHER_POLL), bytes(16)).keys
    outcome = rehearse(SHARES[:2], [own.raw, foreign.raw])
    assert reason(outcome) == "other_key"
    assert isinstance(outcome, Refused)
    assert OTHER_POLL in outcome.sentence


@pytest.mark.parametrize("board_key", [bytes(32), b"\xff" * 32])
def test_rehearsing_survives_a_key_that_no_program_made(board_key: bytes) -> None:
    broken: PollKeys = replace(prepare_poll(request(), SEED).keys, board_key=board_key)
    assert reason(rehearse(SHARES[:2], [broken.raw])) == "other_key"


def test_rehearsing_needs_a_file_that_is_one() -> None:
    assert reason(rehearse(SHARES[:2], [])) == "no_poll"
    assert reason(rehearse(SHARES[:2], [b"{}"])) == "bad_keys_file"
