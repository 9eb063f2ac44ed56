"""The head's page: the own result, receiving it, the own view beside it, the answer to the lead body."""

import re

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.feedback.models import Acknowledgement, Reflection, Reply
from guong.office.journal.models import Entry
from guong.office.release import selectors as release
from tests.conferences.world import good, officer, school
from tests.counting.world import signed_in
from tests.remediation.world import ToldWorld

MOST_QUERIES = 25


def address(name: str, place: ToldWorld, *, other: bool = False) -> str:
    of = place.second if other else place.first
    return reverse(f"feedback:{name}", args=[of.key, "s1"])


def shown(user: User, page: str) -> str:
    client = signed_in(user)
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(page)
    assert answer.status_code == 200, page
    # A test's own transaction turns BEGIN into SAVEPOINT; what releases it stands for a commit, which asks nothing.
    asked = [one for one in queries.captured_queries if not one["sql"].startswith("RELEASE SAVEPOINT")]
    assert len(asked) <= MOST_QUERIES, page
    return answer.content.decode()


def test_the_head_sees_participation_first_then_one_picture_the_most_in_need_first(place: ToldWorld) -> None:
    page = shown(place.head, address("result", place))
    assert page.index("phiếu thu về") < page.index("<svg xmlns") < page.index("Mức độ uy tín")
    figures = good(release.personal_figures(place.first, "s1"))
    better = {row.item.number: row.known.better for row in figures.rows}
    numbers = re.findall(r'<td data-label="TT">(\d+)</td>', page)
    middles = [better[number].low + better[number].high for number in numbers]
    assert len(middles) == len(figures.rows)
    assert middles == sorted(middles)


def test_the_own_result_opens_at_once_and_others_do_not_exist(place: ToldWorld) -> None:
    head = signed_in(place.head)
    assert head.get(reverse("feedback:mine"))["Location"] == address("result", place)
    for name in ("result", "reflect", "reply"):
        assert head.get(address(name, place, other=True)).status_code == 404
    for name in ("acknowledge", "reflect", "reply"):
        assert head.post(address(name, place, other=True), {"text": "x"}).status_code == 404
    assert head.get(reverse("feedback:replies")).status_code == 403


def test_other_roles_have_no_such_page(place: ToldWorld) -> None:
    for role in (Role.REPORTER, Role.ORGANISER, Role.COMMITTEE, Role.ADMINISTRATOR):
        user = officer(place.body, role, username=f"khac-{role.value}")
        assert signed_in(user).get(address("result", place)).status_code == 403


def test_a_head_who_was_not_told_sees_an_empty_page(place: ToldWorld) -> None:
    place.first.release_steps.all().delete()
    page = shown(place.head, reverse("feedback:mine"))
    assert "Chưa có kết quả nào được thông báo cho đồng chí" in page
    assert signed_in(place.head).get(address("result", place)).status_code == 404


def test_a_small_group_reads_one_sentence(place: ToldWorld) -> None:
    page = shown(place.other_head, address("result", place, other=True))
    assert "Không công bố vì nhóm có ít người" in page
    assert "<svg xmlns" not in page
    assert "Tốt trở lên" not in page


def test_receiving_is_noted_once_and_says_nothing_of_agreeing(place: ToldWorld) -> None:
    head = signed_in(place.head)
    for _ in range(2):
        head.post(address("acknowledge", place))
    assert Acknowledgement.objects.get().on_paper is False
    assert Entry.objects.filter(act="feedback.received").count() == 1
    assert "Đã nhận kết quả ngày" in shown(place.head, address("result", place))


def test_the_own_view_stands_beside_the_result_and_nobody_else_reads_it(place: ToldWorld) -> None:
    sent = {"muc_school_head_01": 1, "text": "Tôi thấy mình còn nóng.", "version": 0}
    assert signed_in(place.head).post(address("reflect", place), sent).status_code == 302
    page = shown(place.head, address("result", place))
    assert "Tôi thấy mình còn nóng." in page
    assert '<td data-label="Tự đánh giá">Tốt</td>' in page
    assert not Entry.objects.filter(text__contains="Tự đánh giá").exists()
    for name in ("release:result", "remediation:plan"):
        page = shown(place.reporter, reverse(name, args=[place.first.key, "s1"]))
        assert "Tôi thấy mình còn nóng." not in page


def test_a_stale_or_foreign_rating_changes_nothing(place: ToldWorld) -> None:
    head = signed_in(place.head)
    head.post(address("reflect", place), {"text": "Một", "version": 0})
    stale = head.post(address("reflect", place), {"text": "Hai", "version": 0})
    assert "vừa được sửa ở một cửa sổ khác" in stale.content.decode()
    assert head.post(address("reflect", place), {"muc_school_head_01": 9, "version": 1}).status_code == 422
    assert Reflection.objects.get().text == "Một"


def test_an_answer_goes_to_the_lead_body_and_comes_back(place: ToldWorld) -> None:
    head, reporter = signed_in(place.head), signed_in(place.reporter)
    assert "Chưa ghi nội dung" in head.post(address("reply", place), {"text": " "}).content.decode()
    head.post(address("reply", place), {"text": "Đề nghị xem lại mục 3."})
    again = head.post(address("reply", place), {"text": "Còn nữa"})
    assert "chờ trả lời rồi gửi tiếp" in again.content.decode()
    assert "Đề nghị xem lại mục 3." in shown(place.reporter, reverse("feedback:replies"))
    reporter.post(reverse("feedback:answer", args=[Reply.objects.get().key]), {"text": "Đã xem lại."})
    assert "Đã xem lại." in shown(place.head, address("result", place))
    noted = Entry.objects.filter(act__in=["feedback.reply", "feedback.answer"])
    assert noted.count() == 2
    assert not noted.filter(text__contains="mục 3").exists()


def test_a_body_elsewhere_neither_reads_nor_answers(place: ToldWorld) -> None:
    signed_in(place.head).post(address("reply", place), {"text": "Đề nghị xem lại mục 3."})
    elsewhere, _ = school(name="Trường Tiểu học Hướng Dương", key="TH-09")
    stranger = officer(elsewhere, Role.REPORTER, username="noi-khac")
    assert "Đề nghị xem lại" not in shown(stranger, reverse("feedback:replies"))
    answer = reverse("feedback:answer", args=[Reply.objects.get().key])
    assert signed_in(stranger).post(answer, {"text": "x"}).status_code == 404
