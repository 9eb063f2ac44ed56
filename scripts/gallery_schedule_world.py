"""The invented campaign of the gallery's calendar: one round half held, its conferences staffed, the other to be made."""

from datetime import date, time
from io import BytesIO

from django.utils import timezone
from PIL import Image, ImageDraw

from guong.core.outcome import Refused
from guong.office.conferences import services as conferences
from guong.office.conferences.details import Sitting
from guong.office.conferences.models import Conference
from guong.office.registry.models import Unit
from guong.office.schedule import selectors, services
from guong.office.schedule.details import Sent
from guong.office.schedule.models import DelegateRole
from scripts.gallery_environment import session
from tests.conferences.world import SEATS, good
from tests.schedule import world as campaign
from tests.schedule.cancelled import cancelled, with_slips
from tests.schedule.halls import closed, opened
from tests.schedule.test_coverage import replaced
from tests.schedule.test_papers import with_roll

EARLY = date(2023, 5, 2)
LEADERS = (
    Sent(DelegateRole.LEADER, "Lý Thành Suối", "Quận uỷ Hoa Sen", "Phó Bí thư Thường trực"),
    Sent(DelegateRole.LEADER, "Hồ Vĩnh Kỳ", "Quận uỷ Hoa Sen", "Trưởng Ban Tuyên giáo"),
)
OFFICERS = (
    Sent(DelegateRole.IN_CHARGE, "Lương Mỹ Duyên", "Ban Tuyên giáo", "Chuyên viên"),
    Sent(DelegateRole.SIGNING_DESK, "Mai Trọng Đỉnh", "Ban Tổ chức", "Chuyên viên"),
    Sent(DelegateRole.TECHNICAL, "Cao Thuý Vy", "Văn phòng", "Chuyên viên"),
)
Pages = dict[str, dict[str, str]]


def prepare() -> tuple[Pages, dict[str, str], bytes]:
    """Set everything up in an empty register; returns addresses by role and picture, officers' sessions, a dossier."""
    world = campaign.campaign()
    world.schools.plan.locality = "Hoa Sen"
    world.schools.plan.save(update_fields=["locality"])
    made = campaign.held(world)
    _staff(world, made)
    for conference in made[:3]:
        closed(world, conference)
    opened(world, made[3])
    _moved(world, made[4], made[6])
    with_roll(world, made[7])
    first, dossier = made[0], made[7]
    _tell(world, first)
    _file(world, dossier)
    _rehearse(world, made[8].unit)
    gone = with_slips(world, made[10])
    cancelled(world, gone)
    replaced(world, made[13].unit)
    key, here = world.schools.key, campaign.page
    pages = {
        "organiser": {
            "rounds": here("rounds"),
            "make": here("make", world.wards.key),
            "calendar": here("calendar", key),
            "delegates": here("delegates", key),
            "papers": here("papers", key),
            "progress": here("progress", key),
            "today": f"{here('today')}?ngay=2023-05-16",
            "cancel": here("cancel", dossier.key),
            "cancelled": here("cancel", gone.key),
            "move": here("move", made[4].key),
            "delegates-here": here("delegates-here", first.key),
            "papers-here": here("papers-here", dossier.key),
            "minutes": here("papers-here", first.key),
            "incidents": here("incidents", first.key),
            "photographs": here("photographs", first.key),
            "rehearse": here("rehearse"),
            "rehearsal": f"/hoi-nghi/{Conference.objects.get(rehearsal=True).key}/",
        },
        "observer": {
            "observer-progress": here("progress", key),
            "observer-programme": here("programme-here", dossier.key),
            "observer-refused": "/ket-qua/",
        },
    }
    watching = campaign.observer(world.body)
    bound = good(services.make_dossier(actor=world.organiser, conference=dossier, sheets=1, day=EARLY))
    return pages, {"organiser": session(world.organiser), "observer": session(watching)}, bound


def _staff(world: campaign.Campaign, made: list[Conference]) -> None:
    first, *others = made
    actor = world.organiser
    good(conferences.set_board(actor=actor, conference=first, version=first.version, seats=SEATS))
    good(services.copy_board(actor=actor, source=first, to=others[:11]))
    for number, leader in enumerate(LEADERS):
        good(services.send(actor=actor, to=made[number::2], person=leader))
    for officer in OFFICERS[:2]:
        good(services.send(actor=actor, to=made[:12], person=officer))
    services.propose_observers(actor=actor, to=made)
    proposed = selectors.proposed_observers(of_round=world.schools)[:11]
    good(services.accept_observers(actor=actor, named=[(one, one.full_name, one.post) for one in proposed]))
    for conference in made:
        conference.refresh_from_db()


def _moved(world: campaign.Campaign, conference: Conference, other: Conference) -> None:
    good(
        services.move(
            actor=world.organiser,
            conference=conference,
            version=conference.version,
            to=Sitting(other.held_on, time(9), other.place),
            reason="Trường tổ chức thi học kỳ",
        )
    )


def _tell(world: campaign.Campaign, conference: Conference) -> None:
    actor = world.organiser
    good(
        conferences.note_incident(
            actor=actor,
            conference=conference,
            text="Mạng chậm khoảng năm phút, không ai phải đổi thẻ",
            settled="Chờ, phiếu tự gửi lại",
        )
    )
    good(conferences.note_incident(actor=actor, conference=conference, text="Micro hỏng lúc quán triệt"))
    captions = ("Đồng chí Phó Bí thư Thường trực quán triệt", "Tổ kiểm phiếu niêm phong hòm phiếu")
    for colour, caption in zip(("#b9c7d6", "#cfd8c4"), captions, strict=True):
        good(
            services.add_photograph(
                actor=actor, conference=conference, data=_drawing(colour), caption=caption, sworn=True
            )
        )


def _file(world: campaign.Campaign, conference: Conference) -> None:
    for kind in ("working_group_decision", "staff_list_request", "announcement"):
        good(services.file_round_paper(actor=world.organiser, of_round=world.schools, kind=kind, day=EARLY))
    good(
        services.file_conference_paper(
            actor=world.organiser, conference=conference, kind="programme", day=EARLY
        )
    )


def _rehearse(world: campaign.Campaign, unit: Unit) -> None:
    outcome = services.begin_rehearsal(
        actor=world.organiser, unit=unit, lead_body="Ban Tuyên giáo", today=timezone.localdate()
    )
    if isinstance(outcome, Refused):
        raise SystemExit(outcome.sentence)


def _drawing(colour: str) -> bytes:
    """A drawn picture in place of a photograph: nobody is on it."""
    picture = Image.new("RGB", (960, 640), colour)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 430, 960, 640), fill="#8a7a63")
    for place in range(6):
        pen.ellipse((90 + place * 140, 300, 160 + place * 140, 370), fill="#55504a")
    made = BytesIO()
    picture.save(made, "PNG")
    return made.getvalue()
