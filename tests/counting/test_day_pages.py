"""The pages of an opening day, by role and scope, from the first box to the sealed archive."""

import io
import zipfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from guong.core import crockford
from guong.office.accounts.roles import Role
from guong.office.counting import selectors, services
from guong.office.counting.day_steps import DayStepKey
from guong.office.counting.models import OpeningDay
from guong.office.journal.models import Entry
from guong.office.registry.models import Level
from guong.office.registry.services import ensure_unit
from tests.conferences.world import good, officer
from tests.counting.rounds import (
    KEYS_END,
    RoundOfBoxes,
    arranged,
    day_opened,
    import_files,
    opened_together,
    packed,
    received,
    round_code,
    sealed_round,
)
from tests.counting.world import CLERK, HEAD, WITNESS, signed_in

MOST_QUERIES = 25
PAGES = [
    "day",
    "day_change",
    "day_receive",
    "day_open",
    "day_bundle",
    "day_destroy",
    "day_archive",
    "day_ballots",
]
PLACE = "tủ sắt số 1"


@pytest.fixture
def made(db: None, urn_folder: Path) -> RoundOfBoxes:
    """A round of three conferences with sealed boxes."""
    return sealed_round()


def page(name: str, day: OpeningDay) -> str:
    return reverse(f"counting:{name}", args=[day.key])


def text_of(answer: Any) -> str:
    assert answer.status_code == 200
    return str(answer.content.decode())


def codes_typed(made: RoundOfBoxes, *places: int) -> dict[str, str]:
    return {
        f"code_{made.conferences[place].key}": crockford.sixteen_digits(made.boxes[place].list_digest)[-4:]
        for place in places
    } | {f"giver_{made.conferences[place].key}": HEAD for place in places}


def result_form(results: dict[str, bytes], **changes: object) -> dict[str, object]:
    return {
        "files": SimpleUploadedFile("ket-qua.zip", packed(results)),
        "first_confirmer": HEAD,
        "first_code": round_code(results),
        "second_confirmer": CLERK,
        "second_code": round_code(results).replace(" ", ""),
    } | changes


MINUTES = {
    "sets": "1",
    "began": "2023-05-19T14:00",
    "ended": "2023-05-19T16:10",
    "copies": "3",
    "first_1": HEAD,
    "second_1": CLERK,
    "shut_1": WITNESS,
}
KEYS = {
    "at": "2023-05-19T16:20",
    "way": "cắt vụn",
    "inspection_body": "Uỷ ban Kiểm tra",
    "head_name": HEAD,
    "witness_name": WITNESS,
    "copies": "3",
    "confirm": "on",
}
ARCHIVE = {
    "at": "2023-05-19T16:45",
    "kept_at": "kho lưu trữ",
    "keeper_name": "Tạ Phương Nhung",
    "opened_by_whom": "Ban Thường vụ",
    "copies": "3",
    "label_1": "Thùng số 1",
    "content_1": "Phiếu giấy",
    "strips_1": "2",
}


def test_a_round_waiting_for_its_day_is_offered_with_plan_and_boards_filled_in(made: RoundOfBoxes) -> None:
    client = signed_in(made.counter)
    address = reverse("counting:day_arrange", args=[made.round.key])
    assert address in text_of(client.get(reverse("counting:list")))
    shown = text_of(client.get(address))
    assert f"{HEAD}, Ban Tổ chức" in shown
    assert "3 hội nghị chờ mở hòm phiếu" in shown
    sent = {
        "name": "đợt các trường học", "opens_on": "2023-05-19", "opens_at": "14:00", "place": "Phòng họp",
        "chair_name": "Tạ Thị Lan Chi", "clerk_name": "Vũ Đình Khải", "head": f"{HEAD}, Ban Tổ chức",
        "board_clerk": CLERK, "members": "", "witnesses": WITNESS, "others": "",
    }  # fmt: skip
    answer = client.post(address, sent, follow=True)
    assert "Đã nhận 0/3 hòm phiếu" in text_of(answer)
    assert OpeningDay.objects.get().opens_on == date(2023, 5, 19)
    assert address not in text_of(client.get(reverse("counting:list")))


