"""Blank forms to be filled in by hand in the hall, and the sheets that part a dossier (DESIGN §7).

Should the machine fail, the clerk goes on with pen and paper: the forms ask for what the printed minutes say.
"""

from collections.abc import Sequence
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
    Paragraph,
    Run,
    Table,
    header_row,
    note,
    text,
)
from guong.core.documents.parties import Conference, Officials
from guong.core.documents.phrases import officials_lines, signatures_of
from guong.core.wording import hour_and_date, in_both

_DOTS = "." * 40
_LINE = "." * 112
_COUNTS = (
    "Chữ ký trong danh sách",
    "Thẻ bỏ phiếu đã in",
    "Thẻ đã bốc",
    "Thẻ còn lại",
    "Bộ phiếu giấy đã phát",
    "Thẻ đổi sang phiếu giấy",
    "Thẻ hỏng thu lại",
    "Thẻ phát lại thay thẻ hỏng",
    "Thẻ đã bốc nhưng không dùng",
)


@dataclass(frozen=True)
class MinutesForm:
    """What is known before the conference: head, people, number of those summoned, names of those asked about."""

    letterhead: Letterhead
    conference: Conference
    officials: Officials
    subjects: tuple[str, ...]
    roll: int
    rule_set: str


def blank_conference_minutes(given: MinutesForm) -> Document:
    """Return the form of the conference's minutes, filled in as far as anything is known beforehand."""
    return _form(
        given,
        "Hội nghị lấy ý kiến góp ý",
        (
            Heading("I. SỐ NGƯỜI"),
            _left(f"Triệu tập {in_both(given.roll, 'người')}"),
            _left(f"Có mặt {_DOTS}; vắng {_DOTS}"),
            _left(f"Lý do vắng {_DOTS}{_DOTS}"),
            Heading("II. THAY ĐỔI DANH SÁCH BUỔI SÁNG (chủ trì ký từng dòng)"),
            *_lines(2),
            Heading("III. DIỄN BIẾN"),
            *_lines(5),
            Heading("IV. SỰ VIỆC PHÁT SINH VÀ CÁCH XỬ LÝ (không ghi ai bỏ phiếu thế nào)"),
            *_lines(4),
            text(
                f"Hội nghị kết thúc hồi {_DOTS}. Biên bản lập thành ........ bản, đã đọc cho mọi người cùng nghe."
            ),
        ),
    )


def blank_sealing_minutes(given: MinutesForm) -> Document:
    """Return the form of the minutes of sealing and handing over the box."""
    counted = (*_COUNTS, *(f"Phiếu giấy trong hòm: đồng chí {name}" for name in given.subjects))
    return _form(
        given,
        "Niêm phong và bàn giao hòm phiếu",
        (
            Heading("I. HAI NGƯỜI CÙNG ĐẾM"),
            _left(f"Người đếm thứ nhất {_DOTS}{_DOTS}"),
            _left(f"Người đếm thứ hai {_DOTS}{_DOTS}"),
            Table(
                columns=(Column(75), Column(30, Align.CENTER), Column(60)),
                header=(header_row("Nội dung", "Số lượng", "Bằng chữ"),),
                rows=tuple((Cell(label), Cell(""), Cell("")) for label in counted),
                row_height=8,
            ),
            Heading("II. NIÊM PHONG, BÀN GIAO"),
            _left("Mã niêm phong (đọc trên màn hình): .......... .......... .......... .........."),
            _left(f"Bên giao {_DOTS}{_DOTS}"),
            _left(f"Bên nhận {_DOTS}{_DOTS}"),
            _left(f"Bàn giao nguyên vẹn hòm phiếu và các phong bì hồi {_DOTS}"),
        ),
    )


def parting_sheet(letterhead: Letterhead, *, title: str, words: Sequence[str], rule_set: str) -> Document:
    """Return a sheet that parts a dossier and says what belongs in its place. Raises ValueError without words."""
    if not words:
        raise ValueError("a parting sheet says something")
    blocks = tuple(text(line, align=Align.CENTER) for line in words)
    return Document(letterhead=letterhead, kind="TỜ NGĂN", abstract=title, blocks=blocks, rule_set=rule_set)


def _form(given: MinutesForm, abstract: str, blocks: tuple[Block, ...]) -> Document:
    conference = given.conference
    return Document(
        letterhead=given.letterhead,
        kind="BIÊN BẢN",
        abstract=abstract,
        blocks=(
            note("Mẫu ghi tay, dùng khi chưa in được biên bản từ máy."),
            KeyValues(
                (
                    ("Hội nghị", conference.title),
                    ("Đơn vị", conference.unit),
                    ("Bắt đầu", hour_and_date(conference.began)),
                    ("Địa điểm", conference.place),
                    *(
                        ("Người được góp ý" if not n else "", f"Đồng chí {name}")
                        for n, name in enumerate(given.subjects)
                    ),
                    *officials_lines(given.officials),
                )
            ),
            *blocks,
        ),
        signatures=signatures_of(given.officials),
        rule_set=given.rule_set,
    )


def _lines(count: int) -> tuple[Block, ...]:
    return tuple(_left(_LINE) for _ in range(count))


def _left(words: str) -> Paragraph:
    return Paragraph((Run(words),), align=Align.LEFT, indent=False)
