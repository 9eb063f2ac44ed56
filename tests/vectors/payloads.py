"""Plaintexts that a good slip may seal: honest, empty, and every way to be invalid (formats §1, §5)."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.vectors import independent as formats
from tests.vectors.polls import VectorPoll

MARKS = "1234123412341231"
LONGEST = "ý kiến góp ý chân thành "


@dataclass(frozen=True)
class Payload:
    """A plaintext (sealed and signed by an honest slip) and what the opening must make of it."""

    name: str
    plaintext: bytes
    verdict: str
    subjects: dict[str, str] | None = None


def answer(poll: VectorPoll, /, *parts: dict[str, Any], **changed: Any) -> dict[str, Any]:
    """The ballot of formats §5 as a JSON value."""
    return {"format": "guong/ballot/v1", "poll": poll.key, "subjects": list(parts)} | changed


def part(subject: str = "s1", marks: str = MARKS, remarks: list[list[str]] | None = None) -> dict[str, Any]:
    """One subject's entry."""
    return {"marks": marks, "remarks": remarks or [], "subject": subject}


def remark_of(size: int) -> str:
    """A remark whose JSON string with quotes takes ``size`` bytes."""
    whole, rest = divmod(size - 2, len(LONGEST.encode()))
    return "a" * rest + (LONGEST * whole)[:-1] + "."


def school_payloads(poll: VectorPoll) -> Iterator[Payload]:
    """Every payload of the one-subject poll."""

    def of(name: str, verdict: str, *parts: dict[str, Any], **changed: Any) -> Payload:
        text = formats.canonical(answer(poll, *parts, **changed))
        return Payload(name, formats.padded(text, poll.size), verdict)

    yield of("plain", "valid", part())
    yield of("all_blank_but_one", "valid", part(marks="0" * 15 + "4"))
    yield of("remarks_only", "valid", part(marks="0" * 16, remarks=[["other", "Đề nghị họp định kỳ."]]))
    yield of("empty", "empty", part(marks="0" * 16))
    escapes = 'Dòng 1\nDòng 2 "trích" \\ gạch / chéo \u2028 ẵ ỵ Ự 👍🏽'
    yield of("vietnamese_and_escapes", "valid", part(remarks=[["school_head_02", escapes], ["other", "Ừ"]]))
    every = [
        [item["key"], f"Ghi chú {item['number']}"] for item in poll.questionnaire["items"] if item["note"]
    ]
    yield of("every_remark", "valid", part(remarks=[*every, ["other", "Ý kiến khác"]]))
    yield of("remark_at_budget", "valid", part(remarks=[["other", remark_of(4096)]]))
    yield of("remark_over_budget", "invalid", part(remarks=[["other", remark_of(4097)]]))
    halves = [["school_head_01", remark_of(2048)], ["other", remark_of(2049)]]
    yield of("remarks_together_over_budget", "invalid", part(remarks=halves))
    yield from _marks(of)
    yield from _remarks(of)
    yield from _shapes(poll, of)
    yield from _encodings(poll)


def ward_payloads(poll: VectorPoll) -> Iterator[Payload]:
    """Payloads that need two subjects; ``subjects`` says the verdict for each."""
    marks, blank = "123412341234123412" + "2", "0" * 19
    first, second = part("s1", marks), part("s2", marks, [["other", "Cần sâu sát cơ sở hơn."]])

    def of(name: str, verdicts: list[str], *parts: dict[str, Any]) -> Payload:
        text = formats.canonical(answer(poll, *parts))
        verdict = verdicts[0] if verdicts[0] == verdicts[1] else "valid"
        by_subject = dict(zip(poll.subjects, verdicts, strict=True))
        return Payload(name, formats.padded(text, poll.size), verdict, by_subject)

    yield of("both_subjects", ["valid", "valid"], first, second)
    yield of("first_subject_empty", ["empty", "valid"], part("s1", blank), second)
    yield of("both_subjects_empty", ["empty", "empty"], part("s1", blank), part("s2", blank))
    bad = ["invalid", "invalid"]
    yield of("one_subject_where_two_expected", bad, first)
    yield of("subjects_in_another_order", bad, second, first)
    yield of("subject_twice", bad, first, first)
    yield of("one_bad_part_spoils_both", bad, first, part("s2", "5" * 19))


def _marks(of: Any) -> Iterator[Payload]:
    yield of("mark_out_of_range", "invalid", part(marks="5" + MARKS[1:]))
    yield of("marks_too_long", "invalid", part(marks=MARKS + "1"))
    yield of("marks_too_short", "invalid", part(marks=MARKS[:-1]))
    yield of("marks_in_other_digits", "invalid", part(marks="１" + MARKS[1:]))
    yield of("marks_with_newline", "invalid", part(marks=MARKS[:-1] + "\n"))
    yield of("marks_as_number", "invalid", part() | {"marks": int(MARKS)})
    yield of("marks_as_list", "invalid", part() | {"marks": list(MARKS)})


