"""A plan's text as a flat list of lines by part: what an edition freezes and what two years are compared by."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum


class PlanPart(Enum):
    """The parts of a plan in the order in which it is read (seed 001)."""

    NUMBER = "number"
    HEAD = "head"
    BASIS = "basis"
    PURPOSE = "purpose"
    REQUIREMENT = "requirement"
    CONTENT = "content"
    SUBJECT = "subject"
    VOTER = "voter"
    METHOD = "method"
    ROUND = "round"
    OPENING = "opening"
    DUTY = "duty"
    RECIPIENT = "recipient"
    SIGNATURE = "signature"
    RULE = "rule"

    @property
    def label(self) -> str:
        """The part as officers call it."""
        return _LABELS[self]


_LABELS = {
    PlanPart.NUMBER: "Số, ngày ban hành",
    PlanPart.HEAD: "Trích yếu, cơ quan",
    PlanPart.BASIS: "Căn cứ",
    PlanPart.PURPOSE: "Mục đích",
    PlanPart.REQUIREMENT: "Yêu cầu",
    PlanPart.CONTENT: "Nội dung lấy ý kiến",
    PlanPart.SUBJECT: "Người được góp ý",
    PlanPart.VOTER: "Người tham gia góp ý",
    PlanPart.METHOD: "Cách thức triển khai",
    PlanPart.ROUND: "Các đợt, thời gian",
    PlanPart.OPENING: "Mở hòm phiếu",
    PlanPart.DUTY: "Tổ chức thực hiện",
    PlanPart.RECIPIENT: "Nơi nhận",
    PlanPart.SIGNATURE: "Người ký",
    PlanPart.RULE: "Quy tắc áp dụng",
}


@dataclass(frozen=True)
class TextLine:
    """One line of the plan in its part."""

    part: PlanPart
    words: str


def as_data(lines: Sequence[TextLine]) -> list[list[str]]:
    """Return the lines as a JSON value."""
    return [[line.part.value, line.words] for line in lines]


def from_data(data: Sequence[Sequence[str]]) -> tuple[TextLine, ...]:
    """Return the lines that `as_data` wrote."""
    return tuple(TextLine(PlanPart(part), words) for part, words in data)
