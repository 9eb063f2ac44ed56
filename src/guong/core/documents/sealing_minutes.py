"""Biên bản niêm phong và bàn giao hòm phiếu, signed in the hall at the closing (DESIGN §4.6, §4.7)."""

from dataclasses import dataclass

from guong.core.documents.model import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    KeyValues,
    Letterhead,
    NumberedList,
    Signature,
    Table,
    header_row,
    text,
)
from guong.core.documents.page_codes import JournalCode, journal_rows, page_rows
from guong.core.documents.parties import Conference, Officials, Person
from guong.core.reconciliation import HandCount
from guong.core.wording import hour_and_date, in_both, in_digits, in_words


@dataclass(frozen=True)
class SealingMinutes:
    """Everything that the minutes say; ``sheets`` are paper sheets in the box, by subject's name.

    ``handed_over_by`` gives the box to ``received_by``; ``keepers`` are those who keep a key envelope;
    ``page_codes`` are those of the voter's page at the opening and after each change.
    ``journal_code`` is the head of the office's journal when the minutes were made.
    ``counted_by`` are the two who counted. The number of sealed ballots is ``device``.
    """

    letterhead: Letterhead
    conference: Conference
    officials: Officials
    roll: int
    hand: HandCount
    device: int
    sheets: tuple[tuple[str, int], ...]
    seal_code: str
    counted_by: tuple[str, str]
    keepers: tuple[Person, ...]
    handed_over_by: Person
    received_by: Person
    opening: str
    copies: int
    rule_set: str
    page_codes: tuple[str, ...] = ()
    journal_code: JournalCode | None = None
    incidents: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()


def sealing_minutes(given: SealingMinutes) -> Document:
    """Return the minutes of sealing and handing over the box. They hold no result of any ballot."""
    officials = given.officials
    return Document(
        letterhead=given.letterhead,
        kind="BIÊN BẢN",
        abstract="Niêm phong và bàn giao hòm phiếu",
        blocks=(*_beginning(given), *_counts(given), *_seal(given)),
        signatures=(
            Signature("CHỦ TRÌ", (officials.chair.name,)),
            Signature("THƯ KÝ", (officials.clerk.name,)),
            Signature("TỔ KIỂM PHIẾU", tuple(member.name for member in officials.board)),
            Signature("ĐẠI BIỂU CHỨNG KIẾN", tuple(witness.name for witness in officials.witnesses)),
            Signature("BÊN GIAO", (given.handed_over_by.name,)),
            Signature("BÊN NHẬN", (given.received_by.name,)),
        ),
        recipients=given.recipients,
        rule_set=given.rule_set,
    )


def _beginning(given: SealingMinutes) -> tuple[Block, ...]:
    conference, officials = given.conference, given.officials
    return (
        text(
            f"Hồi {hour_and_date(conference.ended)}, tại {conference.place}, việc nhận phiếu của hội nghị kết thúc; "
            "tổ kiểm phiếu kiểm đếm, niêm phong và bàn giao hòm phiếu."
        ),
        KeyValues(
            (
                ("Hội nghị", conference.title),
                ("Đơn vị", conference.unit),
                ("Chủ trì", officials.chair.printed),
                ("Thư ký", officials.clerk.printed),
            )
        ),
    )


def _counts(given: SealingMinutes) -> tuple[Block, ...]:
    hand = given.hand
    lines = (
        ("Được triệu tập", given.roll, "người"),
        ("Có mặt, ký nhận", hand.signatures, "người"),
        ("Thẻ bỏ phiếu đã in", hand.printed, "thẻ"),
        ("Thẻ đã bốc", hand.drawn, "thẻ"),
        ("Thẻ còn lại", hand.left_over, "thẻ"),
        ("Bộ phiếu giấy đã phát", hand.paper_sets, "bộ"),
        ("Thẻ đổi sang phiếu giấy", hand.exchanged, "thẻ"),
        ("Thẻ hỏng thu lại", hand.spoiled, "thẻ"),
        ("Thẻ phát lại thay thẻ hỏng", hand.replaced, "thẻ"),
        ("Thẻ đã bốc nhưng không dùng", hand.not_returned, "thẻ"),
        *((f"Phiếu giấy góp ý đồng chí {name}", sheets, "phiếu") for name, sheets in given.sheets),
    )
    first, second = given.counted_by
    return (
        Heading("I. KIỂM ĐẾM BẰNG TAY"),
        text(f"Hai người cùng đếm: đồng chí {first} và đồng chí {second}."),
        Table(
            columns=(Column(85), Column(25, Align.CENTER), Column(55)),
            header=(header_row("Nội dung", "Số lượng", "Bằng chữ"),),
            rows=tuple(
                (Cell(label), Cell(in_digits(n)), Cell(f"{in_words(n)} {noun}")) for label, n, noun in lines
            ),
        ),
    )


def _seal(given: SealingMinutes) -> tuple[Block, ...]:
    keepers = "; ".join(person.in_text for person in given.keepers)
    acts = (
        f"Hòm phiếu có {in_both(given.device, 'phiếu đã niêm phong')} gửi bằng điện thoại. Mã niêm phong đã đọc "
        "trước hội nghị, in ở trên.",
        "Phiếu giấy, thẻ còn lại, thẻ đổi, thẻ hỏng được cho vào phong bì riêng, dán kín, ký giáp lai.",
        f"Phong bì chìa khoá hòm phiếu do những người sau giữ: {keepers}.",
        f"Bên giao: {given.handed_over_by.in_text}; bên nhận: {given.received_by.in_text}. Giao nhận hòm phiếu đã "
        "niêm phong và các phong bì ở điểm 2.",
        f"Mở hòm phiếu: {given.opening}.",
        *given.incidents,
    )
    return (
        Heading("II. NIÊM PHONG, BÀN GIAO"),
        KeyValues(
            (
                ("Mã niêm phong", given.seal_code),
                *page_rows(given.page_codes),
                *journal_rows(given.journal_code),
            )
        ),
        NumberedList(acts),
        text(
            f"Biên bản được lập thành {given.copies:02d} bản (bằng chữ: {in_words(given.copies)} bản), đã đọc cho "
            "những người có tên nghe, nhất trí và cùng ký."
        ),
    )
