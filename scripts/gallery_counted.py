"""The invented conferences of the gallery's count: one at every stage, from the first hand count to the signed papers."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from django.test import Client

from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.conferences.models import Conference
from guong.office.counting import services
from guong.office.registry.models import Person, UnitAssignment
from guong.office.release import services as release
from scripts import gallery_written as written
from scripts.gallery_shots import Shot
from scripts.gallery_world import NAMES
from tests.conferences import world as hall
from tests.counting import world as counting
from tests.remarks.world import body_above, editor

SCHOOLS = (
    "Trường Tiểu học Hoa Sen",
    "Trường Mầm non Sao Mai",
    "Trường THCS Bình Minh",
    "Trường Tiểu học Hướng Dương",
    "Trường Mầm non Hoa Hồng",
    "Trường THCS Ánh Dương",
    "Trường Mầm non Tuổi Thơ",
)
HEADS = (
    "Đàm Thị Mỹ Uyên",
    "Trịnh Thị Bích Hợp",
    "Nghiêm Xuân Tùng",
    "La Thị Thuỳ Trang",
    "Phùng Thị Hoà",
    "Doãn Quốc Khánh",
    "Tăng Thị Yến",
)


def prepare() -> list[Shot]:
    """Set everything up in an empty register and return what to draw."""
    viewers = {
        role: hall.officer(None, role, username=f"xem-{role.value}")
        for role in (Role.ORGANISER, Role.COUNTING_OFFICER, Role.PAPER_CLERK, Role.REPORTER, Role.OBSERVER)
    }
    everyone = list(viewers.values())
    typing = _closed(0, everyone)
    _type_first(typing)
    differing = _closed(1, everyone)
    counting.hand_counted(differing, not_returned=1)
    counting.slips_checked(replace(differing, drawn=differing.drawn + 2))
    ready = _closed(2, everyone)
    counting.hand_counted(ready)
    counting.slips_checked(ready)
    counting.sheets_entered(ready)
    sealed = _closed(3, everyone)
    counting.sealed(sealed)
    _hand_over(sealed)
    opened = _closed(4, everyone)
    counting.imported(opened)
    hall.good(services.build_bundle(conference=opened.conference, actor=opened.officer))
    done = _closed(5, everyone, remarks=written.WRITTEN)
    counting.finished(done)
    body = body_above(done.conference.unit)
    editors = (
        editor(body, username="bientap1", full_name="Ngạc Thu Sương"),
        editor(body, username="bientap2", full_name="Ứng Hoài Thu"),
    )
    written.finish(done.conference, editors)
    _papers(done)
    small = _closed(6, everyone, phones=4, sheets=0)
    counting.finished(small)
    coming = hall.with_roll(_world(7, "Trường THCS Hoà Bình", "Khuất Thị Nga", everyone))
    coming.held_on = date.today() + timedelta(days=2)
    coming.save()
    new_organiser = hall.officer(None, Role.ORGANISER, username="moi")
    UnitAssignment.objects.create(
        user=new_organiser, unit=hall.school(name="Trường Mầm non Mới", key="MN-90")[0]
    )
    return [
        *_counting(_session(viewers[Role.COUNTING_OFFICER]), typing, differing, ready, sealed, opened, done),
        *_release(viewers, done, small),
        *(
            Shot(f"home-{role.value.replace('_', '-')}", "/", _session(user))
            for role, user in viewers.items()
        ),
        Shot("home-first-day", "/", _session(new_organiser)),
        *_personal_data(viewers, done),
    ]


def _personal_data(viewers: dict[Role, User], count: counting.Count) -> list[Shot]:
    own, others = _session(viewers[Role.COUNTING_OFFICER]), _session(viewers[Role.ORGANISER])
    return [
        Shot("personal-data-own", "/du-lieu-ca-nhan/", own),
        Shot("personal-data-person", _about_somebody(count), others),
    ]


def _about_somebody(count: counting.Count) -> str:
    """The page on what is held about the first on the roll, found by name."""
    entry = count.conference.roll.select_related("person").first()
    assert entry is not None
    assert entry.person is not None
    return f"/du-lieu-ca-nhan/?nguoi={entry.person.key}"


def _counting(session: str, *counts: counting.Count) -> list[Shot]:
    typing, differing, ready, sealed, opened, done = (count.conference for count in counts)
    wanted: list[tuple[str, str]] = [
        ("list", "/kiem-phieu/"),
        ("steps", _page(differing)),
        ("hand", _page(typing, "dem-tay/")),
        ("leftover", _page(differing, "the-con-lai/")),
        ("sheets", _page(differing, "phieu-giay/")),
        ("reconcile", _page(differing, "doi-chieu/")),
        ("seal", _page(ready, "niem-phong/")),
        ("sealed", _page(sealed, "niem-phong/")),
        ("import", _page(sealed, "ket-qua/")),
        ("imported", _page(opened, "ket-qua/")),
        ("bundle", _page(opened, "ho-so/")),
        ("destroy", _page(opened, "huy-chia-khoa/")),
        ("done", _page(done)),
    ]
    return [Shot(f"counting-{name}", address, session) for name, address in wanted]


def _release(viewers: dict[Role, User], done: counting.Count, small: counting.Count) -> list[Shot]:
    reporter, counter = _session(viewers[Role.REPORTER]), _session(viewers[Role.COUNTING_OFFICER])
    result = f"/ket-qua/{done.conference.key}/s1/"
    return [
        Shot("release-list", "/ket-qua/", reporter),
        Shot("release-result", result, reporter),
        Shot("release-table", result, reporter, ("summary:has-text('Xem bảng')",)),
        Shot("release-remarks", f"{result}#y-kien", reporter),
        Shot("release-small-group", f"/ket-qua/{small.conference.key}/s1/", reporter),
        Shot("release-minutes", f"{result}bien-ban/", counter),
    ]


def _closed(
    place: int,
    viewers: Sequence[User],
    *,
    phones: int = 31,
    sheets: int = 3,
    remarks: Sequence[counting.Remarks] = counting.WRITTEN,
) -> counting.Count:
    world = _world(place, SCHOOLS[place], HEADS[place], viewers, permanent=36 if phones > 4 else 5)
    count = counting.closed(
        world, phones=phones, sheets=sheets, username=f"kiemphieu{place}", remarks=remarks
    )
    count.conference.title = f"Hội nghị lấy ý kiến góp ý {SCHOOLS[place]}"
    count.conference.place = f"Hội trường {SCHOOLS[place]}"
    count.conference.save()
    return count


def _world(
    place: int, name: str, head_name: str, viewers: Sequence[User], *, permanent: int = 36
) -> hall.World:
    unit, head = hall.school(name=name, key=f"DV-{place:02d}", permanent=permanent)
    Person.objects.filter(pk=head.person_id).update(full_name=head_name)
    staff = Person.objects.filter(staff_entries__unit=unit).exclude(pk=head.person_id).order_by("pk")
    for number, person in enumerate(staff):
        person.full_name = NAMES[number % len(NAMES)]
        person.save()
    organiser = hall.officer(unit, Role.ORGANISER, username=f"tochuc{place}")
    for viewer in viewers:
        UnitAssignment.objects.create(user=viewer, unit=unit)
    return hall.World(unit, head, organiser)


def _type_first(count: counting.Count) -> None:
    hall.good(
        services.type_hand_count(
            conference=count.conference, typist=1, typist_name=counting.COUNTERS[0], count=count.hand
        )
    )


def _hand_over(count: counting.Count) -> None:
    given = services.HandOver("Tạ Phương Nhung", "Văn thư", "14 giờ ngày 19 tháng 5 năm 2023, tại trụ sở")
    hall.good(
        services.make_sealing_minutes(conference=count.conference, hand_over=given, actor=count.officer)
    )


def _papers(count: counting.Count) -> None:
    where, who = count.conference, count.officer
    hall.good(release.make_tally_minutes(conference=where, subject_key="s1", actor=who))
    hall.good(release.make_personal_summary(conference=where, subject_key="s1", actor=who))


def _page(conference: Conference, step: str = "") -> str:
    return f"/kiem-phieu/{conference.key}/{step}"


def _session(user: User) -> str:
    client = Client()
    client.force_login(user)
    return str(client.cookies["sessionid"].value)
