"""The first page leads a head through the own plan, and the lead body to what heads sent."""

from django.urls import reverse

from guong.core.remediation.life import Act
from guong.office.feedback import services as feedback
from tests.counting.world import signed_in
from tests.remediation.conftest import place, urn_folder
from tests.remediation.world import ToldWorld, moved, written

__all__ = ["place", "urn_folder"]


def home(place: ToldWorld, *, head: bool) -> str:
    user = place.head if head else place.reporter
    return signed_in(user).get(reverse("overview:home")).content.decode()


def test_a_head_is_led_to_the_result_and_to_the_plan_until_it_is_submitted(place: ToldWorld) -> None:
    page = home(place, head=True)
    assert "Đọc kết quả góp ý, xác nhận đã nhận" in page
    assert reverse("remediation:plan", args=[place.first.key, "s1"]) in page
    feedback.acknowledge(conference=place.first, subject=place.subject, actor=place.head)
    written(place)
    moved(place, place.head, Act.SUBMIT)
    page = home(place, head=True)
    assert "Chưa có việc nào chờ đồng chí" in page
    assert "Trình kế hoạch khắc phục" not in page


def test_the_lead_body_is_led_to_plans_and_answers_that_wait(place: ToldWorld) -> None:
    assert "Duyệt kế hoạch khắc phục" not in home(place, head=False)
    written(place)
    moved(place, place.head, Act.SUBMIT)
    feedback.reply(conference=place.first, subject=place.subject, text="Đề nghị xem lại.", actor=place.head)
    page = home(place, head=False)
    assert "Duyệt kế hoạch khắc phục, xem xét kết thúc" in page
    assert "Trả lời ý kiến của người được góp ý" in page
