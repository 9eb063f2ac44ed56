"""One opened ballot: padding, canonical form, and whether it fits the questionnaire (formats §5)."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from guong.verify.definitions import Poll
from guong.verify.strict import (
    Fault,
    Json,
    canonical,
    exact,
    listing,
    read_canonical,
    record,
    text,
)

REMARKS_BUDGET = 4096
LENGTH_SIZE = 4
INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
# What two versions of Unicode may bring into different orders: two machines must judge every ballot alike.
UNSETTLED = re.compile("[\u0897\u1acf-\u1aff\U00010000-\U0001efff\U0001fb00-\U0001ffff\U00040000-\U0010ffff]")


@dataclass(frozen=True)
class Answer:
    """One subject's part of a ballot: a digit per item, remarks as (field, text)."""

    subject: str
    marks: str
    remarks: tuple[tuple[str, str], ...]

    @property
    def empty(self) -> bool:
        """Nothing marked and nothing written: returned, invalid."""
        return not self.remarks and set(self.marks) <= {"0"}


def read_plaintext(plaintext: bytes, poll: Poll) -> bytes:
    """The JSON bytes inside a padded plaintext; refuses a wrong size, length or padding."""
    if len(plaintext) != poll.plaintext_size:
        raise Fault("độ dài phiếu không đúng")
    length = int.from_bytes(plaintext[:LENGTH_SIZE], "big")
    body, padding = plaintext[LENGTH_SIZE : LENGTH_SIZE + length], plaintext[LENGTH_SIZE + length :]
    if len(body) != length or padding.strip(b"\0"):
        raise Fault("phần đệm của phiếu không đúng")
    return body


def read_ballot(data: bytes, poll: Poll, subjects: tuple[str, ...]) -> tuple[Answer, ...]:
    """The answers of a ballot's JSON for exactly `subjects`, in that order; refuses anything else."""
    top = record(read_canonical(data), "phiếu", "format", "poll", "subjects")
    exact(top["format"], "guong/ballot/v1", "format")
    exact(top["poll"], poll.key, "poll")
    parts = listing(top["subjects"], "subjects")
    if len(parts) != len(subjects):
        raise Fault("phiếu không trả lời đúng những người được góp ý")
    return tuple(_read_answer(part, subject, poll) for part, subject in zip(parts, subjects, strict=True))


def _read_answer(value: Json, subject: str, poll: Poll) -> Answer:
    part = record(value, "phần của phiếu", "marks", "remarks", "subject")
    exact(part["subject"], subject, "subject")
    marks = text(part["marks"], "marks")
    if len(marks) != len(poll.questionnaire.items) or set(marks) - set("01234"):
        raise Fault("các mức đánh dấu không hợp mẫu phiếu")
    remarks = [_read_remark(remark) for remark in listing(part["remarks"], "remarks")]
    places = [_place(field, poll) for field, _ in remarks]
    if any(earlier >= later for earlier, later in pairwise(places)):
        raise Fault("ý kiến không theo thứ tự hoặc bị lặp")
    if sum(len(canonical(remark)) for _, remark in remarks) > REMARKS_BUDGET:
        raise Fault("ý kiến dài quá mức cho phép")
    return Answer(subject, marks, tuple(remarks))


def _place(field: str, poll: Poll) -> int:
    if field not in poll.questionnaire.remark_fields:
        raise Fault("ý kiến ghi vào mục không có trong mẫu phiếu")
    return poll.questionnaire.remark_fields.index(field)


def _read_remark(value: Json) -> tuple[str, str]:
    pair = listing(value, "ý kiến")
    if len(pair) != 2:
        raise Fault("ý kiến không đúng dạng")
    field, remark = text(pair[0], "ý kiến"), text(pair[1], "ý kiến")
    if not remark or remark != remark.strip():
        raise Fault("ý kiến trống hoặc có khoảng trắng ở đầu, ở cuối")
    if INVISIBLE.search(remark):
        raise Fault("ý kiến có ký tự vô hình")
    if UNSETTLED.search(remark):
        raise Fault("ý kiến có ký tự nằm ngoài bộ chữ cho phép")
    if any(char != "\n" and unicodedata.category(char) == "Cc" for char in remark):
        raise Fault("ý kiến có ký tự điều khiển")
    return field, remark
