"""What an officer proposes for a remark, and what makes a proposal fit to be kept (DESIGN §5, peers.md on EvaP)."""

from dataclasses import dataclass
from enum import Enum

from guong.core.ballot import tidy_remark
from guong.core.outcome import Refused
from guong.core.wording import in_digits

LONGEST_SHOWN = 1000
LONGEST_THEME = 120
LONGEST_NOTE = 300


class Verdict(Enum):
    """Shown word for word, shown in other words, or not handed on."""

    KEEP = "keep"
    EDIT = "edit"
    WITHHOLD = "withhold"

    @property
    def label(self) -> str:
        """The verdict as the desk names it."""
        return _VERDICTS[self]


class Reason(Enum):
    """Why a remark is not handed on. Only how often each was given outlives the desk, never an officer's own words."""

    NAMES_SOMEONE = "names_someone"
    TELLS_WRITER = "tells_writer"
    INSULT = "insult"
    OFF_MATTER = "off_matter"
    DENUNCIATION = "denunciation"
    EMPTY = "empty"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The reason as screens and papers name it."""
        return _REASONS[self]


_VERDICTS = {
    Verdict.KEEP: "Giữ nguyên",
    Verdict.EDIT: "Biên tập",
    Verdict.WITHHOLD: "Không đưa vào",
}
_REASONS = {
    Reason.NAMES_SOMEONE: "Nói về người khác",
    Reason.TELLS_WRITER: "Biên tập rồi vẫn lộ người viết",
    Reason.INSULT: "Xúc phạm, không có nội dung góp ý",
    Reason.OFF_MATTER: "Không phải góp ý đối với đồng chí này",
    Reason.DENUNCIATION: "Có dấu hiệu tố cáo, không thuộc việc góp ý",
    Reason.EMPTY: "Không có nội dung",
    Reason.OTHER: "Lý do khác",
}
NO_TEXT = Refused(
    "no_text", "Chưa có câu chữ sau biên tập. Đề nghị viết lại ý kiến, hoặc chọn không đưa vào."
)
NO_THEME = Refused("no_theme", "Chưa xếp ý kiến vào chủ đề nào. Đề nghị chọn một chủ đề.")
LONG_THEME = Refused("long_theme", f"Tên chủ đề dài quá {LONGEST_THEME} ký tự. Đề nghị đặt tên ngắn hơn.")
NO_REASON = Refused(
    "no_reason", "Chưa chọn lý do không đưa ý kiến vào bảng tổng hợp. Đề nghị chọn một lý do."
)
NO_WORDS = Refused("no_words", "Lý do khác phải được viết rõ để người xác nhận xem xét. Đề nghị ghi lý do.")
LONG_NOTE = Refused("long_note", f"Lời ghi dài quá {LONGEST_NOTE} ký tự. Đề nghị viết ngắn hơn.")


@dataclass(frozen=True)
class Proposal:
    """What an officer proposes. ``text`` and ``theme`` are empty where the remark is withheld, ``reason`` is None else.

    ``note`` are the officer's own words to the second one.
    """

    verdict: Verdict
    text: str = ""
    theme: str = ""
    reason: Reason | None = None
    note: str = ""


def one_line(text: str) -> str:
    """Return a text as the digest prints it: the characters of a remark only (decision 0005), on one line."""
    return " ".join(tidy_remark(text).split())


def checked(given: Proposal, *, original: str) -> Proposal | Refused:
    """Return a proposal as it is kept; an edit that changes nothing is a remark kept word for word.

    Refused: ``no_text``, ``too_long``, ``no_theme``, ``long_theme``, ``no_reason``, ``no_words``, ``long_note``.
    """
    note = one_line(given.note)
    if len(note) > LONGEST_NOTE:
        return LONG_NOTE
    if given.verdict is Verdict.WITHHOLD:
        if given.reason is None:
            return NO_REASON
        if given.reason is Reason.OTHER and not note:
            return NO_WORDS
        return Proposal(Verdict.WITHHOLD, reason=given.reason, note=note)
    return _shown(given, one_line(original), note)


def _shown(given: Proposal, original: str, note: str) -> Proposal | Refused:
    text = original if given.verdict is Verdict.KEEP else one_line(given.text)
    theme = one_line(given.theme)
    if not text:
        return NO_TEXT
    if len(text) > LONGEST_SHOWN:
        return too_long(len(text))
    if not theme:
        return NO_THEME
    if len(theme) > LONGEST_THEME:
        return LONG_THEME
    return Proposal(Verdict.KEEP if text == original else Verdict.EDIT, text, theme, note=note)


def too_long(characters: int) -> Refused:
    """Return the refusal of a text that no digest can print."""
    return Refused(
        "too_long",
        f"Ý kiến dài {in_digits(characters)} ký tự; bảng tổng hợp nhận nhiều nhất {in_digits(LONGEST_SHOWN)} ký tự "
        "một ý kiến. Đề nghị biên tập gọn lại.",
    )
