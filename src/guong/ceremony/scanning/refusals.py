"""Everything the scanning station may refuse, each with its sentence."""

from guong.core.outcome import Refused
from guong.core.wording import in_digits

BAD_ORDER = Refused(
    "bad_order",
    "Tệp vừa chọn không phải tệp bàn quét, hoặc đã bị sửa. Đề nghị tải lại ở trang nhập phiếu giấy của hội nghị.",
)
OTHER_ORDER = Refused(
    "other_order", "Tệp vừa chọn là của hội nghị hoặc người được góp ý khác. Đề nghị tải lại đúng tệp."
)
COUNTS_DIFFER = Refused(
    "counts_differ", "Hai người đếm ra hai số khác nhau. Đề nghị cùng đếm lại tập phiếu trước khi quét."
)
NO_COUNT = Refused("no_count", "Chưa ghi số tờ của tập. Đề nghị hai người đếm và ghi số trước khi quét.")
NO_FILE = Refused("no_file", "Chưa chọn tệp quét nào. Đề nghị chọn tệp PDF, TIFF, PNG hoặc JPEG.")
SAME_FILE = Refused(
    "same_file", "Tệp này đã nạp rồi, không đọc lần nữa. Nếu là tập khác, đề nghị chọn đúng tệp."
)
ONE_SIDE_ONLY = Refused(
    "one_side_only",
    "Mẫu phiếu này có hai mặt nhưng chỉ thấy mặt trước. Đề nghị quét cả hai mặt, trong một lần nạp.",
)
UNDECIDED = Refused(
    "undecided",
    "Còn trang không đọc được hoặc cặp tờ giống nhau chưa quyết định. Đề nghị quyết định hết rồi bấm lại.",
)
NOTHING_READ = Refused("nothing_read", "Chưa đọc được tờ nào trong tập này. Đề nghị nạp tệp quét.")
NOT_ANSWERED = Refused(
    "not_answered", "Còn dải chưa chọn. Đề nghị xem lại và chọn đủ, kể cả khi để trống hoặc không hợp lệ."
)
TOO_LONG = Refused("too_long", "Phần chữ viết dài quá mức một phiếu nhận được. Đề nghị rút gọn, giữ đủ ý.")
WRONG_CARD = Refused(
    "wrong_card",
    "Thẻ này không phải thẻ bàn nhập phiếu của hội nghị này. Đề nghị hỏi tổ trưởng tổ kiểm phiếu.",
)
OTHER_SUBJECT = Refused(
    "other_subject",
    "Trong tập có tờ phiếu góp ý người khác. Đã bỏ cả tập, không giữ lại gì. "
    "Đề nghị lấy tờ đó ra, đếm lại rồi quét lại từ đầu.",
)


def too_many(free: int) -> Refused:
    """Return the refusal of a count above the sheets that are still to be entered."""
    return Refused(
        "too_many",
        f"Máy chủ chỉ chờ thêm {in_digits(free)} tờ của người này. Đề nghị đếm lại số phiếu; nếu đúng, tải tệp bàn quét mới.",
    )


def count_mismatch(counted: int, found: int) -> Refused:
    """Return the refusal that voids a batch: sheets found are not the sheets counted."""
    return Refused(
        "count_mismatch",
        f"Đếm tay được {in_digits(counted)} tờ nhưng máy thấy {in_digits(found)} tờ. Đã bỏ cả tập, không giữ lại gì. "
        "Đề nghị đếm lại rồi quét lại từ đầu.",
    )
