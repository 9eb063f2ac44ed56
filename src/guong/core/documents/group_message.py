"""The words for a unit's chat group before a conference: when, where, what to bring; never a link, never a code (issue 4)."""

from dataclasses import dataclass
from datetime import datetime

from guong.core.wording import clock, short_date, weekday

MOST_CHARACTERS = 900
_LONGEST_NAME = 110
_DISPENSABLE = ("voluntary", "slip", "signed")


@dataclass(frozen=True)
class GroupMessage:
    """What the message depends on; ``rows_from`` is the least number of ballots for which a box is opened."""

    unit: str
    place: str
    began: datetime
    lead_body: str
    rows_from: int
    rehearsal: bool = False


def group_message(given: GroupMessage) -> str:
    """Return the message, at most 900 characters; where names are long the least important sentences are left out."""
    lines = _lines(given)
    for dispensable in _DISPENSABLE:
        if len("\n".join(lines.values())) <= MOST_CHARACTERS:
            break
        del lines[dispensable]
    return "\n".join(lines.values())


def _lines(given: GroupMessage) -> dict[str, str]:
    day = given.began.date()
    return {
        "greeting": f"{'[HỘI NGHỊ THỬ] ' if given.rehearsal else ''}Kính gửi các đồng chí {_clipped(given.unit)},",
        "when": f"Hội nghị lấy ý kiến góp ý: {clock(given.began)}, {weekday(day)}, {short_date(day)}, tại "
        f"{_clipped(given.place)}.",
        "bring": "• Đề nghị mang kính đọc và điện thoại đã sạc đầy. Không có điện thoại vẫn bỏ phiếu được, bằng phiếu giấy.",
        "slip": "• Đến nơi, đồng chí ký danh sách rồi tự bốc một thẻ bỏ phiếu ngay trong hội trường.",
        "no_link": "• Không có đường dẫn hay mã nào được gửi qua Zalo, tin nhắn hay điện thoại. Ai gửi là giả mạo: đừng mở, "
        "hãy báo thư ký hội nghị.",
        "secret": "• Phiếu kín, không ghi tên: thẻ giống hệt nhau và tự bốc, nên không ai biết phiếu nào của ai; phiếu được "
        f"niêm phong ngay trên điện thoại; dưới {given.rows_from} phiếu thì không mở. “Ai xem được gì?” dán ở cửa "
        "hội trường.",
        "voluntary": "• Không ai được hỏi đồng chí đã góp ý thế nào, kể cả sau hội nghị.",
        "signed": _clipped(given.lead_body),
    }


def _clipped(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"
