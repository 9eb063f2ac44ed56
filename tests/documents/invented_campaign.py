"""Invented papers of a campaign's preparation, for tests and for the gallery; nobody here exists."""

from datetime import date, datetime

from guong.core.documents.conference_calendar import (
    CalendarEntry,
    ConferenceCalendar,
    conference_calendar,
)
from guong.core.documents.counting_board_decision import (
    BoardConference,
    BoardSeat,
    CountingBoardDecision,
    counting_board_decision,
)
from guong.core.documents.invitation import Invitation, invitation
from guong.core.documents.model import Document, Letterhead, Profile, Signature
from guong.core.documents.parties import Person
from guong.core.documents.run_sheet import RunSheet, RunStop, run_sheet
from guong.core.documents.staff_list_request import ListColumn, StaffListRequest, staff_list_request
from guong.core.documents.working_group_decision import (
    GroupMember,
    WorkingGroupDecision,
    working_group_decision,
)

RULES = "Góp ý người đứng đầu, bản 2023-1"
PLAN = "Kế hoạch số 167-KH/QU, ngày 27/01/2023 của Ban Thường vụ Quận uỷ"
ROUND = "đợt trường học tháng 5/2023"
MATTER = "việc tu dưỡng, rèn luyện đạo đức gắn với trách nhiệm nêu gương"
DEPUTY = Signature("PHÓ TRƯỞNG BAN", ("Đỗ Quang Ẩn",), authority="T/M BAN TUYÊN GIÁO QUẬN UỶ", hint="")
STANDING = Signature("PHÓ BÍ THƯ THƯỜNG TRỰC", ("Lý Thành Vĩnh",), authority="T/M BAN THƯỜNG VỤ", hint="")
LEADERS = (
    Person("Lý Thành Vĩnh", "Phó Bí thư Thường trực Quận uỷ"),
    Person("Hồ Vĩnh Kỳ", "Uỷ viên Ban Thường vụ, Trưởng Ban Tuyên giáo Quận uỷ"),
)
OFFICERS = (
    Person("Lương Mỹ Duyên", "Chuyên viên Ban Tuyên giáo"),
    Person("Cao Thuý Vy", "Chuyên viên Văn phòng Quận uỷ"),
    Person("Mai Trọng Đỉnh", "Chuyên viên Ban Tổ chức"),
)
WITNESSES = (
    Person("Bùi Tố Uyên", "Phó Bí thư Đảng uỷ phường Bồ Đề"),
    Person("Đàm Quốc Khuê", "Uỷ viên Ban Thường vụ Đảng uỷ phường Gia Thuỵ"),
    Person("Kiều Thị Lựu", "Phó Bí thư Thường trực Đảng uỷ phường Việt Hưng"),
)
SCHOOLS = (
    ("Trường Mầm non Hoa Cúc", "Hội trường tầng 2"),
    ("Trường Tiểu học Hoa Sen", "Hội trường Trường Tiểu học Hoa Sen"),
    ("Trường Trung học cơ sở Hướng Dương", "Phòng hội đồng"),
    ("Trường Mầm non Hoa Nhài", "Phòng đa năng"),
    ("Trường Tiểu học Phượng Vỹ", "Phòng hội đồng"),
    ("Trường Trung học cơ sở Bằng Lăng", "Hội trường"),
)
HOURS = (datetime(2023, 5, 15, 8, 0), datetime(2023, 5, 15, 10, 0), datetime(2023, 5, 15, 14, 0))
BOARDS = (
    (Person("Ngô Hữu Thuỷ", "Ban Tổ chức Quận uỷ"), Person("Trịnh Kiều Oanh", "Văn phòng Quận uỷ")),
    (Person("Tạ Quang Bửu Ngạn", "Ban Dân vận Quận uỷ"), Person("Lã Thị Hường", "Phòng Nội vụ")),
    (Person("Vương Đức Mẫn", "Uỷ ban Kiểm tra Quận uỷ"), Person("Phan Ngọc Ẩn", "Phòng Nội vụ")),
)
MEMBERS = (
    Person("Phạm Đức Ưởng", "Phòng Giáo dục và Đào tạo"),
    Person("Dương Thuỳ Mỵ", "Trung tâm Chính trị Quận"),
    Person("Chu Hoài Bão", "Trung tâm Chính trị Quận"),
)


def letterhead(number: str, day: date, issuer: str = "Ban Tuyên giáo") -> Letterhead:
    """The lead body's letterhead."""
    superior = "Quận uỷ Long Biên" if issuer == "Ban Tuyên giáo" else "Thành uỷ Hà Nội"
    return Letterhead(Profile.PARTY, superior, issuer, "Long Biên", day, number)


