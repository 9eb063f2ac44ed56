"""Thông báo kết quả góp ý: what the person asked about receives, sealed (research/domain.md §D2 no. 10)."""

from dataclasses import dataclass
from datetime import date

from guong.core.documents.model import Block, Document, Letterhead, Signature, text
from guong.core.documents.parties import Person
from guong.core.wording import long_date


@dataclass(frozen=True)
class ResultNotice:
    """Everything that the notice says; the result itself is the ``summary``, whose blocks become the annex.

    ``plan_due`` is the last day for the plan of what the person will improve.
    """

    letterhead: Letterhead
    subject: Person
    conference: str
    summary: Document
    plan_due: date
    signature: Signature
    rule_set: str


def result_notice(given: ResultNotice) -> Document:
    """Return the notice with the result as its annex. Raises ValueError where the plan would be due before the notice."""
    if given.plan_due < given.letterhead.day:
        raise ValueError("the plan is due after the notice")
    return Document(
        letterhead=given.letterhead,
        kind="THÔNG BÁO",
        abstract="Kết quả góp ý đối với người đứng đầu",
        blocks=_words(given),
        signatures=(
            Signature("NGƯỜI NHẬN", (given.subject.name,), hint="(Đã nhận, ký, ghi rõ ngày)"),
            given.signature,
        ),
        recipients=("Người được góp ý (phong bì niêm phong),", "Lưu."),
        annex=given.summary.blocks,
        rule_set=given.rule_set,
    )


def _words(given: ResultNotice) -> tuple[Block, ...]:
    issuer = given.letterhead.issuer
    return (
        text(f"Kính gửi: {given.subject.printed} (chỉ người nhận mở).", bold=True),
        text(
            f"{issuer} thông báo tới đồng chí kết quả góp ý tại {given.conference}. Kết quả đã được báo cáo Thường trực và Ban "
            "Thường vụ, được gửi riêng đồng chí trong phụ lục kèm theo; không công bố rộng rãi, không xếp hạng."
        ),
        text(
            "Những con số trong phụ lục nói người tham gia nhìn nhận thế nào tại một thời điểm. Đề nghị đồng chí đọc trước hết những "
            "nội dung được góp ý nhiều, trao đổi với tập thể đơn vị và chọn việc cần làm."
        ),
        text(
            f"Đề nghị đồng chí gửi kế hoạch tiếp thu, khắc phục về {issuer} chậm nhất {long_date(given.plan_due)}: nội dung được "
            "góp ý, nguyên nhân, việc làm, kết quả cần đạt, thời hạn. Nếu có điều cần nói rõ thêm, đồng chí gửi ý kiến cùng kế hoạch."
        ),
        text("Không ai được hỏi, tìm hiểu người tham gia đã góp ý thế nào./."),
    )
