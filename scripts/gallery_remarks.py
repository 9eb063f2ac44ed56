"""Draw the pages of the remarks desk with invented people and words: ``python -m scripts.gallery_remarks``.

Writes docs/gallery/remarks-*.png (360x740 and 1280x800) from a data folder of its own.
"""

from collections.abc import Sequence
from dataclasses import replace

from scripts.gallery_environment import serve, session, set_up  # sets Django up first

# isort: split
from django.conf import settings

from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.conferences.models import Conference
from guong.office.registry.models import Person
from guong.office.remarks import selectors, services
from scripts import gallery_written as written
from scripts.gallery_camera import Camera
from scripts.gallery_shots import Shot, draw
from scripts.gallery_world import NAMES
from tests.conferences import world as hall
from tests.counting import world as counting
from tests.remarks.world import body_above, editor

SCHOOLS = (
    ("Trường Tiểu học Hoa Sen", "Đàm Thị Mỹ Uyên"),
    ("Trường Mầm non Sao Mai", "Trịnh Thị Bích Hợp"),
    ("Trường THCS Bình Minh", "Nghiêm Xuân Tùng"),
    ("Trường Tiểu học Hướng Dương", "La Thị Thuỳ Trang"),
)


def main() -> int:
    """Count four schools, leave a desk at every stage, draw it; returns 1 where a picture is amiss."""
    set_up()
    shots = prepare()
    serve()
    settings.GUONG_ORIGIN = "https://gop-y.example"
    return draw(shots, {"remarks": Camera("remarks")})


def prepare() -> Sequence[Shot]:
    """Return what to draw: nobody there yet, at work, agreed, ended."""
    conferences = [counted(place) for place in range(len(SCHOOLS))]
    body = body_above(conferences[0].unit)
    editors = (
        editor(body, username="bientap1", full_name="Ngạc Thu Sương"),
        editor(body, username="bientap2", full_name="Ứng Hoài Thu"),
    )
    own = editor(conferences[0].unit, username="cuatruong", full_name="Phí Quang Lộc")
    free, working, agreed, ended = conferences
    half_way(working, editors)
    written.finish(ended, editors)
    desk = written.sit_down(agreed, editors)
    written.propose(desk, editors[0])
    written.agree(desk, editors[1])
    hall.good(services.ask_for_end(desk=desk, actor=editors[0]))
    return tuple(
        replace(shot, address=f"/bien-tap/{shot.address}")
        for shot in shots(editors, own, free, working, agreed, ended)
    )


def half_way(conference: Conference, editors: tuple[User, User]) -> None:
    """Leave a desk with work for both officers."""
    first, second = editors
    desk = written.sit_down(conference, editors)
    written.propose(desk, first, but=written.NAMING)
    written.agree(desk, second, but=written.LONG)


def shots(
    editors: tuple[User, User],
    own: User,
    free: Conference,
    working: Conference,
    agreed: Conference,
    ended: Conference,
) -> Sequence[Shot]:
    """The pages, addresses below the room's own."""
    first, second = map(session, editors)
    naming, long = (
        f"{working.key}/s1/y-kien/?y={key_of(working, words)}" for words in (written.NAMING, written.LONG)
    )
    return (
        Shot("remarks-list", "", first),
        Shot("remarks-free", f"{free.key}/s1/", first),
        Shot("remarks-own-unit", f"{free.key}/s1/", session(own)),
        Shot("remarks-desk", f"{working.key}/s1/", second),
        Shot("remarks-edit", naming, first),
        Shot("remarks-edit-chosen", naming, first, press=('input[value="edit"]',)),
        Shot("remarks-withhold-chosen", naming, first, press=('input[value="withhold"]',)),
        Shot("remarks-confirm", f"{long}&viec=xac-nhan", second),
        Shot("remarks-digest", f"{working.key}/s1/tong-hop/", first),
        Shot("remarks-end", f"{agreed.key}/s1/tong-hop/", second),
        Shot("remarks-ended", f"{ended.key}/s1/", first),
    )


def counted(place: int) -> Conference:
    """Count a school of 34 ballots to the end of its keys."""
    name, head_name = SCHOOLS[place]
    unit, head = hall.school(name=name, key=f"DV-{place:02d}", permanent=36)
    Person.objects.filter(pk=head.person_id).update(full_name=head_name)
    head.refresh_from_db()
    staff = Person.objects.filter(staff_entries__unit=unit).exclude(pk=head.person_id).order_by("pk")
    for number, person in enumerate(staff):
        Person.objects.filter(pk=person.pk).update(full_name=NAMES[number % len(NAMES)])
    body_above(unit)
    world = hall.World(unit, head, hall.officer(unit, Role.ORGANISER, username=f"tochuc{place}"))
    count = counting.closed(world, phones=31, sheets=3, username=f"kiem{place}", remarks=written.WRITTEN)
    Conference.objects.filter(pk=count.conference.pk).update(title=f"Hội nghị lấy ý kiến góp ý {name}")
    count.conference.refresh_from_db()
    counting.finished(count)
    return count.conference


def key_of(conference: Conference, words: str) -> str:
    """The key of a remark in these words."""
    desk = selectors.desk_of(conference, "s1")
    assert desk is not None
    return str(next(entry.key for entry in selectors.entries_of(desk) if entry.words == words))


if __name__ == "__main__":
    raise SystemExit(main())
