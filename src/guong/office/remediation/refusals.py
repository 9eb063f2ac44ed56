"""The refusals of this room that don't come from the rules, each with the sentence that the reader sees."""

from guong.core.outcome import Refused

CHANGED = Refused(
    "changed_meanwhile",
    "Kế hoạch vừa được sửa ở một cửa sổ khác. Chữ đồng chí đã gõ vẫn còn; đề nghị xem lại kế hoạch ở cửa sổ kia rồi lưu lại.",
)
NO_SUCH_ITEM = Refused("no_such_item", "Mục này không còn trong kế hoạch. Đề nghị tải lại trang kế hoạch.")
UNKNOWN_CRITERION = Refused(
    "unknown_criterion", "Nội dung đã chọn không có trong mẫu phiếu. Đề nghị chọn lại trong danh sách."
)
NOT_A_PICTURE = Refused(
    "not_a_picture", "Ảnh bị hỏng hoặc quá lớn nên không mở được. Đề nghị chụp lại, hoặc gửi bằng tệp PDF."
)
NOT_ON_PAPER = Refused(
    "not_on_paper",
    "Đồng chí ấy đã tự soạn kế hoạch trên máy. Đề nghị để đồng chí ấy trình; không nhập thay từ bản giấy.",
)
NOTHING_DUE = Refused("nothing_due", "Không có việc nào quá hạn hay sắp đến hạn nên không cần giấy nhắc.")
