"""Biên bản kiểm phiếu of a poll on paper alone: a cell elects or decides on the spot (DESIGN §4.5, §6, decision 0026)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from guong.core.disclosure import SUPPRESSED, may_show_rows
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
    Table,
    header_row,
    note,
    text,
)
from guong.core.documents.parties import Officials
from guong.core.documents.phrases import copies_sentence, joined, officials_lines, signatures_of
from guong.core.paper_poll.ballot import NEITHER, Base, Kind, PollBallot
from guong.core.paper_poll.counting import HallCount, Votes
from guong.core.paper_poll.outcome import Outcome, Standing, outcome_of
from guong.core.paper_poll.words import INVALID_REASONS, STANDINGS, rule, rule_set
from guong.core.wording import hour_and_date, in_both, in_digits, in_words, long_date, percent

SHOWN_FROM = 5  # DESIGN §5: holds for signed minutes too


@dataclass(frozen=True)
class PaperPollMinutes:
    """Everything that the minutes say. ``keyed_by`` are the two who keyed the tally in; ``destroy_on`` is when the sealed
    sheets may be destroyed (six months, 190-QĐ/TW article 35); ``keyed_again`` how often the two had to key lines again."""

    letterhead: Letterhead
    title: str
    unit: str
    place: str
    began: datetime
    ended: datetime
    officials: Officials
    ballot: PollBallot
    base: Base
    hall: HallCount
    votes: Votes
    keyed_by: tuple[str, str]
    keyed_again: int
    destroy_on: date
    copies: int

    @property
    def is_shown(self) -> bool:
        """Tell whether counts may be printed: at least five valid sheets, else each voter could be read off them."""
        return may_show_rows(self.hall.valid, rows_from=SHOWN_FROM)

    @property
    def whole(self) -> int:
        """Return what shares are of: valid sheets in an election (190-QĐ/TW article 30), else those returned (DESIGN §8)."""
        return self.hall.valid if self.ballot.kind is Kind.ELECTION else self.hall.returned


def paper_poll_minutes(given: PaperPollMinutes) -> Document:
    """Return the minutes. With fewer than five valid sheets the counts give way to one sentence (DESIGN §5); who is
    elected and what is passed stand there all the same, as the meeting has to know."""
    outcome = outcome_of(given.ballot, given.votes, hall=given.hall, base=given.base)
    return Document(
        letterhead=given.letterhead,
        kind="BIÊN BẢN",
        abstract=f"Kiểm phiếu: {given.title}",
        blocks=(*_beginning(given), *_sheets(given), *_result(given, outcome), *_closing(given)),
        signatures=signatures_of(given.officials),
        rule_set=rule_set(given.ballot, given.base),
    )


def _beginning(given: PaperPollMinutes) -> Iterator[Block]:
    yield text(
        f"Hồi {hour_and_date(given.began)}, tại {given.place}, tổ kiểm phiếu tiến hành kiểm phiếu. "
        "Bỏ phiếu kín, toàn bộ bằng phiếu giấy."
    )
    yield Heading("I. THÀNH PHẦN")
    yield KeyValues((("Đơn vị", given.unit), *officials_lines(given.officials)))


def _sheets(given: PaperPollMinutes) -> Iterator[Block]:
    hall = given.hall
    yield Heading("II. PHÁT RA, THU VỀ")
    yield KeyValues(
        (
            ("Số người được triệu tập", in_both(hall.summoned, "người")),
            ("Số người có mặt", in_both(hall.present, "người")),
            ("Phiếu phát ra", in_both(hall.handed_out, "phiếu")),
            ("Phiếu thu về", in_both(hall.returned, "phiếu")),
            ("Phiếu hợp lệ", in_both(hall.valid, "phiếu")),
            ("Phiếu không hợp lệ", in_both(hall.invalid, "phiếu")),
            *(
                (f"- {label}", in_both(getattr(hall, name), "phiếu"))
                for name, label in INVALID_REASONS
                if getattr(hall, name)
            ),
        )
    )


def _result(given: PaperPollMinutes, outcome: Outcome) -> Iterator[Block]:
    yield Heading("III. KẾT QUẢ")
    if given.is_shown:
        yield _table(given)
        sort = "hợp lệ" if given.ballot.kind is Kind.ELECTION else "thu về"
        yield note(f"Tỷ lệ tính trên {given.whole} phiếu {sort}.{_about_neither(given.ballot)}")
    else:
        yield text(f"Số phiếu: {SUPPRESSED} (dưới {SHOWN_FROM} phiếu hợp lệ).", bold=True)
    yield text(rule(given.ballot, given.base))
    if outcome.needed:
        whole = given.hall.base_number(given.base)
        yield text(f"Quá một nửa của {whole} là từ {in_both(outcome.needed, 'phiếu')} trở lên.")
    yield from _decided(given.ballot, outcome)


def _about_neither(ballot: PollBallot) -> str:
    return f" “{NEITHER}”: phiếu hợp lệ nhưng hàng đó để trống hoặc có nhiều dấu." if ballot.boxes else ""


def _table(given: PaperPollMinutes) -> Table:
    columns = given.ballot.columns
    width = 100 // len(columns)
    return Table(
        columns=(Column(9, Align.CENTER), Column(56), *(Column(width, Align.CENTER) for _ in columns)),
        header=(header_row("TT", "Họ và tên" if given.ballot.is_about_people else "Nội dung", *columns),),
        rows=tuple(
            (
                Cell(str(place)),
                Cell(line),
                *(Cell(f"{in_digits(n)} ({in_words(n)})\n{percent(n, given.whole)} %") for n in row),
            )
            for place, (line, row) in enumerate(zip(given.ballot.lines, given.votes, strict=True), 1)
        ),
    )


def _decided(ballot: PollBallot, outcome: Outcome) -> Iterator[Block]:
    told = [(line, STANDINGS[one]) for line, one in zip(ballot.lines, outcome.standings, strict=True)]
    if outcome.needed:
        yield KeyValues(tuple(told))
    tied = [ballot.lines[place] for place in outcome.places(Standing.TIED)]
    if tied:
        yield text(
            f"{joined(tied)} có số phiếu bằng nhau, còn {in_both(outcome.seats_left, 'người')} cần bầu. Quy tắc trên không xác "
            "định được người trúng cử trong số này; hội nghị quyết định theo quy chế.",
            bold=True,
        )
    elif outcome.seats_left:
        yield text(
            f"Còn thiếu {in_both(outcome.seats_left, 'người')} so với số lượng cần bầu. Có bầu tiếp hay không do hội nghị quyết định.",
            bold=True,
        )


def _closing(given: PaperPollMinutes) -> Iterator[Block]:
    first, second = given.keyed_by
    again = (
        f" Có {in_both(given.keyed_again, 'lần')} hai người nhập khác nhau và đã nhập lại."
        if given.keyed_again
        else ""
    )
    yield Heading("IV. NHẬP SỐ LIỆU, NIÊM PHONG")
    yield NumberedList(
        (
            f"Số phiếu do đồng chí {first} và đồng chí {second} nhập riêng, không ai thấy số của người kia; chương trình đối "
            f"chiếu từng dòng và tổng số, hai lần nhập khớp nhau.{again}",
            "Phiếu được niêm phong, bàn giao cho chủ trì để lưu 06 tháng (bằng chữ: sáu tháng); huỷ từ "
            f"{long_date(given.destroy_on)} nếu không có khiếu nại, việc huỷ lập biên bản riêng.",
        )
    )
    yield text(f"Việc kiểm phiếu kết thúc hồi {hour_and_date(given.ended)}. {copies_sentence(given.copies)}")
