"""An invented conference that was cancelled: what its notice and the minutes of its slips say."""

from datetime import date, datetime

from guong.core.documents.cancellation_notice import CancellationNotice, cancellation_notice
from guong.core.documents.model import Document, Letterhead, Profile, Signature
from guong.core.documents.parties import Conference, Person
from guong.core.documents.slip_destruction_minutes import (
    KeyEnvelopes,
    SlipDestructionMinutes,
    slip_destruction_minutes,
)

HEAD = Letterhead(
    Profile.PARTY, "QUẬN UỶ HOA SEN", "BAN TUYÊN GIÁO", "Hoa Sen", date(2023, 5, 12), "Số 09-TB"
)
CONFERENCE = Conference(
    "Hội nghị lấy ý kiến góp ý người đứng đầu Trường Tiểu học Hoa Sen",
    "Trường Tiểu học Hoa Sen",
    "Phòng họp Trường Tiểu học Hoa Sen",
    datetime(2023, 5, 15, 8),
    datetime(2023, 5, 15, 8),
)
NOTICE = CancellationNotice(
    letterhead=HEAD,
    plan="Kế hoạch số 167-KH/QU",
    conference=CONFERENCE,
    subjects=("Đồng chí Đàm Thị Mỹ Uyên",),
    cancelled_on=date(2023, 5, 12),
    reason="Trường sáp nhập từ ngày 11/5/2023",
    decided_by="đồng chí Tạ Thị Lan Chi, Trưởng Ban",
    signature=Signature("TRƯỞNG BAN"),
    rule_set="Quy tắc 1",
    instead="Trường Tiểu học Cầu Vồng",
    papers=("Số 01-GM", "Số 02-GM"),
    has_slips=True,
)
MINUTES = SlipDestructionMinutes(
    letterhead=HEAD,
    conference=CONFERENCE,
    cancelled_on=date(2023, 5, 12),
    reason="Trường sáp nhập",
    place="Trụ sở Ban Tuyên giáo",
    made=47,
    collected=46,
    envelopes=KeyEnvelopes.SHARED,
    by=Person("Vũ Đình Khải", "Chuyên viên"),
    witness=Person("Tống Gia Bách", "Đảng uỷ phường"),
    copies=2,
    rule_set="Quy tắc 1",
    remark="Một thẻ rách khi cắt, đã bỏ",
)


def notice() -> Document:
    """The notice."""
    return cancellation_notice(NOTICE)


def slips() -> Document:
    """The minutes of the slips' end."""
    return slip_destruction_minutes(MINUTES)
