"""Invented papers of one conference: programme, script, minutes, dossier, announcement; nobody here exists."""

from dataclasses import replace
from datetime import date
from io import BytesIO

from PIL import Image, ImageDraw

from guong.core.documents.announcement import AnnouncedConference, Announcement, announcement
from guong.core.documents.chair_script import ChairScript, chair_script
from guong.core.documents.conference_minutes import (
    Attendance,
    ConferenceMinutes,
    conference_minutes,
    usual_proceedings,
)
from guong.core.documents.dossier_cover import DossierCover, dossier_cover, usual_parts
from guong.core.documents.model import Document, Photograph
from guong.core.documents.parties import Officials, Person
from guong.core.documents.programme import Programme, programme, usual_items
from guong.core.documents.secrecy_words import SecrecyTerms
from guong.render.photographs import cleaned
from tests.documents import invented
from tests.documents.invented_campaign import (
    DEPUTY,
    HOURS,
    LEADERS,
    MATTER,
    OFFICERS,
    PLAN,
    ROUND,
    RULES,
    SCHOOLS,
    WITNESSES,
    letterhead,
)

SECRECY = SecrecyTerms("lúc 14 giờ, ngày 19 tháng 5 năm 2023, tại trụ sở Quận uỷ")
HEAD = invented.HEAD
LEADER = LEADERS[1]


def officials() -> Officials:
    """Those who direct, write, count and attest; the witness comes from the ward."""
    return replace(invented.officials(), witnesses=WITNESSES[:1])


def photograph(caption: str, colour: str = "#b9c7d6", size: tuple[int, int] = (1200, 800)) -> Photograph:
    """A drawn picture in place of a photograph: nobody is on it."""
    picture = Image.new("RGB", size, colour)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, size[1] * 2 // 3, *size), fill="#8a7a63")
    for place in range(6):
        left = (place + 0.4) * size[0] / 6.5
        draw.ellipse(
            (left, size[1] * 0.45, left + size[0] / 13, size[1] * 0.45 + size[0] / 13), fill="#55504a"
        )
    made = BytesIO()
    picture.save(made, "PNG")
    return Photograph(cleaned(made.getvalue()), caption)


def given_programme(subjects: int = 1) -> Programme:
    """What the programme says."""
    return Programme(
        letterhead=letterhead("Số 12-CTr/BTG", date(2023, 5, 10)),
        conference="Hội nghị lấy ý kiến góp ý đối với người đứng đầu",
        unit=SCHOOLS[1][0],
        place=SCHOOLS[1][1],
        begins=HOURS[0],
        chair=officials().chair,
        clerk=officials().clerk,
        items=usual_items(leader="Đồng chí Trưởng Ban Tuyên giáo Quận uỷ", subjects=subjects),
        rule_set=RULES,
        signature=DEPUTY,
        recipients=("Như thành phần dự,", "Lưu."),
    )


def given_script() -> ChairScript:
    """What the chair says."""
    return ChairScript(
        letterhead=letterhead("", date(2023, 5, 15)),
        conference=invented.conference(),
        plan=PLAN,
        matter=MATTER,
        issuer="Ban Thường vụ Quận uỷ",
        lead_body="Ban Tuyên giáo Quận uỷ",
        subjects=(HEAD,),
        officials=officials(),
        leader=LEADER,
        guests=(LEADER, *WITNESSES[:1], Person("Quách Thị Tường An", "Phó Trưởng phòng Nội vụ")),
        roll=47,
        items=15,
        secrecy=SECRECY,
        rule_set=RULES,
        domain="gopy.longbien.example",
    )


