"""Biên bản kiểm phiếu, one for each subject (research/domain.md §D2 no. 6, DESIGN §4.7, §6)."""

from dataclasses import dataclass
from datetime import date, datetime

from guong.core.disclosure import SUPPRESSED
from guong.core.documents.equation_lines import Reconciled, equation_lines, equation_table
from guong.core.documents.model import (
    Block,
    Document,
    Heading,
    KeyValues,
    Letterhead,
    NumberedList,
    Signature,
    note,
    text,
)
from guong.core.documents.page_codes import JournalCode, journal_rows, page_rows
from guong.core.documents.parties import Conference, Officials, Person
from guong.core.documents.rating_tables import ADDED, EQUAL, criteria_table, prestige_table, words_table
from guong.core.questionnaire import Item, Questionnaire
from guong.core.wording import hour_and_date, in_both, in_words, long_date, short_date

PRESTIGE = "prestige"


@dataclass(frozen=True)
class Codes:
    """Codes that people read aloud (sixteen digits), and the full digests behind them (hex) for the annex.

    ``pages`` are the codes of the voter's page at the opening and after each change, ``journal`` the head of the office's
    journal when the minutes were made.
    """

    seal: str
    result: str
    dossier: str
    digests: tuple[tuple[str, str], ...] = ()
    pages: tuple[str, ...] = ()
    journal: JournalCode | None = None


@dataclass(frozen=True)
class TallyMinutes:
    """Everything that the minutes say.

    ``confirmed_by`` are the board members who confirmed that both programs show the same code; ``keys_destroyed``
    counts the key sheets; ``destroy_on`` is when paper ballots and archive are destroyed; ``same_machine`` tells that
    the laptop with the keys was also the server (DESIGN §4.1).
    """

    letterhead: Letterhead
    conference: Conference
    subject: Person
    officials: Officials
    opened_at: datetime
    finished_at: datetime
    place: str
    form: Questionnaire
    sides: Reconciled
    codes: Codes
    confirmed_by: tuple[str, ...]
    keys_destroyed: int
    destroy_on: date
    copies: int
    rule_set: str
    same_machine: bool = False
    remarks_received: int | None = None
    recipients: tuple[str, ...] = ()


def tally_minutes(given: TallyMinutes) -> Document:
    """Return the minutes of counting for one subject.

    Where the subject was not opened because too few took part, the figures give way to one sentence (DESIGN §5).
    """
    return Document(
        letterhead=given.letterhead,
        kind="BIÊN BẢN",
        abstract=f"Kiểm phiếu lấy ý kiến góp ý đối với đồng chí {given.subject.name}",
        blocks=(
            *_participants(given),
            *_issued(given),
            *_results(given),
            *_reconciliation(given),
            *_sealing(given),
        ),
        signatures=_signatures(given.officials),
        recipients=given.recipients,
        annex=_annex(given),
        rule_set=given.rule_set,
    )


def _participants(given: TallyMinutes) -> tuple[Block, ...]:
    officials = given.officials
    opening = f"Hồi {hour_and_date(given.opened_at)}, tại {given.place}, tổ kiểm phiếu đã mở hòm phiếu và kiểm phiếu."
    return (
        text(opening),
        KeyValues(
            (
                ("Hội nghị", f"{given.conference.title}, ngày {short_date(given.conference.began)}"),
                ("Đơn vị", given.conference.unit),
                ("Người được góp ý", given.subject.printed),
            )
        ),
        Heading("I. THÀNH PHẦN"),
        KeyValues(
            (
                ("Chủ trì", officials.chair.printed),
                ("Thư ký", officials.clerk.printed),
                *(
                    ("Tổ kiểm phiếu" if not place else "", member.printed)
                    for place, member in enumerate(officials.board)
                ),
                *(
                    ("Đại biểu chứng kiến" if not place else "", witness.printed)
                    for place, witness in enumerate(officials.witnesses)
                ),
            )
        ),
    )


def _issued(given: TallyMinutes) -> tuple[Block, ...]:
    hand, count = given.sides.hand, given.sides.count
    lines = [
        ("Số người được triệu tập", in_both(given.sides.roll, "người")),
        ("Số người có mặt, ký nhận", in_both(hand.signatures, "người")),
        ("Thẻ bỏ phiếu đã in", in_both(hand.printed, "thẻ")),
        ("Thẻ đã bốc", in_both(hand.drawn, "thẻ")),
        ("Thẻ còn lại", in_both(hand.left_over, "thẻ")),
        ("Bộ phiếu giấy đã phát", in_both(hand.paper_sets, "bộ")),
        ("Thẻ đổi sang phiếu giấy", in_both(hand.exchanged, "thẻ")),
        ("Thẻ hỏng thu lại", in_both(hand.spoiled, "thẻ")),
        ("Thẻ phát lại thay thẻ hỏng", in_both(hand.replaced, "thẻ")),
        ("Thẻ đã bốc nhưng không dùng", in_both(hand.not_returned, "thẻ")),
        ("Phiếu gửi bằng điện thoại", in_both(given.sides.device, "phiếu")),
        ("Phiếu giấy trong hòm phiếu", in_both(given.sides.paper_sheets, "phiếu")),
        ("Phiếu thu về", in_both(count.opened, "phiếu")),
    ]
    if count.state == "opened":
        lines += [
            ("Phiếu hợp lệ", in_both(count.valid, "phiếu")),
            ("Phiếu không hợp lệ", in_both(count.invalid, "phiếu")),
        ]
    return (Heading("II. PHÁT RA, THU VỀ"), KeyValues(tuple(lines)))


