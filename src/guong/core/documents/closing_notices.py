"""What closes a round: the Committee's conclusion, a sheet for the person's year-end file, a draft for the portal."""

from dataclasses import dataclass
from datetime import date

from guong.core.documents.model import Document, KeyValues, Letterhead, NumberedList, Signature, text
from guong.core.documents.parties import Person
from guong.core.documents.phrases import TICK_BOX, on_days
from guong.core.wording import in_both, in_digits, long_date, short_date


@dataclass(frozen=True)
class ConclusionNotice:
    """The conclusion of the Standing Committee; ``conclusions`` are its sentences. No figure of any answer stands here."""

    letterhead: Letterhead
    plan: str
    round_name: str
    conclusions: tuple[str, ...]
    plan_due: date
    signature: Signature
    rule_set: str


@dataclass(frozen=True)
class YearEndEntry:
    """That a person was asked about this year, and where the papers lie; no figure. ``told_on`` is None before that."""

    letterhead: Letterhead
    subject: Person
    conference: str
    papers: tuple[str, ...]
    told_on: date | None
    plan_due: date
    signature: Signature
    rule_set: str


@dataclass(frozen=True)
class NewsItem:
    """A draft for the portal: that it took place, where, with how many people; never a result."""

    letterhead: Letterhead
    round_name: str
    begins_on: date
    ends_on: date
    conferences: int
    present: int
    rule_set: str


def conclusion_notice(given: ConclusionNotice) -> Document:
    """Return the notice of the conclusion. Raises ValueError without any."""
    if not given.conclusions:
        raise ValueError("a conclusion says something")
    return Document(
        letterhead=given.letterhead,
        kind="THÔNG BÁO",
        abstract=f"Kết luận của Ban Thường vụ về đợt lấy ý kiến góp ý “{given.round_name}”",
        blocks=(
            text(
                f"Sau khi nghe báo cáo kết quả đợt lấy ý kiến góp ý “{given.round_name}” theo {given.plan}, Ban Thường vụ kết luận:"
            ),
            NumberedList(given.conclusions),
            text(
                f"Người được góp ý gửi kế hoạch tiếp thu, khắc phục chậm nhất {long_date(given.plan_due)}. Thông báo để các đơn vị "
                "biết, thực hiện./."
            ),
        ),
        signatures=(given.signature,),
        recipients=("Ban Thường vụ (để báo cáo),", "Người được góp ý,", "Lưu."),
        rule_set=given.rule_set,
    )


def year_end_entry(given: YearEndEntry) -> Document:
    """Return the sheet for the file that serves the yearly assessment."""
    told = short_date(given.told_on) if given.told_on else "chưa thông báo"
    return Document(
        letterhead=given.letterhead,
        kind="PHIẾU LƯU HỒ SƠ",
        abstract=f"Lấy ý kiến góp ý đối với đồng chí {given.subject.name}",
        blocks=(
            KeyValues(
                (
                    ("Người được góp ý", given.subject.printed),
                    ("Hội nghị", given.conference),
                    ("Ngày thông báo kết quả", told),
                    ("Hạn gửi kế hoạch khắc phục", short_date(given.plan_due)),
                    *(
                        ("Văn bản kèm theo" if not place else "", paper)
                        for place, paper in enumerate(given.papers)
                    ),
                    ("Kế hoạch khắc phục", f"{TICK_BOX} đã gửi, ngày …/…/……"),
                    ("", f"{TICK_BOX} đã duyệt"),
                    ("", f"{TICK_BOX} đã thực hiện xong"),
                )
            ),
            text(
                "Phiếu này để dùng khi kiểm điểm, đánh giá, xếp loại cuối năm; kết quả góp ý là một kênh tham khảo. Số liệu nằm trong "
                "văn bản kèm theo, không ghi ở đây."
            ),
        ),
        signatures=(given.signature,),
        recipients=("Hồ sơ đánh giá hằng năm,", "Lưu."),
        rule_set=given.rule_set,
    )


def news_item(given: NewsItem) -> Document:
    """Return the draft news item. Raises ValueError where nothing took place."""
    if not given.conferences:
        raise ValueError("no conference took place")
    return Document(
        letterhead=given.letterhead,
        kind="TIN BÀI (DỰ THẢO)",
        abstract=f"{given.letterhead.superior} hoàn thành đợt lấy ý kiến góp ý “{given.round_name}”",
        blocks=(
            text(
                f"{on_days(given.begins_on, given.ends_on).capitalize()}, {given.letterhead.issuer} đã tổ chức "
                f"{in_both(given.conferences, 'hội nghị')} lấy ý kiến góp ý đối với người đứng đầu theo hình thức phiếu kín, với "
                f"{in_digits(given.present)} người tham gia."
            ),
            text(
                "Người tham gia góp ý bằng phiếu điện tử trên điện thoại hoặc phiếu giấy; không phiếu nào gắn với tên người. Hòm phiếu "
                "được niêm phong, mở trước đại biểu chứng kiến."
            ),
            text(
                "Kết quả được báo cáo cấp có thẩm quyền và thông báo riêng cho người được góp ý để tiếp thu, khắc phục; không công bố "
                "rộng rãi."
            ),
        ),
        rule_set=given.rule_set,
    )