def given_request() -> StaffListRequest:
    """What the letter to the drawn schools says."""
    return StaffListRequest(
        letterhead=letterhead("Số 48-CV/BTG", date(2023, 4, 21)),
        plan=PLAN,
        round_name=ROUND,
        issuer="Ban Tuyên giáo Quận uỷ",
        addressees=(
            "Phòng Giáo dục và Đào tạo Quận,",
            "Chi bộ các trường trúng thăm theo Thông báo số 41-TB/BTG.",
        ),
        people=(
            "Toàn thể cán bộ, viên chức, người lao động trong biên chế của trường",
            "Lao động hợp đồng cũng ghi, hình thức lao động ghi “Hợp đồng”; những người này không tham gia góp ý",
        ),
        columns=(
            ListColumn("Họ và tên", "Viết đủ, có dấu, đúng hồ sơ cán bộ"),
            ListColumn("Chức vụ, công việc", "Ví dụ: Giáo viên, Tổ trưởng tổ 4, Nhân viên thư viện"),
            ListColumn("Hình thức lao động", "Chọn “Biên chế” hoặc “Hợp đồng”"),
            ListColumn("Đảng viên", "Chọn “Có” hoặc “Không”"),
            ListColumn("Mã cán bộ", "Chỉ ghi khi trong trường có người trùng họ tên"),
        ),
        counted_on=date(2023, 4, 24),
        deadline=datetime(2023, 4, 28, 17, 0),
        first_conference=date(2023, 5, 15),
        send_to="Ban Tuyên giáo Quận uỷ (bộ phận văn thư)",
        contact="bộ phận Tổng hợp, Ban Tuyên giáo Quận uỷ",
        signature=DEPUTY,
        rule_set=RULES,
        reminders=("Người nghỉ thai sản, đi học dài ngày vẫn ghi, chú thích ở cột chức vụ, công việc",),
        recipients=("Như trên,", "Ban Thường vụ Quận uỷ (để báo cáo),", "Lưu."),
    )


def given_group() -> WorkingGroupDecision:
    """What the decision on the working group says."""
    return WorkingGroupDecision(
        letterhead=letterhead("Số 1204-QĐ/QU", date(2023, 2, 10), "Quận uỷ Long Biên"),
        purpose="Tổ chức lấy ý kiến góp ý đối với người đứng đầu các phường và một số trường học công lập năm 2023",
        decider="Ban Thường vụ Quận uỷ",
        bases=(
            "Quy chế làm việc của Ban Chấp hành Đảng bộ Quận",
            PLAN,
            "đề nghị của Ban Tuyên giáo Quận uỷ",
        ),
        members=(
            GroupMember(LEADERS[1], "Tổ trưởng", "Phụ trách chung"),
            GroupMember(
                Person("Đỗ Quang Ẩn", "Phó Trưởng ban Tuyên giáo Quận uỷ"), "Tổ phó", "Chủ trì hội nghị"
            ),
            GroupMember(OFFICERS[0], "Thư ký", "Văn bản, lịch hội nghị"),
            GroupMember(OFFICERS[1], "Thành viên", "In thẻ, phiếu, hồ sơ"),
            GroupMember(OFFICERS[2], "Thành viên", "Danh sách, điều kiện"),
        ),
        tasks=(
            "Tham mưu, hướng dẫn, đôn đốc việc tổ chức lấy ý kiến theo Kế hoạch",
            "Lập lịch, cử cán bộ, chuẩn bị hồ sơ và tổ chức từng hội nghị",
            "Tổng hợp kết quả, báo cáo Thường trực, Ban Thường vụ Quận uỷ",
        ),
        carried_out_by="Văn phòng Quận uỷ, các ban Đảng, các cơ quan, đơn vị liên quan",
        signature=STANDING,
        rule_set=RULES,
        recipients=(
            "Như Điều 4,",
            "Các đ/c Uỷ viên Ban Thường vụ Quận uỷ (để chỉ đạo),",
            "Lưu Văn phòng Quận uỷ.",
        ),
    )


def board_conference(place: int) -> BoardConference:
    """One of three conferences, each with a board of three and a witness."""
    head, clerk = BOARDS[place]
    unit, hall = SCHOOLS[place]
    return BoardConference(
        unit=unit,
        begins=HOURS[place],
        place=hall,
        seats=(
            BoardSeat(head, "Tổ trưởng"),
            BoardSeat(clerk, "Thư ký"),
            BoardSeat(MEMBERS[place], "Thành viên"),
        ),
        witnesses=(WITNESSES[place],),
        subjects=("Vũ Thị Ngọc Hằng",),
    )


