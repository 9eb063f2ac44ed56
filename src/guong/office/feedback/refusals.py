"""The refusals of this room, each with the sentence that the reader sees."""

from guong.core.outcome import Refused

VIEW_CHANGED = Refused(
    "changed_meanwhile",
    "Phần tự đánh giá vừa được sửa ở một cửa sổ khác. Đề nghị tải lại trang, xem lại rồi lưu.",
)
BAD_RATING = Refused(
    "bad_rating", "Có mức đánh giá không thuộc mẫu phiếu này. Đề nghị tải lại trang và chọn lại."
)
LONG_VIEW = Refused("long_view", "Phần tự nhìn lại dài quá 4.000 chữ cái. Đề nghị viết gọn lại.")
NO_REPLY = Refused("no_reply", "Chưa ghi nội dung. Đề nghị viết điều muốn trao đổi rồi gửi.")
LONG_REPLY = Refused(
    "long_reply", "Nội dung dài quá 4.000 chữ cái. Đề nghị viết gọn; tài liệu kèm theo gửi bằng văn bản."
)
REPLY_WAITS = Refused(
    "reply_waits",
    "Đồng chí đã gửi một ý kiến mà cơ quan chủ trì chưa trả lời. Đề nghị chờ trả lời rồi gửi tiếp.",
)
ANSWERED = Refused("answered", "Ý kiến này đã có trả lời. Đề nghị tải lại trang để xem.")
NOT_TOLD = Refused(
    "not_told", "Kết quả chưa được thông báo cho đồng chí ấy nên chưa ghi nhận được. Đề nghị thông báo trước."
)
BAD_DAY = Refused(
    "bad_day", "Ngày ký nhận phải từ ngày thông báo kết quả đến hôm nay. Đề nghị xem lại giấy báo nhận."
)
