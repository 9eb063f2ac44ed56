"""The first page leads a result outside any round on its way: summed up, presented twice, told; and its readers to it."""

from guong.core.release_steps import ReleaseStep
from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.overview.selectors import Task, home_of
from guong.office.registry.services import link_person
from guong.office.release import services
from tests.conferences.world import HELD_ON, good, officer
from tests.counting.world import Count, signed_in

PRESENT, PRESENT_AGAIN = "Trình Thường trực kết quả", "Trình Ban Thường vụ kết quả"
TELL, READ = "Thông báo kết quả cho người được góp ý", "Đọc kết quả đã được trình"


def waiting(user: User) -> list[Task]:
    return list(home_of(user=user, today=HELD_ON).waiting)


def acts(user: User) -> list[str]:
    return [task.act for task in waiting(user)]


def summed_up(count: Count, reporter: User) -> None:
    good(services.make_personal_summary(conference=count.conference, subject_key="s1", actor=reporter))


def advanced(count: Count, actor: User, *steps: ReleaseStep) -> None:
    for step in steps:
        good(services.advance_person(conference=count.conference, subject_key="s1", step=step, actor=actor))


def test_before_its_summary_a_result_waits_for_that_alone(edited: Count, reporter: User) -> None:
    assert acts(reporter) == ["Xem kết quả, lập bảng tổng hợp"]


def test_the_reporter_is_led_from_step_to_step(edited: Count, reporter: User) -> None:
    summed_up(edited, reporter)
    seen = [acts(reporter)]
    for step in (ReleaseStep.STANDING_BOARD, ReleaseStep.COMMITTEE, ReleaseStep.TOLD):
        advanced(edited, reporter, step)
        seen.append(acts(reporter))
    assert seen == [[PRESENT], [PRESENT_AGAIN], [TELL], []]


def test_the_task_opens_the_page_on_which_the_step_is_taken(edited: Count, reporter: User) -> None:
    summed_up(edited, reporter)
    (task,) = waiting(reporter)
    assert (task.page, task.arguments) == ("release:result", (edited.conference.key, "s1"))
    home = signed_in(reporter).get("/").content.decode()
    where = f"/ket-qua/{edited.conference.key}/s1/"
    assert f'href="{where}"' in home
    assert f"{where}buoc/" in signed_in(reporter).get(where).content.decode()


def test_a_step_back_brings_its_task_back(edited: Count, reporter: User) -> None:
    summed_up(edited, reporter)
    advanced(edited, reporter, ReleaseStep.STANDING_BOARD)
    good(
        services.hand_back_person(
            conference=edited.conference, subject_key="s1", reason="Sửa lời", actor=reporter
        )
    )
    assert acts(reporter) == [PRESENT]


def test_leaders_are_led_to_it_once_it_is_theirs_to_read(edited: Count, reporter: User) -> None:
    summed_up(edited, reporter)
    board, committee = (
        officer(edited.conference.unit, role, username=role.value)
        for role in (Role.STANDING_BOARD, Role.COMMITTEE)
    )
    seen = [(acts(board), acts(committee))]
    for step in (ReleaseStep.STANDING_BOARD, ReleaseStep.COMMITTEE, ReleaseStep.TOLD):
        advanced(edited, reporter, step)
        seen.append((acts(board), acts(committee)))
    assert seen == [([], []), ([READ], []), ([READ], [READ]), ([], [])]


def test_nobody_is_led_to_the_own_result_in_another_office(edited: Count, reporter: User) -> None:
    summed_up(edited, reporter)
    advanced(edited, reporter, ReleaseStep.STANDING_BOARD)
    board = officer(edited.conference.unit, Role.STANDING_BOARD, username="thuong-truc")
    admin = officer(None, Role.ADMINISTRATOR, username="quan-tri")
    person = edited.conference.subjects.select_related("post__person").get(key="s1").post.person
    good(link_person(user=board, name=board.full_name, person=person, actor=admin))
    assert acts(board) == []