def _results(given: TallyMinutes) -> tuple[Block, ...]:
    heading, count = Heading("III. KẾT QUẢ"), given.sides.count
    if count.state != "opened":
        return (heading, text(f"{SUPPRESSED}.", bold=True))
    rows = _rows(given)
    blocks: list[Block] = [
        heading,
        Heading(f"1. {_plain(given.form.headings['criteria'])}", level=2),
        criteria_table(rows, headings=given.form.headings, returned=count.opened, valid=count.valid),
        note(EQUAL if count.opened == count.valid else ADDED),
    ]
    prestige = next((item for item in given.form.items if item.key == PRESTIGE), None)
    if prestige:
        title = _plain(given.form.headings["prestige"])
        table = prestige_table(prestige, count.items[PRESTIGE], returned=count.opened, valid=count.valid)
        blocks += [Heading(f"2. {title}", level=2), table]
    if given.remarks_received is not None:
        blocks.append(text(f"Ý kiến ghi trên phiếu: {in_both(given.remarks_received, 'ý kiến')}."))
    return tuple(blocks)


def _reconciliation(given: TallyMinutes) -> tuple[Block, ...]:
    return (Heading("IV. ĐỐI CHIẾU SỐ PHIẾU"), equation_table(equation_lines(given.sides)))


def _sealing(given: TallyMinutes) -> tuple[Block, ...]:
    codes = given.codes
    acts = [
        "Hai chương trình độc lập cùng mở hòm phiếu và cho cùng một mã kết quả. "
        f"Người xác nhận: {', '.join(given.confirmed_by)}.",
        f"Tổ kiểm phiếu đã huỷ {given.keys_destroyed:02d} mã chìa khoá (bằng chữ: {in_words(given.keys_destroyed)}).",
        "Phiếu giấy và tệp lưu kết quả từng phiếu được niêm phong, "
        f"huỷ vào {long_date(given.destroy_on)}, việc huỷ lập biên bản riêng.",
    ]
    if given.same_machine:
        acts.append("Máy giữ mã chìa khoá trong hội nghị này cũng là máy nhận phiếu.")
    closing = (
        f"Việc kiểm phiếu kết thúc hồi {hour_and_date(given.finished_at)}. Biên bản được lập thành "
        f"{given.copies:02d} bản (bằng chữ: {in_words(given.copies)} bản), đã đọc cho những người có tên nghe, "
        "nhất trí và cùng ký."
    )
    return (
        Heading("V. NIÊM PHONG, HUỶ CHÌA KHOÁ"),
        KeyValues(
            (
                ("Mã niêm phong", codes.seal),
                ("Mã kết quả", codes.result),
                ("Mã hồ sơ", codes.dossier),
                *page_rows(codes.pages),
                *journal_rows(codes.journal),
            )
        ),
        NumberedList(tuple(acts)),
        text(closing),
    )


def _annex(given: TallyMinutes) -> tuple[Block, ...]:
    blocks: list[Block] = []
    if given.sides.count.state == "opened":
        blocks += [
            Heading("Số phiếu của từng nội dung, viết bằng chữ"),
            words_table(_rows(given), headings=given.form.headings),
        ]
    if given.codes.digests:
        blocks += [
            Heading("Mã đầy đủ"),
            KeyValues(tuple((label, _grouped(digest)) for label, digest in given.codes.digests)),
            note("Các mã ở mục V được rút gọn từ các mã đầy đủ này."),
        ]
    return tuple(blocks)


def _rows(given: TallyMinutes) -> list[tuple[Item, tuple[int, ...]]]:
    counts = given.sides.count.items
    return [(item, counts[item.key]) for item in given.form.items if item.key != PRESTIGE]


def _grouped(digest: str) -> str:
    return " ".join(digest[start : start + 8] for start in range(0, len(digest), 8))


def _plain(heading: str) -> str:
    return heading.split(". ", 1)[-1]


def _signatures(officials: Officials) -> tuple[Signature, ...]:
    return (
        Signature("CHỦ TRÌ", (officials.chair.name,)),
        Signature("THƯ KÝ", (officials.clerk.name,)),
        Signature("TỔ KIỂM PHIẾU", tuple(member.name for member in officials.board)),
        Signature("ĐẠI BIỂU CHỨNG KIẾN", tuple(witness.name for witness in officials.witnesses)),
    )
