"""Biên bản gắp thăm, ready to sign when the last lot is drawn (DESIGN §8; research/domain.md §D2 no. 2)."""

from dataclasses import dataclass
from datetime import datetime

from guong.core.documents.draw_tables import count_table, excluded_table, frame_table, result_table
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
from guong.core.documents.parties import Person
from guong.core.draw import Draw, Method, frame_code
from guong.core.wording import hour_and_date, in_words, long_date

_RECKONING = (
    "Cách tính: ghép liền các dòng chữ theo thứ tự ở phần III (UTF-8, không thêm ký tự nào). Số thăm của một trường là "
    "SHA-256 của dãy ghép, dấu xuống dòng (một byte 0A), mã trường, dấu xuống dòng; xếp số thăm từ nhỏ đến lớn. Lệnh “guong verify” "
    "tính lại kết quả này từ hồ sơ."
)


@dataclass(frozen=True)
class DrawMinutes:
    """Everything that the minutes say.

    ``hands`` are those who drew the lots of the custom, or who wrote the contributions of a computed draw, in the
    order of the contributions.
    """

    letterhead: Letterhead
    draw: Draw
    began: datetime
    ended: datetime
    place: str
    chair: Person
    clerk: Person
    witnesses: tuple[Person, ...]
    hands: tuple[Person, ...]
    copies: int
    rule_set: str
    incidents: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()


def draw_minutes(given: DrawMinutes) -> Document:
    """Return the minutes; the whole list of each level is the annex. They name no head of a school.

    Raises ValueError where a computed draw has not one hand for each contribution, or nobody drew.
    """
    contributions = given.draw.contributions
    if not given.hands or (contributions and len(contributions) != len(given.hands)):
        raise ValueError("every contribution needs the person who wrote it, every draw a hand")
    return Document(
        letterhead=given.letterhead,
        kind="BIÊN BẢN",
        abstract=f"Gắp thăm chọn trường lấy ý kiến góp ý theo Kế hoạch số {given.draw.frame.terms.plan}",
        blocks=(*_beginning(given), *_frame(given), *_way(given), *_result(given)),
        signatures=(
            Signature("CHỦ TRÌ", (given.chair.name,)),
            Signature("THƯ KÝ", (given.clerk.name,)),
            Signature("ĐẠI BIỂU CHỨNG KIẾN", tuple(person.name for person in given.witnesses)),
            Signature(_hands_role(given).upper(), tuple(person.name for person in given.hands)),
        ),
        recipients=given.recipients,
        annex=(
            *((note(_RECKONING),) if contributions else ()),
            note("Danh sách các trường đủ điều kiện, mỗi trường một thăm, xếp theo mã đơn vị."),
            *(frame_table(level) for level in given.draw.frame.levels),
        ),
        rule_set=given.rule_set,
    )


def _hands_role(given: DrawMinutes) -> str:
    by_hand = given.draw.frame.terms.method is Method.CUSTOM
    return "Người gắp thăm" if by_hand else "Người góp dòng chữ"


def _beginning(given: DrawMinutes) -> tuple[Block, ...]:
    terms = given.draw.frame.terms
    return (
        text(
            f"Hồi {hour_and_date(given.began)}, tại {given.place}, tiến hành gắp thăm chọn ngẫu nhiên các trường lấy ý "
            f"kiến góp ý đối với người đứng đầu theo Kế hoạch số {terms.plan}."
        ),
        Heading("I. THÀNH PHẦN"),
        KeyValues(
            (
                ("Chủ trì", given.chair.printed),
                ("Thư ký", given.clerk.printed),
                ("Đại biểu chứng kiến", _names(given.witnesses)),
                (_hands_role(given), _names(given.hands)),
            )
        ),
    )


def _frame(given: DrawMinutes) -> tuple[Block, ...]:
    frame = given.draw.frame
    left_out = sum(len(level.excluded) for level in frame.levels) + len(frame.without_level)
    return (
        Heading("II. DANH SÁCH GẮP THĂM"),
        text(
            "Danh sách lập theo từng cấp học, chốt trước khi gắp thăm (toàn văn ở phụ lục). Điều kiện: trường công "
            f"lập đang hoạt động; tính đến {long_date(frame.terms.reference)}, có người đứng đầu giữ chức vụ tại "
            f"trường từ đủ {frame.terms.months:02d} tháng."
        ),
        KeyValues((("Mã danh sách gắp thăm", f"{frame_code(frame)} (đã đọc trước khi gắp thăm)"),)),
        count_table(frame),
        excluded_table(frame) if left_out else text("Không có trường nào bị loại khỏi danh sách."),
    )


def _way(given: DrawMinutes) -> tuple[Block, ...]:
    if given.draw.frame.terms.method is Method.CUSTOM:
        return (
            Heading("III. CÁCH GẮP THĂM"),
            NumberedList(
                (
                    "Mỗi trường đủ điều kiện có một thăm, các thăm cùng cỡ, cùng loại giấy; kiểm đủ số thăm theo danh "
                    "sách trước mặt đại biểu, gấp kín, cho vào hộp riêng của từng cấp học và trộn đều.",
                    "Người gắp thăm lấy từng thăm, đọc to tên trường; thư ký ghi theo thứ tự gắp. Đủ số trường cần gắp "
                    "thì gắp tiếp các trường dự phòng theo thứ tự.",
                    "Các thăm đã gắp và còn lại được mở, đếm lại cho khớp danh sách và lưu cùng biên bản.",
                )
            ),
        )
    written = zip(given.hands, given.draw.contributions, strict=True)
    return (
        Heading("III. CÁCH GẮP THĂM"),
        text(
            "Gắp thăm bằng cách tính, ai cũng tính lại được. Mỗi người sau tự viết kín một dòng chữ tuỳ ý; các tờ giấy "
            "đặt đủ lên bàn rồi mới mở, đọc theo thứ tự:"
        ),
        NumberedList(tuple(f"{person.printed}: “{words}”" for person, words in written)),
        text(
            "Thứ tự thăm của các trường được tính từ các dòng chữ trên theo cách ghi ở phụ lục; ở mỗi cấp học, các trường "
            "đứng đầu trúng thăm, các trường kế tiếp là dự phòng."
        ),
    )


def _result(given: DrawMinutes) -> tuple[Block, ...]:
    pairs = zip(given.draw.frame.levels, given.draw.levels, strict=True)
    return (
        Heading("IV. KẾT QUẢ"),
        *(result_table(level, lots) for level, lots in pairs),
        text(
            "Trường dự phòng chỉ thay trường trúng thăm khi cơ quan chủ trì quyết định, theo đúng thứ tự ghi trên."
        ),
        *((NumberedList(given.incidents, numbered=False),) if given.incidents else ()),
        text(
            f"Việc gắp thăm kết thúc hồi {hour_and_date(given.ended)}. Biên bản được lập thành {given.copies:02d} bản "
            f"(bằng chữ: {in_words(given.copies)} bản), đã đọc cho những người có tên nghe, nhất trí và cùng ký."
        ),
    )


def _names(people: tuple[Person, ...]) -> str:
    return "\n".join(person.printed for person in people)
