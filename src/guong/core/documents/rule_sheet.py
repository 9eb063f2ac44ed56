"""Quy tắc áp dụng: what a campaign's policy is, as the plan's annex says it (DESIGN §8)."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from guong.core.documents.model import Align, Column, Table, header_row
from guong.core.documents.phrases import joined, numbered_rows
from guong.core.draw import LevelTerms, Method
from guong.core.eligibility import MONTHS_IN_POST
from guong.core.wording import long_date

LEAST_ROWS, LEAST_REMARKS = 5, 10


class PercentBase(Enum):
    """What percentages are of."""

    RETURNED = "returned"
    VALID = "valid"


@dataclass(frozen=True)
class ReferenceDay:
    """The day on which months in post are counted, for one round by its name."""

    round_name: str
    day: date


@dataclass(frozen=True)
class RuleSheet:
    """The rules of one plan. ``name`` is that of the versioned rule set, printed at the foot of every paper.

    ``quorum`` is a fraction of those summoned; ``rows_from`` and ``remarks_from`` are ballots, at least 5 and 10
    (DESIGN §5); ``levels`` are empty where no lots are drawn. ``further`` holds an office's own rules: matter, rule.
    Raises ValueError for impossible numbers.
    """

    name: str
    references: tuple[ReferenceDay, ...]
    opening: str
    levels: tuple[LevelTerms, ...] = ()
    draw_method: Method = Method.CUSTOM
    months_in_post: int = MONTHS_IN_POST
    quorum: tuple[int, int] = (2, 3)
    percent_base: PercentBase = PercentBase.RETURNED
    rows_from: int = LEAST_ROWS
    remarks_from: int = LEAST_REMARKS
    keep_months: int = 6
    rankings_for: str = "Ban Thường vụ Quận uỷ"
    further: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        part, whole = self.quorum
        if not 0 < part <= whole:
            raise ValueError("a quorum is a part of those summoned, more than none and at most all")
        if self.rows_from < LEAST_ROWS or self.remarks_from < max(LEAST_REMARKS, self.rows_from):
            raise ValueError("results need 5 ballots, remarks 10 and no fewer than results")
        if self.months_in_post < 0 or self.keep_months < 1:
            raise ValueError("months in post can't be negative, ballots are kept for at least a month")
        if not self.references:
            raise ValueError("months in post need a day on which they are counted")


def rule_lines(rules: RuleSheet) -> tuple[tuple[str, str], ...]:
    """Return every rule as a pair of matter and rule, in the order of a campaign."""
    return (
        *_who(rules),
        *_drawing(rules),
        *_voting(rules),
        *_counting(rules),
        *_after(rules),
        *rules.further,
    )


def rule_table(rules: RuleSheet) -> Table:
    """Return the rules as a numbered table."""
    return Table(
        columns=(Column(11, Align.CENTER), Column(44), Column(110)),
        header=(header_row("TT", "Nội dung", "Quy tắc"),),
        rows=numbered_rows(rule_lines(rules)),
    )


def _who(rules: RuleSheet) -> tuple[tuple[str, str], ...]:
    days = joined([f"{long_date(entry.day)} ({entry.round_name})" for entry in rules.references])
    return (
        (
            "Thời gian giữ chức vụ",
            f"Người được góp ý giữ chức vụ tại đơn vị từ đủ {rules.months_in_post:02d} tháng trở lên, tính đến {days}. "
            f"Vừa đủ {rules.months_in_post:02d} tháng cũng được góp ý.",
        ),
        (
            "Người được góp ý",
            "Không có tên trong danh sách người tham gia góp ý tại hội nghị của mình, kể cả với phiếu góp ý người cùng "
            "đơn vị; nghe quán triệt rồi rời phòng họp.",
        ),
        (
            "Người tham gia góp ý",
            "Mỗi người một lần, kể cả khi thuộc nhiều thành phần. Thành phần chỉ để lập danh sách, không tách kết quả "
            "theo thành phần.",
        ),
        (
            "Thay đổi danh sách",
            "Chỉ đến trước khi thẻ bỏ phiếu đầu tiên được bốc, chủ trì hội nghị ký xác nhận.",
        ),
        (
            "Số người cần có mặt",
            f"Ít nhất {rules.quorum[0]}/{rules.quorum[1]} số người được triệu tập.",
        ),
    )


def _drawing(rules: RuleSheet) -> tuple[tuple[str, str], ...]:
    if not rules.levels:
        return ()
    counts = "; ".join(
        f"{level.name} {level.to_draw:02d} trường"
        + (f", dự phòng {level.reserves:02d}" if level.reserves else "")
        for level in rules.levels
    )
    way = (
        "Gắp thăm giấy từ hộp, đại biểu chứng kiến."
        if rules.draw_method is Method.CUSTOM
        else "Tính từ các dòng chữ do đại biểu viết kín, ai cũng tính lại được."
    )
    return (
        (
            "Trường không gắp thăm",
            "Trường không công lập, đã ngừng hoạt động, khuyết người đứng đầu hoặc người đứng đầu chưa đủ thời gian giữ "
            "chức vụ được loại trước khi gắp thăm; lý do ghi trong biên bản.",
        ),
        ("Gắp thăm", f"{counts}. {way}"),
    )


def _voting(rules: RuleSheet) -> tuple[tuple[str, str], ...]:
    del rules  # alike under every sheet of rules
    return (
        (
            "Cách bỏ phiếu",
            "Phiếu kín: bằng điện thoại với thẻ bỏ phiếu tự bốc, hoặc bằng phiếu giấy. Mỗi người một cách; đã bỏ phiếu "
            "thì không bỏ lại.",
        ),
        ("Bỏ trống một nội dung", "Nội dung đó tính là bỏ trống, phiếu vẫn hợp lệ."),
        ("Đánh hai mức ở một nội dung", "Nội dung đó không tính, các nội dung khác vẫn tính."),
        ("Phiếu trắng", "Tính là phiếu thu về, không hợp lệ."),
        ("Phiếu giấy không có dấu", "Không hợp lệ; tổ kiểm phiếu xem từng phiếu."),
    )


def _counting(rules: RuleSheet) -> tuple[tuple[str, str], ...]:
    base = (
        "Trên số phiếu thu về; tỷ lệ trên số phiếu hợp lệ ghi bên cạnh nếu khác."
        if rules.percent_base is PercentBase.RETURNED
        else "Trên số phiếu hợp lệ; tỷ lệ trên số phiếu thu về ghi bên cạnh nếu khác."
    )
    return (
        ("Mở hòm phiếu", f"{rules.opening}. Cần hai trong ba phong bì chìa khoá hòm phiếu."),
        ("Tỷ lệ phần trăm", base),
        (
            "Nhóm có ít người",
            f"Dưới {rules.rows_from:02d} phiếu thì không mở, không công bố kết quả. Dưới {rules.remarks_from} phiếu thì "
            "ghi chú, ý kiến khác bị bỏ, không ai đọc.",
        ),
    )


def _after(rules: RuleSheet) -> tuple[tuple[str, str], ...]:
    return (
        (
            "Ghi chú, ý kiến khác",
            "Hai cán bộ ngoài đơn vị biên tập, tổng hợp; người được góp ý chỉ nhận bản tổng hợp.",
        ),
        ("Xếp thứ tự giữa các đơn vị", f"Chỉ báo cáo {rules.rankings_for}."),
        (
            "Lưu giữ",
            f"Phiếu giấy và tệp lưu kết quả niêm phong, giữ {rules.keep_months:02d} tháng rồi huỷ, việc huỷ lập biên bản.",
        ),
    )
