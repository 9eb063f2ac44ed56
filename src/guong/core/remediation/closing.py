"""When a plan may end: every point reported as done, and something to show for it (issue 7 no. 6)."""

from collections.abc import Sequence
from dataclasses import dataclass

from guong.core.outcome import Refused

DONE = 100
BAD_SHARE = Refused("bad_share", "Mức độ hoàn thành phải là số từ 0 đến 100. Đề nghị ghi lại.")
GOES_BACK = Refused(
    "goes_back",
    "Mức độ hoàn thành thấp hơn lần trước. Nếu việc phải làm lại, đề nghị ghi rõ lý do ở phần nội dung.",
)
NOTHING_SAID = Refused(
    "nothing_said", "Chưa ghi đã làm được gì. Đề nghị viết một, hai câu về kết quả của mục này."
)


@dataclass(frozen=True)
class Reported:
    """How far a point is: done in percent, and how many pieces of evidence lie with it."""

    share: int
    evidence: int


def fault_of_report(share: int, text: str, *, before: int) -> Refused | None:
    """Return what keeps a report on a point from being taken: ``bad_share``, ``nothing_said``, ``goes_back``.

    A share may fall only where the words say something: ``nothing_said`` comes first, ``goes_back`` asks for more than
    thirty letters.
    """
    if not 0 <= share <= DONE:
        return BAD_SHARE
    if not text.strip():
        return NOTHING_SAID
    return GOES_BACK if share < before and len(text.strip()) < 30 else None


def unfit_to_close(points: Sequence[Reported]) -> Refused | None:
    """Return what keeps the head from asking for the end: ``not_done``, ``no_evidence``."""
    for number, point in enumerate(points, start=1):
        if point.share < DONE:
            return Refused(
                "not_done",
                f"Mục {number} mới hoàn thành {point.share} %. Đề nghị báo cáo xong mọi mục rồi mới đề nghị kết thúc.",
            )
        if not point.evidence:
            return Refused(
                "no_evidence",
                f"Mục {number} chưa có minh chứng. Đề nghị gửi ít nhất một tệp, ví dụ ảnh chụp biên bản, quyết định.",
            )
    return None