def given_boards() -> CountingBoardDecision:
    """What the decision on three boards says."""
    return CountingBoardDecision(
        letterhead=letterhead("Số 17-QĐ/BTG", date(2023, 5, 8)),
        round_name=ROUND,
        decider="Ban Tuyên giáo Quận uỷ",
        bases=(PLAN, "Thông báo số 41-TB/BTG, ngày 20/4/2023 về kết quả gắp thăm"),
        conferences=tuple(board_conference(place) for place in range(3)),
        carried_out_by="Bộ phận Tổng hợp, chi bộ các trường có tên",
        signature=DEPUTY,
        rule_set=RULES,
        recipients=("Như Điều 4,", "Ban Thường vụ Quận uỷ (để báo cáo),", "Lưu."),
    )


def calendar_entry(place: int) -> CalendarEntry:
    """One of six conferences on two days."""
    unit, hall = SCHOOLS[place]
    begins = HOURS[place % 3].replace(day=15 + place // 3)
    return CalendarEntry(
        begins,
        unit,
        hall,
        leaders=(LEADERS[place % 2],),
        officers=(OFFICERS[place % 3], OFFICERS[(place + 1) % 3]),
        delegates=(WITNESSES[place % 3],),
    )


def given_calendar() -> ConferenceCalendar:
    """What the calendar says."""
    return ConferenceCalendar(
        letterhead=letterhead("Số 52-LH/BTG", date(2023, 5, 5)),
        matter=f"Lấy ý kiến góp ý đối với người đứng đầu, {ROUND}",
        entries=tuple(calendar_entry(place) for place in (4, 0, 2, 1, 5, 3)),
        signature=DEPUTY,
        rule_set=RULES,
        requests=(
            "Các trường bố trí hội trường, một phòng chờ cho người được góp ý và hai bàn phát thẻ, cách xa nhau",
            "Có thay đổi thì báo Ban Tuyên giáo Quận uỷ trước một ngày làm việc",
        ),
        recipients=("Như thành phần dự,", "Chi bộ các trường có tên,", "Lưu."),
    )


def given_invitation() -> Invitation:
    """What one invitation says."""
    return Invitation(
        letterhead=letterhead("Số 31-GM/BTG", date(2023, 5, 8)),
        host="Ban Tuyên giáo Quận uỷ",
        invited="Đồng chí Bùi Tố Uyên, Phó Bí thư Đảng uỷ phường Bồ Đề",
        conference="Hội nghị lấy ý kiến góp ý đối với người đứng đầu",
        unit=SCHOOLS[1][0],
        begins=HOURS[1],
        place=SCHOOLS[1][1],
        chair=Person("Đỗ Quang Ẩn", "Phó Trưởng ban Tuyên giáo Quận uỷ"),
        role="Đại biểu chứng kiến việc niêm phong hòm phiếu",
        signature=DEPUTY,
        rule_set=RULES,
        requests=("Đồng chí mang theo phong bì chìa khoá hòm phiếu được giao giữ",),
        recipients=("Như trên,", "Lưu."),
    )


def run_stop(place: int) -> RunStop:
    """One of the conferences of a day."""
    unit, hall = SCHOOLS[place]
    return RunStop(
        begins=HOURS[place % 3],
        unit=unit,
        place=hall,
        officers=(OFFICERS[place % 3],),
        contact="Phó Hiệu trưởng",
        roll=47 - 4 * place,
        bring=("Điện thoại dùng chung", "Hai bút, hồ dán"),
    )


def given_run_sheet(stops: int = 3) -> RunSheet:
    """What the sheet of a day says."""
    return RunSheet(
        letterhead=letterhead("", date(2023, 5, 15)),
        day=date(2023, 5, 15),
        stops=tuple(run_stop(place) for place in range(stops)),
        rule_set=RULES,
        bring_to_all=(
            "hòm phiếu",
            "quyết định thành lập tổ kiểm phiếu",
            "bút, hồ dán, kéo",
        ),
        reminders=(
            "Phong bì chìa khoá hòm phiếu do người giữ tự mang; cán bộ phụ trách không cầm hộ",
            "Không chụp ảnh phiếu, thẻ, màn hình điện thoại; không hỏi ai đã bỏ phiếu",
        ),
    )


def request() -> Document:
    """The letter."""
    return staff_list_request(given_request())


def group() -> Document:
    """The decision on the working group."""
    return working_group_decision(given_group())


def boards() -> Document:
    """The decision on the boards."""
    return counting_board_decision(given_boards())


def calendar() -> Document:
    """The calendar."""
    return conference_calendar(given_calendar())


def one_invitation() -> Document:
    """The invitation."""
    return invitation(given_invitation())


def day_sheet() -> Document:
    """The sheet of a day."""
    return run_sheet(given_run_sheet())
