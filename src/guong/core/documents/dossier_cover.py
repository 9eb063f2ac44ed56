"""Bìa bộ hồ sơ hội nghị: what lies in the dossier, in the order of use, with counts (DESIGN §7)."""

from collections.abc import Sequence
from dataclasses import dataclass

from guong.core.documents.model import (
    Align,
    Cell,
    Column,
    Document,
    KeyValues,
    Letterhead,
    Signature,
    Table,
    header_row,
    note,
)
from guong.core.documents.parties import Conference, Person
from guong.core.documents.phrases import TICK_BOX
from guong.core.eligibility import slips_to_print
from guong.core.wording import hour_and_date, in_both, in_digits


@dataclass(frozen=True)
class DossierPart:
    """One thing in the dossier: what, how many of which (1 or more), and when it is used."""

    name: str
    count: int
    noun: str
    used: str

    def __post_init__(self) -> None:
        if self.count < 1:
            raise ValueError(f"a dossier holds at least one of each: {self.name}")


@dataclass(frozen=True)
class DossierCover:
    """Everything that the cover says."""

    letterhead: Letterhead
    conference: Conference
    subjects: tuple[Person, ...]
    officer: Person
    roll: int
    parts: tuple[DossierPart, ...]
    rule_set: str
    receiver: str = ""


def usual_parts(
    *,
    roll: int,
    subjects: Sequence[str],
    sheets: int,
    boxes: int = 1,
    strips: int = 3,
    attendance_pages: int = 1,
) -> tuple[DossierPart, ...]:
    """Return what the dossier of a conference holds, in the order of use.

    ``roll`` people vote (1 or more), ``sheets`` paper ballots are printed for each of the ``subjects``. The number of
    slips is that of DESIGN §4.2. Raises ValueError where something is less than one.
    """
    return (
        DossierPart("Chương trình hội nghị, lời dẫn của chủ trì", 1, "bộ", "Trước khi khai mạc"),
        DossierPart("Danh sách ký nhận", attendance_pages, "tờ", "Khi phát thẻ"),
        DossierPart("Nhãn hòm phiếu", boxes, "tờ", "Dán trước khi khai mạc"),
        DossierPart("Thẻ bỏ phiếu, gấp kín, đã trộn", slips_to_print(roll), "thẻ", "Khi phát thẻ"),
        *(
            DossierPart(
                f"Phiếu giấy góp ý đồng chí {name}, đã đóng dấu",
                sheets,
                "phiếu",
                "Khi có người xin phiếu giấy",
            )
            for name in subjects
        ),
        DossierPart("Giấy niêm phong", strips, "tờ", "Trước và sau khi bỏ phiếu"),
        DossierPart(
            "Phong bì đựng phiếu giấy, thẻ còn lại, thẻ đổi, thẻ hỏng", 2, "phong bì", "Khi niêm phong"
        ),
        DossierPart("Mẫu biên bản hội nghị", 1, "bản", "Trong hội nghị"),
        DossierPart("Mẫu biên bản niêm phong và bàn giao hòm phiếu", 3, "bản", "Khi niêm phong"),
    )


def dossier_cover(given: DossierCover) -> Document:
    """Return the cover with its checklist. Raises ValueError without subjects or parts, or with nobody to vote."""
    if not given.subjects or not given.parts or given.roll < 1:
        raise ValueError("a dossier is for subjects and voters, and holds something")
    conference = given.conference
    return Document(
        letterhead=given.letterhead,
        kind="BỘ HỒ SƠ HỘI NGHỊ",
        abstract=conference.unit,
        blocks=(
            KeyValues(
                (
                    ("Hội nghị", conference.title),
                    ("Thời gian", hour_and_date(conference.began)),
                    ("Địa điểm", conference.place),
                    *(
                        ("Người được góp ý" if not n else "", person.printed)
                        for n, person in enumerate(given.subjects)
                    ),
                    ("Triệu tập", in_both(given.roll, "người")),
                    ("Cán bộ phụ trách", given.officer.printed),
                )
            ),
            note(
                "Xếp theo thứ tự dùng. Kiểm đủ khi nhận và trước khi khai mạc; thiếu thứ gì thì báo trước khi mở hội nghị."
            ),
            _table(given.parts),
            note("Phong bì chìa khoá hòm phiếu không để trong bộ hồ sơ này: người giữ tự mang theo."),
        ),
        signatures=(
            Signature("NGƯỜI LẬP", (given.officer.name,)),
            Signature("NGƯỜI NHẬN", (given.receiver,) if given.receiver else ()),
        ),
        rule_set=given.rule_set,
    )


def _table(parts: tuple[DossierPart, ...]) -> Table:
    return Table(
        columns=(
            Column(10, Align.CENTER),
            Column(67),
            Column(25, Align.CENTER),
            Column(39),
            Column(12, Align.CENTER),
            Column(12, Align.CENTER),
        ),
        header=(header_row("TT", "Tài liệu", "Số lượng", "Dùng khi", "Nhận", "Đủ"),),
        rows=tuple(
            (
                Cell(str(place)),
                Cell(part.name),
                Cell(f"{in_digits(part.count)} {part.noun}"),
                Cell(part.used),
                Cell(TICK_BOX),
                Cell(TICK_BOX),
            )
            for place, part in enumerate(parts, 1)
        ),
    )
