"""Envelopes that open to nonsense count as returned and invalid; they never stop an opening."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guong.verify.ballot import read_ballot, read_plaintext
from guong.verify.definitions import Poll, read_poll, read_questionnaire
from guong.verify.strict import Fault
from tests.verify.conftest import Run, two_subjects
from tests.verify.writer import QUESTIONNAIRE, World, answer, dump


def ballot(*parts: dict[str, Any], **changes: Any) -> bytes:
    return dump({"format": "guong/ballot/v1", "poll": "7K3M9QXT2A", "subjects": list(parts)} | changes)


GOOD = answer("s1", "120", ("unity", "Tốt"), ("other", "a\nb"))
HOSTILE: dict[str, bytes] = {
    "not_json": b"{",
    "not_utf8": b"\xff\xfe",
    "empty": b"",
    "spaces": ballot(GOOD).replace(b",", b", "),
    "newline_at_end": ballot(GOOD) + b"\n",
    "byte_order_mark": b"\xef\xbb\xbf" + ballot(GOOD),
    "escaped_slash": ballot(GOOD).replace(b"guong/", b"guong\\/"),
    "doubled_key": ballot(GOOD).replace(b'"poll":', b'"poll":"7K3M9QXT2A","poll":'),
    "other_poll": ballot(GOOD, poll="0000000000"),
    "other_format": ballot(GOOD, format="guong/ballot/v2"),
    "extra_field": ballot(GOOD, name="Nguyễn"),
    "float": ballot(GOOD, poll=1.5),
    "deep": b"[" * 5000 + b"]" * 5000,
    "no_subject": ballot(),
    "two_subjects": ballot(GOOD, GOOD),
    "other_subject": ballot(answer("s2", "120")),
    "short_marks": ballot(answer("s1", "12")),
    "long_marks": ballot(answer("s1", "1200")),
    "mark_5": ballot(answer("s1", "125")),
    "marks_number": ballot({"marks": 120, "remarks": [], "subject": "s1"}),
    "arabic_digit": ballot(answer("s1", "12\u0661")),
    "unknown_field": ballot(answer("s1", "120", ("prestige", "x"))),
    "wrong_order": ballot(answer("s1", "120", ("other", "x"), ("unity", "x"))),
    "doubled_field": ballot(answer("s1", "120", ("unity", "x"), ("unity", "y"))),
    "blank_remark": ballot(answer("s1", "120", ("unity", ""))),
    "space_at_end": ballot(answer("s1", "120", ("unity", "x "))),
    "newline_at_start": ballot(answer("s1", "120", ("unity", "\nx"))),
    "no_break_space": ballot(answer("s1", "120", ("unity", "\u00a0x"))),
    "tab": ballot(answer("s1", "120", ("unity", "x\ty"))),
    "nul": ballot(answer("s1", "120", ("unity", "x\0y"))),
    "delete": ballot(answer("s1", "120", ("unity", "x\x7fy"))),
    "c1_control": ballot(answer("s1", "120", ("unity", "x\x9by"))),
    "zero_width": ballot(answer("s1", "120", ("unity", "x\u200by"))),
    "right_to_left": ballot(answer("s1", "120", ("unity", "x\u202ey"))),
    "isolate": ballot(answer("s1", "120", ("unity", "x\u2066y"))),
    "decomposed": ballot(answer("s1", "120", ("unity", "e\u0302"))),
    "lone_surrogate": ballot(answer("s1", "120", ("unity", "xy"))).replace(b'"xy"', b'"\\ud800"'),
    "too_long": ballot(answer("s1", "120", ("unity", "x" * 4095))),
    "quotes_count": ballot(answer("s1", "120", ("unity", '"' * 2048))),
}


def poll_of(world: World) -> Poll:
    return read_poll(dump(world.definition), read_questionnaire(dump(QUESTIONNAIRE)))


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_ballot_is_refused(name: str) -> None:
    with pytest.raises(Fault):
        read_ballot(HOSTILE[name], poll_of(World(["s1"], [])), ("s1",))


def test_good_ballot_at_its_limits_is_read() -> None:
    poll = poll_of(World(["s1"], []))
    assert read_ballot(ballot(GOOD), poll, ("s1",))[0].marks == "120"
    full = read_ballot(ballot(answer("s1", "444", ("unity", "x" * 4094))), poll, ("s1",))
    assert len(full[0].remarks[0][1]) == 4094
    assert not read_ballot(ballot(answer("s1", "000", ("unity", "x"))), poll, ("s1",))[0].empty


@given(st.binary(max_size=40), st.booleans())
def test_padding_is_read_only_as_written(body: bytes, spoilt: bool) -> None:
    poll = poll_of(World(["s1"], []))
    plain = (len(body).to_bytes(4, "big") + body).ljust(poll.plaintext_size, b"\0")
    assert read_plaintext(plain, poll) == body
    for wrong in (plain[:-1], plain + b"\0", plain[:-1] + b"\1", b"\xff" * 4 + plain[4:]):
        with pytest.raises(Fault):
            read_plaintext(wrong, poll)


def test_hostile_envelopes_count_as_returned_and_invalid(
    tmp_path: Path, run: Run, keys: list[str], archive_key: list[str]
) -> None:
    world = World(["s1"], [])
    fitting = [data for data in HOSTILE.values() if len(data) < 5000]
    world.device = [world.ballot(GOOD) for _ in range(3)] + fitting
    world.paper = [("s1", world.ballot(answer("s2", "111")))]
    world.seal()
    world.count_anew(lambda content: isinstance(content, dict) and content["subjects"][0]["subject"] == "s1")
    assert world.counts["subjects"][0]["valid"] == 3
    assert world.counts["subjects"][0]["invalid"] == len(fitting) + 1
    code, printed = run(world.write(tmp_path / "bundle"), *keys, *archive_key)
    assert code == 0, printed


def test_one_bad_part_makes_the_phone_ballot_invalid_for_every_subject(
    tmp_path: Path, run: Run, keys: list[str]
) -> None:
    world = two_subjects(voters=6, sheets=0)
    world.device[0] = dump(world.ballot(answer("s1", "123"), answer("s2", "9")))
    world.seal()
    world.count_anew()
    assert [subject["invalid"] for subject in world.counts["subjects"]] == [1, 1]
    code, printed = run(world.write(tmp_path / "bundle"), *keys)
    assert code == 0, printed


def test_empty_part_is_invalid_for_its_subject_alone(tmp_path: Path, run: Run, keys: list[str]) -> None:
    world = two_subjects(voters=6, sheets=0)
    world.device[0] = world.ballot(answer("s1", "123"), answer("s2", "000"))
    world.seal()
    world.count_anew()
    assert [subject["invalid"] for subject in world.counts["subjects"]] == [0, 1]
    code, printed = run(world.write(tmp_path / "bundle"), *keys)
    assert code == 0, printed
