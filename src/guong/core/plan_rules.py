"""Quy tắc áp dụng: the policy choices of a plan as data, with defaults and floors (DESIGN §5, §8, domain.md §A end).

What may be chosen is a field of `RuleSheet`; what may not (blank items, double marks, empty ballots, no second vote, rankings,
the head's place, the digest of remarks) is only stated, in `core.documents.rule_sheet`, which prints both. A plan that was
issued keeps its sheet; the plan's next edition brings the next number.
"""

from dataclasses import dataclass, replace
from typing import Any

from guong.core.documents.rule_sheet import PercentBase
from guong.core.draw import LevelTerms, Method
from guong.core.eligibility import MONTHS_IN_POST
from guong.core.outcome import Refused
from guong.core.poll import LEAST_REMARKS_FROM, LEAST_ROWS_FROM

MOST_MONTHS = 60
MOST_TO_DRAW = 99
MOST_THRESHOLD = 999
QUORUMS = ((1, 2), (2, 3), (3, 4))
LEVELS = (
    LevelTerms("preschool", "Mầm non", to_draw=5, reserves=2),
    LevelTerms("primary", "Tiểu học", to_draw=5, reserves=2),
    LevelTerms("lower_secondary", "THCS", to_draw=5, reserves=2),
)


@dataclass(frozen=True)
class RuleSheet:
    """The rules of one plan, as chosen.

    ``name`` and ``number`` name the sheet: the number is that of the plan's edition, 1 or more, and 0 while the plan
    has not been issued. ``months_in_post`` (1 to 60): a head with exactly that many on the round's reference date is
    asked about (the date itself is `Round.reference_date`). ``draw_method`` and ``levels`` are what a draw is held by:
    for each school level how many schools are drawn (0 to 99; 0: none of that level) and how many reserves.
    ``rows_from`` (>= 5) and ``remarks_from`` (>= 10) are the thresholds of the disclosure gate and of a poll's
    definition; remarks never need fewer ballots than results. ``quorum`` is a fraction of those summoned, one of
    `QUORUMS`. ``percent_base`` is RETURNED for every plan so far: no page offers the other.
    """

    name: str = "Quy tắc áp dụng"
    number: int = 0
    months_in_post: int = MONTHS_IN_POST
    draw_method: Method = Method.CUSTOM
    levels: tuple[LevelTerms, ...] = LEVELS
    rows_from: int = LEAST_ROWS_FROM
    remarks_from: int = LEAST_REMARKS_FROM
    quorum: tuple[int, int] = (2, 3)
    percent_base: PercentBase = PercentBase.RETURNED

    @property
    def printed(self) -> str:
        """The sheet as the foot of a paper names it: ``Quy tắc áp dụng kèm Kế hoạch 167-KH/QU, bản 1``."""
        return f"{self.name}, bản {self.number}" if self.number else f"{self.name}, dự thảo"

    @property
    def drawn_levels(self) -> tuple[LevelTerms, ...]:
        """The levels of which at least one school is drawn: the ``levels`` of a draw's `Terms`."""
        return tuple(level for level in self.levels if level.to_draw)

    def quorum_of(self, summoned: int) -> int:
        """Return how many of those summoned must be present, rounded up: 32 of 47 at two thirds."""
        part, whole = self.quorum
        return -(-summoned * part // whole)


DEFAULT = RuleSheet()


def checked(sheet: RuleSheet, *, before: RuleSheet | None = None) -> RuleSheet | Refused:
    """Return the sheet if it may be used.

    Refused: ``months_out_of_range``, ``bad_level_numbers``, ``nothing_to_draw``, ``unknown_quorum``,
    ``threshold_below_floor``, ``threshold_too_high``, ``remarks_below_rows``. With ``before``, the sheet of the plan's last edition, a threshold may not be lowered
    either (``threshold_lowered``): what voters were promised stays (DESIGN §5).
    """
    if not 1 <= sheet.months_in_post <= MOST_MONTHS:
        return Refused(
            "months_out_of_range", "Thời gian giữ chức vụ phải từ 1 đến 60 tháng. Đề nghị sửa lại."
        )
    return _levels_refusal(sheet) or _quorum_refusal(sheet) or _threshold_refusal(sheet, before) or sheet


def chosen_lines(sheet: RuleSheet) -> tuple[str, ...]:
    """Return each choice in a line, for comparing two years; without days, which stand with the rounds."""
    part, whole = sheet.quorum
    levels = "; ".join(
        f"{level.name} {level.to_draw:02d} trường, dự phòng {level.reserves:02d}"
        for level in sheet.drawn_levels
    )
    by_hand = sheet.draw_method is Method.CUSTOM
    returned = sheet.percent_base is PercentBase.RETURNED
    return (
        f"Giữ chức vụ từ đủ {sheet.months_in_post:02d} tháng",
        f"Gắp thăm: {levels or 'không gắp thăm'}",
        f"Cách gắp thăm: {'thăm giấy từ hộp' if by_hand else 'tính từ các dòng chữ của đại biểu'}",
        f"Số người cần có mặt: {part}/{whole} số người được triệu tập",
        f"Công bố kết quả của nhóm từ {sheet.rows_from:02d} phiếu",
        f"Giữ ý kiến bằng lời của nhóm từ {sheet.remarks_from:02d} phiếu",
        f"Tỷ lệ phần trăm: trên số phiếu {'thu về' if returned else 'hợp lệ'}",
    )


def as_data(sheet: RuleSheet) -> dict[str, Any]:
    """Return the sheet as a JSON value, without its number: the plan's edition gives it."""
    return {
        "name": sheet.name,
        "months_in_post": sheet.months_in_post,
        "draw_method": sheet.draw_method.value,
        "levels": [[level.key, level.name, level.to_draw, level.reserves] for level in sheet.levels],
        "rows_from": sheet.rows_from,
        "remarks_from": sheet.remarks_from,
        "quorum": list(sheet.quorum),
        "percent_base": sheet.percent_base.value,
    }


def from_data(data: dict[str, Any], *, number: int = 0) -> RuleSheet:
    """Return the sheet that `as_data` wrote; what it does not hold has its default."""
    known = {key: data[key] for key in ("name", "months_in_post", "rows_from", "remarks_from") if key in data}
    sheet = replace(DEFAULT, number=number, **known)
    if "draw_method" in data:
        sheet = replace(sheet, draw_method=Method(data["draw_method"]))
    if "levels" in data:
        sheet = replace(sheet, levels=tuple(LevelTerms(*entry) for entry in data["levels"]))
    if "quorum" in data:
        sheet = replace(sheet, quorum=(data["quorum"][0], data["quorum"][1]))
    if "percent_base" in data:
        sheet = replace(sheet, percent_base=PercentBase(data["percent_base"]))
    return sheet


def _levels_refusal(sheet: RuleSheet) -> Refused | None:
    for level in sheet.levels:
        if not (0 <= level.to_draw <= MOST_TO_DRAW and 0 <= level.reserves <= MOST_TO_DRAW):
            return Refused(
                "bad_level_numbers",
                f"Cấp {level.name}: số trường gắp thăm và số dự phòng phải từ 0 đến 99. Đề nghị sửa lại.",
            )
        if level.reserves and not level.to_draw:
            return Refused(
                "nothing_to_draw",
                f"Cấp {level.name}: có số dự phòng nhưng không gắp trường nào. Đề nghị ghi số trường cần gắp hoặc bỏ số dự phòng.",
            )
    return None


def _quorum_refusal(sheet: RuleSheet) -> Refused | None:
    if sheet.quorum in QUORUMS:
        return None
    return Refused("unknown_quorum", "Điều kiện tiến hành phải là 1/2, 2/3 hoặc 3/4 số người được triệu tập.")


def _threshold_refusal(sheet: RuleSheet, before: RuleSheet | None) -> Refused | None:
    if sheet.rows_from < LEAST_ROWS_FROM or sheet.remarks_from < LEAST_REMARKS_FROM:
        return Refused(
            "threshold_below_floor",
            "Ngưỡng nhóm ít người chỉ được nâng lên: kết quả từ 05 phiếu, ý kiến bằng lời từ 10 phiếu trở lên. "
            "Đề nghị ghi số lớn hơn hoặc bằng.",
        )
    if max(sheet.rows_from, sheet.remarks_from) > MOST_THRESHOLD:
        return Refused("threshold_too_high", "Ngưỡng nhóm ít người không quá 999 phiếu. Đề nghị sửa lại.")
    if sheet.remarks_from < sheet.rows_from:
        return Refused(
            "remarks_below_rows",
            "Ngưỡng của ý kiến bằng lời không được thấp hơn ngưỡng của kết quả. Đề nghị ghi số lớn hơn hoặc bằng.",
        )
    if before is None or (sheet.rows_from >= before.rows_from and sheet.remarks_from >= before.remarks_from):
        return None
    return Refused(
        "threshold_lowered",
        f"Kế hoạch đã ban hành ghi kết quả từ {before.rows_from:02d} phiếu, ý kiến từ {before.remarks_from:02d} phiếu. "
        "Ngưỡng đã hứa với người tham gia không được hạ xuống.",
    )
