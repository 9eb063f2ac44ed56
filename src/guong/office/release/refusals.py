"""The refusals of this room, each with the sentence that the officer reads."""

from guong.core.outcome import Refused

NOT_FINAL = Refused(
    "not_final", "Chưa có kết quả được xác nhận. Đề nghị mở hòm phiếu và nhập kết quả ở mục Kiểm phiếu trước."
)
UNEXPLAINED = Refused(
    "unexplained",
    "Số liệu của hòm phiếu và kết quả mở hòm không khớp nhau nên chưa được dùng. Đề nghị tổ kiểm phiếu kiểm tra lại.",
)
UNKNOWN_SUBJECT = Refused("unknown_subject", "Hội nghị này không lấy ý kiến về đồng chí đó.")
NO_BUNDLE = Refused(
    "no_bundle",
    "Chưa lập hồ sơ kiểm tra nên chưa có mã hồ sơ để ghi vào biên bản. Đề nghị lập hồ sơ ở mục Kiểm phiếu.",
)
KEYS_REMAIN = Refused(
    "keys_remain",
    "Chưa huỷ chìa khoá hòm phiếu. Đề nghị tổ kiểm phiếu huỷ đủ 03 mã chìa khoá rồi mới lập văn bản.",
)
ENDS_BEFORE_START = Refused("ends_before_start", "Giờ kết thúc kiểm phiếu phải sau giờ bắt đầu mở hòm phiếu.")
BEFORE_CONFERENCE = Refused(
    "before_conference",
    "Ngày mở hòm phiếu không thể trước ngày họp. Đề nghị xem lại ngày, tháng, năm đã ghi.",
)
OUTSIDE_SCOPE = Refused(
    "outside_scope",
    "Đồng chí chưa được giao đủ các đơn vị của đợt này nên không xem được số liệu chung. "
    "Đề nghị quản trị viên giao thêm phạm vi đơn vị.",
)
TWO_FORMS = Refused(
    "two_forms",
    "Các hội nghị của đợt này dùng hai mẫu phiếu khác nhau nên không cộng được. Đề nghị xem kết quả từng người.",
)
NO_RESULT_YET = Refused(
    "no_result_yet",
    "Đợt này chưa có kết quả nào được xác nhận. Đề nghị mở hòm phiếu và nhập kết quả ở mục Kiểm phiếu trước.",
)
ROUND_KEYS_REMAIN = Refused(
    "keys_remain",
    "Còn hòm phiếu của đợt chưa huỷ chìa khoá. Đề nghị tổ kiểm phiếu huỷ đủ mã chìa khoá rồi mới lập báo cáo.",
)
ROUND_UNEXPLAINED = Refused(
    "unexplained",
    "Có hội nghị mà số liệu không khớp nhau nên chưa lập được báo cáo. Đề nghị tổ kiểm phiếu kiểm tra lại.",
)
NO_ASSESSMENT = Refused(
    "no_assessment", "Chưa viết phần đánh giá chung. Đề nghị viết lời văn của báo cáo trước khi lưu."
)
DISCLOSING = Refused(
    "disclosing",
    "Cộng trừ các bảng của báo cáo sẽ biết kết quả của nhóm có ít người hoặc gần như thống nhất, nên báo cáo chưa được lưu. "
    "Đề nghị báo quản trị viên hệ thống kiểm tra lại số liệu.",
)
WORDS_CHANGED = Refused(
    "changed_meanwhile",
    "Cán bộ khác vừa sửa lời văn của báo cáo này. Đề nghị xem lại lời văn mới rồi sửa tiếp.",
)
REMARKS_WAITING = Refused(
    "remarks_waiting",
    "Hai cán bộ ngoài đơn vị chưa biên tập xong ý kiến ghi trên phiếu nên chưa lập được bảng tổng hợp.",
)
ROUND_REMARKS_WAITING = Refused(
    "remarks_waiting",
    "Còn ý kiến ghi trên phiếu chưa biên tập xong nên chưa lập được báo cáo. Đề nghị hai cán bộ biên tập hoàn thành trước.",
)
NOTHING_TO_MAKE = Refused(
    "nothing_to_make", "Mọi văn bản thuộc phần việc của đồng chí trong đợt này đã được lập."
)


def unfinished(conferences: int) -> Refused:
    """Return the refusal of a report before the round's last result."""
    return Refused(
        "round_unfinished",
        f"Còn {conferences} hội nghị của đợt chưa có kết quả. Báo cáo được lập một lần, khi đã đủ kết quả.",
    )