def given_minutes() -> ConferenceMinutes:
    """What the minutes say."""
    return ConferenceMinutes(
        letterhead=invented.letterhead("Số 07-BB/BTG", issuer="Ban Tuyên giáo"),
        conference=invented.conference(),
        plan=PLAN,
        matter=MATTER,
        subjects=(HEAD,),
        officials=officials(),
        directing=(LEADER,),
        observers=(
            Person("Quách Thị Tường An", "Phó Trưởng phòng Nội vụ"),
            Person("Mạc Đình Uyên", "Phó Trưởng phòng Giáo dục và Đào tạo"),
        ),
        attendance=Attendance(47, 46, (("Nghỉ ốm", 1), ("Đi công tác", 0))),
        briefing=(
            "Đề nghị người tham gia góp ý công tâm, khách quan, thẳng thắn cho ý kiến trên tinh thần xây dựng",
            "Đề nghị đồng chí được góp ý coi đây là cơ hội để nhìn nhận lại mình một cách nghiêm túc, với tinh thần cầu thị, "
            "khiêm tốn",
        ),
        proceedings=usual_proceedings(),
        copies=3,
        rule_set=RULES,
        roll_changes=("Bổ sung đồng chí Đặng Minh Giang, giáo viên, hết thời gian nghỉ thai sản",),
        incidents=(
            "Mạng chậm từ 8 giờ 35 phút đến 8 giờ 40 phút; người gửi phiếu chờ và gửi lại được, không ai phải đổi thẻ",
        ),
        page_codes=("1111 2222 3333 4444",),
        seal_code="4821 0937 7715 0264",
        sealing="Biên bản số 08-BB/TKP",
        photographs=(
            photograph("Đồng chí Trưởng Ban Tuyên giáo Quận uỷ phát biểu quán triệt"),
            photograph("Tổ kiểm phiếu niêm phong hòm phiếu trước mặt hội nghị", "#cfd8c4", (800, 1000)),
        ),
        recipients=("Ban Thường vụ Quận uỷ (để báo cáo),", "Chi bộ Trường Tiểu học Hoa Sen,", "Lưu."),
    )


def given_cover() -> DossierCover:
    """What the cover says."""
    return DossierCover(
        letterhead=letterhead("", date(2023, 5, 12)),
        conference=invented.conference(),
        subjects=(HEAD,),
        officer=OFFICERS[0],
        roll=47,
        parts=usual_parts(roll=47, subjects=(HEAD.name,), sheets=10, attendance_pages=3),
        rule_set=RULES,
    )


def given_announcement() -> Announcement:
    """What the announcement says."""
    times = [HOURS[place % 3].replace(day=15 + place // 3) for place in range(6)]
    return Announcement(
        letterhead=letterhead("Số 55-TB/BTG", date(2023, 5, 8)),
        plan=PLAN,
        matter=MATTER + " của người đứng đầu",
        round_name=ROUND,
        issuer="Ban Tuyên giáo Quận uỷ",
        conferences=tuple(
            AnnouncedConference(times[place], unit, hall, "Bí thư Chi bộ, Hiệu trưởng")
            for place, (unit, hall) in enumerate(SCHOOLS)
        ),
        voters=("Cán bộ, viên chức, người lao động trong biên chế của trường",),
        not_voters=("Lao động hợp đồng", "Người được góp ý tại hội nghị của trường mình"),
        items=15,
        secrecy=SECRECY,
        requests=(
            "Mời đủ người có tên trong danh sách, đề nghị mang theo điện thoại có máy ảnh nếu có",
            "Bố trí chỗ ngồi cách nhau; không xếp chỗ theo tổ, không ghi tên tại chỗ ngồi",
            "Không tổ chức bàn bạc, định hướng trước nội dung góp ý; không đề nghị ai giải trình sau hội nghị",
        ),
        signature=DEPUTY,
        rule_set=RULES,
        recipients=("Chi bộ các trường có tên,", "Ban Thường vụ Quận uỷ (để báo cáo),", "Lưu."),
    )


def one_programme() -> Document:
    """The programme."""
    return programme(given_programme())


def script() -> Document:
    """The chair's words."""
    return chair_script(given_script())


def minutes() -> Document:
    """The minutes."""
    return conference_minutes(given_minutes())


def cover() -> Document:
    """The cover of the dossier."""
    return dossier_cover(given_cover())


def told() -> Document:
    """The announcement."""
    return announcement(given_announcement())
