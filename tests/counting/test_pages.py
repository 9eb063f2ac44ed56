"""Pages of the count by role and scope, in order, and what must never stand on them."""

from dataclasses import asdict

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from guong.ceremony.opening import OpenedBox
from guong.core.lifecycle import PollState
from guong.office.accounts.roles import Role
from guong.office.conferences.models import Conference
from guong.office.counting import selectors, services
from guong.office.journal.models import Entry
from tests.conferences.world import World, good, officer, opened, school
from tests.counting.world import (
    CLERK,
    COUNTERS,
    HEAD,
    WITNESS,
    Count,
    code_of,
    destroyed,
    finished,
    hand_counted,
    imported,
    opened_box,
    sealed,
    sheets_entered,
    signed_in,
    slips_checked,
)

PAGES = ["hand", "left_over", "sheets", "reconcile", "seal", "import", "bundle", "destroy", "conference"]
MOST_QUERIES = 25


def page(name: str, conference: Conference) -> str:
    return reverse(f"counting:{name}", args=[conference.key])


def text_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def typed(count: Count, typist: int, **changes: object) -> dict[str, object]:
    return asdict(count.hand) | {"typist": typist, "typist_name": COUNTERS[typist - 1]} | changes


def opening_form(found: OpenedBox, **changes: object) -> dict[str, object]:
    return {
        "result": SimpleUploadedFile("result.json", found.opening.raw),
        "archive": SimpleUploadedFile("archive.age", found.archive),
        "first_confirmer": HEAD,
        "first_code": code_of(found),
        "second_confirmer": CLERK,
        "second_code": code_of(found).replace(" ", ""),
    } | changes


@pytest.mark.parametrize("name", PAGES)
def test_every_page_opens_at_every_stage_with_few_queries(count: Count, name: str) -> None:
    client = signed_in(count.officer)
    for stage in (nothing_more, hand_counted, slips_checked, sheets_entered, sealed_and_imported, destroyed):
        stage(count)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(page(name, count.conference)).status_code == 200
        assert len(queries) <= MOST_QUERIES


def nothing_more(_: Count) -> None:
    """The conference as it was closed."""


def sealed_and_imported(count: Count) -> None:
    """Seal the box and import its opening through the page."""
    box = good(services.seal_box(conference=count.conference, actor=count.officer))
    found = opened_box(box)
    client = signed_in(count.officer)
    client.post(page("import", count.conference), opening_form(found))


def test_conferences_that_still_vote_are_folded_away_and_ask_for_no_opening_day(world: World) -> None:
    conference, _ = opened(world)
    client = signed_in(officer(conference.unit, Role.COUNTING_OFFICER, username="kiem-phieu"))
    shown = text_of(client, reverse("counting:list"))
    assert "1 hội nghị chưa kết thúc bỏ phiếu" in shown
    assert "Lập buổi mở hòm phiếu" not in shown


def test_the_list_takes_few_queries(count: Count) -> None:
    client = signed_in(count.officer)
    with CaptureQueriesContext(connection) as queries:
        assert "Kiểm đếm trong hội trường" in text_of(client, reverse("counting:list"))
    assert len(queries) <= MOST_QUERIES


@pytest.mark.parametrize("role", [Role.ORGANISER, Role.PAPER_CLERK, Role.REPORTER, Role.OBSERVER])
def test_other_roles_do_not_count(count: Count, world: World, role: Role) -> None:
    client = signed_in(officer(world.school, role, username="khac"))
    for name in PAGES:
        assert client.get(page(name, count.conference)).status_code == 403


def test_another_units_officer_finds_nothing(count: Count) -> None:
    elsewhere, _ = school(name="Trường Tiểu học Hướng Dương", key="TH-02")
    client = signed_in(officer(elsewhere, Role.COUNTING_OFFICER, username="khac"))
    for name in PAGES:
        assert client.get(page(name, count.conference)).status_code == 404
    assert client.post(page("box", count.conference)).status_code == 404


def test_visitors_are_sent_to_sign_in(count: Count) -> None:
    assert Client().get(page("conference", count.conference)).status_code == 302


def test_too_early_there_is_nothing_to_see(world: World) -> None:
    conference, _ = opened(world)
    client = signed_in(officer(world.school, Role.COUNTING_OFFICER, username="kiemphieu"))
    assert "Chưa đến lúc kiểm phiếu" in text_of(client, page("conference", conference))


def test_the_second_person_types_on_an_empty_page(count: Count) -> None:
    client = signed_in(count.officer)
    client.post(page("hand", count.conference), typed(count, 1, signatures=77))
    shown = text_of(client, page("hand", count.conference))
    assert "người thứ hai nhập" in shown
    assert 'value="77"' not in shown
    assert COUNTERS[0] not in shown


def test_differing_counts_start_anew_with_a_sentence(count: Count) -> None:
    client = signed_in(count.officer)
    client.post(page("hand", count.conference), typed(count, 1))
    answer = client.post(page("hand", count.conference), typed(count, 2, drawn=3), follow=True)
    assert "nhập lại từ đầu" in answer.content.decode()
    assert selectors.typed_counts(count.conference) == {}


