"""From told to "remediation closed" on real pages: the head and two officers, each seeing only what is theirs."""

import io
import re
import zipfile
from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from guong.core.evidence import MOST_BYTES
from guong.core.remediation.life import Act
from guong.office.remediation.models import EvidenceFile, PlanItem
from tests.counting.world import signed_in
from tests.remediation.world import PDF, ToldWorld, approved, done, moved, whole_item, written

MOST_QUERIES = 25


def address(name: str, place: ToldWorld, *more: object, other: bool = False) -> str:
    of = place.second if other else place.first
    return reverse(f"remediation:{name}", args=[of.key, "s1", *more])


def item_sent(version: int) -> dict[str, object]:
    item = whole_item()
    return {
        "criterion": item.criterion,
        "shortcoming": item.shortcoming,
        "cause": item.cause,
        "measure": item.measure,
        "expected": item.expected,
        "owner": item.owner,
        "due_on": f"{item.due_on:%Y-%m-%d}",
        "what_1": item.milestones[0].what,
        "on_1": f"{item.milestones[0].due_on:%Y-%m-%d}",
        "version": version,
    }


def shown(client: Client, page: str) -> str:
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(page)
    assert answer.status_code == 200, page
    assert len(queries) <= MOST_QUERIES, page
    return answer.content.decode()


