"""Thông báo kết quả gắp thăm, sent to the bodies of the plan and the schools (DESIGN §6, §8)."""

from dataclasses import dataclass
from datetime import date

from guong.core.documents.draw_tables import lots_table
from guong.core.documents.model import (
    Block,
    Document,
    Heading,
    Letterhead,
    NumberedList,
    Signature,
    text,
)
from guong.core.draw import Draw
from guong.core.wording import in_both, long_date


@dataclass(frozen=True)
class DrawNotice:
    """Everything that the notice says. ``minutes`` names the signed minutes, e.g. ``Biên bản số 05-BB/BTG``;
    ``requests`` are what is asked of those who receive it, ``changes`` says which reserve took which place since."""

    letterhead: Letterhead
    draw: Draw
    held_on: date
    place: str
    minutes: str
    requests: tuple[str, ...]
    signature: Signature
    rule_set: str
    recipients: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()


def draw_notice(given: DrawNotice) -> Document:
    """Return the notice: the drawn schools of each level, then the reserves in their order."""
    frame = given.draw.frame
    pairs = list(zip(frame.levels, given.draw.levels, strict=True))
    drawn = sum(len(lots.drawn) for _, lots in pairs)
    eligible = sum(len(level.units) for level in frame.levels)
    blocks: list[Block] = [
        text(
            f"Thực hiện Kế hoạch số {frame.terms.plan}, {long_date(given.held_on)}, tại {given.place}, đã gắp thăm "
            f"chọn ngẫu nhiên {in_both(drawn, 'trường')} trong {eligible} trường đủ điều kiện để lấy ý kiến góp ý đối "
            f"với người đứng đầu ({given.minutes}). Kết quả như sau:"
        ),
        Heading("I. CÁC TRƯỜNG TRÚNG THĂM"),
        *(lots_table(level, lots.drawn) for level, lots in pairs),
    ]
    if any(lots.reserves for _, lots in pairs):
        blocks += [
            Heading("II. CÁC TRƯỜNG DỰ PHÒNG"),
            text("Chỉ thay trường trúng thăm cùng cấp học khi có quyết định, theo đúng thứ tự dưới đây."),
            *(lots_table(level, lots.reserves) for level, lots in pairs if lots.reserves),
        ]
    if given.changes:
        number = "III" if any(lots.reserves for _, lots in pairs) else "II"
        blocks += [Heading(f"{number}. CÁC TRƯỜNG ĐÃ ĐƯỢC THAY"), NumberedList(given.changes)]
    if given.requests:
        blocks += [text("Đề nghị các cơ quan, đơn vị:"), NumberedList(given.requests)]
    return Document(
        letterhead=given.letterhead,
        kind="THÔNG BÁO",
        abstract="Kết quả gắp thăm chọn trường lấy ý kiến góp ý đối với người đứng đầu",
        blocks=tuple(blocks),
        signatures=(given.signature,),
        recipients=given.recipients,
        rule_set=given.rule_set,
    )
