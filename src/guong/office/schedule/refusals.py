"""Everything this room may refuse, each with its sentence: what is wrong, and what to do (DESIGN §2)."""

from guong.core.outcome import Refused

NOTHING_CHOSEN = Refused(
    "nothing_chosen", "Chưa chọn đơn vị nào. Đề nghị đánh dấu ít nhất một đơn vị để lập hội nghị."
)
NO_PLAN_NUMBER = Refused(
    "no_plan_number",
    "Kế hoạch chưa có số, ký hiệu nên giấy tờ của hội nghị chưa ghi được căn cứ. Đề nghị ghi số kế hoạch trước.",
)
ON_SUNDAY = Refused(
    "on_sunday", "Ngày họp rơi vào Chủ nhật. Đề nghị chọn ngày khác trong tuần, kể cả thứ Bảy."
)
OUTSIDE_ROUND = Refused(
    "outside_round",
    "Ngày họp nằm ngoài thời gian của đợt. Đề nghị chọn ngày trong đợt, hoặc sửa thời gian của đợt trong kế hoạch trước.",
)
ALREADY_PLANNED = Refused(
    "already_planned",
    "Đợt này đã có hội nghị của đơn vị. Đề nghị tải lại trang: có thể đồng chí khác vừa lập xong.",
)
NOWHERE_SENT = Refused("nowhere_sent", "Chưa chọn hội nghị nào. Đề nghị đánh dấu ít nhất một hội nghị khác.")
NEEDS_SENT_NAME = Refused(
    "needs_sent_name", "Người được cử phải có họ tên và cơ quan cử. Đề nghị điền đủ hai ô."
)
SUBJECT_SENT = Refused(
    "subject_sent",
    "Người được góp ý không được cử làm nhiệm vụ tại hội nghị của mình. Đề nghị cử đồng chí khác.",
)
DELEGATE_GONE = Refused(
    "delegate_gone", "Người này không còn trong danh sách cử dự hội nghị. Đề nghị tải lại trang."
)
