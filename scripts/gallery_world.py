"""The invented conferences of the gallery: one being prepared, one in the hall, one at the paper desk."""

import dataclasses

from django.conf import settings
from django.test import Client

from guong.ballots.store import migrate
from guong.core.preflight import BY_HAND
from guong.core.secrecy import slips
from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.conferences import services
from guong.office.conferences.models import Conference
from guong.office.paperdesk import scanning
from guong.office.paperdesk import services as desk
from guong.office.registry.models import Person, UnitAssignment
from tests.conferences import world as hall

NAMES = (
    "Bạch Thị Hồng Nhung", "Cao Minh Tuệ", "Chử Thị Thanh Vân", "Đặng Quỳnh Chi", "Giáp Văn Khoát", "Hà Thị Kim Liên",
    "Hứa Thuỳ Dương", "Kim Thị Ngọc Trâm", "Lại Thế Hiển", "Lưu Thị Diệp Anh", "Ngạc Thị Thu Sương", "Ông Thị Mai Khôi",
    "Phí Quang Lộc", "Sầm Thị Ánh Tuyết", "Thạch Ngọc Bích", "Ứng Thị Hoài Thu", "Viên Đức Trọng", "Xa Thị Phương Thảo",
)  # fmt: skip
SCHOOLS = (
    "Trường Tiểu học Hoa Sen",
    "Trường Mầm non Sao Mai",
    "Trường THCS Bình Minh",
    "Trường Tiểu học Đồi Thông",
)


def prepare() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Set everything up in an empty register; returns addresses by picture, codes to type, officers' sessions."""
    migrate(settings.GUONG_URN_URL)
    organiser = hall.officer(None, Role.ORGANISER, username="tochuc")
    clerk = hall.officer(None, Role.PAPER_CLERK, username="nhapphieu")
    first = _world(1, organiser, clerk)
    fresh = hall.with_roll(first)
    ready = hall.printed(_world(4, organiser, clerk))
    _check(ready, organiser)
    in_hall, _ = hall.opened(_world(2, organiser, clerk))
    _fill_hall(in_hall)
    at_desk, made = hall.closed(_world(3, organiser, clerk), paper_sets=6)
    counters = ("Mạc Thu Uyên", "Tống Gia Bách")
    desk.count_sheets(actor=organiser, conference=at_desk, subject_key="s1", counted=6, counters=counters)
    desk.name_typists(conference=at_desk, first_typist=counters[0], second_typist=counters[1])
    scanning.name_third_verifier(conference=at_desk, name="Doãn Khắc Hiếu")
    code = " ".join(slips.printed_groups(made.station_tickets[0], made.keys.poll, slips.STATION))
    pages = {
        "list": "/hoi-nghi/",
        "choose": "/hoi-nghi/moi/",
        "new": f"/hoi-nghi/moi/?unit={first.school.pk}",
        "steps": f"/hoi-nghi/{fresh.key}/",
        "roll": f"/hoi-nghi/{fresh.key}/danh-sach/",
        "board": f"/hoi-nghi/{fresh.key}/to-kiem-phieu/",
        "poll": f"/hoi-nghi/{fresh.key}/hom-phieu/",
        "printing": f"/hoi-nghi/{in_hall.key}/in/",
        "message": f"/hoi-nghi/{fresh.key}/tin-nhan/",
        "opening": f"/hoi-nghi/{ready.key}/mo/",
        "pins": f"/hoi-nghi/{ready.key}/to-kiem-phieu/ma-xac-nhan/",
        "hall": f"/hoi-nghi/{in_hall.key}/hoi-truong/",
        "screen-link": f"/hoi-nghi/{in_hall.key}/man-hinh/",
        "closing": f"/hoi-nghi/{in_hall.key}/ket-thuc/",
        "closed": f"/hoi-nghi/{at_desk.key}/ket-thuc/",
        "desk-list": "/nhap-phieu/",
        "desk": f"/nhap-phieu/{at_desk.key}/",
        "desk-sheets": f"/nhap-phieu/{at_desk.key}/s1/",
    }
    return pages, {"station": code}, {"organiser": _session(organiser), "clerk": _session(clerk)}


def _world(number: int, organiser: User, clerk: User) -> hall.World:
    name = SCHOOLS[number - 1]
    unit, head = hall.school(name=name, key=f"T-{number:02d}", permanent=len(NAMES))
    for user in (organiser, clerk):
        UnitAssignment.objects.create(user=user, unit=unit)
    staff = Person.objects.filter(staff_entries__unit=unit, full_name__startswith="Giáo viên Thử")
    for person, full_name in zip(staff.order_by("pk"), (*NAMES, "Yên Thị Hạ", "Vương Thị Thơ"), strict=True):
        Person.objects.filter(pk=person.pk).update(full_name=full_name)
    hall.DETAILS = dataclasses.replace(
        hall.DETAILS,
        title=f"Hội nghị lấy ý kiến góp ý người đứng đầu {name}",
        place=f"Hội trường {name}",
        locality="Hoa Sen",
    )
    return hall.World(unit, head, organiser)


def _check(conference: Conference, organiser: User) -> None:
    """The morning: the test ballot came through, two of four things were looked at, the witness has a number."""
    hall.confirming(organiser, conference)
    for check in BY_HAND[:2]:
        services.tick_check(actor=organiser, conference=conference, check=check, done=True)
    services.note_trial(actor=organiser, conference=conference, failed="", seconds_ahead=0)


def _fill_hall(conference: Conference) -> None:
    for entry in conference.roll.all()[:13]:
        services.mark_present(conference=conference, person_id=entry.person_id, present=True)
    for _ in range(3):
        services.count_paper_set(conference=conference, change=1)


def _session(user: User) -> str:
    client = Client()
    client.force_login(user)
    return client.cookies["sessionid"].value
