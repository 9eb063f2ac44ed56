"""A voter's answer: its canonical form, its one size, and what makes it invalid (formats §5)."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from guong.core import canonical
from guong.core.questionnaire import Questionnaire

FORMAT = "guong/ballot/v1"
REMARK_BUDGET = 4096
_LENGTH_BYTES = 4
# Control, zero-width and direction characters; then whatever the versions of Unicode may order differently, and
# halves of surrogate pairs (decision 0005).
_FORBIDDEN = re.compile(
    "[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\u0897\u1acf-\u1aff\ud800-\udfff\U00010000-\U0001efff\U0001fb00-\U0001ffff\U00040000-\U0010ffff]"
)


class BallotProblem(Enum):
    """Why a plaintext is not a ballot of this poll; every one makes it 'returned, invalid'."""

    PADDING = "padding"
    ENCODING = "encoding"
    SHAPE = "shape"
    OTHER_POLL = "other_poll"
    SUBJECTS = "subjects"
    MARKS = "marks"
    REMARKS = "remarks"


class BadBallot(ValueError):
    """A plaintext that is not a ballot; carries its BallotProblem."""

    def __init__(self, problem: BallotProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


@dataclass(frozen=True)
class Part:
    """The answer about one subject: one digit per item (0 blank, 1-4 the level), remarks by field."""

    subject: str
    marks: str
    remarks: tuple[tuple[str, str], ...] = ()

    @property
    def is_empty(self) -> bool:
        """True where nothing was ticked and nothing written: returned, invalid (DESIGN §8)."""
        return not self.remarks and set(self.marks) <= {"0"}


def plaintext_size(subjects: int) -> int:
    """Return P, the one plaintext size in bytes of a poll with that many subjects."""
    return 512 + 5120 * subjects


def tidy_remark(text: str) -> str:
    """Return a remark as it may be sealed: NFC, forbidden characters and outer white space dropped.

    The bidi and zero-width characters go because they can mark or hide text (security.md line 51).
    """
    plain = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return unicodedata.normalize("NFC", _FORBIDDEN.sub("", plain).strip())


def encode(poll: str, parts: Sequence[Part], form: Questionnaire, *, subjects: int) -> bytes:
    """Return the padded plaintext of a ballot, always `plaintext_size(subjects)` bytes.

    Raises BadBallot where a part breaks the questionnaire or the remark budget, or where the whole doesn't fit.
    """
    for part in parts:
        _check_part(part, form)
    entries = [
        {"marks": part.marks, "remarks": [list(remark) for remark in part.remarks], "subject": part.subject}
        for part in parts
    ]
    text = canonical.encode({"format": FORMAT, "poll": poll, "subjects": entries})
    if _LENGTH_BYTES + len(text) > plaintext_size(subjects):
        raise BadBallot(BallotProblem.PADDING)
    return (len(text).to_bytes(_LENGTH_BYTES, "big") + text).ljust(plaintext_size(subjects), b"\0")


def decode(
    plaintext: bytes, form: Questionnaire, *, poll: str, expected: Sequence[str], size: int
) -> list[Part]:
    """Read a plaintext that must hold one part for each of the ``expected`` subject keys, in that order.

    ``size`` is the poll's plaintext size in bytes. Raises BadBallot for anything else.
    """
    data = _unpad(plaintext, size)
    if not isinstance(data, dict) or set(data) != {"format", "poll", "subjects"} or data["format"] != FORMAT:
        raise BadBallot(BallotProblem.SHAPE)
    if data["poll"] != poll:
        raise BadBallot(BallotProblem.OTHER_POLL)
    if not isinstance(data["subjects"], list):
        raise BadBallot(BallotProblem.SHAPE)
    parts = [_part(entry) for entry in data["subjects"]]
    if [part.subject for part in parts] != list(expected):
        raise BadBallot(BallotProblem.SUBJECTS)
    for part in parts:
        _check_part(part, form)
    return parts


def _unpad(plaintext: bytes, size: int) -> Any:
    length = int.from_bytes(plaintext[:_LENGTH_BYTES], "big")
    end = _LENGTH_BYTES + length
    if len(plaintext) != size or end > size or plaintext[end:].strip(b"\0"):
        raise BadBallot(BallotProblem.PADDING)
    try:
        return canonical.decode(plaintext[_LENGTH_BYTES:end])
    except canonical.NotCanonical as error:
        raise BadBallot(BallotProblem.ENCODING) from error


def _part(entry: Any) -> Part:
    if not isinstance(entry, dict) or set(entry) != {"marks", "remarks", "subject"}:
        raise BadBallot(BallotProblem.SHAPE)
    marks, remarks, subject = entry["marks"], entry["remarks"], entry["subject"]
    if not isinstance(marks, str) or not isinstance(subject, str) or not isinstance(remarks, list):
        raise BadBallot(BallotProblem.SHAPE)
    for remark in remarks:
        if not (
            isinstance(remark, list) and len(remark) == 2 and all(isinstance(text, str) for text in remark)
        ):
            raise BadBallot(BallotProblem.SHAPE)
    return Part(subject, marks, tuple((field, text) for field, text in remarks))


def _check_part(part: Part, form: Questionnaire) -> None:
    if len(part.marks) != len(form.items) or not set(part.marks) <= set("01234"):
        raise BadBallot(BallotProblem.MARKS)
    order = {field: place for place, field in enumerate(form.remark_fields)}
    places = [order.get(field, -1) for field, _ in part.remarks]
    if places != sorted(set(places)) or -1 in places:
        raise BadBallot(BallotProblem.REMARKS)
    if any(not text or text != tidy_remark(text) for _, text in part.remarks):
        raise BadBallot(BallotProblem.REMARKS)
    if sum(canonical.text_bytes(text) for _, text in part.remarks) > REMARK_BUDGET:
        raise BadBallot(BallotProblem.REMARKS)
