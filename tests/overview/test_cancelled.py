"""The first page after a cancellation: one task until those concerned are told and the slips are gone."""

from datetime import date

from guong.office.accounts.roles import Role
from guong.office.conferences import services as conferences
from guong.office.overview.selectors import Home, home_of
from guong.office.schedule import services as schedule
from guong.office.schedule.details import SlipsGone
from tests.conferences.world import World, good, new_conference, officer, prepared

DAY = date(2023, 5, 12)


def home(world: World) -> Home:
    return home_of(user=world.organiser, today=DAY)


def test_a_conference_nobody_heard_of_leaves_nothing_to_do(world: World) -> None:
    conference = new_conference(world)
    good(
        conferences.cancel(
            actor=world.organiser,
            conference=conference,
            version=conference.version,
            reason="Lập nhầm",
            decided_by="Trưởng Ban",
            day=DAY,
        )
    )
    assert home(world).waiting == ()
    assert home(world).total == 0


def test_slips_and_papers_wait_until_they_are_dealt_with(world: World) -> None:
    conference, _ = prepared(world)
    conferences.file_attendance_list(conference, actor=world.organiser)
    good(
        conferences.cancel(
            actor=world.organiser,
            conference=conference,
            version=conference.version,
            reason="Trường sáp nhập",
            decided_by="Trưởng Ban",
            day=DAY,
        )
    )
    (task,) = home(world).waiting
    assert task.page == "schedule:cancel"
    assert task.act.startswith("Gửi thông báo huỷ hội nghị; thu hồi, huỷ thẻ")
    good(
        schedule.file_conference_paper(
            actor=world.organiser, conference=conference, kind="cancellation_notice", day=DAY
        )
    )
    (task,) = home(world).waiting
    assert task.act.startswith("Thu hồi, huỷ thẻ bỏ phiếu")
    gone = SlipsGone(DAY, "Trụ sở", 15, 15, "shared", "Vũ Đình Khải", "", "Tống Gia Bách", "")
    good(schedule.file_slip_minutes(actor=world.organiser, conference=conference, said=gone))
    assert home(world).waiting == ()


def test_only_the_organiser_is_asked(world: World) -> None:
    conference, _ = prepared(world)
    good(
        conferences.cancel(
            actor=world.organiser,
            conference=conference,
            version=conference.version,
            reason="Trường sáp nhập",
            decided_by="Trưởng Ban",
            day=DAY,
        )
    )
    observer = officer(world.school, Role.OBSERVER, username="giamsat")
    assert home_of(user=observer, today=DAY).waiting == ()
