"""Thông báo to the units: what, when, who may take part, how secrecy is kept; never a result (DESIGN §6)."""

from dataclasses import dataclass
from datetime import datetime

from guong.core.documents.model import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    Letterhead,
    Signature,
    Table,
    header_row,
    text,
)
from guong.core.documents.phrases import dashed, numbered_rows
from guong.core.documents.secrecy_words import SecrecyTerms, kept, not_hidden
from guong.core.wording import clock, in_both, short_date


@dataclass(frozen=True)
class AnnouncedConference:
    """One conference: when, at which unit, where, about whom (posts, e.g. ``Bí thư Chi bộ, Hiệu trưởng``)."""

    begins: datetime
    unit: str
    place: str
    about: str


@dataclass(frozen=True)
class Announcement:
    """Everything that the announcement says. ``plan`` is a whole phrase; ``voters`` says who takes part, ``not_voters``
    who doesn't and why; ``requests`` are what the units have to do."""

    letterhead: Letterhead
    plan: str
    matter: str
    round_name: str
    issuer: str
    conferences: tuple[AnnouncedConference, ...]
    voters: tuple[str, ...]
    not_voters: tuple[str, ...]
    items: int
    secrecy: SecrecyTerms
    requests: tuple[str, ...]
    signature: Signature
    rule_set: str
    recipients: tuple[str, ...] = ()


def announcement(given: Announcement) -> Document:
    """Return the announcement. Raises ValueError without a conference or voters, or where one lies before its day."""
    if not given.conferences or not given.voters:
        raise ValueError("an announcement names conferences and who takes part")
    if any(entry.begins.date() < given.letterhead.day for entry in given.conferences):
        raise ValueError("a conference is announced before its day")
    return Document(
        letterhead=given.letterhead,
        kind="THÔNG BÁO",
        abstract=f"Lấy ý kiến góp ý {given.matter}, {given.round_name}",
        blocks=(
            text(
                f"Thực hiện {given.plan}, {given.issuer} thông báo việc lấy ý kiến góp ý tại "
                f"{in_both(len(given.conferences), 'hội nghị')}, {given.round_name}, như sau:"
            ),
            Heading("1. Thời gian, địa điểm, người được góp ý", level=2),
            _table(given),
            *_who(given),
            *_how(given),
            *_requests(given),
        ),
        signatures=(given.signature,),
        recipients=given.recipients,
        rule_set=given.rule_set,
    )


def _table(given: Announcement) -> Table:
    entries = sorted(given.conferences, key=lambda entry: (entry.begins, entry.unit))
    return Table(
        columns=(Column(10, Align.CENTER), Column(25, Align.CENTER), Column(50), Column(43), Column(37)),
        header=(header_row("TT", "Thời gian", "Đơn vị", "Địa điểm", "Người được góp ý"),),
        rows=numbered_rows(
            (f"{clock(entry.begins)}\n{short_date(entry.begins)}", entry.unit, entry.place, entry.about)
            for entry in entries
        ),
    )


def _who(given: Announcement) -> tuple[Block, ...]:
    return (
        Heading("2. Người tham gia góp ý", level=2),
        *dashed(given.voters),
        *((text("Không tham gia:"), *dashed(given.not_voters)) if given.not_voters else ()),
    )


def _how(given: Announcement) -> tuple[Block, ...]:
    return (
        Heading("3. Cách góp ý", level=2),
        text(
            f"Bỏ phiếu kín tại hội nghị: bằng điện thoại của mình với thẻ bỏ phiếu tự bốc, hoặc bằng phiếu giấy. Phiếu gồm {given.items} "
            "nội dung, mỗi nội dung bốn mức, một mức độ uy tín và phần ý kiến khác. Không phải cài phần mềm, không phải đăng ký."
        ),
        Heading("4. Bí mật được giữ thế nào", level=2),
        *dashed(kept(given.secrecy)),
        text("Những điều không cách nào che được:"),
        *dashed(not_hidden()),
        Heading("5. Kết quả", level=2),
        text(
            "Kết quả được báo cáo Thường trực, Ban Thường vụ và thông báo riêng cho người được góp ý; là một căn cứ để xem xét, đánh giá "
            "cán bộ, đảng viên cuối năm. Đây không phải là lấy phiếu tín nhiệm."
        ),
    )


def _requests(given: Announcement) -> tuple[Block, ...]:
    last = text(f"{given.issuer} đề nghị các đơn vị thông báo rộng rãi và phối hợp thực hiện./.")
    if not given.requests:
        return (last,)
    return (Heading("6. Đề nghị các đơn vị", level=2), *dashed(given.requests), last)
