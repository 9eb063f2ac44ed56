"""Everything this room may refuse, each with its sentence."""

from guong.core.outcome import Refused

NUMBER_TAKEN = Refused(
    "number_taken", "Đã có kế hoạch mang số này trong năm. Đề nghị đồng chí kiểm tra lại số, ký hiệu."
)
ENDS_BEFORE_START = Refused(
    "ends_before_start", "Ngày kết thúc đợt đứng trước ngày bắt đầu. Đề nghị đồng chí sửa lại hai ngày."
)
