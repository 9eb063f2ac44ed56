"""Biên bản hội nghị (research/domain.md §D2 no. 5; R-000-06 to R-000-08, R-000-14)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

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
    Photograph,
    Table,
    header_row,
    note,
    text,
)
from guong.core.documents.page_codes import page_rows
from guong.core.documents.parties import Conference, Officials, Person
from guong.core.documents.phrases import (
    copies_sentence,
    in_sentence,
    joined,
    officials_lines,
    people_lines,
    sentence,
    signatures_of,
)
from guong.core.documents.sealed_boxes import require_code
from guong.core.wording import clock, hour_and_date, in_both, in_digits, in_words


@dataclass(frozen=True)
class Attendance:
    """Totals only: who was absent stands in the signed list. ``absent`` has a total for each reason.

    Raises ValueError where the absences don't make up the difference, or a number is negative.
    """

    summoned: int
    present: int
    absent: tuple[tuple[str, int], ...] = ()
    quorum: tuple[int, int] = (2, 3)

    def __post_init__(self) -> None:
        missing = [count for _, count in self.absent]
        if min(self.present, self.summoned - self.present, *missing, 0) < 0:
            raise ValueError("a count is never negative, and no more are present than were summoned")
        if sum(missing) != self.summoned - self.present:
            raise ValueError("summoned = present + absent")

    @property
    def has_quorum(self) -> bool:
        """Whether enough were there to begin."""
        part, whole = self.quorum
        return self.present * whole >= self.summoned * part


@dataclass(frozen=True)
class ConferenceMinutes:
    """Everything that the minutes say.

    ``matter`` is what feedback was collected on, ``directing`` the leaders who directed, ``observers`` those who
    attended. ``briefing``, ``proceedings``, ``incidents`` and ``roll_changes`` are sentences; roll changes are those
    of the morning, signed by the chair. ``page_codes`` and ``seal_code`` are the codes read in the hall, if any.
    ``hours`` are the moments of the hour as the clerk noted them. ``sealing`` names the sealing minutes. ``photographs`` never show a ballot, a slip or a screen.
    """

    letterhead: Letterhead
    conference: Conference
    plan: str
    matter: str
    subjects: tuple[Person, ...]
    officials: Officials
    directing: tuple[Person, ...]
    observers: tuple[Person, ...]
    attendance: Attendance
    briefing: tuple[str, ...]
    proceedings: tuple[str, ...]
    copies: int
    rule_set: str
    hours: tuple[tuple[time, str], ...] = ()
    roll_changes: tuple[str, ...] = ()
    incidents: tuple[str, ...] = ()
    page_codes: tuple[str, ...] = ()
    seal_code: str = ""
    sealing: str = ""
    photographs: tuple[Photograph, ...] = ()
    recipients: tuple[str, ...] = ()


def usual_proceedings(*, subjects: int = 1) -> tuple[str, ...]:
    """Return the course of a conference without incident, to be edited by the clerk; about one or two subjects."""
    head = "Đồng chí được góp ý" if subjects == 1 else "Các đồng chí được góp ý"
    return (
        "Chủ trì tuyên bố lý do, giới thiệu đại biểu, tổ kiểm phiếu và đại biểu chứng kiến",
        "Tổ kiểm phiếu kiểm tra, niêm phong hòm phiếu giấy, trộn thẻ bỏ phiếu trước mặt hội nghị",
        "Tổ kiểm phiếu hướng dẫn cách bỏ phiếu; chủ trì nói rõ việc giữ bí mật và những điều không che được",
        f"{head} nghe quán triệt rồi rời phòng họp trước khi phát thẻ, trở lại sau khi niêm phong",
        "Những người có mặt ký danh sách, tự bốc thẻ bỏ phiếu hoặc nhận phiếu giấy, bỏ phiếu kín",
        "Tổ kiểm phiếu kết thúc nhận phiếu, kiểm đếm, niêm phong, đọc mã niêm phong và bàn giao hòm phiếu",
    )


def conference_minutes(given: ConferenceMinutes) -> Document:
    """Return the minutes; they hold no result of any ballot. The annex holds the photographs.

    Raises ValueError for an end before the beginning, without subjects or proceedings, for a photograph without a
    caption, or for a seal code that is none.
    """
    conference = given.conference
    if conference.ended <= conference.began:
        raise ValueError("a conference ends after it began")
    if not given.subjects or not given.proceedings:
        raise ValueError("minutes need subjects and proceedings")
    if not all(photograph.caption.strip() for photograph in given.photographs):
        raise ValueError("every photograph bears a caption")
    if given.seal_code:
        require_code(given.seal_code)
    return Document(
        letterhead=given.letterhead,
        kind="BIÊN BẢN",
        abstract=conference.title,
        blocks=(*_people(given), *_numbers(given), *_course(given), *_codes(given), _closing(given)),
        signatures=signatures_of(given.officials),
        recipients=given.recipients,
        annex=_annex(given),
        rule_set=given.rule_set,
    )


def _people(given: ConferenceMinutes) -> Iterator[Block]:
    conference = given.conference
    yield text(
        f"Hồi {hour_and_date(conference.began)}, tại {conference.place}, thực hiện {given.plan}, tiến hành hội nghị lấy ý kiến góp ý "
        f"{given.matter} của {joined([subject.in_text for subject in given.subjects])}."
    )
    yield Heading("I. THÀNH PHẦN")
    yield KeyValues(
        (
            ("Đơn vị", conference.unit),
            *people_lines("Dự, chỉ đạo", given.directing),
            *officials_lines(given.officials),
            *people_lines("Đại biểu tham dự", given.observers),
            *people_lines("Người được góp ý", given.subjects),
        )
    )


def _numbers(given: ConferenceMinutes) -> Iterator[Block]:
    attendance = given.attendance
    absent = attendance.summoned - attendance.present
    lines = [("Được triệu tập", attendance.summoned), ("Có mặt", attendance.present), ("Vắng mặt", absent)]
    lines += [(f"- {reason}", count) for reason, count in attendance.absent if count]
    part, whole = attendance.quorum
    yield Heading("II. SỐ NGƯỜI THAM GIA GÓP Ý")
    yield Table(
        columns=(Column(85), Column(25, Align.CENTER), Column(55)),
        header=(header_row("Nội dung", "Số người", "Bằng chữ"),),
        rows=tuple((Cell(label), Cell(in_digits(n)), Cell(f"{in_words(n)} người")) for label, n in lines),
    )
    yield text(
        f"Có mặt từ {part}/{whole} số người được triệu tập trở lên, hội nghị đủ điều kiện tiến hành."
        if attendance.has_quorum
        else f"Chưa có mặt đủ {part}/{whole} số người được triệu tập, hội nghị không đủ điều kiện tiến hành."
    )
    if given.roll_changes:
        yield text(
            f"Danh sách thay đổi {in_both(len(given.roll_changes), 'trường hợp')} trước khi bốc thẻ đầu tiên, chủ trì đã ký xác nhận:"
        )
        yield NumberedList(tuple(map(sentence, given.roll_changes)))
    else:
        yield text("Danh sách không thay đổi so với danh sách đã lập.")


def _course(given: ConferenceMinutes) -> Iterator[Block]:
    yield Heading("III. QUÁN TRIỆT")
    yield NumberedList(tuple(map(sentence, given.briefing)), numbered=False)
    yield Heading("IV. DIỄN BIẾN")
    if given.hours:
        yield Table(
            columns=(Column(35, Align.CENTER), Column(130)),
            header=(header_row("Thời gian", "Nội dung"),),
            rows=tuple((Cell(clock(at)), Cell(what)) for at, what in given.hours),
        )
    yield NumberedList(tuple(map(sentence, given.proceedings)))
    yield Heading("V. SỰ VIỆC PHÁT SINH")
    if given.incidents:
        yield NumberedList(tuple(map(sentence, given.incidents)))
    else:
        yield text("Không có.")


def _codes(given: ConferenceMinutes) -> Iterator[Block]:
    seal = (("Mã niêm phong", given.seal_code),) if given.seal_code else ()
    lines = (*page_rows(given.page_codes), *seal)
    if lines:
        yield Heading("VI. CÁC MÃ ĐÃ ĐỌC TẠI HỘI NGHỊ")
        yield KeyValues(lines)


def _closing(given: ConferenceMinutes) -> Block:
    sealing = (
        f" Số thẻ, số phiếu và việc niêm phong, bàn giao hòm phiếu ghi tại {in_sentence(given.sealing)}."
        if given.sealing
        else ""
    )
    return text(
        f"Hội nghị kết thúc hồi {hour_and_date(given.conference.ended)}.{sealing} {copies_sentence(given.copies)}"
    )


def _annex(given: ConferenceMinutes) -> tuple[Block, ...]:
    if not given.photographs:
        return ()
    return (
        Heading(f"Ảnh hội nghị: {in_both(len(given.photographs), 'ảnh')}"),
        *given.photographs,
        note("Không chụp phiếu, thẻ bỏ phiếu và màn hình điện thoại của người tham gia góp ý."),
    )
