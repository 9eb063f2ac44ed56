"""What the papers of a draw have in common: lists of schools by level, reasons in words (DESIGN §8)."""

from collections.abc import Sequence
from datetime import date

from guong.core.documents.model import Align, Cell, Column, Table, header_row
from guong.core.draw import DrawnLevel, Excluded, Exclusion, Frame, FrameLevel
from guong.core.wording import in_both, short_date

_NUMBER, _CODE, _NAME = Column(12, Align.CENTER), Column(24, Align.CENTER), Column(129)


def unit_names(level: FrameLevel) -> dict[str, str]:
    """Return unit key -> school's name for all that may be drawn."""
    return {entry.unit: entry.name for entry in level.units}


def reason_in_words(excluded: Excluded, frame: Frame) -> str:
    """Return why a school was left out, as the minutes say it."""
    return {
        Exclusion.CLOSED: "Đã ngừng hoạt động (giải thể, sáp nhập)",
        Exclusion.NOT_PUBLIC: "Không phải trường công lập",
        Exclusion.NO_LEVEL: "Chưa ghi cấp học",
        Exclusion.NO_HEAD: "Khuyết người đứng đầu",
        Exclusion.HEAD_TOO_NEW: f"Người đứng đầu giữ chức vụ chưa đủ {frame.terms.months:02d} tháng"
        f"{_from_when(excluded.eligible_on)}",
    }[excluded.reason]


def lots_table(level: FrameLevel, units: Sequence[str]) -> Table:
    """Return schools of one level in the order given, titled with the level."""
    names = unit_names(level)
    return Table(
        columns=(_NUMBER, _CODE, _NAME),
        header=(header_row("TT", "Mã", "Tên trường"),),
        rows=tuple((Cell(str(place)), Cell(unit), Cell(names[unit])) for place, unit in enumerate(units, 1)),
        title=f"Cấp {level.terms.name}",
    )


def result_table(level: FrameLevel, lots: DrawnLevel) -> Table:
    """Return all lots of a level in their order: what each became."""
    names = unit_names(level)
    became = ["Trúng thăm"] * len(lots.drawn) + [
        f"Dự phòng {place}" for place in range(1, len(lots.reserves) + 1)
    ]
    reserves = f", dự phòng {len(lots.reserves)} trường" if lots.reserves else ""
    return Table(
        columns=(Column(18, Align.CENTER), _CODE, Column(93), Column(30)),
        header=(header_row("Thứ tự", "Mã", "Tên trường", "Kết quả"),),
        rows=tuple(
            (Cell(str(place)), Cell(unit), Cell(names[unit]), Cell(what))
            for place, (unit, what) in enumerate(zip((*lots.drawn, *lots.reserves), became, strict=True), 1)
        ),
        title=f"Cấp {level.terms.name}: trúng thăm {in_both(len(lots.drawn), 'trường')}{reserves}",
    )


def frame_table(level: FrameLevel) -> Table:
    """Return all schools of a level that may be drawn, by unit key."""
    return Table(
        columns=(_NUMBER, _CODE, _NAME),
        header=(header_row("TT", "Mã", "Tên trường"),),
        rows=tuple(
            (Cell(str(place)), Cell(entry.unit), Cell(entry.name))
            for place, entry in enumerate(level.units, 1)
        ),
        title=f"Cấp {level.terms.name}: {len(level.units)} trường đủ điều kiện",
    )


def excluded_table(frame: Frame) -> Table:
    """Return all schools that were left out, level by level, each with its reason."""
    entries = [(level.terms.name, entry) for level in frame.levels for entry in level.excluded]
    entries += [("Chưa rõ", entry) for entry in frame.without_level]
    return Table(
        columns=(_NUMBER, Column(28), Column(59), Column(66)),
        header=(header_row("TT", "Cấp học", "Tên trường", "Lý do"),),
        rows=tuple(
            (Cell(str(place)), Cell(level), Cell(entry.name), Cell(reason_in_words(entry, frame)))
            for place, (level, entry) in enumerate(entries, 1)
        ),
        title=f"Không đưa vào gắp thăm {in_both(len(entries), 'trường')}",
    )


def count_table(frame: Frame) -> Table:
    """Return how many schools each level has, how many are left out, and how many are to be drawn."""
    rows = [
        (
            level.terms.name,
            len(level.units) + len(level.excluded),
            len(level.excluded),
            len(level.units),
            level.terms.to_draw,
            level.reserves,
        )
        for level in frame.levels
    ]
    if frame.without_level:
        rows.append(("Chưa rõ cấp học", len(frame.without_level), len(frame.without_level), 0, 0, 0))
    totals = ("Cộng", *(sum(numbers) for numbers in list(zip(*rows, strict=True))[1:]))
    return Table(
        columns=(Column(50), *(Column(23, Align.CENTER),) * 5),
        header=(header_row("Cấp học", "Số trường", "Bị loại", "Đủ điều kiện", "Cần gắp", "Dự phòng"),),
        rows=tuple(
            tuple(Cell(str(value), bold=place == len(rows)) for value in row)
            for place, row in enumerate([*rows, totals])
        ),
    )


def _from_when(eligible_on: date | None) -> str:
    return f" (đủ từ {short_date(eligible_on)})" if eligible_on else ""
