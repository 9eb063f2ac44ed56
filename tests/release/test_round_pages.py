"""Pages of a round by role and scope: figures only for those who may, all papers in one act, few queries."""

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.journal.models import Entry
from guong.office.papers.models import Paper
from guong.office.papers.outcomes import Tell
from guong.office.plans.models import Round
from guong.office.release import selectors, services
from guong.office.release.details import ReportText, RoundSitting
from tests.conferences.world import good, officer, school
from tests.counting.world import signed_in
from tests.release.round_world import SCHOOLS, PlayedRound, counting_site, played

MOST_QUERIES = 26
PAGES = ("round", "round_papers", "report", "report_printed", "report_words", "announcement")


@pytest.fixture
def two_sites(db: None, urn_folder: object) -> PlayedRound:
    return played(SCHOOLS[1:3])


@pytest.fixture
def empty_round(db: None, urn_folder: object) -> PlayedRound:
    return played(())


def address(name: str, of_round: Round) -> str:
    return reverse(f"release:{name}", args=[of_round.key])


def shown(user: User, name: str, of_round: Round) -> str:
    answer = signed_in(user).get(address(name, of_round))
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_the_reporter_sees_turnout_first_then_one_picture_and_the_people(
    two_sites: PlayedRound, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = signed_in(two_sites.reporter)
    with django_assert_max_num_queries(MOST_QUERIES):
        page = client.get(address("round", two_sites.of_round)).content.decode()
    assert ">22</strong><span>người có mặt trên 24 người" in page
    assert page.count("<svg xmlns") == 1
    assert page.index(">22</strong>") < page.index("<svg xmlns") < page.index("Trường Mầm non Sao Mai")
    assert ">2</strong><span>trên 2 hội nghị đã có kết quả" in page


def test_each_reading_of_a_rounds_figures_stands_in_the_journal(two_sites: PlayedRound) -> None:
    shown(two_sites.reporter, "round", two_sites.of_round)
    shown(two_sites.reporter, "report", two_sites.of_round)
    shown(two_sites.counter, "round", two_sites.of_round)
    assert Entry.objects.filter(act="release.read_round").count() == 2


def test_the_counting_officer_sees_states_and_no_figure_of_an_answer(two_sites: PlayedRound) -> None:
    page = shown(two_sites.counter, "round", two_sites.of_round)
    assert "Trường Mầm non Sao Mai" in page
    assert "<svg xmlns" not in page
    assert "Tốt trở lên" not in page
    for name in ("report", "report_printed", "report_words", "announcement"):
        assert signed_in(two_sites.counter).get(address(name, two_sites.of_round)).status_code == 403


@pytest.mark.parametrize("role", [Role.OBSERVER, Role.ORGANISER, Role.PAPER_CLERK, Role.ADMINISTRATOR])
def test_other_roles_see_no_page_of_a_round(empty_round: PlayedRound, role: Role) -> None:
    client = signed_in(officer(empty_round.body, role, username="khac"))
    assert {client.get(address(name, empty_round.of_round)).status_code for name in PAGES} == {403}


def test_another_bodys_reporter_finds_no_round(empty_round: PlayedRound) -> None:
    elsewhere, _ = school(name="Trường Tiểu học Hướng Dương", key="TH-02")
    client = signed_in(officer(elsewhere, Role.REPORTER, username="khac"))
    assert {client.get(address(name, empty_round.of_round)).status_code for name in PAGES} == {404}


def test_a_round_with_a_unit_that_is_not_the_officers_is_refused_whole(two_sites: PlayedRound) -> None:
    unit = two_sites.sites[0].conference.unit
    unit.parent = None
    unit.save()
    page = shown(two_sites.reporter, "round", two_sites.of_round)
    assert "chưa được giao đủ các đơn vị của đợt này" in page
    assert "<svg xmlns" not in page


def test_all_summaries_are_made_in_one_act_and_counted(two_sites: PlayedRound) -> None:
    client = signed_in(two_sites.reporter)
    where = address("round_papers", two_sites.of_round)
    assert "Địa điểm mở hòm phiếu" not in client.get(where).content.decode()
    assert "Đã lập đủ 2 văn bản của đợt." in client.post(where, follow=True).content.decode()
    assert Paper.objects.filter(kind=services.SUMMARY).count() == 2
    again = client.post(where, follow=True).content.decode()
    assert "đã được lập" in again
    assert Paper.objects.filter(kind=services.SUMMARY).count() == 2
    assert "Số 01-BTH" in shown(two_sites.reporter, "round", two_sites.of_round)


@pytest.mark.slow
def test_the_counting_officer_makes_the_minutes_with_the_place_of_the_rounds_opening(
    two_sites: PlayedRound,
) -> None:
    client = signed_in(two_sites.counter)
    sent = {"place": "Trụ sở Quận uỷ Hoa Sen", "copies": 4}
    client.post(address("round_papers", two_sites.of_round), sent)
    assert Paper.objects.filter(kind=services.MINUTES).count() == 2
    assert not Paper.objects.filter(kind=services.SUMMARY).exists()


def made(played: PlayedRound, tell: Tell) -> selectors.RoundWork | Refused:
    return services.make_round_papers(
        of_round=played.of_round, actor=played.reporter, sitting=RoundSitting("Trụ sở", 3), tell=tell
    )


def test_whoever_goes_on_after_a_crash_makes_what_is_missing(two_sites: PlayedRound) -> None:
    def crash(done: int, whole: int) -> None:
        if done == 1:
            raise ConnectionError

    with pytest.raises(ConnectionError):
        made(two_sites, crash)
    assert Paper.objects.count() == 1
    told: list[tuple[int, int]] = []
    good(made(two_sites, lambda *far: told.append(far)))
    assert told == [(1, 2)]
    assert Paper.objects.count() == 2


def test_the_report_tells_how_far_it_is(two_sites: PlayedRound) -> None:
    text = ReportText(("Dân chủ",))
    good(services.write_report_words(of_round=two_sites.of_round, given=text, actor=two_sites.reporter))
    told: list[tuple[int, int]] = []
    good(
        services.file_report(
            of_round=two_sites.of_round, actor=two_sites.reporter, tell=lambda *far: told.append(far)
        )
    )
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_the_report_is_looked_at_written_and_filed_on_its_pages(
    two_sites: PlayedRound, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = signed_in(two_sites.reporter)
    with django_assert_max_num_queries(MOST_QUERIES):
        page = client.get(address("report", two_sites.of_round)).content.decode()
    assert "Viết lời văn" in page
    assert "SỐ LIỆU KHÔNG CÔNG BỐ VÀ LÝ DO" in page
    words = {
        "assessment": "Dân chủ, đúng kế hoạch\n\nCần quan tâm nội dung 10",
        "proposals": "",
        "signer_role": "TRƯỞNG BAN",
        "signer_name": "Tạ Thị Lan Chi",
        "recipients": "Ban Thường vụ\nLưu",
        "version": 0,
    }
    page = client.post(address("report_words", two_sites.of_round), words, follow=True).content.decode()
    assert "Đã lưu lời văn" in page
    assert "- Cần quan tâm nội dung 10." in page
    stale = client.post(address("report_words", two_sites.of_round), words).content.decode()
    assert "Cán bộ khác vừa sửa lời văn" in stale
    page = client.post(address("report", two_sites.of_round), follow=True).content.decode()
    assert "Đã lập Số 01-BC" in page
    assert "Excel" in page


@pytest.mark.parametrize(("name", "number"), [("report", "Số 01-BC"), ("announcement", "Số 01-TB")])
def test_a_second_press_finds_the_filed_paper(two_sites: PlayedRound, name: str, number: str) -> None:
    text = ReportText(("Dân chủ",))
    good(services.write_report_words(of_round=two_sites.of_round, given=text, actor=two_sites.reporter))
    client = signed_in(two_sites.reporter)
    pages = [client.post(address(name, two_sites.of_round), follow=True).content.decode() for _ in range(2)]
    assert f"Đã lập {number}" in pages[0]
    assert f"Văn bản này đã có trong kho: {number}." in pages[1]
    assert Paper.objects.count() == 1


def test_the_printed_draft_is_a_pdf_without_number(two_sites: PlayedRound) -> None:
    answer = signed_in(two_sites.reporter).get(address("report_printed", two_sites.of_round))
    assert answer.content.startswith(b"%PDF")
    assert not Paper.objects.exists()


def test_before_the_last_result_nothing_is_filed(two_sites: PlayedRound) -> None:
    counting_site(4, SCHOOLS[4], two_sites.body, two_sites.of_round)
    text = ReportText(("Dân chủ",))
    good(services.write_report_words(of_round=two_sites.of_round, given=text, actor=two_sites.reporter))
    client = signed_in(two_sites.reporter)
    for name in ("report", "announcement"):
        page = client.post(address(name, two_sites.of_round), follow=True).content.decode()
        assert "Còn 1 hội nghị của đợt chưa có kết quả" in page
    assert not Paper.objects.exists()
    assert ">2</strong><span>trên 3 hội nghị đã có kết quả" in shown(
        two_sites.reporter, "round", two_sites.of_round
    )


def test_no_report_while_remarks_are_being_edited(db: None, urn_folder: object) -> None:
    shown_round = played(SCHOOLS[1:2], edited=False)
    of_round, actor = shown_round.of_round, shown_round.reporter
    good(services.write_report_words(of_round=of_round, given=ReportText(("Dân chủ",)), actor=actor))
    page = signed_in(actor).post(address("report", of_round), follow=True).content.decode()
    assert "Còn ý kiến ghi trên phiếu chưa biên tập xong" in page
    assert "Chờ biên tập ý kiến" in shown(actor, "round", of_round)
    assert not Paper.objects.exists()
    good(services.file_announcement(of_round=of_round, actor=actor))


def test_a_round_without_results_says_so(empty_round: PlayedRound) -> None:
    assert "Đợt này chưa có kết quả" in shown(empty_round.reporter, "round", empty_round.of_round)
    assert "chưa có kết quả nào được xác nhận" in shown(empty_round.reporter, "report", empty_round.of_round)


def test_the_list_of_results_leads_to_the_rounds_and_takes_few_queries(
    two_sites: PlayedRound, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = signed_in(two_sites.reporter)
    with django_assert_max_num_queries(MOST_QUERIES):
        page = client.get(reverse("release:list")).content.decode()
    assert address("round", two_sites.of_round) in page


def test_the_report_is_read_only_by_those_who_may_the_announcement_by_all_readers(
    two_sites: PlayedRound,
) -> None:
    text = ReportText(("Dân chủ",))
    of_round, actor = two_sites.of_round, two_sites.reporter
    good(services.write_report_words(of_round=of_round, given=text, actor=actor))
    report = good(services.file_report(of_round=of_round, actor=actor))
    announced = good(services.file_announcement(of_round=of_round, actor=actor))
    organiser = officer(two_sites.body, Role.ORGANISER, username="to-chuc")
    for paper, user, status in (
        (report, actor, 200),
        (report, organiser, 404),
        (report, two_sites.counter, 404),
        (announced, organiser, 200),
    ):
        where = reverse("papers:download", args=[paper.files.get(format="pdf").name])
        assert signed_in(user).get(where).status_code == status
