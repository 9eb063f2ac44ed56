"""The refusals of this room, each with the sentence that the officer reads."""

from guong.core.outcome import Refused

NOT_COUNTED = Refused(
    "not_counted",
    "Chưa kiểm phiếu xong nên chưa biên tập ý kiến được. Đề nghị tổ kiểm phiếu hoàn thành kết quả, huỷ chìa khoá trước.",
)
TOO_FEW = Refused(
    "too_few", "Không có ý kiến để biên tập: nhóm có ít người nên ý kiến ghi trên phiếu không được giữ lại."
)
NOTHING_WRITTEN = Refused("nothing_written", "Không ai ghi ý kiến nào về đồng chí này. Không cần biên tập.")
OWN_UNIT = Refused(
    "own_unit",
    "Đồng chí thuộc đơn vị này, hoặc trùng họ tên với một người của đơn vị, nên không biên tập ý kiến ở đây. "
    "Đề nghị cán bộ ngoài đơn vị làm.",
)
NO_SEAT_LEFT = Refused(
    "no_seat_left",
    "Đã có hai cán bộ nhận biên tập ý kiến đối với đồng chí này. Muốn thay, một trong hai người phải thôi nhận.",
)
NOT_SEATED = Refused(
    "not_seated", "Chỉ hai cán bộ đã nhận việc mới xem được bản gốc. Đề nghị bấm “Nhận biên tập” trước."
)
ENDED = Refused(
    "ended", "Đã kết thúc biên tập ý kiến đối với đồng chí này; bản gốc đã huỷ, không xem lại được."
)
GONE = Refused("gone", "Ý kiến này không còn ở bàn biên tập. Đề nghị chọn ý kiến khác.")
CHANGED = Refused(
    "changed_meanwhile",
    "Đồng chí kia vừa sửa ý kiến này nên chưa lưu phần của đồng chí. Đề nghị xem bản của đồng chí kia rồi lưu lại nếu cần.",
)
OWN_PROPOSAL = Refused(
    "own_proposal",
    "Đồng chí không tự xác nhận phần mình biên tập. Đề nghị chờ đồng chí kia xác nhận hoặc trả lại.",
)
NOT_PROPOSED = Refused(
    "not_proposed", "Ý kiến này không chờ xác nhận. Đề nghị chọn ý kiến khác trong mục “Xác nhận”."
)
NO_ANSWER = Refused("no_answer", "Chưa ghi vì sao trả lại. Đề nghị ghi để đồng chí kia biết cần sửa gì.")
LONG_ANSWER = Refused("long_answer", "Lời trả lại dài quá 300 ký tự. Đề nghị viết ngắn hơn.")
NO_SUCH_THEME = Refused("no_such_theme", "Không có ý kiến nào thuộc chủ đề này. Đề nghị tải lại trang.")
END_NOT_ASKED = Refused(
    "end_not_asked", "Chưa có đồng chí nào đề nghị kết thúc, hoặc bản tổng hợp vừa thay đổi. Đề nghị xem lại."
)
OWN_END = Refused(
    "own_end", "Đồng chí đã đề nghị kết thúc; việc kết thúc và huỷ bản gốc phải do đồng chí kia xác nhận."
)
NOT_ENDED = Refused("not_ended", "Việc biên tập ý kiến đối với đồng chí này chưa kết thúc, không cần mở lại.")
NO_REASON_TO_REOPEN = Refused(
    "no_reason", "Chưa ghi lý do mở lại việc biên tập. Đề nghị ghi lý do, không trích ý kiến."
)


def unfinished(left: int) -> Refused:
    """Return the refusal of an end while remarks still wait for one of the two."""
    return Refused(
        "unfinished", f"Còn {left} ý kiến chưa được cả hai đồng chí thống nhất nên chưa kết thúc được."
    )
