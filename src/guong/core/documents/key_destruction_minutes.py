"""Biên bản huỷ chìa khoá hòm phiếu: nothing that was sealed can be opened again (DESIGN §4.6)."""

from dataclasses import dataclass
from datetime import datetime

from guong.core.documents.model import (
    Align,
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
from guong.core.documents.parties import Officials, Person
from guong.core.documents.phrases import copies_sentence, officials_lines, sentence, signatures_of
from guong.core.documents.sealed_boxes import KEYS_IN_A_SET
from guong.core.wording import hour_and_date, in_both, in_words


@dataclass(frozen=True)
class KeyEnvelopeEnd:
    """One key envelope at its end: who kept it, whether it had been opened, whether it was ``lost``."""

    keeper: Person
    opened: bool
    lost: bool = False


@dataclass(frozen=True)
class DestroyedSet:
    """One set of three key envelopes and the conferences that it served. Raises ValueError for another number,
    a keeper twice, a lost envelope that was opened, or more than one lost: such a box could not have been opened."""

    units: tuple[str, ...]
    envelopes: tuple[KeyEnvelopeEnd, ...]

    def __post_init__(self) -> None:
        lost = [entry for entry in self.envelopes if entry.lost]
        if len(self.envelopes) != KEYS_IN_A_SET or len({e.keeper for e in self.envelopes}) != KEYS_IN_A_SET:
            raise ValueError("a set has three envelopes with three keepers")
        if len(lost) > 1 or any(entry.opened for entry in lost):
            raise ValueError("at most one envelope may be lost, and a lost one was not opened")
        if not self.units:
            raise ValueError("a set served at least one conference")

    @property
    def destroyed(self) -> int:
        """How many codes were destroyed."""
        return sum(not entry.lost for entry in self.envelopes)


@dataclass(frozen=True)
class KeyDestructionMinutes:
    """Everything that the minutes say. ``way`` is how the sheets were destroyed (``cắt vụn``).

    ``inspection_body`` has the sealed dossier; ``same_machine`` tells that the laptop with the keys was also the server.
    """

    letterhead: Letterhead
    at: datetime
    place: str
    round_name: str
    officials: Officials
    sets: tuple[DestroyedSet, ...]
    way: str
    inspection_body: str
    copies: int
    rule_set: str
    same_machine: bool = False
    incidents: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()


def key_destruction_minutes(given: KeyDestructionMinutes) -> Document:
    """Return the minutes. Raises ValueError without a set."""
    if not given.sets:
        raise ValueError("there is no key to destroy")
    total = sum(entry.destroyed for entry in given.sets)
    return Document(
        letterhead=given.letterhead,
        kind="BIÊN BẢN",
        abstract=f"Huỷ chìa khoá hòm phiếu, {given.round_name}",
        blocks=(
            text(
                f"Hồi {hour_and_date(given.at)}, tại {given.place}, tổ kiểm phiếu huỷ chìa khoá các hòm phiếu của "
                f"{given.round_name}."
            ),
            KeyValues(officials_lines(given.officials)),
            Heading("I. TRƯỚC KHI HUỶ"),
            NumberedList(_before(given)),
            Heading("II. CHÌA KHOÁ ĐÃ HUỶ"),
            _table(given.sets),
            text(
                f"Tổ kiểm phiếu đã huỷ {total:02d} mã chìa khoá (bằng chữ: {in_words(total)}) thuộc "
                f"{in_both(len(given.sets), 'bộ chìa khoá')}."
            ),
            Heading("III. VIỆC ĐÃ LÀM"),
            NumberedList(_acts(given)),
            text(copies_sentence(given.copies)),
        ),
        signatures=signatures_of(given.officials),
        recipients=given.recipients,
        rule_set=given.rule_set,
    )


def _before(given: KeyDestructionMinutes) -> tuple[str, ...]:
    return (
        "Kết quả của mọi hòm phiếu dùng các bộ chìa khoá này đã nhập vào máy chủ và đã đối chiếu trên hai máy.",
        f"Hồ sơ kiểm tra đã giao cho {given.inspection_body}.",
        "Không còn hòm phiếu nào chưa mở mà dùng các bộ chìa khoá này.",
        "Các phong bì được xếp đủ lên bàn; mép dán và chữ ký trên phong bì chưa mở còn nguyên.",
    )


def _acts(given: KeyDestructionMinutes) -> tuple[str, ...]:
    acts = [
        f"Các tờ mã chìa khoá đã được {given.way} trước mặt những người có tên.",
        "Tệp hòm phiếu trên máy mở hòm phiếu và trên thẻ nhớ đã xoá.",
        "Máy chủ đã ghi đè các phiếu đã niêm phong; danh sách mã phiếu để kiểm tra vẫn giữ.",
        "Không mở lại được hòm phiếu. Khiếu nại, nếu có, được giải quyết bằng cách đếm lại tệp lưu kết quả và phiếu giấy đã "
        "niêm phong.",
    ]
    if given.same_machine:
        acts.append("Máy giữ mã chìa khoá cũng là máy nhận phiếu.")
    return (*acts, *(sentence(entry) for entry in given.incidents))


def _table(sets: tuple[DestroyedSet, ...]) -> Table:
    rows = []
    for place, entry in enumerate(sets, 1):
        for number, envelope in enumerate(entry.envelopes):
            lead = (
                (
                    Cell(str(place), rows=KEYS_IN_A_SET),
                    Cell("\n".join(entry.units), rows=KEYS_IN_A_SET),
                )
                if not number
                else ()
            )
            rows.append(
                (*lead, Cell(envelope.keeper.name), Cell(envelope.keeper.post), Cell(_state(envelope)))
            )
    return Table(
        columns=(Column(10, Align.CENTER), Column(47), Column(34), Column(41), Column(33)),
        header=(header_row("Bộ", "Dùng cho hội nghị", "Người giữ phong bì", "Vai trò", "Phong bì"),),
        rows=tuple(rows),
    )


def _state(envelope: KeyEnvelopeEnd) -> str:
    if envelope.lost:
        return "Thất lạc, không huỷ được"
    return "Đã mở, đã huỷ" if envelope.opened else "Chưa mở, đã huỷ"
