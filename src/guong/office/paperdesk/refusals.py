"""Everything the paper desk may refuse, each with its sentence (DESIGN §2)."""

from guong.core.outcome import Refused

NOT_CLOSED = Refused(
    "not_closed", "Chỉ nhập phiếu giấy sau khi kết thúc bỏ phiếu và trước khi niêm phong hòm phiếu."
)
UNKNOWN_SUBJECT = Refused("unknown_subject", "Hội nghị này không góp ý người đó. Đề nghị chọn lại.")
TWO_COUNTERS = Refused(
    "two_counters", "Cần tên hai người khác nhau cùng đếm hoặc cùng nhập. Đề nghị điền đủ hai tên."
)
COUNTS_DIFFER = Refused(
    "counts_differ", "Hai người đếm ra hai số khác nhau. Đề nghị cùng đếm lại số phiếu giấy trong hòm."
)
MORE_THAN_HANDED_OUT = Refused(
    "more_than_handed_out",
    "Số phiếu giấy trong hòm nhiều hơn số bộ đã phát. Đề nghị đếm lại; nếu vẫn vậy, dừng lại và báo tổ trưởng tổ kiểm phiếu.",
)
FEWER_THAN_ENTERED = Refused(
    "fewer_than_entered", "Số phiếu đếm được không thể ít hơn số phiếu đã nhập. Đề nghị đếm lại."
)
OF_THE_UNIT = Refused(
    "of_the_unit",
    "Người nhập phiếu phải ở ngoài đơn vị được lấy ý kiến, vì nét chữ có thể bị nhận ra. Đề nghị cử người khác.",
)
NOT_COUNTED = Refused(
    "not_counted",
    "Chưa ghi số phiếu giấy đếm được trong hòm. Đề nghị hai người đếm và ghi số trước khi nhập.",
)
ALL_ENTERED = Refused(
    "all_entered",
    "Đã nhập đủ số phiếu đếm được cho người này. Nếu còn phiếu, đề nghị đếm lại số phiếu trong hòm.",
)
MALFORMED = Refused(
    "malformed", "Dữ liệu gửi lên không đúng khuôn dạng. Đề nghị tải lại trang rồi nhập lại tờ phiếu."
)
NOT_ALL_ENTERED = Refused(
    "not_all_entered", "Chưa nhập đủ số phiếu đếm được, nên chưa lập nhật ký nhập phiếu."
)
BAD_BATCH = Refused(
    "bad_batch",
    "Tệp vừa chọn không phải tệp phiếu đã niêm phong, hoặc đã bị sửa. Đề nghị tải lại từ bàn quét.",
)
OTHER_BATCH = Refused(
    "other_batch", "Tệp vừa chọn là của hội nghị hoặc người được góp ý khác. Đề nghị chọn đúng tệp."
)
BATCH_TWICE = Refused(
    "batch_twice", "Tập phiếu này đã nạp rồi, không tính lần nữa. Trên bàn quét, bấm nút báo đã nhận tệp."
)
SLOTS_TAKEN = Refused(
    "slots_taken",
    "Trong lúc quét đã có tờ được nhập tay nên chưa nhận tập này. Đề nghị tải tệp bàn quét mới, "
    "niêm phong lại tập ấy trên bàn quét rồi nạp lại.",
)
THREE_VERIFIERS = Refused(
    "three_verifiers", "Quét phiếu cần thêm tên người thứ ba, khác hai người nhập. Đề nghị điền tên."
)
BATCH_UNFINISHED = Refused(
    "batch_unfinished",
    "Lần trước máy chủ dừng giữa chừng khi nạp tập này. Đề nghị nạp lại đúng tệp lần trước; tập vẫn chỉ tính một lần.",
)