def test_an_opening_before_its_day_is_warned_of_where_the_boxes_leave(made: RoundOfBoxes) -> None:
    day, client = arranged(made), signed_in(made.counter)
    received(made, day)
    assert "Hôm nay chưa đến ngày ấy" not in text_of(client.get(page("day_open", day)))
    OpeningDay.objects.filter(pk=day.pk).update(opens_on=timezone.localdate() + timedelta(days=2))
    assert "Hôm nay chưa đến ngày ấy" in text_of(client.get(page("day_open", day)))


def test_a_round_walks_through_all_pages(made: RoundOfBoxes) -> None:
    day, client = arranged(made), signed_in(made.counter)
    shown = text_of(client.post(page("day_receive", day), codes_typed(made, 0, 1, 2), follow=True))
    assert "Đã nhận 3/3 hòm phiếu" in shown
    handover = {"at": "2023-05-19T11:00", "receiver_name": "Tạ Phương Nhung", "kept_at": PLACE, "copies": "3"}
    assert "Số 01-BB/TKP" in text_of(client.post(page("day_hand_over", day), handover, follow=True))
    with zipfile.ZipFile(io.BytesIO(client.post(page("day_boxes", day)).content)) as archive:
        assert len(archive.namelist()) == 3
    files = opened_together(made, day)
    shown = text_of(client.post(page("day_open", day), result_form(files), follow=True))
    assert "Đã nhập kết quả của 3 hòm phiếu" in shown
    assert "Đã lập biên bản mở hòm phiếu" in text_of(
        client.post(page("day_minutes", day), MINUTES, follow=True)
    )
    assert round_code(files) in text_of(client.get(page("day", day)))
    client.post(page("day_bundle", day))
    (bundle,) = selectors.bundles_of(made.conferences)
    shown = text_of(client.get(page("day_bundle", day)))
    assert bundle.code in shown
    address = reverse("counting:day_bundle_file", args=[day.key, bundle.code])
    assert client.post(address).content.startswith(b"PK")
    assert "Đã ghi nhận việc huỷ chìa khoá" in text_of(
        client.post(page("day_destroy", day), KEYS, follow=True)
    )
    assert "Đã lập biên bản niêm phong lưu trữ" in text_of(
        client.post(page("day_archive", day), ARCHIVE, follow=True)
    )
    assert "Buổi mở hòm phiếu đã xong" in text_of(client.get(page("day", day)))
    gone = {
        "decision": "Quyết định số 12-QĐ/BTG", "began": "2023-11-22T09:00", "ended": "2023-11-22T10:00",
        "way": "cắt vụn", "copies": "3", "confirm": "on",
    }  # fmt: skip
    assert "Đã ghi nhận việc huỷ phiếu" in text_of(client.post(page("day_ballots", day), gone, follow=True))


def test_every_page_opens_at_every_stage_with_few_queries(made: RoundOfBoxes) -> None:
    day, client = arranged(made), signed_in(made.counter)

    def look() -> None:
        for name in PAGES:
            with CaptureQueriesContext(connection) as queries:
                assert client.get(page(name, day)).status_code == 200
            assert len(queries) <= MOST_QUERIES, (name, len(queries))

    look()
    received(made, day)
    look()
    good(import_files(made, day, opened_together(made, day)))
    look()
    client.post(page("day_minutes", day), MINUTES)
    client.post(page("day_bundle", day))
    look()
    client.post(page("day_destroy", day), KEYS)
    client.post(page("day_archive", day), ARCHIVE)
    assert set(selectors.day_view(day).steps) == set(DayStepKey) - {DayStepKey.BALLOTS}
    look()


