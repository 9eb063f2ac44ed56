"""The refusals of an opening day, each with the sentence that the officer reads."""

from datetime import datetime

from guong.core.opening_hours import DayMoment
from guong.core.outcome import Refused
from guong.core.wording import short_date

NOTHING_TO_OPEN = Refused(
    "nothing_to_open",
    "Đợt này không còn hội nghị nào chờ mở hòm phiếu chung. Đề nghị kiểm tra lại lịch hội nghị.",
)
TOO_FEW_PEOPLE = Refused(
    "too_few_people",
    "Buổi mở hòm phiếu phải có tổ trưởng, ít nhất một người khác của tổ kiểm phiếu và một đại biểu chứng kiến. "
    "Đề nghị ghi đủ.",
)
PERSON_TWICE = Refused(
    "person_twice", "Có người được ghi hai lần trong thành phần dự. Đề nghị mỗi người chỉ ghi một lần."
)
ALREADY_MINUTED = Refused(
    "already_minuted", "Buổi mở hòm phiếu đã có biên bản mở nên phần này không sửa được nữa."
)
BAD_CODE = Refused(
    "bad_code",
    "Mã niêm phong gồm 16 chữ số; có thể gõ cả mã hoặc bốn chữ số cuối in trong biên bản niêm phong. Đề nghị gõ lại.",
)
BOX_NOT_SEALED = Refused(
    "box_not_sealed",
    "Hòm phiếu chưa được niêm phong trên máy chủ. Đề nghị niêm phong tại hội nghị trước khi bàn giao.",
)
OPENED_ON_THE_SPOT = Refused(
    "opened_on_the_spot", "Hòm phiếu này đã mở tại chỗ, không mở lại trong buổi này."
)
POLL_VOID = Refused("poll_void", "Lần bỏ phiếu của hội nghị này đã huỷ nên không mở hòm phiếu.")
OTHER_SEAL = Refused(
    "other_seal",
    "Mã niêm phong in trong biên bản khác mã của hòm phiếu. Để riêng hòm phiếu này, không mở; đề nghị đối chiếu lại biên bản "
    "niêm phong và báo chủ trì. Các hòm phiếu khác vẫn tiếp tục.",
)
NO_GIVER = Refused("no_giver", "Chưa ghi người giao hòm phiếu. Đề nghị ghi họ và tên người giao.")
NOTHING_RECEIVED = Refused(
    "nothing_received",
    "Chưa nhận hòm phiếu nào. Đề nghị nhận và đối chiếu mã niêm phong trước khi lập biên bản.",
)
HANDOVER_LATE = Refused(
    "handover_late",
    "Giờ bàn giao phải trước giờ mở hòm phiếu. Đề nghị sửa giờ bàn giao, hoặc sửa ngày giờ ở phần thông tin buổi mở.",
)
SELF_HANDOVER = Refused(
    "self_handover", "Người nhận không được là người giao hòm phiếu. Đề nghị ghi người khác nhận."
)
NOT_HANDED_OVER = Refused(
    "not_handed_over", "Chưa lập biên bản bàn giao hòm phiếu. Đề nghị nhận hòm phiếu và lập biên bản trước."
)
NO_REASON = Refused("no_reason", "Phải ghi lý do không mở hòm phiếu này; lý do được in vào biên bản.")
ALREADY_OPENED = Refused("already_opened", "Hòm phiếu này đã mở và có kết quả được xác nhận.")
NO_ROUND_FILE = Refused(
    "no_round_file",
    "Không thấy danh sách kết quả chung (tệp round.json). Đề nghị chọn tệp nén, hoặc tất cả các tệp trong thư mục kết quả, "
    "lấy ở máy mở hòm phiếu.",
)
BAD_RESULTS_ZIP = Refused(
    "bad_results_zip",
    "Tệp nén kết quả không đọc được hoặc quá lớn. Đề nghị lấy lại tệp ở máy mở hòm phiếu.",
)
HOLDS_ARCHIVE_KEY = Refused(
    "holds_archive_key",
    "Trong các tệp vừa chọn có chìa khoá tệp lưu kết quả nên máy chủ không nhận tệp nào. Chìa khoá này chỉ in ra giấy và niêm "
    "phong cùng phiếu giấy; đề nghị chỉ chọn các tệp kết quả.",
)
NOT_PRESENT = Refused(
    "not_present", "Người xác nhận phải là thành viên tổ kiểm phiếu có mặt tại buổi mở hòm phiếu."
)
ROUND_CODES_DIFFER = Refused(
    "round_codes_differ",
    "Mã kết quả chung đã gõ không khớp với các tệp kết quả. Hai chương trình phải cho cùng một mã: đề nghị đọc lại mã trên hai "
    "máy; nếu vẫn khác nhau thì so từng hòm phiếu, dừng lại và lập biên bản.",
)
RESULT_MISSING = Refused(
    "result_missing",
    "Thiếu tệp kết quả hoặc tệp lưu kết quả của hội nghị này. Đề nghị chọn lại đủ các tệp trong thư mục kết quả.",
)
RESULT_CHANGED = Refused(
    "result_changed",
    "Tệp kết quả không phải tệp ghi trong danh sách kết quả chung mà hai người đã xác nhận. Đề nghị lấy lại tệp ở máy mở hòm phiếu.",
)
NOT_OF_THE_DAY = Refused(
    "not_of_the_day", "Kết quả này của hội nghị không thuộc buổi mở hòm phiếu này nên không nhập."
)
STAYS_SHUT = Refused(
    "stays_shut",
    "Hòm phiếu này chưa nhận, khác mã niêm phong hoặc đã quyết định không mở, nên không nhập kết quả.",
)
NOT_ALL_OPENED = Refused(
    "not_all_opened",
    "Còn hòm phiếu đã nhận mà chưa có kết quả. Đề nghị nhập kết quả, hoặc ghi lý do không mở cho từng hòm phiếu còn lại.",
)
ENDS_BEFORE_BEGINNING = Refused(
    "ends_before_beginning", "Giờ kết thúc phải sau giờ bắt đầu. Đề nghị sửa lại hai giờ."
)
BAD_KEY_SETS = Refused(
    "bad_key_sets",
    "Mỗi bộ chìa khoá có ba phong bì do ba người khác nhau giữ, hai phong bì đã mở, và mỗi hòm phiếu đã mở thuộc đúng một bộ. "
    "Đề nghị ghi lại.",
)
NOT_MINUTED = Refused(
    "not_minuted", "Chưa lập biên bản mở hòm phiếu. Đề nghị lập biên bản mở hòm phiếu trước bước này."
)
STILL_NEEDED = Refused(
    "still_needed",
    "Còn hội nghị của đợt chưa mở hòm phiếu, có thể dùng cùng bộ chìa khoá: huỷ bây giờ thì không mở được nữa. Đề nghị mở hết, "
    "hoặc xác nhận các hội nghị đó dùng bộ chìa khoá khác.",
)
LOST_WAS_OPENED = Refused(
    "lost_was_opened",
    "Chỉ phong bì chưa mở mới có thể ghi là thất lạc, và mỗi bộ nhiều nhất một phong bì. Đề nghị kiểm lại các phong bì.",
)
NO_PARCEL = Refused(
    "no_parcel",
    "Phải có ít nhất một bì, thùng niêm phong, mỗi bì một nhãn khác nhau và có ít nhất một giấy niêm phong.",
)
KEYS_STILL_THERE = Refused(
    "keys_still_there", "Chưa huỷ chìa khoá. Đề nghị huỷ chìa khoá trước khi niêm phong lưu trữ."
)
KEPT_UNTIL = Refused("kept_until", "Chưa hết thời hạn lưu giữ nên chưa được huỷ phiếu và tệp lưu kết quả.")
NO_DECISION = Refused(
    "no_decision", "Việc huỷ phiếu phải có quyết định. Đề nghị ghi số, ngày của quyết định."
)
NOT_ARCHIVED = Refused(
    "not_archived", "Chưa niêm phong lưu trữ. Đề nghị lập biên bản niêm phong lưu trữ trước."
)


def out_of_order(moment: DayMoment, at: datetime, other: DayMoment, noted: datetime) -> Refused:
    """Refuse an hour that contradicts the hour of another act of the day, which stands in its minutes already."""
    before = list(DayMoment).index(moment) > list(DayMoment).index(other)
    return Refused(
        "out_of_order",
        f"Giờ {moment.words} ({_hour(at)}) không thể {'trước' if before else 'sau'} giờ {other.words} ({_hour(noted)}) "
        "ghi trong biên bản. Đề nghị sửa lại giờ.",
    )


def _hour(at: datetime) -> str:
    return f"{at:%H:%M} ngày {short_date(at.date())}"
