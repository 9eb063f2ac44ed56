"""Everything this room may refuse, each with its sentence: what is wrong, and what to do (DESIGN §2)."""

from guong.core.confirmation_pin import MOST_WRONG
from guong.core.outcome import Refused

CHANGED_MEANWHILE = Refused(
    "changed_meanwhile",
    "Một đồng chí khác vừa sửa hội nghị này. Nội dung mới nhất đã hiện trên trang; đề nghị xem lại rồi lưu.",
)
NO_HEAD = Refused(
    "no_head",
    "Sổ bộ chưa ghi người đứng đầu của đơn vị này vào ngày họp. Đề nghị cập nhật sổ bộ rồi lập hội nghị.",
)
NOT_IN_POST = Refused(
    "not_in_post",
    "Người được góp ý không giữ chức vụ này vào ngày họp. Đề nghị xem lại ngày họp hoặc cập nhật sổ bộ.",
)
TWICE = Refused(
    "subject_twice", "Một đồng chí chỉ được góp ý một lần trong hội nghị. Đề nghị bỏ tên bị trùng."
)
OTHER_UNIT = Refused(
    "other_unit", "Người được góp ý không giữ chức vụ ở đơn vị này. Đề nghị chọn lại đơn vị hoặc chức vụ."
)
NO_STAFF = Refused(
    "no_staff",
    "Sổ bộ chưa có danh sách cán bộ trong biên chế của đơn vị này. Đề nghị nhập danh sách ở mục Sổ bộ trước.",
)
NO_WARD_VOTERS = Refused(
    "no_ward_voters",
    "Sổ bộ chưa có năm thành phần tham gia góp ý của phường này. Đề nghị nhập danh sách ở mục Sổ bộ trước.",
)
ROLL_IN_USE = Refused(
    "roll_in_use",
    "Danh sách đã dùng để lập yêu cầu hòm phiếu nên không lập lại được. Muốn sửa, đề nghị bổ sung hoặc rút từng người.",
)
ROLL_FROZEN = Refused(
    "roll_frozen",
    "Đã mở hòm phiếu nên danh sách không sửa được nữa. Đề nghị ghi việc này vào biên bản hội nghị.",
)
NEEDS_REASON = Refused(
    "needs_reason", "Mỗi thay đổi cần có lý do và tên người chủ trì đã quyết định. Đề nghị điền đủ hai ô."
)
ALREADY_ON_ROLL = Refused("already_on_roll", "Đồng chí này đã có trong danh sách.")
NOT_ON_STAFF = Refused(
    "not_on_staff", "Người này không có trong danh sách của đơn vị. Đề nghị cập nhật sổ bộ trước."
)
CONTRACT = Refused(
    "contract_staff",
    "Người này là lao động hợp đồng, không thuộc biên chế nên không tham gia góp ý. Nếu sổ bộ ghi sai, đề nghị sửa sổ bộ.",
)
IS_SUBJECT = Refused("is_subject", "Người được góp ý không tham gia góp ý trong hội nghị của mình.")
MORE_THAN_SLIPS = Refused(
    "more_than_slips",
    "Số người sẽ nhiều hơn số thẻ bỏ phiếu đã làm. Đề nghị huỷ hòm phiếu này và lập lại yêu cầu trước khi bổ sung.",
)
BOARD_INCOMPLETE = Refused(
    "board_incomplete",
    "Cần có tổ trưởng, thư ký, ít nhất một thành viên tổ kiểm phiếu và một đại biểu chứng kiến. Đề nghị điền đủ tên.",
)
BOARD_HAS_SUBJECT = Refused(
    "board_has_subject", "Người được góp ý không được ở trong tổ kiểm phiếu hoặc làm đại biểu chứng kiến."
)
BOARD_TWICE = Refused(
    "board_twice", "Một đồng chí chỉ giữ một nhiệm vụ trong tổ kiểm phiếu. Đề nghị bỏ tên bị trùng."
)
BOARD_FROZEN = Refused(
    "board_frozen",
    "Đã mở hòm phiếu nên tổ kiểm phiếu không thay đổi được nữa. Đề nghị ghi việc này vào biên bản hội nghị.",
)
ALREADY_HELD = Refused(
    "already_held",
    "Hội nghị đã mở hòm phiếu nên không đổi được ngày, giờ, địa điểm và người điều hành. Nếu phải họp lại, đề nghị ghi sự việc "
    "vào biên bản và xin ý kiến cơ quan chủ trì.",
)
NEEDS_WHY = Refused("needs_why", "Mỗi lần đổi lịch cần có lý do để báo cho đơn vị. Đề nghị ghi lý do.")
SAME_SITTING = Refused(
    "same_sitting", "Ngày, giờ và địa điểm chưa có gì thay đổi. Đề nghị sửa ít nhất một ô rồi lưu."
)
NEEDS_OFFICIALS = Refused(
    "needs_officials", "Hội nghị phải có người chủ trì và thư ký. Đề nghị điền đủ hai tên."
)
NOT_A_REHEARSAL = Refused(
    "not_a_rehearsal", "Hội nghị này không phải hội nghị thử nên không xoá được. Đề nghị quay lại danh sách."
)
REHEARSAL_RUNNING = Refused(
    "rehearsal_running",
    "Hội nghị thử đang nhận phiếu. Đề nghị kết thúc bỏ phiếu thử rồi xoá, để máy không nhận thêm phiếu thử nào.",
)
CANCELLED = Refused(
    "cancelled",
    "Hội nghị này đã huỷ nên không sửa, không chuẩn bị tiếp được. Nếu vẫn phải họp, đề nghị lập hội nghị mới của đơn vị.",
)
NAMES_ENDED = Refused(
    "names_ended",
    "Tên trong danh sách đã xoá theo thời hạn giữ dữ liệu cá nhân. Danh sách đã ký nằm trong hồ sơ lưu của hội nghị.",
)
TOO_LATE_TO_CANCEL = Refused(
    "too_late_to_cancel",
    "Hòm phiếu của hội nghị đã mở nên không huỷ được nữa. Đề nghị kết thúc bỏ phiếu, ghi sự việc vào biên bản và xin ý kiến cơ "
    "quan chủ trì.",
)
CANCELLING_NEEDS_WHY = Refused(
    "cancelling_needs_why",
    "Huỷ hội nghị phải có lý do và người quyết định, để báo cho đơn vị và lưu hồ sơ. Đề nghị điền đủ hai ô.",
)
REHEARSAL_IS_DELETED = Refused(
    "rehearsal_is_deleted",
    "Hội nghị thử thì xoá hẳn chứ không huỷ. Đề nghị dùng nút “Xoá hội nghị thử” ở trang Hội nghị thử.",
)
NO_INCIDENT = Refused("no_incident", "Chưa ghi sự việc. Đề nghị ghi một câu về việc đã xảy ra.")
INCIDENT_GONE = Refused(
    "incident_gone", "Không thấy sự việc này trong hội nghị. Đề nghị tải lại trang rồi ghi lại."
)
ROLL_NOT_AGREED = Refused(
    "roll_not_agreed", "Danh sách người tham gia chưa được chốt. Đề nghị chốt danh sách trước."
)
KEYS_ALREADY_TAKEN = Refused(
    "keys_already_taken",
    "Hòm phiếu đã được chuẩn bị theo tệp khoá đã nhận. Muốn làm bộ thẻ mới, đề nghị huỷ hòm phiếu này và lập lại.",
)
NO_REQUEST = Refused("no_request", "Chưa lập yêu cầu hòm phiếu. Đề nghị tải tệp yêu cầu và làm bước 3 trước.")
NOT_KEYS = Refused(
    "not_keys",
    "Tệp này không phải tệp khoá công khai hoặc đã bị sửa. Đề nghị chọn đúng tệp do máy của tổ kiểm phiếu ghi ra.",
)
OTHER_POLL = Refused(
    "other_poll", "Tệp khoá này của hội nghị khác. Đề nghị chọn tệp khoá làm cho đúng hội nghị này."
)
OTHER_REQUEST = Refused(
    "other_request",
    "Tệp khoá này làm theo một yêu cầu khác, có thể là bản yêu cầu cũ. Đề nghị tải lại yêu cầu, làm lại tệp khoá.",
)
OTHER_COUNTS = Refused(
    "other_counts",
    "Số thẻ hoặc số bàn nhập phiếu trong tệp khoá khác với yêu cầu. Đề nghị làm lại tệp khoá trên máy của tổ kiểm phiếu.",
)
NO_KEYS = Refused("no_keys", "Chưa nhận tệp khoá công khai. Đề nghị làm bước 4 trước.")
NOT_PRINTED = Refused(
    "not_printed",
    "Chưa xác nhận đã in danh sách ký nhận, thẻ bỏ phiếu và phiếu giấy. Đề nghị làm bước 5 trước.",
)
PLAIN_HTTP = Refused(
    "plain_http",
    "Địa chỉ bỏ phiếu chưa được bảo vệ (HTTPS). Đề nghị cấu hình HTTPS; nếu vẫn mở, phải có quyết định được ghi lại và "
    "nói cho người bỏ phiếu biết.",
)
NOT_IN_HALL = Refused(
    "not_in_hall", "Việc này chỉ làm được trong hội nghị, trước khi kết thúc bỏ phiếu. Đề nghị tải lại trang."
)
NO_MORE_SETS = Refused(
    "no_more_sets",
    "Số bộ phiếu giấy đã phát không thể nhiều hơn số người được triệu tập. Đề nghị kiểm tra lại.",
)
NO_SETS = Refused("no_sets", "Chưa phát bộ phiếu giấy nào nên không trừ được.")
TOO_FEW_FOR_SCREEN = Refused(
    "too_few_for_screen",
    "Dưới 10 người bỏ phiếu bằng thẻ thì màn hình không báo “Đã nhận đủ”: trong nhóm ít người, dòng chữ ấy cho thấy phiếu "
    "của ai vừa đến. Đề nghị chủ trì hỏi chung cả hội trường rồi kết thúc.",
)
MORE_THAN_ROLL = Refused(
    "more_than_roll",
    "Số người bỏ phiếu bằng thẻ không thể nhiều hơn số người được triệu tập. Đề nghị kiểm tra lại.",
)
SCREEN_TRIES_USED = Refused(
    "screen_tries_used",
    "Số này đã khai ba lần nên không đổi được nữa: khai nhiều lần thì dò ra được số phiếu trong hòm. Màn hình giữ số đã khai.",
)
NOBODY_PRESENT = Refused(
    "nobody_present",
    "Chưa ghi ai có mặt. Đề nghị điểm danh hoặc nhập tổng số theo danh sách ký nhận trước khi kết thúc bỏ phiếu.",
)
NEEDS_SECOND = Refused(
    "needs_second",
    "Mở, mở lại và kết thúc bỏ phiếu phải có người thứ hai xác nhận. Đề nghị một người giữ phong bì chìa khoá chọn tên mình và "
    "gõ mã xác nhận, hoặc một cán bộ khác xác nhận trên máy của đồng chí ấy.",
)
PINS_DIFFER = Refused("pins_differ", "Hai lần gõ mã xác nhận khác nhau. Đề nghị gõ lại cả hai lần.")
NOT_A_KEEPER = Refused(
    "not_a_keeper",
    "Chỉ tổ trưởng, thư ký tổ kiểm phiếu và đại biểu chứng kiến của hội nghị này xác nhận được. Đề nghị chọn lại tên.",
)
NO_PIN = Refused(
    "no_pin",
    "Đồng chí này chưa chọn mã xác nhận. Đề nghị đồng chí ấy tự chọn mã ở trang “Mã xác nhận” trước.",
)
WRONG_PIN = Refused("wrong_pin", "Mã xác nhận chưa đúng. Đề nghị chính đồng chí ấy gõ lại.")
PIN_LOCKED = Refused(
    "pin_locked",
    f"Mã xác nhận này đã gõ sai {MOST_WRONG} lần nên không dùng được nữa. Đề nghị người khác trong tổ xác nhận, hoặc đồng chí ấy "
    "chọn mã mới ở trang “Mã xác nhận”.",
)
SAME_OFFICER = Refused(
    "same_officer", "Người đề nghị không tự xác nhận được. Đề nghị một cán bộ khác đăng nhập và xác nhận."
)
OTHER_SCOPE = Refused(
    "other_scope",
    "Cán bộ này không phụ trách đơn vị của hội nghị nên không xác nhận được. Đề nghị một cán bộ khác.",
)
NOTHING_ASKED = Refused(
    "nothing_asked", "Không còn đề nghị nào chờ xác nhận. Đề nghị tải lại trang để xem tình trạng hòm phiếu."
)
NOT_SURE = Refused("not_sure", "Chưa đánh dấu ô xác nhận. Kết thúc rồi thì không mở lại được.")
BY_LISTS = Refused(
    "by_lists",
    "Hội nghị này dùng danh sách ký trên giấy nên không điểm danh, không đếm phiếu giấy trên máy. Cuối buổi nhập tổng số từng bàn.",
)
BY_TICKS = Refused(
    "by_ticks",
    "Hội nghị này điểm danh từng người trên máy nên không nhập tổng số theo bàn. Đề nghị kiểm tra lại phần điểm danh.",
)
ATTENDANCE_FIXED = Refused(
    "attendance_fixed",
    "Đã mở bỏ phiếu nên không đổi cách ghi người có mặt được nữa. Đề nghị ghi tiếp theo cách đã chọn.",
)
NUMBER_OF_DESKS = Refused("number_of_desks", "Số bàn ký nhận từ 1 đến 9. Đề nghị ghi lại số bàn.")
NO_SUCH_DESK = Refused("no_such_desk", "Không có bàn ký nhận này. Đề nghị tải lại trang rồi nhập lại.")
SETS_ABOVE_SIGNATURES = Refused(
    "sets_above_signatures",
    "Số bộ phiếu giấy đã phát nhiều hơn số chữ ký của bàn này. Mỗi người ký một lần, nhận nhiều nhất một bộ: đề nghị đếm lại.",
)
SIGNATURES_ABOVE_ROLL = Refused(
    "signatures_above_roll",
    "Tổng chữ ký các bàn nhiều hơn số người được triệu tập. Đề nghị đếm lại chữ ký của từng bàn.",
)
SLIPS_ABOVE_PRINTED = Refused(
    "slips_above_printed", "Tổng số thẻ còn lại của các bàn nhiều hơn số thẻ đã in. Đề nghị đếm lại."
)
DESKS_MISSING = Refused(
    "desks_missing",
    "Chưa nhập đủ tổng số của các bàn ký nhận. Đề nghị nhập chữ ký, phiếu giấy, thẻ còn lại của từng bàn trước khi kết thúc.",
)
NOT_A_NUMBER = Refused(
    "not_a_number",
    "Ba ô chữ ký, phiếu giấy, thẻ còn lại đều phải ghi số (không có thì ghi 0). Đề nghị nhập lại.",
)
NOT_BY_HAND = Refused(
    "not_by_hand", "Mục này do máy tự kiểm tra, không đánh dấu bằng tay. Đề nghị làm theo lời ghi ở mục ấy."
)
ALREADY_OPENED = Refused(
    "already_opened",
    "Hòm phiếu đã mở nên phần kiểm tra trước khi mở không sửa được nữa. Đề nghị về bàn hội trường.",
)
# What a photograph of slips may turn out to be, by the reader's reason.
PHOTO = {
    "type": Refused(
        "photo_type",
        "Tệp này không phải ảnh JPEG, PNG hoặc WebP. Đề nghị chụp lại bằng máy ảnh của điện thoại, hoặc gõ mã.",
    ),
    "size": Refused("photo_size", "Ảnh lớn quá 12 MB. Đề nghị chụp lại ở cỡ nhỏ hơn, hoặc gõ mã."),
    "pixels": Refused(
        "photo_pixels", "Ảnh có quá 60 triệu điểm ảnh. Đề nghị chụp lại ở cỡ nhỏ hơn, hoặc gõ mã."
    ),
    "many": Refused(
        "photo_many", "Trong ảnh có quá 60 mã. Đề nghị chụp từng phần, mỗi ảnh không quá 60 thẻ."
    ),
}
NO_SLIP_SEEN = Refused(
    "no_slip_seen",
    "Không đọc được mã của thẻ nào trong ảnh. Đề nghị mở phẳng thẻ, chụp thẳng, gần và đủ sáng; hoặc gõ mã.",
)
NOT_ONE_SLIP = Refused(
    "not_one_slip", "Trong ảnh có nhiều thẻ. Đề nghị chụp riêng thẻ được trả lại, để không ghi nhầm thẻ khác."
)
