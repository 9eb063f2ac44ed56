"""Biên bản mở hòm phiếu of a round: boxes checked, opened together, codes confirmed, keys destroyed (DESIGN §4.6)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

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
    text,
)
from guong.core.documents.parties import Person
from guong.core.documents.phrases import copies_sentence, joined, people_lines, sentence, signed_by
from guong.core.documents.sealed_boxes import (
    KEYS_IN_A_SET,
    KEYS_TO_OPEN,
    SealedBox,
    box_table,
    require_boxes,
    require_code,
)
from guong.core.wording import hour_and_date, in_both, in_digits, in_words

_READ_ONE_BY_ONE = "Ở mỗi hội nghị, hai thành viên tổ kiểm phiếu đọc mã kết quả trên cả hai máy, thấy trùng nhau và ký xác nhận:"
_READ_TOGETHER = (
    "Hai thành viên tổ kiểm phiếu đọc mã kết quả chung trên cả hai máy, thấy trùng nhau; mã kết quả của từng hòm phiếu nằm "
    "trong mã kết quả chung, được ghi dưới đây và ký xác nhận:"
)


@dataclass(frozen=True)
class OpenedBox:
    """One box at the opening. ``result_code`` is what both programs showed; empty where the box was not opened.

    ``opened`` has for each subject (name or post) how many ballots left the box. ``confirmed_by`` are the two members
    of the conference's board who read the code on both machines. ``remark`` says why a box, or a subject, was not
    opened. Raises ValueError for a box that was opened without two members, or not opened without a reason.
    """

    box: SealedBox
    opened: tuple[tuple[str, int], ...]
    result_code: str
    confirmed_by: tuple[str, ...]
    remark: str = ""

    def __post_init__(self) -> None:
        if not self.result_code:
            if not self.remark or self.opened:
                raise ValueError("a box that was not opened has no ballots and needs its reason")
            return
        require_code(self.result_code)
        if len(set(self.confirmed_by)) != KEYS_TO_OPEN or len(self.confirmed_by) != KEYS_TO_OPEN:
            raise ValueError("a result code is confirmed by two members of the board")
        if not self.opened or min(count for _, count in self.opened) < 0:
            raise ValueError("an opened box has a count for each subject, none of them negative")

    @property
    def printed_counts(self) -> str:
        """The number of ballots, with the subject's name in front where there are several."""
        if len(self.opened) < 2:
            return "".join(in_digits(count) for _, count in self.opened) or "-"
        return "\n".join(f"{subject}: {in_digits(count)}" for subject, count in self.opened)


@dataclass(frozen=True)
class KeySet:
    """One set of key envelopes: which boxes it opened (``name``), whose two envelopes were opened, codes destroyed."""

    name: str
    opened_from: tuple[Person, ...]
    destroyed: int

    def __post_init__(self) -> None:
        if not KEYS_TO_OPEN <= len(set(self.opened_from)) <= KEYS_IN_A_SET:
            raise ValueError("a box is opened with two of three key envelopes")
        if not 0 <= self.destroyed <= KEYS_IN_A_SET:
            raise ValueError("a set has three codes")


@dataclass(frozen=True)
class OpeningMinutes:
    """Everything that the minutes say.

    ``groups`` are those present beside chair and clerk, each group with its role, e.g. ``Tổ kiểm phiếu số 1``.
    ``machines`` tells how the two programs ran; ``results`` are boxes in the order of the calendar. ``round_code`` is
    the common code over all results of the sitting (decision 0008), read by the two of ``round_confirmed_by``.
    """

    letterhead: Letterhead
    round_name: str
    began: datetime
    ended: datetime
    place: str
    chair: Person
    clerk: Person
    groups: tuple[tuple[str, tuple[Person, ...]], ...]
    results: tuple[OpenedBox, ...]
    key_sets: tuple[KeySet, ...]
    machines: str
    copies: int
    rule_set: str
    round_code: str = ""
    round_confirmed_by: tuple[Person, ...] = ()
    incidents: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.round_code:
            return
        require_code(self.round_code)
        if len(self.round_confirmed_by) != KEYS_TO_OPEN or len(set(self.round_confirmed_by)) != KEYS_TO_OPEN:
            raise ValueError("the common code is confirmed by two people")


def opening_minutes(given: OpeningMinutes) -> Document:
    """Return the minutes of the common opening; they hold how many ballots were opened and no answer of any ballot.

    Raises ValueError without a box, for a box twice, for an end before the beginning, without a key set where a box
    was opened, and without a group present.
    """
    require_boxes([entry.box for entry in given.results])
    if given.ended <= given.began:
        raise ValueError("the opening ends after it began")
    if not given.groups or not all(people for _, people in given.groups):
        raise ValueError("boxes are opened before those who attest it")
    if any(entry.result_code for entry in given.results) and not given.key_sets:
        raise ValueError("a box is opened with a set of keys")
    return Document(
        letterhead=given.letterhead,
        kind="BIÊN BẢN",
        abstract=f"Mở hòm phiếu lấy ý kiến góp ý, {given.round_name}",
        blocks=(*_beginning(given), *_check(given), *_opening(given), *_keys(given), _closing(given)),
        signatures=(
            signed_by("CHỦ TRÌ", (given.chair,)),
            signed_by("THƯ KÝ", (given.clerk,)),
            *(signed_by(role.upper(), people) for role, people in given.groups),
        ),
        recipients=given.recipients,
        rule_set=given.rule_set,
    )


