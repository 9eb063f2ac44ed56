"""The refusals of this room, each with the sentence that the officer reads."""

from guong.core.outcome import Refused

NOT_CLOSED = Refused(
    "not_closed", "Hội nghị chưa kết thúc bỏ phiếu. Đề nghị kết thúc bỏ phiếu trước, rồi mới kiểm đếm."
)
SAME_TYPIST = Refused("same_typist", "Hai lần nhập số liệu đếm tay phải do hai người khác nhau thực hiện.")
ALREADY_COUNTED = Refused("already_counted", "Số liệu đếm tay đã được hai người nhập khớp nhau và đã chốt.")
COUNTS_DIFFER = Refused(
    "counts_differ",
    "Hai người nhập số liệu khác nhau. Đề nghị hai người đếm lại rồi cùng nhập lại từ đầu.",
)
TYPED_MEANWHILE = Refused(
    "typed_meanwhile",
    "Số liệu đã có người khác vừa nhập. Trang hiện việc tiếp theo; đề nghị xem lại rồi làm tiếp.",
)
NO_CODE = Refused("no_code", "Chưa có mã. Đề nghị quét hoặc gõ mã trên thẻ còn lại.")
NO_HAND_COUNT = Refused("no_hand_count", "Chưa có số liệu đếm tay của hai người. Đề nghị đếm và nhập trước.")
LEFT_OVER_UNCHECKED = Refused(
    "left_over_unchecked",
    "Chưa kiểm hết thẻ còn lại. Đề nghị quét hoặc gõ mã của từng thẻ còn lại cho đủ số đã đếm.",
)
SHEETS_MISSING = Refused(
    "sheets_missing", "Chưa nhập đủ phiếu giấy đã đếm. Đề nghị nhập hết phiếu giấy rồi mới niêm phong."
)
SHEETS_SURPLUS = Refused(
    "sheets_surplus",
    "Số phiếu giấy đã nhập nhiều hơn số phiếu đã đếm trong hòm. Đề nghị hai người đếm lại phiếu giấy ở bàn nhập phiếu.",
)
UNEXPLAINED = Refused(
    "unexplained",
    "Số liệu chưa khớp và chưa có giải trình được hai người xác nhận. Đề nghị đếm lại hoặc ghi giải trình.",
)
BEYOND_LIMITS = Refused(
    "beyond_limits",
    "Số liệu vượt giới hạn không thể giải trình (chữ ký nhiều hơn danh sách, phiếu giấy nhiều hơn số đã phát, "
    "hoặc thẻ phát lại nhiều hơn thẻ hỏng). Đề nghị đếm lại.",
)
BAD_EXPLANATION = Refused(
    "bad_explanation", "Giải trình phải có lý do và tên của hai người xác nhận khác nhau."
)
NOTHING_TO_EXPLAIN = Refused("nothing_to_explain", "Phép đối chiếu này đã khớp, không cần giải trình.")
ALREADY_SEALED = Refused("already_sealed", "Hòm phiếu đã niêm phong nên số liệu kiểm đếm không sửa được nữa.")
LEFT_OVER_USED = Refused(
    "used",
    "BÁO ĐỘNG: thẻ vừa kiểm còn nằm trong hộp nhưng đã được dùng để bỏ phiếu. Để riêng thẻ này, báo ngay tổ trưởng và đại "
    "biểu chứng kiến. Nếu hội nghị vẫn tiếp tục, phải ghi giải trình ở bước đối chiếu, có hai người xác nhận.",
)
NOT_LEFT_OVER = Refused(
    "not_left_over",
    "Thẻ này đã ghi là thẻ đổi, thẻ hỏng hoặc thuộc bộ thẻ đã huỷ nên không phải thẻ còn lại. Đề nghị để riêng và đếm lại.",
)
# What a leftover slip may turn out to be, by the urn's reason.
LEFT_OVER = {
    "used": LEFT_OVER_USED,
    "exchanged": NOT_LEFT_OVER,
    "spoiled": NOT_LEFT_OVER,
    "void": NOT_LEFT_OVER,
}
NOT_SEALED = Refused(
    "not_sealed", "Hòm phiếu chưa được niêm phong. Đề nghị niêm phong trước khi nhập kết quả."
)
SAME_CONFIRMER = Refused(
    "same_confirmer", "Kết quả phải được hai người khác nhau trong tổ kiểm phiếu xác nhận."
)
NOT_ON_BOARD = Refused("not_on_board", "Người xác nhận phải có tên trong quyết định thành lập tổ kiểm phiếu.")
CODES_DIFFER = Refused(
    "codes_differ",
    "Mã kết quả đã gõ không khớp với tệp kết quả. Hai chương trình phải cho cùng một mã: đề nghị đọc lại mã trên hai máy; "
    "nếu vẫn khác nhau, dừng lại và lập biên bản.",
)
OTHER_RESULT = Refused(
    "other_result",
    "Hội nghị này đã có kết quả được xác nhận và tệp vừa chọn là kết quả khác. Kết quả đã xác nhận được giữ nguyên.",
)
RESULT_LOST = Refused(
    "result_lost",
    "Hòm phiếu đã được mở nhưng sổ của máy chủ không còn kết quả đã xác nhận, có thể do vừa khôi phục một bản sao lưu cũ. "
    "Đề nghị quản trị viên khôi phục bản sao lưu mới hơn; chưa nhập lại kết quả.",
)
FILE_TOO_LARGE = Refused(
    "file_too_large", "Tệp quá lớn. Đề nghị chọn đúng tệp do chương trình mở hòm phiếu lập ra."
)
BAD_ARCHIVE = Refused(
    "bad_archive",
    "Tệp lưu kết quả không đúng định dạng. Đề nghị chọn tệp có tên bắt đầu bằng “archive”, tải ở máy mở hòm phiếu.",
)
NOT_OPENED = Refused("not_opened", "Hòm phiếu chưa được mở và xác nhận kết quả.")
NO_BUNDLE = Refused(
    "no_bundle", "Chưa lập hồ sơ kiểm tra. Đề nghị lập hồ sơ trước, vì sau khi huỷ thì không lập lại được."
)
BUNDLED_APART = Refused(
    "bundled_apart",
    "Hội nghị này đã có hồ sơ kiểm tra khác, mã hồ sơ có thể đã in trong biên bản. Đề nghị lập hồ sơ chung cho các hội nghị còn lại.",
)
EARLIER_MISSING = Refused(
    "earlier_missing",
    "Phần công khai của hồ sơ kiểm tra đợt trước không còn trên máy chủ nên chưa lập được hồ sơ chung của kế hoạch. "
    "Đề nghị quản trị viên chép lại thư mục public của hồ sơ ấy.",
)
HANDED_OVER = Refused(
    "handed_over",
    "Phần niêm phong của hồ sơ đã bàn giao và xoá khỏi máy chủ khi huỷ chìa khoá nên không tải lại được.",
)
SHARED_KEYS = Refused(
    "shared_keys",
    "Bộ chìa khoá này dùng chung cho nhiều hội nghị có chung hồ sơ kiểm tra. Đề nghị huỷ một lần cho tất cả ở trang Ngày mở hòm phiếu.",
)
OTHERS_LEFT = Refused(
    "others_left",
    "Hồ sơ kiểm tra chung còn hội nghị khác chưa có trong lần huỷ này. Đề nghị huỷ chìa khoá một lần cho đủ các hội nghị.",
)
KEYS_NOT_THREE = Refused("keys_not_three", "Phải huỷ đủ 03 mã chìa khoá. Đề nghị kiểm lại các phong bì.")
TWO_WITNESSES = Refused(
    "two_witnesses", "Việc huỷ chìa khoá phải có tên của tổ trưởng và của một đại biểu chứng kiến khác."
)

# Limits of formats §12.6 that a hand count may break.
BREACHES = {
    "signatures_above_roll": "Số chữ ký nhiều hơn số người được triệu tập.",
    "sheets_above_sets": "Số phiếu giấy trong hòm nhiều hơn số bộ phiếu giấy đã phát.",
    "replaced_above_spoiled": "Số thẻ phát lại nhiều hơn số thẻ hỏng.",
}


def at(unit: str, refused: Refused) -> Refused:
    """Return a refusal of one among several conferences, with the unit's name in front."""
    return Refused(refused.reason, f"{unit}: {refused.sentence}")