def pressed(client: Client, page: str, **sent: object) -> str:
    answer = client.post(page, sent, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def upload(data: bytes, name: str = "quy-che.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def test_from_told_to_closed_on_the_pages(place: ToldWorld) -> None:
    head, officer = signed_in(place.head), signed_in(place.reporter)
    assert "Nội dung cần chú ý nhất trong kết quả" in shown(head, address("plan", place))
    shown(head, address("new_item", place))
    assert "Đã lưu mục này" in pressed(head, address("new_item", place), **item_sent(0))
    assert "Đã trình cơ quan chủ trì" in pressed(head, address("step", place, "submit"))
    assert "Duyệt kế hoạch" in shown(officer, address("plan", place))
    pressed(officer, address("step", place, "give_back"), reason="Thêm mốc thời gian.")
    assert "Thêm mốc thời gian." in shown(head, address("plan", place))
    pressed(head, address("change_item", place, 1), **item_sent(place.plan.version))
    pressed(head, address("step", place, "submit"))
    assert "Đã duyệt kế hoạch" in pressed(officer, address("step", place, "approve"))
    milestone = PlanItem.objects.get().milestones.get()
    told = pressed(
        head, address("report", place, 1), share=100, text="Đã ban hành quy chế.", done=[milestone.pk]
    )
    assert "Đã ghi báo cáo tiến độ" in told
    assert "Đã gửi minh chứng" in pressed(head, address("add_file", place, 1), file=upload(PDF))
    assert "Đã gửi đề nghị kết thúc" in pressed(head, address("step", place, "ask_to_close"))
    file = EvidenceFile.objects.get()
    answer = officer.get(address("file", place, file.name))
    assert answer.content == PDF
    assert answer["Content-Disposition"].startswith("attachment")
    assert "Kế hoạch đã kết thúc" in pressed(officer, address("step", place, "close"))
    assert "Đã kết thúc" in shown(head, address("plan", place))
    assert re.search(r"<strong>1</strong><span>đã kết thúc", shown(officer, reverse("remediation:list")))


def test_another_head_finds_nothing_of_it(place: ToldWorld) -> None:
    approved(place)
    done(place)
    other, name = signed_in(place.other_head), EvidenceFile.objects.get().name
    for page in (
        address("plan", place),
        address("item", place, 1),
        address("new_item", place),
        address("file", place, name),
        address("paper", place),
        address("empty_form", place),
        address("file", place, name, other=True),
    ):
        assert other.get(page).status_code == 404, page
    for page in (address("step", place, "submit"), address("report", place, 1)):
        assert other.post(page, {}).status_code == 404, page


def test_the_board_is_for_the_lead_body_and_the_head_lands_on_the_own_plan(place: ToldWorld) -> None:
    head = signed_in(place.head)
    answer = head.get(reverse("remediation:list"))
    assert answer["Location"] == address("plan", place)
    assert head.get(address("reminder", place)).status_code == 403
    board = shown(signed_in(place.reporter), reverse("remediation:list"))
    assert place.subject.name in board
    assert "Chưa có kế hoạch" in board


def test_what_is_overdue_is_found_and_can_be_reminded_of_on_paper(place: ToldWorld) -> None:
    approved(place)
    PlanItem.objects.update(due_on=timezone.localdate() - timedelta(days=3))
    officer = signed_in(place.reporter)
    late = shown(officer, reverse("remediation:list") + "?loc=qua-han")
    assert place.subject.name in late
    with zipfile.ZipFile(io.BytesIO(officer.get(address("reminder", place)).content)) as package:
        words = re.sub(r"<[^>]+>", "", package.read("word/document.xml").decode())
    assert "quá hạn 3 ngày" in words
    assert whole_item().shortcoming not in words


def test_nobody_is_reminded_of_what_is_far(place: ToldWorld) -> None:
    approved(place)
    PlanItem.objects.get().milestones.all().delete()
    told = signed_in(place.reporter).get(address("reminder", place), follow=True).content.decode()
    assert "Không có việc nào quá hạn" in told


def test_odd_and_large_files_are_refused_with_a_sentence(place: ToldWorld) -> None:
    approved(place)
    head = signed_in(place.head)
    add = address("add_file", place, 1)
    assert "nội dung khác, dù tên tệp thế nào" in pressed(head, add, file=upload(b"MZ program"))
    assert "Tệp lớn hơn 10 MB" in pressed(head, add, file=upload(PDF.ljust(MOST_BYTES + 1)))
    assert "Chưa chọn tệp" in pressed(head, add)
    assert not EvidenceFile.objects.exists()


def test_an_officer_notes_a_signed_receipt_and_files_signed_sheets(place: ToldWorld) -> None:
    officer = signed_in(place.reporter)
    today = f"{timezone.localdate():%Y-%m-%d}"
    told = pressed(officer, address("received", place), received_on=today)
    assert "ký nhận trên giấy" in told
    assert "Chưa ghi ngày ký nhận" in pressed(officer, address("received", place))
    filed = pressed(officer, address("on_paper", place), file=upload(PDF, "bản ký.pdf"))
    assert "Nhập thay từ bản giấy" in filed
    assert "bản ký.pdf" in filed
    pressed(officer, address("new_item", place), **item_sent(place.plan.version))
    pressed(officer, address("step", place, "submit"))
    assert "không tự duyệt hay kết thúc" in pressed(officer, address("step", place, "approve"))


def test_the_papers_say_what_the_plan_says(place: ToldWorld) -> None:
    written(place)
    head = signed_in(place.head)
    words = {}
    for name in ("paper", "empty_form"):
        with zipfile.ZipFile(io.BytesIO(head.get(address(name, place)).content)) as package:
            words[name] = re.sub(r"<[^>]+>", "", package.read("word/document.xml").decode())
    assert whole_item().shortcoming in words["paper"]
    assert whole_item().shortcoming not in words["empty_form"]
    assert "NGƯỜI LẬP KẾ HOẠCH" in words["empty_form"]


def test_a_milestone_without_its_day_is_asked_for_and_nothing_typed_is_lost(place: ToldWorld) -> None:
    answer = signed_in(place.head).post(address("new_item", place), item_sent(0) | {"on_1": ""})
    assert answer.status_code == 422
    told = answer.content.decode()
    assert "Mốc cần cả việc và ngày" in told
    assert whole_item().shortcoming in told


def test_a_step_that_does_not_exist_is_no_page(place: ToldWorld) -> None:
    assert signed_in(place.head).post(address("step", place, "erase"), {}).status_code == 404


def test_a_closed_plan_takes_nothing_more(place: ToldWorld) -> None:
    approved(place)
    done(place)
    moved(place, place.head, Act.ASK_TO_CLOSE)
    moved(place, place.reporter, Act.CLOSE)
    told = pressed(signed_in(place.head), address("add_file", place, 1), file=upload(PDF))
    assert "đã sang bước khác" in told