def test_more_boxes_take_no_more_queries(made: RoundOfBoxes) -> None:
    day, client = arranged(made), signed_in(made.counter)
    client.get(page("day", day))  # the session's first page asks more than the next ones
    counts = []
    for number in (1, 3):
        day.conferences.set(made.conferences[:number])
        with CaptureQueriesContext(connection) as queries:
            client.get(page("day", day))
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_a_wrong_code_is_told_on_its_line_and_may_be_typed_again(made: RoundOfBoxes) -> None:
    day, client = arranged(made), signed_in(made.counter)
    wrong = codes_typed(made, 0, 1) | {f"code_{made.conferences[1].key}": "0000"}
    shown = text_of(client.post(page("day_receive", day), wrong, follow=True))
    assert "Trường Mầm non Ban Mai: Mã niêm phong in trong biên bản khác mã của hòm phiếu." in shown
    assert "Khác mã: đã gõ 0000" in shown
    assert "Đã nhận 1/3 hòm phiếu" in shown
    again = text_of(client.post(page("day_receive", day), codes_typed(made, 1), follow=True))
    assert "Đã nhận 2/3 hòm phiếu" in again


def test_nothing_typed_is_told(made: RoundOfBoxes) -> None:
    day, client = arranged(made), signed_in(made.counter)
    shown = text_of(client.post(page("day_receive", day), {}, follow=True))
    assert "Chưa gõ mã của hòm phiếu nào" in shown


def test_after_a_refused_import_the_page_says_to_choose_the_files_again(made: RoundOfBoxes) -> None:
    day, client = arranged(made), signed_in(made.counter)
    received(made, day)
    files = opened_together(made, day)
    sent = result_form(files, second_code="1234 5678 9012 3456")
    shown = text_of(client.post(page("day_open", day), sent))
    assert "Mã kết quả chung đã gõ không khớp" in shown
    assert "Đề nghị chọn lại tệp kết quả trước khi gửi lại" in shown


def test_files_chosen_one_by_one_are_taken_too(made: RoundOfBoxes) -> None:
    day, client = arranged(made), signed_in(made.counter)
    received(made, day)
    files = opened_together(made, day)
    sent = result_form(files, files=[SimpleUploadedFile(name, raw) for name, raw in files.items()])
    assert "Đã nhập kết quả của 3 hòm phiếu" in text_of(client.post(page("day_open", day), sent, follow=True))


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04broken"])
def test_a_broken_zip_of_results_is_told(made: RoundOfBoxes, raw: bytes) -> None:
    day, client = arranged(made), signed_in(made.counter)
    received(made, day)
    files = opened_together(made, day)
    sent = result_form(files, files=SimpleUploadedFile("ket-qua.zip", raw))
    shown = text_of(client.post(page("day_open", day), sent))
    assert (
        "Tệp nén kết quả không đọc được hoặc quá lớn" in shown
        or "Không thấy danh sách kết quả chung" in shown
    )


def test_a_second_press_finds_the_filed_minutes(made: RoundOfBoxes) -> None:
    day, client = arranged(made), signed_in(made.counter)
    client.post(page("day_receive", day), codes_typed(made, 0, 1, 2))
    typed = {"at": "2023-05-19T11:00", "receiver_name": "Tạ Phương Nhung", "kept_at": PLACE, "copies": "3"}
    for _ in range(2):
        shown = text_of(client.post(page("day_hand_over", day), typed, follow=True))
    assert "Văn bản này đã có trong kho: Số 01-BB/TKP." in shown
    assert Entry.objects.filter(text__contains="Nhận bàn giao hòm phiếu, lập biên bản").count() == 1


def test_a_box_is_left_shut_with_its_reason_and_taken_back(made: RoundOfBoxes) -> None:
    day, client = arranged(made), signed_in(made.counter)
    received(made, day)
    address = reverse("counting:day_leave_shut", args=[day.key, made.conferences[0].key])
    assert "Phải ghi lý do không mở" in text_of(client.post(address, {"reason": " "}, follow=True))
    assert "dấu niêm phong rách" in text_of(
        client.post(address, {"reason": "dấu niêm phong rách"}, follow=True)
    )
    assert "lại được mở trong buổi này" in text_of(client.post(address, {"again": "1"}, follow=True))


