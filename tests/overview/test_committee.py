"""The Standing Committee's page: the four numbers counted anew, nobody before their step, every reading noted."""

import html
import re

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from guong.core.release_steps import ReleaseStep
from guong.office.accounts.models import User
from guong.office.journal.models import Entry
from guong.office.registry.services import link_person
from guong.office.release.models import StepTaken
from tests.conferences.world import good
from tests.counting.world import FORM, signed_in
from tests.release.round_world import EARLIER_SITE, SCHOOLS, PlayedRound, earlier_round, played
from tests.release.told_world import head_account, leaders, presented, told, with_report
from tests.remediation.world import ToldWorld, approved

MOST_QUERIES = 26  # one of them signs the client in
TILE = re.compile(r'class="tile[^"]*"><strong>([^<]+)</strong>')


@pytest.fixture
def ready(db: None, urn_folder: object) -> PlayedRound:
    """Three schools with their report, one of them too small for any figure."""
    return with_report(played(SCHOOLS[1:4]))


def address(name: str, place: PlayedRound) -> str:
    return reverse(f"overview:{name}", args=[place.of_round.key])


def text(client: Client, where: str) -> str:
    answer = client.get(where)
    assert answer.status_code == 200, where
    return html.unescape(answer.content.decode())


def test_the_four_numbers_and_a_table_beside_each_picture(ready: PlayedRound) -> None:
    presented(ready)
    page = text(signed_in(leaders(ready)[1]), reverse("overview:committee"))
    present = sum(len(site.answers) for site in ready.sites)
    summoned = sum(site.conference.roll.count() for site in ready.sites)
    share = f"{round(1000 * present / summoned) / 10}".replace(".", ",").removesuffix(",0")
    assert TILE.findall(page)[:2] == [str(len(ready.sites)), f"{share} %"]
    assert f"có mặt: {present} trên {summoned} người" in page
    assert page.count("<svg xmlns") == 2 * page.count("Xem bảng</summary>") + 2
    levels = {item.levels for item in FORM.items if item.key != "prestige"}.pop()
    assert all(f'<th scope="col" class="number">{level}</th>' in page for level in levels)


def test_the_table_holds_the_counted_shares(ready: PlayedRound) -> None:
    page = text(signed_in(ready.reporter), reverse("overview:committee"))
    levels = page[page.index("Theo cấp học") :]
    assert "Mầm non" in levels
    (site,) = (one for one in ready.sites if one.level == "preschool")
    asked = [place for place, item in enumerate(FORM.items) if item.key != "prestige"]
    better = sum(sum(site.counts(place)[:2]) for place in asked)
    given = len(site.answers) * len(asked)
    row = re.search(r'<th scope="row">Mầm non</th>.*?</tr>', levels, re.DOTALL)
    assert row is not None
    said = re.findall(r"<strong>([^<]+)</strong>", row[0])[-1]
    low, _, high = said.replace(",", ".").partition("–")
    assert float(low) - 0.05 <= 100 * better / given <= float(high or low) + 0.05


def test_before_its_step_the_round_does_not_exist_for_its_readers(ready: PlayedRound) -> None:
    standing_board, committee = leaders(ready)
    pages = [address(name, ready) for name in ("round", "heads", "years")]

    def statuses(user: User) -> set[int]:
        client = signed_in(user)
        return {client.get(page).status_code for page in pages}

    assert statuses(standing_board) == {404}
    assert "Chưa có đợt nào được trình" in text(signed_in(committee), reverse("overview:committee"))
    presented(ready, ReleaseStep.STANDING_BOARD)
    assert (statuses(standing_board), statuses(committee)) == ({200}, {404})


def test_other_roles_have_no_such_page(ready: PlayedRound) -> None:
    presented(ready)
    told(ready, ready.sites[0].conference)
    head = head_account(ready.sites[0].conference)
    for user in (head, ready.counter):
        assert signed_in(user).get(reverse("overview:committee")).status_code == 403


def test_readings_are_noted_once_a_day_and_questions_are_few(
    ready: PlayedRound, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    presented(ready)
    user = leaders(ready)[1]
    client = signed_in(user)
    for name in ("round", "heads", "years") * 2:
        with django_assert_max_num_queries(MOST_QUERIES):
            text(client, address(name, ready))
    acts = sorted(entry.act for entry in Entry.objects.filter(actor_key=user.key))
    assert acts == ["release.read_round", "release.read_years"]


def test_heads_stand_by_unit_and_lead_to_the_reading_of_the_result(ready: PlayedRound) -> None:
    presented(ready)
    client = signed_in(leaders(ready)[1])
    page = text(client, address("heads", ready))
    names = [site.conference.unit.name for site in ready.sites]
    assert sorted(names, key=page.index) == sorted(names)
    assert page.count("Chưa thông báo") == len(names)
    person = reverse("release:result", args=[ready.sites[0].conference.key, "s1"])
    assert person in page
    assert "Đề xuất công tác cán bộ" in text(client, person)


def test_a_leader_who_was_asked_about_reads_no_line_of_the_own(ready: PlayedRound) -> None:
    presented(ready)
    committee, conference = leaders(ready)[1], ready.sites[0].conference
    person = conference.subjects.select_related("post__person").get(key="s1").post.person
    good(link_person(user=committee, name="x", person=person, actor=ready.reporter))
    client = signed_in(committee)
    page = text(client, address("heads", ready))
    assert page.count("Đồng chí đọc kết quả của mình sau cùng") == 1
    for room, name in (("release", "result"), ("overview", "proposals")):
        where = reverse(f"{room}:{name}", args=[conference.key, "s1"])
        assert where not in page
        assert client.get(where).status_code == 404


def test_the_board_of_plans_is_counted_for_the_round(place: ToldWorld) -> None:
    approved(place)
    of_round = place.first.round
    assert of_round is not None
    page = text(signed_in(place.reporter), reverse("overview:round", args=[of_round.key]))
    assert TILE.findall(page)[3:] == ["0 / 2", "1", "0", "1", "0"]
    heads = text(signed_in(place.reporter), reverse("overview:heads", args=[of_round.key]))
    assert "Đã duyệt" in heads
    assert "Chưa bàn trước" not in heads  # states, never a plan's words


def test_another_year_stands_beside_with_its_form(db: None, urn_folder: object) -> None:
    now = played(SCHOOLS[4:])
    alone = text(signed_in(now.reporter), address("years", now))
    assert "Mới có một năm" in alone
    earlier_round(now)
    page = text(signed_in(now.reporter), address("years", now))
    asked = [item for item in FORM.items if item.key != "prestige"]
    assert f"Chung {len(asked)} nội dung hỏi cùng câu chữ ở mọi năm" in page
    assert page.count(f"{FORM.title}, bản {FORM.version}") == 2
    assert page.index("2023:") < page.index("2022:")
    assert f"{EARLIER_SITE[2]} / " in page


def test_years_not_yet_presented_stay_out_of_a_leaders_comparison(db: None, urn_folder: object) -> None:
    now = presented(with_report(played(SCHOOLS[4:])))
    earlier_round(now)
    assert "2022:" not in text(signed_in(leaders(now)[1]), address("years", now))
    assert StepTaken.objects.filter(conference__round=now.of_round).exists()
