"""Drawing lots from a frozen frame: by hand from a box, or computed from contributions (DESIGN §8, formats §13)."""

import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guong.core.draw.frame import Frame, FrameLevel, Method
from guong.core.draw.lines import is_line
from guong.core.outcome import Refused

LEAST_CONTRIBUTIONS = 2
LONGEST_CONTRIBUTION = 200
# What can be told apart on paper: Latin letters with Vietnamese marks, digits, punctuation.
_LEGIBLE = re.compile(
    "[\u0020-\u007e\u00a1-\u00ac\u00ae-\u024f\u1e00-\u1eff\u2010-\u2015\u2018-\u201f\u2026]+"
)


@dataclass(frozen=True)
class DrawnLevel:
    """Unit keys of one level, both in the order of their lots."""

    drawn: tuple[str, ...]
    reserves: tuple[str, ...]


@dataclass(frozen=True)
class Draw:
    """A finished draw; ``levels`` stand as in the frame, ``contributions`` are empty for the custom."""

    frame: Frame
    contributions: tuple[str, ...]
    levels: tuple[DrawnLevel, ...]


def draw_by_hand(frame: Frame, lots: Mapping[str, Sequence[str]]) -> Draw | Refused:
    """Return the draw of paper lots: for each level's key, the unit keys in the order in which they left the box.

    Refuses another method, a level that isn't drawn, a lot twice, a school outside the level's frame, and too few or
    too many lots.
    """
    if frame.terms.method is not Method.CUSTOM:
        return _other_method()
    if set(lots) - {level.terms.key for level in frame.levels}:
        return _unknown_level()
    for level in frame.levels:
        refused = _check_lots(frame, level, lots.get(level.terms.key, ()))
        if refused is not None:
            return refused
    return Draw(frame, (), tuple(_split(level, lots[level.terms.key]) for level in frame.levels))


def check_lot(frame: Frame, level_key: str, drawn: Sequence[str], unit: str) -> Refused | None:
    """Return why ``unit`` can't be the next lot of a level after ``drawn``, None where it can.

    Refuses what `draw_by_hand` would refuse of the whole, so that the clerk is told while the lot is still in the hand.
    """
    level = next((entry for entry in frame.levels if entry.terms.key == level_key), None)
    if level is None:
        return _unknown_level()
    if len(drawn) >= level.lots:
        return Refused(
            "level_full",
            f"Cấp {level.terms.name} đã gắp đủ {level.lots} thăm. Kiểm tra lại các tên rồi xác nhận xong cấp này.",
        )
    return _check_each(frame, level, (*drawn, unit))


def draw_by_numbers(frame: Frame, contributions: Sequence[str]) -> Draw | Refused:
    """Return the computed draw; contributions in the order in which they lay on the table.

    White space is reduced to single spaces and text to NFC before anything is computed; what the draw then holds is
    exactly what was computed from. Refuses another method, fewer than two contributions, an empty, too long or
    illegible one.
    """
    if frame.terms.method is not Method.COMPUTED:
        return _other_method()
    if len(contributions) < LEAST_CONTRIBUTIONS:
        return Refused(
            "too_few_contributions",
            f"Cần ít nhất {LEAST_CONTRIBUTIONS} người góp dòng chữ ngẫu nhiên để không ai định trước được kết quả. "
            "Mời thêm người góp.",
        )
    written = tuple(" ".join(unicodedata.normalize("NFC", words).split()) for words in contributions)
    for place, words in enumerate(written, 1):
        refused = _check_contribution(place, words)
        if refused is not None:
            return refused
    seed = "".join(written).encode()
    return Draw(frame, written, tuple(_computed(level, seed) for level in frame.levels))


def lot_number(seed: bytes, unit: str) -> bytes:
    """Return a unit's lot number, 32 bytes: SHA-256(seed + newline + unit key + newline) (DESIGN §8)."""
    return hashlib.sha256(seed + b"\n" + unit.encode() + b"\n").digest()


def _computed(level: FrameLevel, seed: bytes) -> DrawnLevel:
    units = [entry.unit for entry in level.units]
    return _split(level, sorted(units, key=lambda unit: (lot_number(seed, unit), unit))[: level.lots])


def _split(level: FrameLevel, lots: Sequence[str]) -> DrawnLevel:
    return DrawnLevel(tuple(lots[: level.terms.to_draw]), tuple(lots[level.terms.to_draw :]))


def _check_each(frame: Frame, level: FrameLevel, lots: Sequence[str]) -> Refused | None:
    names = {entry.unit: entry.name for entry in level.units}
    for unit in lots:
        if unit not in names:
            return _not_in_frame(frame, level, unit)
        if lots.count(unit) > 1:
            return Refused(
                "lot_twice",
                f"{names[unit]} được ghi hai lần ở cấp {level.terms.name}. Mỗi trường chỉ có một thăm: sửa lại.",
            )
    return None


def _check_lots(frame: Frame, level: FrameLevel, lots: Sequence[str]) -> Refused | None:
    refused = _check_each(frame, level, lots)
    if refused is not None or len(lots) == level.lots:
        return refused
    wanted = (
        f"Cấp {level.terms.name} phải gắp {level.terms.to_draw} trường và {level.reserves} trường dự phòng"
    )
    if len(lots) < level.lots:
        return Refused("too_few_lots", f"{wanted}, mới ghi {len(lots)} thăm. Gắp tiếp và ghi cho đủ.")
    return Refused("too_many_lots", f"{wanted}, đã ghi {len(lots)} thăm. Bỏ các thăm gắp thừa ở cuối.")


def _not_in_frame(frame: Frame, level: FrameLevel, unit: str) -> Refused:
    for entry in (*level.excluded, *frame.without_level):
        if entry.unit == unit:
            return Refused(
                "lot_excluded",
                f"{entry.name} đã bị loại khỏi danh sách gắp thăm, không được có thăm trong hộp. "
                "Dừng gắp thăm, kiểm tra lại các thăm còn trong hộp.",
            )
    for other in frame.levels:
        for candidate in other.units:
            if candidate.unit == unit:
                return Refused(
                    "lot_of_another_level",
                    f"{candidate.name} thuộc cấp {other.terms.name}, không thuộc cấp {level.terms.name}. "
                    "Ghi lại đúng cấp học.",
                )
    return Refused(
        "not_in_frame",
        f"Trường ghi cho cấp {level.terms.name} không có trong danh sách gắp thăm. Chọn lại tên theo đúng thăm.",
    )


def _check_contribution(place: int, words: str) -> Refused | None:
    if not words:
        return Refused(
            "empty_contribution",
            f"Dòng chữ thứ {place} còn trống. Ghi lại đúng dòng trên tờ giấy của người góp.",
        )
    if not is_line(words, LONGEST_CONTRIBUTION) or not _LEGIBLE.fullmatch(words):
        return Refused(
            "bad_contribution",
            f"Dòng chữ thứ {place} dài quá {LONGEST_CONTRIBUTION} ký tự hoặc có ký tự lạ. "
            "Chỉ dùng chữ, số và dấu câu để mọi người gõ lại được.",
        )
    return None


def _unknown_level() -> Refused:
    return Refused("unknown_level", "Có thăm của cấp học không gắp trong đợt này. Chọn lại đúng cấp học.")


def _other_method() -> Refused:
    return Refused(
        "other_method", "Danh sách này đã chốt theo cách gắp thăm khác. Lập danh sách mới nếu muốn đổi cách."
    )
