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
