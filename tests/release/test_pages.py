"""Pages of results by role and scope; every reading is noted."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.journal.models import Entry
from guong.office.papers.models import PaperFile
from guong.office.release import services
from tests.conferences.world import World, good, officer, school
from tests.counting.world import REMARK, Count, closed, finished, signed_in

MOST_QUERIES = 26


def page(name: str, count: Count) -> str:
    return reverse(f"release:{name}", args=[count.conference.key, "s1"])


def test_the_reporter_reads_one_picture_and_one_table(counted: Count, reporter: User) -> None:
    client = signed_in(reporter)
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(page("result", counted))
    shown = answer.content.decode()
    pictures = [shown.count(f'class="picture picture-{shape}"') for shape in ("wide", "phone")]
    assert (pictures, shown.count("<svg xmlns")) == ([1, 1], 2)
    assert "12 / 12" in shown
    assert REMARK not in shown
    assert len(queries) <= MOST_QUERIES


def test_the_first_reading_of_a_day_stands_in_the_journal(counted: Count, reporter: User) -> None:
    client = signed_in(reporter)
    client.get(page("result", counted))
    client.get(page("result", counted))
    assert Entry.objects.filter(act="release.read", actor_name=reporter.full_name).count() == 1


def test_a_small_group_gets_one_sentence(world: World, reporter: User) -> None:
    count = closed(world, phones=4, sheets=0)
    finished(count)
    shown = signed_in(reporter).get(page("result", count)).content.decode()
    assert "Không công bố vì nhóm có ít người" in shown
    assert "<svg xmlns" not in shown


def test_before_the_confirmation_a_sentence_stands_there(world: World, reporter: User) -> None:
    count = closed(world)
    assert "Chưa có kết quả được xác nhận" in signed_in(reporter).get(page("result", count)).content.decode()


def test_exact_counts_are_for_the_board(counted: Count, reporter: User) -> None:
    assert signed_in(reporter).get(page("minutes", counted)).status_code == 403
    assert signed_in(counted.officer).get(page("minutes", counted)).status_code == 200
    assert signed_in(counted.officer).get(page("result", counted)).status_code == 403


@pytest.mark.parametrize("role", [Role.ORGANISER, Role.PAPER_CLERK, Role.OBSERVER, Role.ADMINISTRATOR])
def test_other_roles_see_no_result(counted: Count, world: World, role: Role) -> None:
    client = signed_in(officer(world.school, role, username="khac"))
    for name in ("result", "minutes"):
        assert client.get(page(name, counted)).status_code == 403


def test_another_units_reporter_finds_nothing(counted: Count) -> None:
    elsewhere, _ = school(name="Trường Tiểu học Hướng Dương", key="TH-02")
    client = signed_in(officer(elsewhere, Role.REPORTER, username="khac"))
    assert client.get(page("result", counted)).status_code == 404
    assert client.post(page("summary", counted)).status_code == 404


def test_visitors_are_sent_to_sign_in(counted: Count) -> None:
    assert Client().get(page("result", counted)).status_code == 302


@pytest.mark.slow
def test_minutes_are_made_on_the_page(counted: Count) -> None:
    client = signed_in(counted.officer)
    sent = {
        "opened_at": "2023-05-19T14:00",
        "finished_at": "2023-05-19T14:35",
        "place": "trụ sở Quận uỷ",
        "copies": 3,
    }
    shown = client.post(page("minutes", counted), sent, follow=True).content.decode()
    assert "Số 01-BB/TKP" in shown
    assert "PDF" in shown


def test_a_sitting_that_ends_before_it_begins_is_refused(counted: Count) -> None:
    sent = {"opened_at": "2023-05-19T14:00", "finished_at": "2023-05-19T13:35", "place": "x", "copies": 3}
    shown = signed_in(counted.officer).post(page("minutes", counted), sent).content.decode()
    assert "phải sau giờ bắt đầu" in shown


def test_a_sitting_before_the_conference_is_refused(counted: Count) -> None:
    sent = {"opened_at": "2023-05-14T14:00", "finished_at": "2023-05-19T15:00", "place": "x", "copies": 3}
    shown = signed_in(counted.officer).post(page("minutes", counted), sent).content.decode()
    assert "không thể trước ngày họp" in shown


@pytest.mark.slow
def test_the_summary_is_made_on_the_page(edited: Count, reporter: User) -> None:
    shown = signed_in(reporter).post(page("summary", edited), follow=True).content.decode()
    assert "Đã lập bảng tổng hợp cá nhân" in shown


def test_the_digest_stands_beside_the_result_once_it_is_made(edited: Count, reporter: User) -> None:
    shown = signed_in(reporter).get(page("result", edited)).content.decode()
    assert ">2</strong><span>ý kiến nhận được" in shown
    listed = f"<li>{REMARK} (2 ý kiến)</li>"
    assert f'<h3>Họp, giao ban (2 ý kiến)</h3><ul class="digest">{listed}' in shown


def test_before_that_the_page_says_how_far_the_officers_are(counted: Count, reporter: User) -> None:
    shown = signed_in(reporter).get(page("result", counted)).content.decode()
    assert "Nhận được 2 ý kiến. Hai cán bộ ngoài đơn vị đang biên tập, đã thống nhất 0 ý kiến." in shown
    assert "chưa biên tập xong ý kiến ghi trên phiếu" in shown
    assert "Lập bảng tổng hợp" not in shown


def test_each_paper_is_read_only_by_those_who_may(edited: Count, reporter: User, world: World) -> None:
    for make in (services.make_tally_minutes, services.make_personal_summary):
        good(make(conference=edited.conference, subject_key="s1", actor=edited.officer))
    addresses = {
        file.paper.kind: reverse("papers:download", args=[file.name])
        for file in PaperFile.objects.filter(format="pdf")
    }
    read = {
        user: {kind for kind, address in addresses.items() if signed_in(user).get(address).status_code == 200}
        for user in (edited.officer, reporter, world.organiser)
    }
    assert read == {
        edited.officer: {services.MINUTES},
        reporter: {services.SUMMARY},
        world.organiser: set(),
    }


def test_the_list_names_those_with_a_result(counted: Count, reporter: User) -> None:
    shown = signed_in(reporter).get(reverse("release:list")).content.decode()
    assert "Đàm Thị Mỹ Uyên" in shown
