"""On the day: the run sheet, the board of a round, incidents, photographs; an observer never sees a figure."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import time, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from guong.core.hall_hour import Moment
from guong.core.months import months_after
from guong.core.outcome import Refused
from guong.office.conferences import services as conferences
from guong.office.conferences.models import Conference
from guong.office.schedule import selectors, services
from guong.office.schedule.models import Photograph
from tests.conferences.world import good
from tests.counting.world import words_of
from tests.schedule.halls import closed, opened
from tests.schedule.test_papers import LEADER, OFFICER, refusal, staffed, words
from tests.schedule.world import MONDAY, Campaign, held, observer, page, signed_in

AtMost = Callable[[int], AbstractContextManager[object]]


def picture(kind: str = "JPEG", size: tuple[int, int] = (640, 480), **options: object) -> bytes:
    made = BytesIO()
    Image.new("RGB", size, "#9ab").save(made, kind, **options)
    return made.getvalue()


def added(world: Campaign, conference: Conference, data: bytes, **changes: object) -> Photograph | Refused:
    given: dict[str, object] = {"caption": "Phát biểu quán triệt", "sworn": True} | changes
    return services.add_photograph(actor=world.organiser, conference=conference, data=data, **given)  # type: ignore[arg-type]  # the values fit


def seen(world: Campaign) -> selectors.SeenRound:
    found = selectors.round_seen(user=world.organiser, key=world.schools.key)
    assert found is not None
    return found


def test_the_day_shows_its_three_conferences(world: Campaign) -> None:
    held(world)
    shown = signed_in(world.organiser).get(page("today"), {"ngay": "2023-05-15"})
    assert len(shown.context["today"].rows) == 3
    assert "Ngày 15/5/2023 có 3 hội nghị" in shown.content.decode()


def test_the_run_sheet_names_every_stop(world: Campaign) -> None:
    staffed(world)
    text = words(good(services.draft_run_sheet(user=world.organiser, day=MONDAY)))
    assert "HÔM NAY CÓ 3 HỘI NGHỊ" in text
    assert "Hồ Văn Lau" in text


def test_a_run_sheet_needs_officers(world: Campaign) -> None:
    held(world)
    assert refusal(services.draft_run_sheet(user=world.organiser, day=MONDAY)) == "nobody_sent"


def test_a_day_without_conferences_has_no_run_sheet(world: Campaign) -> None:
    assert refusal(services.draft_run_sheet(user=world.organiser, day=MONDAY)) == "no_conferences_today"


def test_the_board_of_a_round_tells_no_turnout_while_people_vote(world: Campaign) -> None:
    first = staffed(world)[0]
    opened(world, first)
    progress = selectors.progress_of(user=world.organiser, seen=seen(world))
    assert (progress.over, progress.casting, progress.present) == (0, 1, 0)
    shown = signed_in(world.organiser).get(page("progress", world.schools.key)).content.decode()
    assert "người có mặt, tại các hội nghị đã xong" not in shown


def test_the_board_of_a_round_tells_turnout_after_the_closing(world: Campaign) -> None:
    first = staffed(world)[0]
    closed(world, first)
    progress = selectors.progress_of(user=world.organiser, seen=seen(world))
    assert (progress.over, progress.present, progress.summoned) == (1, 5, 6)


@pytest.mark.parametrize("number", [15, 29])
@pytest.mark.parametrize("name", ["progress", "today"])
def test_the_boards_keep_to_their_queries(
    world: Campaign, django_assert_max_num_queries: AtMost, name: str, number: int
) -> None:
    made = held(world)
    if number > 15:
        made += held(world, wards=True)
    Conference.objects.update(round=world.schools, held_on=MONDAY)
    good(services.send(actor=world.organiser, to=made, person=OFFICER))
    for conference in made:
        good(conferences.note_incident(actor=world.organiser, conference=conference, text="Mất điện"))
    client = signed_in(world.organiser)
    address = page("today") + "?ngay=2023-05-15" if name == "today" else page("progress", world.schools.key)
    with django_assert_max_num_queries(25):
        shown = client.get(address)
    found = shown.context["today" if name == "today" else "progress"]
    assert len(found.rows) == number


def test_an_incident_stands_on_the_board_and_in_the_minutes(world: Campaign) -> None:
    first = staffed(world)[0]
    closed(world, first)
    client = signed_in(world.organiser)
    client.post(page("note-incident", first.key), {"text": "Mất điện mười phút", "settled": ""})
    incident = first.incidents.get()
    client.post(page("settle-incident", first.key), {"incident": incident.pk, "settled": "Chạy máy phát"})
    shown = client.get(page("progress", world.schools.key)).content.decode()
    assert "Mất điện mười phút" in shown
    assert "Chạy máy phát" in shown
    first.refresh_from_db()
    paper = good(
        services.file_minutes(
            actor=world.organiser, conference=first, day=first.held_on, absent=services.Absent(ill=1)
        )
    )
    assert paper.printed_number.endswith("-BB")


def test_the_minutes_tell_who_opened_and_closed_and_who_confirmed(world: Campaign) -> None:
    first = staffed(world)[0]
    closed(world, first)
    first.refresh_from_db()
    day, absent = first.held_on, services.Absent(ill=1)
    paper = good(services.file_minutes(actor=world.organiser, conference=first, day=day, absent=absent))
    told = words_of(paper)
    for act in ("Mở nhận phiếu", "Kết thúc nhận phiếu"):
        assert f"{act}: đồng chí {world.organiser}, cán bộ; xác nhận: đồng chí" in told


def test_the_minutes_bear_the_hours_that_the_clerk_noted(world: Campaign) -> None:
    first = staffed(world)[0]
    closed(world, first)
    for moment, at in (
        (Moment.BEGAN, time(8, 5)),
        (Moment.LEFT, time(8, 25)),
        (Moment.ENDED, time(9, 40)),
    ):
        good(conferences.note_moment(actor=world.organiser, conference=first, moment=moment, at=at))
    first.refresh_from_db()
    day, absent = first.held_on, services.Absent(ill=1)
    paper = good(services.file_minutes(actor=world.organiser, conference=first, day=day, absent=absent))
    told = words_of(paper)
    assert "Hồi 8 giờ 05 phút" in told
    assert "8 giờ 25 phútMời đồng chí được góp ý rời phòng" in told
    assert "Hội nghị kết thúc hồi 9 giờ 40 phút" in told


def test_a_conference_over_before_its_hour_gets_no_minutes(world: Campaign) -> None:
    first = staffed(world)[0]
    closed(world, first)
    first.refresh_from_db()
    first.closed_at = timezone.make_aware(first.began) - timedelta(hours=1)
    first.save()
    outcome = services.file_minutes(
        actor=world.organiser, conference=first, day=first.held_on, absent=services.Absent(ill=1)
    )
    assert refusal(outcome) == "over_too_early"


def test_absences_that_do_not_add_up_are_refused(world: Campaign) -> None:
    first = staffed(world)[0]
    closed(world, first)
    first.refresh_from_db()
    outcome = services.file_minutes(
        actor=world.organiser, conference=first, day=first.held_on, absent=services.Absent(ill=2)
    )
    assert refusal(outcome) == "absences"


def test_a_photograph_is_kept_without_the_cameras_notes(world: Campaign) -> None:
    first = held(world)[0]
    notes = Image.Exif()
    notes[0x010F] = "Máy ảnh của ai đó"
    photograph = good(added(world, first, picture(exif=notes)))
    (kept,) = (Path(settings.GUONG_DATA_DIR) / "photographs").glob("*.jpg")
    with Image.open(kept) as clean:
        assert dict(clean.getexif()) == {}
    assert "ai đó".encode() not in kept.read_bytes()
    assert (photograph.width, photograph.height) == (640, 480)


def test_a_photograph_is_shown_to_the_units_officers_only(world: Campaign) -> None:
    first, second, *_ = held(world)
    photograph = good(added(world, first, picture("PNG")))
    client = signed_in(world.organiser)
    shown = client.get(reverse("schedule:photograph", args=[first.key, photograph.key]))
    assert shown["Content-Type"] == "image/jpeg"
    assert client.get(reverse("schedule:photograph", args=[second.key, photograph.key])).status_code == 404


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"GIF89a....", "not_a_photograph"),
        (b"\xff\xd8\xff\xe0 cut off", "not_a_photograph"),
        (b"\xff\xd8\xff" + bytes(12 * 1024 * 1024), "photo_too_large"),
    ],
    ids=["gif", "broken", "large"],
)
def test_a_photograph_of_an_odd_type_or_size_is_refused(world: Campaign, data: bytes, reason: str) -> None:
    assert refusal(added(world, held(world)[0], data)) == reason
    assert not Photograph.objects.exists()


def test_a_small_file_of_many_pixels_is_refused_before_it_is_decoded(world: Campaign) -> None:
    bomb = picture("PNG", (9000, 5000))
    assert len(bomb) < 1_000_000
    assert refusal(added(world, held(world)[0], bomb)) == "photo_pixels"


def test_without_the_promise_no_photograph_is_taken(world: Campaign) -> None:
    assert refusal(added(world, held(world)[0], picture(), sworn=False)) == "not_sworn"


def test_a_photograph_needs_a_caption(world: Campaign) -> None:
    assert refusal(added(world, held(world)[0], picture(), caption=" ")) == "needs_caption"


def test_a_photograph_is_added_and_removed_on_the_page(world: Campaign) -> None:
    first = held(world)[0]
    client = signed_in(world.organiser)
    upload = SimpleUploadedFile("anh.jpg", picture(), content_type="image/jpeg")
    sent = {"photograph": upload, "caption": "Tổ kiểm phiếu niêm phong hòm", "sworn": "on"}
    assert (
        "Tổ kiểm phiếu niêm phong hòm"
        in client.post(page("add-photograph", first.key), sent, follow=True).content.decode()
    )
    kept = Photograph.objects.get()
    client.post(page("remove-photograph", first.key), {"photograph": kept.key})
    assert not Photograph.objects.exists()
    assert not list((Path(settings.GUONG_DATA_DIR) / "photographs").glob("*"))


def test_photographs_stand_in_the_annex_of_the_minutes(world: Campaign) -> None:
    first = staffed(world)[0]
    closed(world, first)
    good(added(world, first, picture(), caption="Toàn cảnh hội nghị"))
    first.refresh_from_db()
    paper = good(
        services.file_minutes(
            actor=world.organiser, conference=first, day=first.held_on, absent=services.Absent(other=1)
        )
    )
    file = next(one for one in paper.files.all() if one.format == "pdf")
    data = (Path(settings.GUONG_DATA_DIR) / "papers" / f"{file.name}.pdf").read_bytes()
    assert "Toàn cảnh hội nghị" in words(data)


@pytest.mark.parametrize(
    "address",
    ["release:list", "counting:list", "papers:list", "paperdesk:list"],
)
def test_an_observer_who_tries_to_see_figures_is_told_kindly(world: Campaign, address: str) -> None:
    closed(world, staffed(world)[0])
    answer = signed_in(observer(world.body)).get(reverse(address))
    assert answer.status_code == 403
    assert "Đồng chí chưa được giao việc này" in answer.content.decode()


def test_an_observer_follows_programme_calendar_and_progress(world: Campaign) -> None:
    first = staffed(world)[0]
    closed(world, first)
    client = signed_in(observer(world.body))
    for name in ("calendar", "delegates", "progress"):
        assert client.get(page(name, world.schools.key)).status_code == 200
    assert client.get(page("today")).status_code == 200
    for name in ("incidents", "photographs", "delegates-here", "programme-here"):
        assert client.get(page(name, first.key)).status_code == 200


def test_an_observer_writes_nothing(world: Campaign) -> None:
    first = held(world)[0]
    client = signed_in(observer(world.body))
    for name in ("note-incident", "settle-incident", "add-photograph", "remove-photograph"):
        assert client.post(page(name, first.key)).status_code == 403


def test_leaders_stand_on_the_board(world: Campaign) -> None:
    staffed(world)
    shown = signed_in(world.organiser).get(page("progress", world.schools.key)).content.decode()
    assert LEADER.full_name in shown


def test_photographs_end_a_year_after_the_conference_file_and_row(world: Campaign) -> None:
    conference = held(world)[0]
    photograph = good(added(world, conference, picture()))
    path = Path(settings.GUONG_DATA_DIR) / "photographs" / f"{photograph.name}.jpg"
    over = months_after(conference.held_on, 12)
    assert services.end_photographs(today=over - timedelta(days=1)) == 0
    assert path.exists()
    assert services.end_photographs(today=over) == 1
    assert not path.exists()
    assert not Photograph.objects.exists()