def test_two_sets_of_keys_are_recorded_by_their_boxes(made: RoundOfBoxes) -> None:
    day, client = arranged(made), signed_in(made.counter)
    received(made, day)
    good(import_files(made, day, opened_together(made, day)))
    second = {"first_2": CLERK, "second_2": WITNESS, "shut_2": HEAD, "boxes_2": [made.conferences[2].key]}
    shown = text_of(client.get(f"{page('day_open', day)}?bo=2"))
    assert "Hòm phiếu dùng bộ thứ 2" in shown
    client.post(page("day_minutes", day), MINUTES | {"sets": "2"} | second)
    sets = selectors.key_sets_of(selectors.day_view(day))
    assert [len(entry.conference_keys) for entry in sets] == [2, 1]


def test_keys_still_needed_ask_for_a_confirmation(made: RoundOfBoxes) -> None:
    day, client = arranged(made), signed_in(made.counter)
    received(made, day, places=(0, 1))
    good(import_files(made, day, opened_together(made, day)))
    client.post(page("day_minutes", day), MINUTES)
    client.post(page("day_bundle", day))
    shown = text_of(client.post(page("day_destroy", day), KEYS))
    assert "Trường Trung học cơ sở Sông Xanh: Còn hội nghị của đợt chưa mở hòm phiếu" in shown
    answer = client.post(page("day_destroy", day), KEYS | {"others_have_own_keys": "on"}, follow=True)
    assert "Đã ghi nhận việc huỷ chìa khoá" in text_of(answer)


def test_ballots_are_not_offered_for_destruction_before_their_day(made: RoundOfBoxes) -> None:
    day = day_opened(made)
    good(services.bundle_day(day=day, actor=made.counter))
    good(services.destroy_day_keys(day=day, end=KEYS_END, others_have_own_keys=False, actor=made.counter))
    client = signed_in(made.counter)
    today = date.today() - timedelta(days=1)
    client.post(page("day_archive", day), ARCHIVE | {"at": f"{today.isoformat()}T16:45"})
    assert "chỉ được huỷ từ ngày" in text_of(client.get(page("day_ballots", day)))


def test_a_conference_of_a_day_points_to_it(made: RoundOfBoxes) -> None:
    day = arranged(made)
    shown = text_of(
        signed_in(made.counter).get(reverse("counting:conference", args=[made.conferences[0].key]))
    )
    assert page("day", day) in shown
    assert "Mở riêng tại chỗ" in shown


@pytest.mark.parametrize("role", [Role.ORGANISER, Role.PAPER_CLERK, Role.REPORTER, Role.OBSERVER])
def test_other_roles_open_no_boxes(made: RoundOfBoxes, role: Role) -> None:
    day = arranged(made)
    client = signed_in(officer(made.body, role, username="khac"))
    for name in PAGES:
        assert client.get(page(name, day)).status_code == 403
    assert client.post(page("day_boxes", day)).status_code == 403


def test_officers_whose_scope_is_less_than_the_whole_day_find_nothing(made: RoundOfBoxes) -> None:
    day = arranged(made)
    elsewhere = ensure_unit(key="Q-KH", name="Quận uỷ khác", level=Level.DISTRICT)
    strangers = (
        officer(elsewhere, Role.COUNTING_OFFICER, username="khac1"),
        officer(made.conferences[0].unit, Role.COUNTING_OFFICER, username="khac2"),
    )
    for stranger in strangers:
        client = signed_in(stranger)
        for name in PAGES:
            assert client.get(page(name, day)).status_code == 404
        assert client.post(page("day_boxes", day)).status_code == 404
        assert page("day", day) not in client.get(reverse("counting:list")).content.decode()


def test_visitors_are_sent_to_sign_in(made: RoundOfBoxes) -> None:
    assert Client().get(page("day", arranged(made))).status_code == 302
