"""Proposals on personnel work that the organisation board makes after a round (R-001-18), kept as records.

People write them; nothing here reads a result, counts or orders anybody, and none of the kinds takes anybody out of office.
"""

from enum import Enum

from guong.core.outcome import Refused
from guong.core.release_steps import ReleaseStep, is_behind
from guong.core.wording import in_digits

LONGEST = 2000


class Matter(Enum):
    """What a proposal is about."""

    TRAINING = "training"
    SUPPORT = "support"
    DUTIES = "duties"
    ROTATION = "rotation"
    PLANNING = "planning"
    PRAISE = "praise"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The matter as screens name it."""
        return _MATTERS[self]


class Answer(Enum):
    """What became of a proposal; the first three are the Committee's, as its conclusion says."""

    AGREED = "agreed"
    CONSIDERED = "considered"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        """The answer as screens name it."""
        return _ANSWERS[self]


_MATTERS = {
    Matter.TRAINING: "Đào tạo, bồi dưỡng",
    Matter.SUPPORT: "Giúp đỡ, kèm cặp",
    Matter.DUTIES: "Phân công, giao thêm nhiệm vụ",
    Matter.ROTATION: "Luân chuyển, điều động",
    Matter.PLANNING: "Quy hoạch",
    Matter.PRAISE: "Biểu dương, khen thưởng",
    Matter.OTHER: "Việc khác về công tác cán bộ",
}
_ANSWERS = {
    Answer.AGREED: "Ban Thường vụ đồng ý",
    Answer.CONSIDERED: "Ban Thường vụ ghi nhận, xem xét sau",
    Answer.DECLINED: "Ban Thường vụ chưa đồng ý",
    Answer.WITHDRAWN: "Rút lại đề xuất",
}
NO_RESULT = Refused("not_final", "Chưa có kết quả góp ý được xác nhận nên chưa ghi được đề xuất.")
OWN = Refused("own_result", "Đề xuất này về chính đồng chí. Đề nghị đồng chí khác của cơ quan ghi.")
NO_WORDS = Refused("no_words", "Chưa ghi nội dung. Đề nghị ghi rõ việc đề xuất, không chép kết quả góp ý.")
TOO_LONG = Refused(
    "too_long", f"Nội dung dài quá {in_digits(LONGEST)} ký tự. Đề nghị viết ngắn hơn, kèm văn bản riêng."
)
ANSWERED = Refused("answered", "Đề xuất này đã có kết luận hoặc đã rút nên không ghi thêm được.")
NOT_WITH_COMMITTEE = Refused(
    "not_presented",
    "Kết quả chưa trình Ban Thường vụ nên chưa có kết luận để ghi. Đề nghị trình trước, hoặc rút lại đề xuất.",
)


def fit_words(text: str) -> str | Refused:
    """Return the words of a proposal or an answer without blanks around. Refused: ``no_words``, ``too_long``."""
    words = text.strip()
    if not words:
        return NO_WORDS
    return TOO_LONG if len(words) > LONGEST else words


def barred_from_proposing(reached: ReleaseStep | None, *, is_own: bool) -> Refused | None:
    """Return what keeps an officer from proposing: no result yet, or it is the officer's own."""
    if is_own:
        return OWN
    return NO_RESULT if reached is None else None


def barred_from_answering(
    answer: Answer, reached: ReleaseStep | None, *, is_answered: bool
) -> Refused | None:
    """Return what keeps an answer from being noted: there is one, or the Committee has not been presented the result."""
    if is_answered:
        return ANSWERED
    is_theirs = answer is not Answer.WITHDRAWN
    return NOT_WITH_COMMITTEE if is_theirs and not is_behind(ReleaseStep.COMMITTEE, reached) else None