def test_a_stale_page_does_not_type_for_the_other(count: Count) -> None:
    client = signed_in(count.officer)
    client.post(page("hand", count.conference), typed(count, 1))
    client.post(page("hand", count.conference), typed(count, 1, drawn=3))
    assert list(selectors.typed_counts(count.conference)) == [1]


def test_before_both_counts_agree_no_page_shows_the_urns_figures(count: Count) -> None:
    client = signed_in(count.officer)
    client.post(page("hand", count.conference), typed(count, 1))
    for name in ("conference", "sheets", "reconcile", "seal", "left_over"):
        shown = text_of(client, page(name, count.conference))
        assert "phiếu gửi bằng điện thoại" not in shown
        assert '<td class="number">' not in shown


def test_a_leftover_code_is_never_shown_again(count: Count) -> None:
    client = signed_in(count.officer)
    hand_counted(count)
    code = count.code(count.left_over[0])
    for typed_code in (code, code[:-1] + ("0" if code[-1] != "0" else "1"), "xyz"):
        answer = client.post(page("left_over", count.conference), {"code": typed_code}, follow=True)
        assert typed_code not in answer.content.decode()
        assert code.split()[0] not in answer.content.decode()
    assert "1 / 4" in answer.content.decode()


def test_a_used_slip_raises_the_alarm_on_the_page(count: Count) -> None:
    hand_counted(count)
    sent = {"code": count.code(count.made.tickets[0])}
    answer = signed_in(count.officer).post(page("left_over", count.conference), sent, follow=True)
    assert "BÁO ĐỘNG" in answer.content.decode()


def test_an_explanation_is_written_on_the_page(count: Count) -> None:
    hand_counted(count, not_returned=1)
    client = signed_in(count.officer)
    assert "lệch 1 (bằng chữ: một)" in text_of(client, page("reconcile", count.conference))
    sent = {"equation": 3, "text": "Đếm thừa", "first_signer": HEAD, "second_signer": CLERK}
    answer = client.post(page("reconcile", count.conference), sent, follow=True)
    assert "Có giải trình" in answer.content.decode()


def test_sealing_asks_to_confirm(count: Count) -> None:
    hand_counted(count)
    slips_checked(count)
    sheets_entered(count)
    client = signed_in(count.officer)
    client.post(page("seal", count.conference))
    assert selectors.poll_state(count.conference) is PollState.CLOSED
    answer = client.post(page("seal", count.conference), {"confirm": "on"}, follow=True)
    check = selectors.hall_check(count.conference)
    assert check is not None
    assert selectors.seal_code(check.figures) in answer.content.decode()


def test_the_box_is_downloaded_and_the_journal_says_so(count: Count) -> None:
    box = sealed(count)
    answer = signed_in(count.officer).post(page("box", count.conference))
    assert answer.content == box.raw
    assert Entry.objects.filter(act="counting.export_box").count() == 1


def test_the_sealing_minutes_are_filed_without_a_result(count: Count) -> None:
    sealed(count)
    sent = {"receiver_name": "Tạ Phương Nhung", "opening": "14 giờ, tại trụ sở", "copies": 3}
    answer = signed_in(count.officer).post(page("sealing_minutes", count.conference), sent, follow=True)
    assert "Số 01-BB/TKP" in answer.content.decode()


def test_a_result_is_imported_through_the_page(count: Count) -> None:
    found = opened_box(sealed(count))
    client = signed_in(count.officer)
    answer = client.post(page("import", count.conference), opening_form(found), follow=True)
    assert "Đã nhập kết quả" in answer.content.decode()
    assert code_of(found) in text_of(client, page("import", count.conference))


def test_differing_codes_are_refused_on_the_page(count: Count) -> None:
    found = opened_box(sealed(count))
    sent = opening_form(found, second_code="1234 5678 9012 3456")
    answer = signed_in(count.officer).post(page("import", count.conference), sent)
    assert "không khớp với tệp kết quả" in answer.content.decode()
    assert "Đề nghị chọn lại cả hai tệp trước khi gửi lại" in answer.content.decode()
    assert selectors.poll_state(count.conference) is PollState.SEALED


def test_witnesses_are_not_offered_as_confirmers(count: Count) -> None:
    sealed(count)
    assert WITNESS not in text_of(signed_in(count.officer), page("import", count.conference))


def test_the_bundle_is_built_and_downloaded(count: Count) -> None:
    imported(count)
    client = signed_in(count.officer)
    client.post(page("bundle", count.conference))
    built = selectors.bundle(count.conference)
    assert built is not None
    assert built.code in text_of(client, page("bundle", count.conference))
    assert client.post(page("bundle_file", count.conference)).content.startswith(b"PK")


def test_the_keys_end_only_when_confirmed(count: Count) -> None:
    imported(count)
    good(services.build_bundle(conference=count.conference, actor=count.officer))
    client = signed_in(count.officer)
    sent = {"keys_destroyed": 3, "head_name": HEAD, "witness_name": WITNESS}
    client.post(page("destroy", count.conference), sent)
    assert selectors.poll_state(count.conference) is PollState.OPENED
    client.post(page("destroy", count.conference), sent | {"confirm": "on"})
    assert selectors.poll_state(count.conference) is PollState.ERASED


def test_after_the_end_the_page_says_so(count: Count) -> None:
    finished(count)
    assert "Đã kiểm phiếu xong" in text_of(signed_in(count.officer), page("conference", count.conference))
