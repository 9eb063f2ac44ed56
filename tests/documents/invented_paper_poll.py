"""An invented cell that elects its board on paper alone; nobody here exists."""

from datetime import date, datetime

from guong.core.documents.model import Letterhead, Profile
from guong.core.documents.paper_poll_minutes import PaperPollMinutes
from guong.core.documents.parties import Officials, Person
from guong.core.paper_poll.ballot import Base, Kind, PollBallot
from guong.core.paper_poll.counting import HallCount

NAMES = ("Lò Văn Ánh", "Hà Thị Bưởi", "Tô Văn Cam", "Vi Thị Đào")
TITLE = "Bầu chi uỷ nhiệm kỳ 2025 - 2027"
HALL = HallCount(summoned=26, present=25, handed_out=25, returned=25, valid=23, no_stamp=1, blank=1)


def election() -> PaperPollMinutes:
    """Three are to be elected out of four; two of them are equal at the last seat."""
    return PaperPollMinutes(
        letterhead=Letterhead(
            Profile.PARTY,
            "Đảng bộ phường Núi Voi",
            "Chi bộ Trường Tiểu học Hoa Sen",
            "Núi Voi",
            date(2025, 5, 15),
            "Số 03-BB/TKP",
        ),
        title=TITLE,
        unit="Trường Tiểu học Hoa Sen",
        place="Phòng họp nhà trường",
        began=datetime(2025, 5, 15, 9, 40),
        ended=datetime(2025, 5, 15, 10, 5),
        officials=Officials(
            chair=Person("Đỗ Quang Ẩn"),
            clerk=Person("Lương Mỹ Duyên"),
            board=(Person("Ngô Hữu Thuỷ", "Tổ trưởng"), Person("Trịnh Kiều Oanh"), Person("Phạm Đức Ưởng")),
            witnesses=(Person("Bùi Tố Uyên"),),
        ),
        ballot=PollBallot(Kind.ELECTION, NAMES, 3),
        base=Base.SUMMONED,
        hall=HALL,
        votes=((22,), (21,), (14,), (11,)),
        keyed_by=("Mạc Thị Hà", "Tạ Văn Sơn"),
        keyed_again=1,
        destroy_on=date(2025, 11, 15),
        copies=3,
    )
