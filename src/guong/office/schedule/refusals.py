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
NEEDS_CAPTION = Refused("needs_caption", "Ảnh phải có chú thích. Đề nghị ghi ai, làm gì trong ảnh.")
NOT_SWORN = Refused(
    "not_sworn",
    "Chưa đánh dấu xác nhận ảnh không chụp phiếu, thẻ hay màn hình bỏ phiếu. Đề nghị xem lại ảnh rồi xác nhận.",
)
TOO_LARGE = Refused("photo_too_large", "Tệp ảnh lớn hơn 12 MB. Đề nghị chọn ảnh nhỏ hơn.")
TOO_MANY_PIXELS = Refused("photo_pixels", "Ảnh có hơn 40 triệu điểm ảnh. Đề nghị thu nhỏ ảnh rồi gửi lại.")
NOT_A_PHOTOGRAPH = Refused(
    "not_a_photograph", "Tệp này không phải ảnh JPEG hoặc PNG, hoặc đã hỏng. Đề nghị chọn tệp ảnh khác."
)
TOO_MANY_PHOTOGRAPHS = Refused(
    "too_many_photographs", "Mỗi hội nghị giữ nhiều nhất 12 ảnh. Đề nghị xoá bớt ảnh trước khi thêm."
)
PHOTOGRAPH_GONE = Refused("photograph_gone", "Không thấy ảnh này. Đề nghị tải lại trang.")
NOT_BEFORE_CASTING = Refused(
    "not_before_casting", "Bộ hồ sơ chỉ lập được trước khi mở hòm phiếu. Đề nghị dùng bộ hồ sơ đã in."
)
SHEETS_RANGE = Refused("sheets_range", "Số phiếu giấy mỗi loại phải từ 1 đến 60. Đề nghị sửa lại.")
REHEARSAL_THERE = Refused(
    "rehearsal_there", "Đơn vị này đang có một hội nghị thử. Đề nghị xoá hội nghị thử ấy trước khi lập lại."
)
