"""Everything this room may refuse, each with its sentence: what is wrong, and what to do (DESIGN §2)."""

from guong.core.outcome import Refused

CHANGED_MEANWHILE = Refused(
    "changed_meanwhile",
    "Một đồng chí khác vừa ghi vào lần gắp thăm này. Nội dung mới nhất đã hiện trên trang; đề nghị xem lại rồi ghi tiếp.",
)
FRAME_CHANGED = Refused(
    "frame_changed",
    "Sổ bộ vừa thay đổi nên danh sách không còn như đồng chí đã xem. Đề nghị xem lại danh sách rồi mới chốt.",
)
DRAW_EXISTS = Refused(
    "draw_exists",
    "Đợt này đã có một lần gắp thăm. Đề nghị dùng lần gắp thăm đang có; chỉ huỷ được khi chưa gắp thăm nào.",
)
NOT_SCHOOLS = Refused(
    "not_schools", "Chỉ đợt lấy ý kiến ở các trường học mới gắp thăm. Đề nghị chọn lại đợt."
)
NOT_NOW = Refused(
    "not_now", "Lần gắp thăm này không còn ở bước ấy. Đề nghị tải lại trang và làm việc tiếp theo."
)
NOT_FROZEN = Refused("not_frozen", "Danh sách gắp thăm chưa chốt. Đề nghị chốt danh sách trước.")
NOT_PRINTED = Refused("not_printed", "Chưa in thăm. Đề nghị in, cắt đủ thăm cho từng cấp học trước khi gắp.")
PEOPLE_MISSING = Refused(
    "people_missing",
    "Cần ghi địa điểm, người chủ trì, thư ký, ít nhất một đại biểu chứng kiến và một người gắp thăm. "
    "Đề nghị điền đủ phần thành phần.",
)
PERSON_TWICE = Refused(
    "person_twice", "Một đồng chí chỉ giữ một nhiệm vụ khi gắp thăm. Đề nghị bỏ tên bị trùng."
)
CODE_NOT_READ = Refused(
    "code_not_read",
    "Chưa đọc mã danh sách gắp thăm cho mọi người nghe. Đề nghị đọc mã rồi đánh dấu vào ô xác nhận.",
)
LOTS_NOT_COUNTED = Refused(
    "lots_not_counted",
    "Chưa kiểm đủ số thăm trong từng hộp. Đề nghị đếm thăm theo danh sách trước mặt đại biểu rồi đánh dấu vào ô xác nhận.",
)
NOT_BEGUN = Refused(
    "not_begun", "Chưa bắt đầu gắp thăm. Đề nghị đọc mã danh sách, bấm bắt đầu rồi mới ghi thăm."
)
NO_LOT = Refused("no_lot", "Chưa chọn tên trường. Đề nghị chọn đúng tên ghi trên thăm vừa gắp.")
NOTHING_TO_TAKE_BACK = Refused(
    "nothing_to_take_back",
    "Cấp học này chưa ghi thăm nào, cấp học trước đã xác nhận xong nên không sửa được. Nếu phát hiện sai, "
    "đề nghị ghi vào biên bản.",
)
LEVEL_NOT_FULL = Refused(
    "level_not_full", "Cấp học này chưa ghi đủ số thăm. Đề nghị gắp tiếp cho đủ trường và trường dự phòng."
)
LEVELS_OPEN = Refused(
    "levels_open", "Còn cấp học chưa gắp xong. Đề nghị gắp đủ và xác nhận từng cấp học rồi mới kết thúc."
)
FIRST_LOT_DRAWN = Refused(
    "first_lot_drawn",
    "Đã gắp thăm thì không huỷ, không làm lại được. Nếu có sự cố, đề nghị ghi vào biên bản; "
    "trường trúng thăm chỉ được thay bằng trường dự phòng theo quyết định.",
)
NEEDS_REASON = Refused("needs_reason", "Cần ghi lý do. Đề nghị điền một câu ngắn rồi làm lại.")
NOT_DRAWN = Refused(
    "not_drawn",
    "Trường này không phải trường trúng thăm hoặc đã được thay. Đề nghị chọn lại trong các trường trúng thăm.",
)
NO_RESERVE_LEFT = Refused(
    "no_reserve_left",
    "Cấp học này không còn trường dự phòng. Đề nghị báo cáo cơ quan chủ trì quyết định cách xử lý.",
)
NOT_MINUTED = Refused("not_minuted", "Chưa lập biên bản gắp thăm. Đề nghị lập biên bản trước.")
ALREADY_FILED = Refused(
    "already_filed", "Văn bản này đã lập và đã có số. Đề nghị tải bản đã lưu; không lập lần thứ hai."
)
NOT_LAID_DOWN = Refused(
    "not_laid_down",
    "Chưa xác nhận các tờ giấy đã đặt đủ lên bàn trước khi mở đọc. Đề nghị làm đúng thứ tự rồi đánh dấu vào ô xác nhận.",
)
BEFORE_THE_DRAW = Refused(
    "before_the_draw", "Ngày ghi trên văn bản đứng trước ngày gắp thăm. Đề nghị sửa lại ngày."
)
PLAN_NOT_ISSUED = Refused(
    "plan_not_issued",
    "Kế hoạch chưa ban hành nên chưa chốt danh sách gắp thăm được. Đề nghị ban hành kế hoạch trước.",
)
