"""Everything that this room may refuse, each with its sentence (DESIGN §2)."""

from collections.abc import Sequence

from guong.core.outcome import Refused
from guong.core.paper_poll.ballot import MOST_LINES, ListFault
from guong.core.paper_poll.counting import Broken, HallBreach, VoteBreach

LISTS = {
    ListFault.EMPTY: Refused(
        "empty_list",
        "Danh sách trên phiếu chưa có dòng nào. Đề nghị ghi mỗi người hoặc mỗi nội dung một dòng.",
    ),
    ListFault.TOO_LONG: Refused(
        "too_long", f"Một tờ phiếu in được nhiều nhất {MOST_LINES} dòng. Đề nghị chia thành hai lần bỏ phiếu."
    ),
    ListFault.LINE_TOO_LONG: Refused(
        "line_too_long",
        "Có dòng quá dài: họ và tên nhiều nhất 80 chữ, nội dung nhiều nhất 150 chữ. Đề nghị viết gọn lại.",
    ),
    ListFault.NAME_TWICE: Refused(
        "name_twice",
        "Danh sách có hai dòng giống nhau. Hai người trùng họ tên thì ghi thêm năm sinh hoặc đơn vị công tác sau tên.",
    ),
    ListFault.SEATS: Refused(
        "seats", "Số lượng cần bầu phải từ 1 đến số người trong danh sách; ngoài bầu cử thì để trống."
    ),
}
CANDIDATE_COUNTS = Refused(
    "candidate_counts",
    "Người có tên trong danh sách trên phiếu không được ở trong tổ kiểm phiếu, không làm đại biểu chứng kiến. Đề nghị cử người khác.",
)
BOARD = Refused("board", "Tổ kiểm phiếu cần ít nhất hai người có họ tên khác nhau, tổ trưởng ghi trước.")
NOBODY_SUMMONED = Refused("nobody_summoned", "Số người được triệu tập phải từ 1 đến 1000.")
VOID = Refused("void", "Lần bỏ phiếu này đã huỷ. Đề nghị tạo lần bỏ phiếu mới.")
NO_REASON = Refused("no_reason", "Huỷ lần bỏ phiếu phải ghi lý do.")
MINUTED = Refused(
    "minuted",
    "Đã lập biên bản kiểm phiếu nên không đếm lại, không huỷ được nữa. Có sai sót thì báo cấp uỷ cấp trên.",
)
HALL = {
    HallBreach.PRESENT_ABOVE_SUMMONED: Refused(
        "present_above_summoned",
        "Số người có mặt nhiều hơn số người được triệu tập. Đề nghị kiểm lại hai số này.",
    ),
    HallBreach.NO_QUORUM: Refused(
        "no_quorum",
        "Số người có mặt chưa đủ hai phần ba số người được triệu tập nên không tiến hành bỏ phiếu được. Đề nghị kiểm lại hai số này.",
    ),
    HallBreach.HANDED_OUT_ABOVE_PRESENT: Refused(
        "handed_out_above_present",
        "Số phiếu phát ra nhiều hơn số người có mặt. Đề nghị đếm lại số phiếu còn lại.",
    ),
    HallBreach.RETURNED_ABOVE_HANDED_OUT: Refused(
        "returned_above_handed_out",
        "Số phiếu thu về nhiều hơn số phiếu phát ra. Đề nghị đếm lại; nếu vẫn vậy, dừng lại và báo chủ trì.",
    ),
    HallBreach.PILES_UNLIKE_RETURNED: Refused(
        "piles_unlike_returned",
        "Số phiếu hợp lệ cộng số phiếu không hợp lệ khác số phiếu thu về. Đề nghị đếm lại từng tập phiếu.",
    ),
    HallBreach.NOTHING_VALID: Refused(
        "nothing_valid", "Không có phiếu hợp lệ nào nên không có gì để kiểm. Đề nghị báo chủ trì."
    ),
}
KEYING_BEGUN = Refused(
    "keying_begun", "Đã có người nhập số phiếu theo số liệu này. Muốn sửa thì bấm Đếm lại từ đầu."
)
NOT_COUNTED = Refused(
    "not_counted", "Chưa ghi số phiếu phát ra, thu về, hợp lệ. Đề nghị đếm và ghi trước khi nhập."
)
AGREED = Refused("agreed", "Hai người đã nhập khớp nhau, số phiếu đã chốt.")
NOT_AGREED = Refused("not_agreed", "Hai người chưa nhập khớp nhau nên chưa lập biên bản được.")
CANDIDATE_KEYS = Refused(
    "candidate_keys",
    "Đồng chí có tên trong danh sách trên phiếu nên không nhập số phiếu. Đề nghị người khác nhập.",
)
SAME_PERSON = Refused(
    "same_person", "Hai lần nhập phải do hai người khác nhau, mỗi người một tài khoản của mình."
)
TWO_ALREADY = Refused("two_already", "Đã có hai người khác nhập số phiếu của lần này.")
WAIT = Refused("wait", "Đồng chí đã nhập xong. Chờ người thứ hai nhập.")
TYPED_MEANWHILE = Refused(
    "typed_meanwhile", "Số liệu vừa thay đổi. Trang hiện việc tiếp theo; đề nghị xem lại rồi làm tiếp."
)
BAD_HOURS = Refused("bad_hours", "Giờ kết thúc kiểm phiếu phải sau giờ bắt đầu. Đề nghị sửa lại.")

_ON_A_LINE = {
    VoteBreach.ABOVE_VALID: "số phiếu bầu nhiều hơn số phiếu hợp lệ",
    VoteBreach.SUM_UNLIKE_VALID: "các ô cộng lại khác số phiếu hợp lệ",
    VoteBreach.NEITHER_ON_ONE_NAME: "phiếu chỉ có một tên mà để trống hoặc đánh cả hai ô là phiếu không hợp lệ",
}
_BY_ALL = {
    VoteBreach.ABOVE_ALL_SEATS: "Tổng số phiếu bầu nhiều hơn số phiếu hợp lệ nhân với số lượng cần bầu",
    VoteBreach.BELOW_VALID: "Tổng số phiếu bầu ít hơn số phiếu hợp lệ, mà phiếu hợp lệ nào cũng bầu ít nhất một người",
}


def of_tally(broken: Broken, lines: Sequence[str]) -> Refused:
    """Return what is wrong with a person's own numbers; it tells nothing of what anybody else keyed."""
    told = (
        _BY_ALL[broken.breach]
        if broken.line is None
        else f"“{lines[broken.line]}”: {_ON_A_LINE[broken.breach]}"
    )
    return Refused(broken.breach.value, f"{told}. Đề nghị xem lại tờ ghi của tổ kiểm phiếu.")
