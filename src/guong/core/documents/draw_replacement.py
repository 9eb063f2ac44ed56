"""Biên bản thay trường trúng thăm bằng trường dự phòng: a decision of the lead body, put on record (DESIGN §8)."""

from dataclasses import dataclass
from datetime import date

from guong.core.documents.draw_tables import lots_table, unit_names
from guong.core.documents.model import Document, Heading, KeyValues, Letterhead, Signature, text
from guong.core.documents.parties import Person
from guong.core.draw import Frame
from guong.core.wording import long_date


@dataclass(frozen=True)
class DrawReplacement:
    """Everything that the record says. ``out`` and ``reserve`` are unit keys of ``level`` (its key); ``place`` is the
    lot of the school replaced, ``reserve_place`` that of the reserve among the reserves; ``standing`` are the level's
    schools once it is done, in the order of their lots. ``minutes`` names the signed minutes of the draw."""

    letterhead: Letterhead
    frame: Frame
    level: str
    out: str
    place: int
    reserve: str
    reserve_place: int
    standing: tuple[str, ...]
    reason: str
    decided_by: Person
    clerk: Person
    held_on: date
    minutes: str
    rule_set: str
    recipients: tuple[str, ...] = ()


def draw_replacement(given: DrawReplacement) -> Document:
    """Return the record. Raises ValueError where the level or a school isn't in the frame."""
    level = next((entry for entry in given.frame.levels if entry.terms.key == given.level), None)
    if level is None or not {given.out, given.reserve, *given.standing} <= unit_names(level).keys():
        raise ValueError("a replacement concerns schools of the frame")
    names = unit_names(level)
    return Document(
        letterhead=given.letterhead,
        kind="BIÊN BẢN",
        abstract=f"Thay trường trúng thăm cấp {level.terms.name} bằng trường dự phòng",
        blocks=(
            text(
                f"Theo kết quả gắp thăm {long_date(given.held_on)} thực hiện Kế hoạch số {given.frame.terms.plan} "
                f"({given.minutes}), cơ quan chủ trì quyết định thay trường lấy ý kiến góp ý như sau:"
            ),
            Heading("I. NỘI DUNG"),
            KeyValues(
                (
                    ("Cấp học", level.terms.name),
                    ("Trường được thay", f"{names[given.out]} (mã {given.out}), thăm thứ {given.place}"),
                    ("Lý do", given.reason),
                    (
                        "Trường vào thay",
                        f"{names[given.reserve]} (mã {given.reserve}), dự phòng {given.reserve_place}",
                    ),
                    ("Người quyết định", given.decided_by.printed),
                )
            ),
            text(
                "Trường dự phòng được lấy đúng thứ tự gắp thăm: mọi trường dự phòng đứng trước cùng cấp học đều đã "
                "được dùng. Không gắp thăm lại."
            ),
            Heading("II. CÁC TRƯỜNG LẤY Ý KIẾN SAU KHI THAY"),
            lots_table(level, given.standing),
        ),
        signatures=(
            Signature("THƯ KÝ", (given.clerk.name,)),
            Signature("NGƯỜI QUYẾT ĐỊNH", (given.decided_by.name,)),
        ),
        recipients=given.recipients,
        rule_set=given.rule_set,
    )
