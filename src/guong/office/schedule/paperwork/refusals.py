"""Why a paper can't be made yet, each with its sentence: what is wrong, and what to do."""

from collections.abc import Sequence

from guong.core.outcome import Refused

NO_CONFERENCES = Refused("no_conferences", "Đợt chưa có hội nghị nào. Đề nghị lập hội nghị của đợt trước.")
NO_CONFERENCES_TODAY = Refused(
    "no_conferences_today", "Ngày này không có hội nghị nào của các đơn vị đồng chí phụ trách."
)
DEADLINE_PASSED = Refused(
    "deadline_passed",
    "Thời hạn gửi danh sách phải sau ngày của công văn và trước hội nghị đầu tiên. Đề nghị sửa thời hạn ở mục “Người ký, thời "
    "hạn”.",
)
GROUP_TOO_SMALL = Refused(
    "group_too_small",
    "Tổ công tác cần ít nhất một lãnh đạo dự, chỉ đạo và một cán bộ được cử. Đề nghị cử người ở mục “Người được cử” trước.",
)
BOARD_AT_ONCE = Refused(
    "board_at_once",
    "Có người trong tổ kiểm phiếu phải ở hai hội nghị cùng giờ. Đề nghị đổi giờ một hội nghị hoặc cử tổ khác.",
)
OFFICER_AT_ONCE = Refused(
    "officer_at_once",
    "Có cán bộ được cử đến hai hội nghị cùng giờ. Đề nghị xem mục “điều cần sửa” ở trang Lịch rồi cử người khác.",
)
AFTER_FIRST_CONFERENCE = Refused(
    "after_first_conference",
    "Ngày ghi trên thông báo sau hội nghị đầu tiên của đợt. Đề nghị chọn ngày sớm hơn.",
)
TOO_MANY_TODAY = Refused(
    "too_many_today",
    "Phiếu việc trong ngày ghi được nhiều nhất sáu hội nghị. Đề nghị dùng trang này trên điện thoại.",
)
NOBODY_SENT = Refused(
    "nobody_sent",
    "Có hội nghị trong ngày chưa có cán bộ được cử. Đề nghị cử người ở mục “Người được cử” trước.",
)
AFTER_CONFERENCE = Refused(
    "after_conference", "Ngày ghi trên giấy mời sau ngày họp. Đề nghị chọn ngày không muộn hơn ngày họp."
)
NO_ROLL = Refused(
    "no_roll", "Chưa có danh sách người tham gia góp ý. Đề nghị lập danh sách ở các bước của hội nghị trước."
)
NO_BOARD = Refused(
    "no_board", "Chưa có đủ tổ kiểm phiếu. Đề nghị ghi tổ kiểm phiếu ở các bước của hội nghị trước."
)
SUBJECT_LEADS = Refused(
    "subject_leads",
    "Người được góp ý đang được ghi là chủ trì, thư ký hoặc người quán triệt. Đề nghị ghi đồng chí khác.",
)
NOT_OVER = Refused(
    "not_over", "Biên bản hội nghị chỉ lập được sau khi kết thúc bỏ phiếu. Đề nghị quay lại sau bước 8."
)
ABSENCES = Refused(
    "absences", "Số người vắng theo từng lý do cộng lại chưa bằng số vắng. Đề nghị kiểm tra lại ba ô."
)
OVER_TOO_EARLY = Refused(
    "over_too_early",
    "Hội nghị kết thúc bỏ phiếu trước giờ bắt đầu ghi trong lịch nên chương trình không lập được biên bản. Đề nghị ghi biên bản "
    "theo mẫu in trong bộ hồ sơ hội nghị; lần sau đổi lịch trước khi mở bỏ phiếu.",
)
TOO_LONG = Refused(
    "too_late_to_end", "Theo giờ bắt đầu này hội nghị kéo sang ngày hôm sau. Đề nghị đổi giờ bắt đầu."
)
NOT_CANCELLED = Refused(
    "not_cancelled", "Hội nghị này chưa huỷ nên không có văn bản về việc huỷ. Đề nghị huỷ hội nghị trước."
)
BEFORE_CANCELLATION = Refused(
    "before_cancellation", "Ngày ghi trên văn bản đứng trước ngày huỷ hội nghị. Đề nghị sửa lại ngày."
)
NO_SLIPS = Refused(
    "no_slips",
    "Hội nghị này chưa lập yêu cầu hòm phiếu nên không có thẻ bỏ phiếu nào. Không cần lập biên bản huỷ thẻ.",
)
SLIPS_MINUTED = Refused(
    "slips_minuted",
    "Biên bản huỷ thẻ của hội nghị này đã lập và đã có số. Đề nghị tải bản đã lưu; không lập lần thứ hai.",
)
SLIPS_COUNTS = Refused(
    "slips_counts", "Số thẻ thu về nhiều hơn số thẻ đã in. Đề nghị hai người đếm lại rồi sửa hai ô."
)
SLIPS_MISSING = Refused(
    "slips_missing",
    "Còn thẻ chưa thu được. Đề nghị ghi vào ô “Ghi chú” thẻ ấy ở đâu, vì sao chưa thu; thẻ ấy không bỏ phiếu được nữa.",
)
SLIPS_PEOPLE = Refused(
    "slips_people",
    "Huỷ thẻ phải có nơi huỷ, người huỷ và người chứng kiến, là hai người khác nhau. Đề nghị ghi đủ.",
)
UNKNOWN_PAPER = Refused("unknown_paper", "Không có loại giấy tờ này. Đề nghị tải lại trang.")


def boards_missing(units: Sequence[str]) -> Refused:
    """Name the units whose conference has no whole board; after five only how many more."""
    named = ", ".join(units[:5]) + (f" và {len(units) - 5} đơn vị khác" if len(units) > 5 else "")
    return Refused(
        "boards_missing",
        f"Chưa có đủ tổ kiểm phiếu: {named}. Đề nghị ghi tổ kiểm phiếu ở mục “Người được cử” trước.",
    )