def _beginning(given: OpeningMinutes) -> Iterator[Block]:
    yield text(
        f"Hồi {hour_and_date(given.began)}, tại {given.place}, tiến hành mở cùng một buổi các hòm phiếu của "
        f"{given.round_name}."
    )
    yield Heading("I. THÀNH PHẦN")
    lines = [("Chủ trì", given.chair.printed), ("Thư ký", given.clerk.printed)]
    for role, people in given.groups:
        lines += people_lines(role, people)
    yield KeyValues(tuple(lines))


def _check(given: OpeningMinutes) -> Iterator[Block]:
    boxes = [entry.box for entry in given.results]
    faulty = sum(bool(box.fault) for box in boxes)
    yield Heading("II. GIAO NHẬN, KIỂM TRA NIÊM PHONG")
    yield text(
        f"Đã nhận {in_both(len(boxes), 'hòm phiếu')}. Trước khi mở, dấu niêm phong của từng hòm phiếu được xem trước mặt mọi "
        "người; mã niêm phong được tính lại từ hòm phiếu, đọc to và so với biên bản niêm phong lập tại hội nghị."
    )
    yield box_table(boxes)
    if not faulty:
        yield text("Mọi hòm phiếu đều nguyên niêm phong, mã khớp biên bản.")


def _opening(given: OpeningMinutes) -> Iterator[Block]:
    opened = [entry for entry in given.results if entry.result_code]
    yield Heading("III. MỞ HÒM PHIẾU, XÁC NHẬN MÃ KẾT QUẢ")
    yield NumberedList(
        (
            f"Đã mở {in_both(len(opened), 'hòm phiếu')}, mỗi hòm bằng hai trong ba phong bì chìa khoá; phong bì còn nguyên "
            "chữ ký trên mép dán trước khi mở.",
            sentence(given.machines),
            "Phiếu được xáo trộn khi mở; mức đánh giá và ghi chú tách rời nhau. Không ai xem từng phiếu.",
            _READ_TOGETHER if given.round_code else _READ_ONE_BY_ONE,
        )
    )
    yield _result_table(given.results)
    if given.round_code:
        confirmed = joined([person.in_text for person in given.round_confirmed_by])
        yield KeyValues((("Mã kết quả chung", given.round_code),))
        yield text(
            f"Mã kết quả chung gồm kết quả của mọi hòm phiếu đã mở trong buổi này; {confirmed} đọc trên hai máy, thấy trùng "
            "nhau."
        )


def _result_table(results: tuple[OpenedBox, ...]) -> Table:
    rows = []
    for place, entry in enumerate(results, 1):
        code = entry.result_code or "Không mở"
        names = "\n".join(entry.confirmed_by) or entry.remark
        remark = f"\n({entry.remark})" if entry.remark and entry.confirmed_by else ""
        rows.append(
            tuple(
                Cell(words)
                for words in (
                    str(place),
                    entry.box.printed + remark,
                    entry.printed_counts,
                    code,
                    names,
                    "",
                )
            )
        )
    return Table(
        columns=(
            Column(9, Align.CENTER),
            Column(44),
            Column(17, Align.CENTER),
            Column(25, Align.CENTER),
            Column(40),
            Column(30),
        ),
        header=(header_row("TT", "Hội nghị", "Số phiếu đã mở", "Mã kết quả", "Người xác nhận", "Ký"),),
        rows=tuple(rows),
        row_height=14,
    )


def _keys(given: OpeningMinutes) -> Iterator[Block]:
    if not given.key_sets:
        return
    total = sum(entry.destroyed for entry in given.key_sets)
    yield Heading("IV. CHÌA KHOÁ")
    yield NumberedList(
        tuple(
            f"{entry.name}: mở bằng phong bì do {joined([person.in_text for person in entry.opened_from])} giữ."
            for entry in given.key_sets
        )
    )
    yield text(
        f"Tổ kiểm phiếu đã huỷ {total:02d} mã chìa khoá (bằng chữ: {in_words(total)}); việc huỷ lập biên bản riêng."
        if total
        else "Chìa khoá chưa huỷ khi lập biên bản này; việc huỷ lập biên bản riêng."
    )
    for entry in given.incidents:
        yield text(sentence(entry))


def _closing(given: OpeningMinutes) -> Block:
    return text(
        f"Việc mở hòm phiếu kết thúc hồi {hour_and_date(given.ended)}. {copies_sentence(given.copies)}"
    )
