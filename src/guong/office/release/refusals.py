"""The refusals of this room, each with the sentence that the officer reads."""

from collections.abc import Sequence

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
NOTHING_TO_CORRECT = Refused(
    "nothing_to_correct", "Kết quả này chưa có số liệu nào được công bố nên không có gì để đính chính."
)
NOTHING_CHANGED = Refused(
    "nothing_changed", "Số đếm lại trùng với số liệu đang dùng nên không cần đính chính."
)
SAME_SIGNER = Refused("same_signer", "Hai người xác nhận số đếm lại phải là hai người khác nhau.")
NOT_ON_BOARD = Refused(
    "not_on_board", "Người xác nhận số đếm lại phải là thành viên tổ kiểm phiếu của hội nghị này."
)
NOT_AS_RELEASED = Refused(
    "not_as_released",
    "Số liệu tính lại khác số liệu đã công bố nên không hiển thị. Bản đã công bố vẫn có hiệu lực. "
    "Đề nghị báo quản trị viên hệ thống; nếu tổ kiểm phiếu đã đếm lại thì lập đính chính.",
)
HELD = Refused(
    "held",
    "Có kết quả vừa được giữ lại vì đặt cạnh lần lấy ý kiến trước sẽ biết kết quả của nhóm có ít người. "
    "Đề nghị xem lại trang kết quả rồi lập văn bản.",
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
NO_REPORT = Refused(
    "no_report",
    "Chưa lập báo cáo tổng hợp của đợt nên chưa trình được. Đề nghị lập báo cáo trước.",
)
NO_SUMMARY = Refused(
    "no_summary",
    "Chưa lập bảng tổng hợp cá nhân nên chưa trình được. Đề nghị lập bảng tổng hợp ở trang này trước.",
)
NOT_NEXT = Refused(
    "not_next",
    "Kết quả không ở bước ngay trước việc này, hoặc cán bộ khác vừa làm. Đề nghị xem lại các bước rồi làm tiếp.",
)
NOT_BACK = Refused("not_back", "Kết quả của đợt chưa được trình nên không có bước nào để đưa về.")
TOLD_ALREADY = Refused(
    "told_already",
    "Đã thông báo kết quả cho người được góp ý nên không đưa về bước trước được nữa.",
)
NO_REASON = Refused("no_reason", "Chưa ghi lý do đưa về bước trước. Đề nghị ghi lý do, không nêu kết quả.")
LONG_NOTE = Refused("long_note", "Lời ghi dài quá 300 ký tự. Đề nghị viết ngắn hơn.")
PRESENTED = Refused(
    "presented",
    "Chỉ mở lại việc biên tập khi hai cán bộ đã kết thúc và kết quả chưa trình. "
    "Nếu đã trình, đề nghị đưa cả đợt về bước trước.",
)
NO_REMARKS = Refused("no_remarks", "Không ai ghi ý kiến về đồng chí này nên không có gì để biên tập lại.")
NOT_PRESENTED = Refused(
    "not_presented", "Kết quả chưa trình Ban Thường vụ nên chưa lập được văn bản này. Đề nghị trình trước."
)
NOBODY_TOLD = Refused(
    "nobody_told",
    "Chưa thông báo kết quả cho đồng chí nào của đợt nên chưa có phiếu nào để lưu hồ sơ cuối năm.",
)
DUE_TOO_EARLY = Refused(
    "due_too_early", "Hạn gửi kế hoạch phải từ hôm nay trở đi. Đề nghị xem lại ngày đã ghi."
)
NO_CONCLUSION = Refused("no_conclusion", "Chưa ghi kết luận nào. Đề nghị ghi mỗi kết luận một dòng.")
IMPORTED_ALREADY = Refused(
    "imported_already",
    "Năm này của loại đợt này đã nhập rồi. Nếu nhập sai, đề nghị gỡ bản cũ, ghi lý do, rồi nhập lại.",
)
OTHER_SHAPE = Refused(
    "other_shape",
    "Số liệu năm này đã từng hiện, một lần theo từng người, một lần chung cả đợt thì trừ đi sẽ lộ nhóm ít người. Đề nghị nhập "
    "theo đúng cách đã nhập lần trước.",
)
NOTHING_IN_FILE = Refused("no_table", "Tệp không có trang nào. Đề nghị dùng tệp mẫu.")
NO_REASON_OUT = Refused("no_reason_out", "Chưa ghi lý do gỡ số liệu. Lý do được ghi vào nhật ký.")


def faults_in(said: Sequence[str], most: int) -> Refused:
    """Return the refusal of a table with wrong rows; ``most`` of them are named."""
    more = f" Còn {len(said) - most} chỗ khác." if len(said) > most else ""
    return Refused("faults", f"Chưa nhập gì vì còn chỗ cần sửa: {'; '.join(said[:most])}{more}")


def unfinished(conferences: int) -> Refused:
    """Return the refusal of a report before the round's last result."""
    return Refused(
        "round_unfinished",
        f"Còn {conferences} hội nghị của đợt chưa có kết quả. Báo cáo được lập một lần, khi đã đủ kết quả.",
    )


def recount_wrong(what: str) -> Refused:
    """Return the refusal of a recount that doesn't add up."""
    return Refused("recount_wrong", f"Số đếm lại không cộng khớp: {what}. Đề nghị xem lại biên bản đếm lại.")
