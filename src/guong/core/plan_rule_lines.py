"""The rule sheet in words, as the plan's annex and the minutes print it (DESIGN §8)."""

from dataclasses import dataclass
from datetime import date

from guong.core.draw import Method
from guong.core.plan_rules import RuleSheet
from guong.core.wording import short_date

METHOD_NAMES = {
    Method.CUSTOM: "bốc thăm giấy từ hộp, theo tập quán",
    Method.COMPUTED: "tính từ các dòng chữ của đại biểu, ai cũng tính lại được",
}


@dataclass(frozen=True)
class RuleLine:
    """A rule as papers print it: ``key`` for programs, the topic, the sentence, and whether it could be chosen."""

    key: str
    topic: str
    sentence: str
    fixed: bool = False


FIXED = (
    RuleLine(
        "filtered_before_draw",
        "Trường bị loại trước khi gắp thăm",
        "Trường có người đứng đầu chưa đủ thời gian giữ chức vụ được loại trước khi gắp thăm, lý do ghi vào biên bản.",
        fixed=True,
    ),
    RuleLine(
        "head_does_not_vote",
        "Người được góp ý",
        "Người được góp ý không tham gia góp ý trong hội nghị của mình; nghe quán triệt xong thì rời phòng.",
        fixed=True,
    ),
    RuleLine(
        "blank_item",
        "Nội dung bỏ trống",
        "Nội dung để trống: nội dung ấy không tính, phiếu vẫn hợp lệ.",
        True,
    ),
    RuleLine(
        "double_mark",
        "Đánh dấu hai mức",
        "Phiếu giấy đánh dấu từ hai mức ở một nội dung: nội dung ấy không hợp lệ, phiếu vẫn hợp lệ.",
        fixed=True,
    ),
    RuleLine(
        "empty_ballot",
        "Phiếu trắng",
        "Phiếu không đánh dấu nội dung nào: tính vào số phiếu thu về, không hợp lệ.",
        fixed=True,
    ),
    RuleLine(
        "unstamped_sheet",
        "Phiếu giấy không đóng dấu",
        "Phiếu giấy không có dấu của cơ quan phát hành không hợp lệ; tổ kiểm phiếu xem từng phiếu.",
        fixed=True,
    ),
    RuleLine(
        "percent_base",
        "Tỷ lệ phần trăm",
        "Tính trên số phiếu thu về; số phiếu hợp lệ ghi bên cạnh.",
        fixed=True,
    ),
    RuleLine("no_second_vote", "Bỏ phiếu lại", "Mỗi thẻ chỉ bỏ được một phiếu, không bỏ lại.", True),
    RuleLine(
        "roll_changes",
        "Thay đổi danh sách người tham gia",
        "Chỉ thay đổi trước khi bốc thẻ bỏ phiếu đầu tiên, do người chủ trì quyết định và ký.",
        fixed=True,
    ),
    RuleLine(
        "ranking",
        "Xếp thứ tự kết quả",
        "Kết quả xếp theo thứ tự chỉ trình Ban Thường vụ, không thông báo rộng.",
        fixed=True,
    ),
    RuleLine(
        "remarks_digest",
        "Ý kiến bằng lời",
        "Người được góp ý nhận bản tổng hợp ý kiến đã biên tập theo nhóm vấn đề, không nhận nguyên văn.",
        fixed=True,
    ),
)


def chosen_lines(sheet: RuleSheet) -> tuple[RuleLine, ...]:
    """Return the rules that could be chosen, as the annex prints them."""
    part, whole = sheet.quorum
    return (
        RuleLine(
            "months_in_post",
            "Thời gian giữ chức vụ",
            f"Lấy ý kiến đối với người đứng đầu giữ chức vụ tại đơn vị từ đủ {sheet.months_in_post:02d} tháng, tính đến "
            "ngày ghi ở từng đợt.",
        ),
        RuleLine("draw_method", "Cách gắp thăm", f"{_capital(METHOD_NAMES[sheet.draw_method])}."),
        RuleLine("levels", "Số trường gắp thăm", _numbers(sheet)),
        RuleLine(
            "quorum",
            "Điều kiện tiến hành",
            f"Hội nghị tiến hành khi có mặt từ {part}/{whole} số người được triệu tập trở lên.",
        ),
        RuleLine(
            "rows_from",
            "Nhóm ít người",
            f"Không mở, không công bố kết quả góp ý của nhóm dưới {sheet.rows_from:02d} phiếu.",
        ),
        RuleLine(
            "remarks_from",
            "Ý kiến của nhóm ít người",
            f"Không giữ ý kiến bằng lời của nhóm dưới {sheet.remarks_from:02d} phiếu.",
        ),
    )


def lines(sheet: RuleSheet) -> tuple[RuleLine, ...]:
    """Return every rule, the chosen ones first: what the plan's annex and the minutes print."""
    return (*chosen_lines(sheet), *FIXED)


def reference_line(round_name: str, reference: date) -> str:
    """Return the sentence that names a round's reference date."""
    return f"{round_name}: tính thời gian giữ chức vụ đến ngày {short_date(reference)}."


def _numbers(sheet: RuleSheet) -> str:
    if not sheet.drawn_levels:
        return "Không gắp thăm."
    told = (
        f"{level.name}: {level.to_draw:02d} trường, dự phòng {level.reserves:02d}"
        for level in sheet.drawn_levels
    )
    return f"{'; '.join(told)}."


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]
