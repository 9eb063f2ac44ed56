"""Everything the urn may refuse, each with its sentence: what is wrong, and what to do (DESIGN §2)."""

from collections.abc import Mapping

from guong.core.lifecycle import PollState, SlotState
from guong.core.outcome import Refused

UNKNOWN_POLL = Refused(
    "unknown_poll", "Không tìm thấy hội nghị này. Đề nghị đồng chí quét lại mã trên thẻ bỏ phiếu của mình."
)
UNKNOWN_SLIP = Refused(
    "unknown_slip", "Thẻ này không có trong hội nghị này. Đề nghị đồng chí mang thẻ đến bàn phát thẻ."
)
BAD_SIGNATURE = Refused(
    "bad_signature",
    "Dữ liệu gửi lên không khớp với thẻ. Đề nghị đồng chí tải lại trang rồi quét lại mã trên thẻ.",
)
MALFORMED = Refused(
    "malformed",
    "Dữ liệu gửi lên không đúng khuôn dạng. Đề nghị đồng chí tải lại trang rồi quét lại mã trên thẻ.",
)
USED = Refused(
    "used",
    "Thẻ này đã được dùng để bỏ phiếu. Nếu không phải chính đồng chí đã bỏ, đề nghị báo ngay tổ kiểm phiếu.",
)
CLOSED = Refused(
    "closed",
    "Hội nghị đã kết thúc bỏ phiếu nên phiếu này không được nhận. Đề nghị đồng chí báo tổ kiểm phiếu.",
)
BUSY = Refused(
    "busy",
    "Máy chủ đang nhận nhiều phiếu cùng lúc. Máy sẽ tự gửi lại sau vài giây, đề nghị không đóng trang.",
)
STORAGE_FULL = Refused(
    "storage_full",
    "Máy chủ không ghi thêm được nên chưa nhận phiếu. Phiếu vẫn được giữ trên máy này, đề nghị báo bàn phát thẻ.",
)

# Why a slot that isn't free takes no ballot, told to whoever holds the slip.
SLOT: Mapping[SlotState, Refused] = {
    SlotState.CAST: USED,
    SlotState.EXCHANGED: Refused(
        "exchanged",
        "Thẻ này đã được đổi sang phiếu giấy. Đề nghị đồng chí ghi phiếu giấy và bỏ vào hòm phiếu.",
    ),
    SlotState.SPOILED: Refused(
        "spoiled", "Thẻ này đã báo hỏng và đã được thay. Đề nghị đồng chí dùng thẻ mới được phát."
    ),
    SlotState.LEFT_OVER: Refused(
        "left_over",
        "Thẻ này đã được kiểm là thẻ còn lại, chưa phát ra. Đề nghị đồng chí báo ngay tổ kiểm phiếu.",
    ),
    SlotState.VOID: Refused(
        "void", "Thẻ này thuộc bộ thẻ đã huỷ. Đề nghị đồng chí đổi thẻ mới tại bàn phát thẻ."
    ),
}

_CLOSED_STATES = (PollState.CLOSED, PollState.SEALED, PollState.OPENED, PollState.ERASED)
_PAUSED = Refused(
    "paused",
    "Việc bỏ phiếu đang tạm dừng. Phiếu vẫn được giữ trên máy này, đề nghị đồng chí chờ thông báo rồi gửi lại.",
)
# Why a poll takes no ballot now.
POLL: Mapping[PollState, Refused] = {
    PollState.PREPARED: Refused(
        "not_open", "Chưa đến giờ bỏ phiếu. Đề nghị đồng chí chờ chủ trì hội nghị thông báo rồi gửi lại."
    ),
    PollState.PAUSED: _PAUSED,
    PollState.SUSPENDED: _PAUSED,
    PollState.VOID: Refused(
        "void",
        "Lần bỏ phiếu này đã huỷ và sẽ được làm lại. Đề nghị đồng chí chờ thông báo của chủ trì hội nghị.",
    ),
} | dict.fromkeys(_CLOSED_STATES, CLOSED)

# What officers meet.
NO_POLL = Refused(
    "unknown_poll", "Hòm phiếu của hội nghị này chưa được chuẩn bị. Đề nghị nạp tệp khoá công khai trước."
)
NOT_THIS_STEP = Refused(
    "wrong_state",
    "Hòm phiếu không ở trạng thái cho phép việc này. Đề nghị tải lại trang để xem việc cần làm tiếp.",
)
NOT_A_REHEARSAL = Refused(
    "not_a_rehearsal",
    "Lần bỏ phiếu này không phải của hội nghị thử nên hòm phiếu không xoá. Đề nghị giữ nguyên và báo quản trị viên.",
)
CANNOT_WRITE = Refused(
    "storage_full",
    "Hòm phiếu không ghi được vào ổ đĩa. Đề nghị dọn chỗ trống hoặc kiểm tra ổ đĩa của máy chủ rồi thử lại.",
)
TRIAL_FAILED = Refused(
    "trial_failed",
    "Hòm phiếu trả lời phiếu thử không đúng. Chưa nên mở: đề nghị chạy lại máy chủ rồi thử lại, vẫn vậy thì báo người quản trị.",
)
NOT_CLOSED = Refused(
    "not_closed", "Chưa kết thúc bỏ phiếu nên chưa có số liệu. Đề nghị kết thúc bỏ phiếu trước."
)
OTHER_DEFINITION = Refused(
    "other_definition",
    "Hòm phiếu của hội nghị này đã được chuẩn bị với nội dung khác. Đề nghị kiểm tra lại tệp khoá công khai.",
)
OTHER_SLOTS = Refused(
    "other_slots", "Bộ thẻ này khác bộ thẻ đã chuẩn bị. Muốn thay cả bộ, đề nghị dùng mục “In lại cả bộ”."
)
OLD_SLOTS = Refused(
    "old_slots",
    "Bộ thẻ mới có thẻ trùng với bộ đã huỷ. Đề nghị tạo lại bộ thẻ mới trên máy của tổ kiểm phiếu.",
)
OTHER_PAPER_SETS = Refused(
    "other_paper_sets",
    "Đã kết thúc bỏ phiếu với số bộ phiếu giấy khác. Số này không sửa được nữa; đề nghị ghi giải trình vào biên bản.",
)
NO_PAPER_SLOT = Refused(
    "unknown_slip", "Không còn chỗ cho phiếu giấy này. Số phiếu giấy nhập vào không được quá số bộ đã phát."
)
PAPER_FILLED = Refused("used", "Phiếu giấy này đã được nhập. Đề nghị tải lại trang để nhập phiếu tiếp theo.")
BAD_STATION = Refused(
    "bad_signature",
    "Phiếu giấy không mang chữ ký của bàn nhập phiếu đã đăng ký. Đề nghị quét lại thẻ bàn nhập phiếu.",
)
URN_CHANGED = Refused(
    "urn_changed",
    "Phiếu trong hòm không khớp với danh sách đã chốt khi kết thúc bỏ phiếu. Dừng lại, lập biên bản và báo ban chỉ đạo.",
)
OTHER_DIGEST = Refused(
    "other_digest",
    "Hòm phiếu này đã được xác nhận với một mã kết quả khác. Đề nghị đối chiếu lại mã kết quả.",
)
ERASED = Refused(
    "erased", "Phiếu đã niêm phong trong máy chủ đã được xoá sau khi mở hòm, không xuất lại được."
)
