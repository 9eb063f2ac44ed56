"""Quyết định thành lập tổ kiểm phiếu: boards and witnesses of one or many conferences (DESIGN §3, §6)."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from guong.core.documents.decision_parts import decision_blocks
from guong.core.documents.model import (
    Align,
    Cell,
    Column,
    Document,
    Letterhead,
    NumberedList,
    Signature,
    Table,
    header_row,
)
from guong.core.documents.parties import Person
from guong.core.documents.phrases import no_name_twice
from guong.core.wording import clock, in_both, short_date

LEAST_BOARD = 3
_BOARD_TASKS = (
    "Giữ phong bì chìa khoá hòm phiếu; thử khoá trước hội nghị; không sao chép, không để người khác giữ hộ.",
    "Kiểm tra hòm phiếu trước mặt hội nghị; phát thẻ bỏ phiếu, phiếu giấy cho người đã ký danh sách.",
    "Hai người cùng đếm chữ ký, thẻ, phiếu; niêm phong và bàn giao hòm phiếu, lập biên bản.",
    "Mở hòm phiếu đúng ngày, đối chiếu số phiếu, xác nhận mã kết quả trên hai máy, ký biên bản kiểm phiếu.",
    "Huỷ chìa khoá, niêm phong phiếu giấy và tệp lưu kết quả.",
    "Giữ bí mật; không hỏi, không đoán, không ghi lại việc bỏ phiếu của bất kỳ ai.",
)


@dataclass(frozen=True)
class BoardSeat:
    """A seat on a counting board: who, and as what (``Tổ trưởng``, ``Thư ký``, ``Thành viên``)."""

    person: Person
    role: str


@dataclass(frozen=True)
class BoardConference:
    """One conference with its board, head first, and its witnesses. ``subjects`` are those whom it is about.

    Raises ValueError for a board of fewer than three, without one head in the first place, without a witness, with a
    person twice, or with a subject on the board or among the witnesses.
    """

    unit: str
    begins: datetime
    place: str
    seats: tuple[BoardSeat, ...]
    witnesses: tuple[Person, ...]
    subjects: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        roles = [seat.role for seat in self.seats]
        if len(roles) < LEAST_BOARD or roles.count("Tổ trưởng") != 1 or roles[0] != "Tổ trưởng":
            raise ValueError(f"a counting board has at least three members, its head first: {self.unit}")
        if not self.witnesses:
            raise ValueError(f"a counting board needs a witness: {self.unit}")
        people = (*(seat.person for seat in self.seats), *self.witnesses)
        no_name_twice(people, where=f"on the board of {self.unit}")
        if {person.name for person in people} & set(self.subjects):
            raise ValueError(f"nobody counts ballots about himself: {self.unit}")


@dataclass(frozen=True)
class CountingBoardDecision:
    """Everything that the decision says; ``decider`` is the body, ``carried_out_by`` those who have to see to it."""

    letterhead: Letterhead
    round_name: str
    decider: str
    bases: tuple[str, ...]
    conferences: tuple[BoardConference, ...]
    carried_out_by: str
    signature: Signature
    rule_set: str
    recipients: tuple[str, ...] = ()


def counting_board_decision(given: CountingBoardDecision) -> Document:
    """Return the decision with one block of rows for each conference, in the order of their beginning.

    Raises ValueError without a conference, for a unit twice on one day, or where somebody has to be at two conferences
    that begin at the same time.
    """
    if not given.conferences:
        raise ValueError("a decision names at least one conference")
    conferences = sorted(given.conferences, key=lambda entry: (entry.begins, entry.unit))
    _refuse_two_places(conferences)
    number = len(conferences)
    articles = (
        (
            f"Thành lập tổ kiểm phiếu, cử đại biểu chứng kiến tại {in_both(number, 'hội nghị')}, {given.round_name}, gồm các "
            "đồng chí có tên sau:",
            (_table(conferences),),
        ),
        ("Tổ kiểm phiếu có nhiệm vụ:", (NumberedList(_BOARD_TASKS),)),
        (
            "Đại biểu chứng kiến giữ một phong bì chìa khoá hòm phiếu, theo dõi việc phát thẻ, niêm phong, mở hòm phiếu, huỷ "
            "chìa khoá và ký vào biên bản; có quyền ghi ý kiến riêng vào biên bản.",
            (),
        ),
        (
            f"{given.carried_out_by} và các đồng chí có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.",
            (),
        ),
    )
    return Document(
        letterhead=given.letterhead,
        kind="QUYẾT ĐỊNH",
        abstract=f"Thành lập tổ kiểm phiếu lấy ý kiến góp ý đối với người đứng đầu, {given.round_name}",
        blocks=tuple(decision_blocks(bases=given.bases, decider=given.decider, articles=articles)),
        signatures=(given.signature,),
        recipients=given.recipients,
        rule_set=given.rule_set,
    )


def _refuse_two_places(conferences: list[BoardConference]) -> None:
    units = Counter((entry.unit, entry.begins.date()) for entry in conferences)
    if max(units.values()) > 1:
        raise ValueError("one unit stands twice on one day")
    duties = Counter(
        (person, entry.begins)
        for entry in conferences
        for person in (*(seat.person for seat in entry.seats), *entry.witnesses)
    )
    person, times = duties.most_common(1)[0]
    if times > 1:
        raise ValueError(f"{person[0].name} has to be at two conferences at once")


def _table(conferences: list[BoardConference]) -> Table:
    return Table(
        columns=(Column(10, Align.CENTER), Column(47), Column(37), Column(46), Column(25)),
        header=(header_row("TT", "Hội nghị", "Họ và tên", "Chức vụ, đơn vị", "Nhiệm vụ"),),
        rows=tuple(row for place, entry in enumerate(conferences, 1) for row in _rows(place, entry)),
    )


def _rows(place: int, entry: BoardConference) -> Iterator[tuple[Cell, ...]]:
    people = [(seat.person, seat.role) for seat in entry.seats]
    people += [(witness, "Chứng kiến") for witness in entry.witnesses]
    when = f"{entry.unit}\n{clock(entry.begins)}, ngày {short_date(entry.begins)}\n{entry.place}"
    for number, (person, role) in enumerate(people):
        lead = () if number else (Cell(str(place), rows=len(people)), Cell(when, rows=len(people)))
        yield (*lead, Cell(person.name), Cell(person.post), Cell(role))
