"""Everything this room may refuse, each with its sentence."""

from collections.abc import Sequence
from datetime import date

from guong.core.outcome import Refused
from guong.core.wording import short_date

NUMBER_TAKEN = Refused(
    "number_taken", "Đã có kế hoạch mang số này trong năm. Đề nghị đồng chí kiểm tra lại số, ký hiệu."
)
NO_TEMPLATE = Refused(
    "no_template",
    "Chưa có mẫu kế hoạch cho cơ quan này. Kế hoạch do quận uỷ, huyện uỷ hoặc đảng uỷ phường, xã ban hành; đề nghị chọn lại cơ quan.",
)
CHANGED_MEANWHILE = Refused(
    "changed_meanwhile",
    "Một đồng chí khác vừa sửa kế hoạch này. Nội dung mới nhất đã hiện trên trang; đề nghị xem lại rồi lưu.",
)
FROZEN = Refused(
    "frozen",
    "Kế hoạch đã ban hành nên nội dung không sửa được nữa. Muốn thay đổi, đề nghị mở bản sửa đổi và ghi lý do.",
)
ALREADY_ISSUED = Refused(
    "already_issued",
    "Kế hoạch này đã ban hành, văn bản đã có trong kho. Đề nghị tải bản đã lưu; không ban hành lần thứ hai.",
)
ENDS_BEFORE_START = Refused(
    "ends_before_start", "Ngày kết thúc đợt đứng trước ngày bắt đầu. Đề nghị đồng chí sửa lại hai ngày."
)
REFERENCE_AFTER_START = Refused(
    "reference_after_start",
    "Ngày tính thời gian giữ chức vụ phải trước hoặc đúng ngày đầu của đợt. Đề nghị sửa lại ngày.",
)
OPENS_TOO_EARLY = Refused(
    "opens_too_early",
    "Ngày mở hòm phiếu không được trước ngày cuối của đợt: hòm phiếu mở chung sau hội nghị cuối cùng. Đề nghị sửa lại ngày.",
)
SAME_BASIS_TWICE = Refused(
    "same_basis_twice", "Một căn cứ được ghi hai lần (cùng số, ký hiệu). Đề nghị bỏ bớt một dòng."
)
BODY_TWICE = Refused(
    "body_twice", "Một cơ quan được ghi hai lần. Đề nghị gộp các nhiệm vụ của cơ quan ấy vào một mục."
)
BODY_WITHOUT_TASK = Refused(
    "body_without_task", "Mỗi cơ quan phải có ít nhất một nhiệm vụ. Đề nghị ghi nhiệm vụ hoặc bỏ cơ quan."
)
NOT_ISSUED = Refused(
    "not_issued",
    "Kế hoạch chưa ban hành nên chưa ghi kết quả thực hiện được. Đề nghị ban hành kế hoạch trước.",
)
BEFORE_ISSUE = Refused(
    "before_issue", "Ngày thực hiện đứng trước ngày ban hành kế hoạch. Đề nghị kiểm tra lại ngày."
)
IN_FUTURE = Refused("in_future", "Ngày thực hiện ở sau hôm nay. Đề nghị chỉ ghi khi việc đã làm xong.")
NO_EVIDENCE = Refused(
    "no_evidence",
    "Việc đã xong cần ghi kết quả hoặc chọn văn bản làm minh chứng. Đề nghị điền một trong hai.",
)
UNKNOWN_PAPER = Refused(
    "unknown_paper", "Văn bản làm minh chứng không có trong kho văn bản của đồng chí. Đề nghị chọn lại."
)
MORE_THAN_EXPECTED = Refused(
    "more_than_expected", "Số người dự nhiều hơn số người phải dự. Đề nghị kiểm tra lại hai số."
)
NOBODY_EXPECTED = Refused("nobody_expected", "Số người phải dự phải lớn hơn 0. Đề nghị ghi lại.")
UNKNOWN_BODY = Refused(
    "unknown_body", "Kế hoạch không giao nhiệm vụ cho cơ quan này. Đề nghị chọn một cơ quan trong kế hoạch."
)
NOT_LATER_YEAR = Refused(
    "not_later_year", "Chỉ nhân bản kế hoạch sang năm sau. Đề nghị chọn năm lớn hơn năm của kế hoạch gốc."
)
COPIED_ALREADY = Refused(
    "copied_already",
    "Kế hoạch này đã được nhân bản sang năm ấy. Đề nghị mở bản đã có trong danh sách kế hoạch để làm tiếp.",
)
NEEDS_REASON = Refused("needs_reason", "Bản sửa đổi cần ghi lý do. Đề nghị đồng chí ghi một dòng.")
NOT_AMENDING = Refused("not_amending", "Kế hoạch này không có bản sửa đổi đang soạn. Đề nghị tải lại trang.")
AMENDMENT_HAS_CHANGES = Refused(
    "amendment_has_changes",
    "Bản sửa đổi đã có chỗ khác bản đã ban hành. Đề nghị sửa lại như cũ rồi thôi, hoặc ban hành bản mới.",
)
NOTHING_AMENDED = Refused(
    "nothing_amended",
    "Bản sửa đổi chưa khác bản đã ban hành chỗ nào. Đề nghị sửa nội dung hoặc thôi sửa đổi.",
)

ROUND_IN_USE = Refused(
    "round_in_use",
    "Đợt này đã có gắp thăm hoặc hội nghị nên không bỏ được. Đề nghị giữ đợt; nếu không tổ chức nữa, đề nghị ghi rõ trong kế hoạch.",
)


def outside_year(year: int) -> Refused:
    """A round lies outside the plan's year."""
    return Refused(
        "outside_year", f"Ngày của đợt phải nằm trong năm {year} của kế hoạch. Đề nghị đồng chí sửa lại ngày."
    )


def overlaps(name: str, begins_on: date, ends_on: date) -> Refused:
    """A round overlaps another one, which is named."""
    return Refused(
        "rounds_overlap",
        f"Thời gian của đợt này trùng với “{name}” (từ {short_date(begins_on)} đến {short_date(ends_on)}). "
        "Đề nghị chọn những ngày khác.",
    )


def incomplete(missing: Sequence[str]) -> Refused:
    """The plan lacks something without which it can't be issued; ``missing`` are its words."""
    return Refused("incomplete", f"Chưa ban hành được, còn thiếu: {'; '.join(missing)}. Đề nghị bổ sung.")


def issued_before(day: date) -> Refused:
    """An amendment bears an earlier day than the edition before it."""
    return Refused(
        "issued_before",
        f"Ngày ban hành của bản sửa đổi đứng trước ngày ban hành của bản trước ({short_date(day)}). Đề nghị sửa lại ngày.",
    )