def _remarks(of: Any) -> Iterator[Payload]:
    texts = {
        "bidi_override": "Tốt\u202etôT",
        "bidi_isolate": "Tốt\u2067tôT",
        "zero_width_space": "đánh\u200bdấu",
        "byte_order_mark": "đánh\ufeffdấu",
        "word_joiner": "đánh\u2060dấu",
        "tab": "một\thai",
        "carriage_return": "một\r\nhai",
        "nul": "một\0hai",
        "delete": "một\x7fhai",
        "c1_control": "một\x85hai",
        "leading_space": " một",
        "trailing_newline": "một\n",
        "no_break_space_at_the_end": "một\xa0",
        "empty_text": "",
        "only_spaces": "   ",
        "decomposed": unicodedata.normalize("NFD", "Không dân chủ"),
    }
    for name, text in texts.items():
        yield of(f"remark_{name}", "invalid", part(remarks=[["other", text]]))
    yield of("remark_twice", "invalid", part(remarks=[["other", "a"], ["other", "b"]]))
    yield of("remarks_out_of_order", "invalid", part(remarks=[["other", "a"], ["school_head_01", "b"]]))
    yield of("remark_on_unknown_field", "invalid", part(remarks=[["school_head_99", "a"]]))
    yield of("remark_on_field_without_note", "invalid", part(remarks=[["prestige", "a"]]))
    yield of("remark_of_three", "invalid", part(remarks=[["other", "a", "b"]]))
    yield of("remark_as_number", "invalid", part() | {"remarks": [["other", 1]]})
    yield of("remarks_as_object", "invalid", part() | {"remarks": {"other": "a"}})


def _shapes(poll: VectorPoll, of: Any) -> Iterator[Payload]:
    yield of("other_poll_inside", "invalid", part(), poll="W4RD2SVBJ3")
    yield of("poll_in_lower_case", "invalid", part(), poll=poll.key.lower())
    yield of("two_subjects_where_one_expected", "invalid", part("s1"), part("s2"))
    yield of("no_subject", "invalid")
    yield of("unknown_subject", "invalid", part("s9"))
    yield of("subject_as_number", "invalid", part() | {"subject": 1})
    yield of("subjects_as_object", "invalid", subjects=part())
    yield of("part_as_text", "invalid", subjects=["s1"])
    yield of("unknown_field", "invalid", part(), voter="1")
    yield of("unknown_field_in_part", "invalid", part() | {"time": 0})
    yield of("missing_remarks", "invalid", {"marks": MARKS, "subject": "s1"})
    yield of("other_format", "invalid", part(), format="guong/ballot/v2")
    size = poll.size
    for name, value in (("json_null", None), ("json_list", []), ("json_text", "s1"), ("json_number", 1)):
        yield Payload(name, formats.padded(formats.canonical(value), size), "invalid")


def _encodings(poll: VectorPoll) -> Iterator[Payload]:
    size, honest = poll.size, formats.canonical(answer(poll, part(remarks=[["other", "Tốt"]])))

    def of(name: str, text: bytes) -> Payload:
        return Payload(name, formats.padded(text, size), "invalid")

    text = honest.decode()
    yield of("json_with_spaces", text.replace(":", ": ").encode())
    yield of(
        "json_keys_unsorted",
        text.replace("{", '{"poll":"7K3M9QXT2A",', 1).replace(',"poll":"7K3M9QXT2A"', "").encode(),
    )
    yield of("json_key_twice", text.replace("{", '{"format":"guong/ballot/v1",', 1).encode())
    yield of("json_escaped_letter", text.replace("ố", "\\u1ed1").encode())
    yield of("json_escaped_slash", text.replace("guong/ballot/v1", "guong\\/ballot\\/v1").encode())
    yield of("json_trailing_newline", honest + b"\n")
    yield of("json_byte_order_mark", b"\xef\xbb\xbf" + honest)
    yield of("json_utf16", text.encode("utf-16-be"))
    yield of("json_lone_surrogate", text.replace("Tốt", "\\ud800").encode())
    yield of("json_encoded_surrogate", honest.replace("Tốt".encode(), b"\xed\xa0\x80"))
    yield of("json_overlong_utf8", honest.replace("Tốt".encode(), b"\xc1\x81"))
    yield of("json_cut_short", honest[:-1])
    yield of("json_twice", honest + honest)
    yield of("json_float", text.replace('"subject":"s1"', '"subject":1.0').encode())
    yield of("json_nan", text.replace('"subject":"s1"', '"subject":NaN').encode())
    yield of("json_huge_number", text.replace('"subject":"s1"', '"subject":' + "9" * 5000).encode())
    yield of("json_deep", b"[" * 2800 + b"]" * 2800)
    yield of("no_json", b"")
    yield of("random_bytes", formats.fixed("random", 500))
    yield Payload("padding_not_zero", formats.padded(honest, size)[:-1] + b"\x01", "invalid")
    yield Payload("length_too_great", (size - 3).to_bytes(4, "big") + b"\0" * (size - 4), "invalid")
    yield Payload("length_all_ones", b"\xff" * 4 + formats.padded(honest, size)[4:], "invalid")
    yield Payload(
        "length_one_less", (len(honest) - 1).to_bytes(4, "big") + formats.padded(honest, size)[4:], "invalid"
    )
    yield Payload("all_zero", b"\0" * size, "invalid")
