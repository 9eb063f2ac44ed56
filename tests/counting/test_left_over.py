"""Leftover slips by photograph: new ones told from those checked before, alarms heard, nothing of a code kept or shown."""

from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from guong.core.secrecy import slips
from guong.office.counting import selectors, services
from guong.office.counting.details import PhotoCheck
from guong.office.journal.models import Entry
from guong.paper import SlipFace, slip_sheet_pdf
from tests.conferences.slips_seen import photo_of
from tests.conferences.test_pages import signed_in
from tests.conferences.world import World, good
from tests.counting.test_pages import page
from tests.counting.world import Count, closed, hand_counted
from tests.paper.slip_photos import jpeg
from tests.paper.slip_photos import page as paper_page

Told = list[dict[str, str]]


@pytest.fixture
def count(world: World) -> Count:
    """Seven by phone, one on paper: eight slips of fifteen left over, counted by hand."""
    made = closed(world, phones=7)
    hand_counted(made)
    return made


def groups(count: Count, ticket: bytes) -> tuple[str, str, str, str]:
    first, second, third, fourth = slips.printed_groups(ticket, count.made.keys.poll)
    return first, second, third, fourth


def photo(count: Count, *tickets: bytes) -> bytes:
    """A photograph of these slips on the table."""
    return photo_of(count.conference, count.made, *tickets)


def checked(count: Count) -> int:
    check = selectors.hall_check(count.conference)
    assert check is not None
    return check.left_over_checked


def check_photo(count: Count, data: bytes) -> PhotoCheck:
    return good(services.check_left_over_photo(conference=count.conference, photo=data))


def sent(client: Client, count: Count, data: bytes) -> Told:
    """Send a photograph as the page's script does."""
    file = SimpleUploadedFile("the.jpg", data, content_type="image/jpeg")
    answer = client.post(page("left_over", count.conference), {"photo": file}, headers={"X-Part": "told"})
    told: Told = answer.json()["told"]
    return told


def test_all_slips_of_a_photograph_are_checked_at_once(count: Count) -> None:
    outcome = check_photo(count, photo(count, *count.left_over[:8]))
    assert (outcome.new, outcome.again, outcome.refused) == (8, 0, ())
    assert checked(count) == 8


def test_slips_in_two_photographs_count_once(count: Count) -> None:
    check_photo(count, photo(count, *count.left_over[:5]))
    outcome = check_photo(count, photo(count, *count.left_over[3:8]))
    assert (outcome.new, outcome.again) == (3, 2)
    assert checked(count) == 8
    assert "2 thẻ đã kiểm trước đó" in outcome.sentence


def test_a_typed_slip_is_known_in_a_photograph(count: Count) -> None:
    good(services.check_left_over(conference=count.conference, typed_code=count.code(count.left_over[0])))
    outcome = check_photo(count, photo(count, count.left_over[0]))
    assert (outcome.new, outcome.again) == (0, 1)


def test_a_used_slip_among_good_ones_raises_the_alarm_and_the_others_count(count: Count) -> None:
    client = signed_in(count.officer)
    told = sent(client, count, photo(count, count.made.tickets[0], *count.left_over[:3]))
    assert [one["kind"] for one in told] == ["danger", "ok"]
    assert told[0]["sentence"].startswith("BÁO ĐỘNG")
    assert "3 thẻ chưa dùng vừa kiểm" in told[1]["sentence"]
    assert checked(count) == 3


def test_slips_of_another_conference_are_refused(count: Count) -> None:
    faces = [("AAAAA", "BBBBB", "CCCCC", "DDDDD")]
    sheet = slip_sheet_pdf(
        [SlipFace(f"https://x.example/b/0000000000#{''.join(face)}", face) for face in faces],
        poll_title="Khác",
        unit="Khác",
        domain="x.example",
    )
    outcome = check_photo(count, jpeg(paper_page(sheet)))
    assert [one.reason for one in outcome.refused] == ["other_poll"]
    assert checked(count) == 0


def test_nothing_of_a_code_stands_in_answer_journal_or_folder(count: Count, tmp_path: Path) -> None:
    client = signed_in(count.officer)
    told = str(sent(client, count, photo(count, *count.left_over[:4])))
    form = client.post(
        page("left_over", count.conference),
        {"photo": SimpleUploadedFile("the.jpg", photo(count, *count.left_over))},
        follow=True,
    ).content.decode()
    journal = " ".join(str(row) for row in Entry.objects.values())
    written = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    for ticket in count.left_over:
        for group in groups(count, ticket):
            assert group not in told + form + journal
            assert "".join(groups(count, ticket)).encode() not in written
        assert ticket not in written


def test_a_photograph_stays_in_memory_on_its_way() -> None:
    assert django_settings.FILE_UPLOAD_MAX_MEMORY_SIZE > 12 * 1024 * 1024


def test_without_script_the_form_tells_the_same(count: Count) -> None:
    file = SimpleUploadedFile("the.jpg", photo(count, *count.left_over))
    answer = signed_in(count.officer).post(page("left_over", count.conference), {"photo": file}, follow=True)
    text = answer.content.decode()
    assert "Thấy 8 thẻ trong ảnh: 8 thẻ chưa dùng vừa kiểm." in text
    assert "Đã kiểm đủ thẻ còn lại." in text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7", "Tệp này không phải ảnh"),
        (jpeg(paper_page(slip_sheet_pdf([SlipFace("x", ("A", "B", "C", "D"))], poll_title="", unit="", domain=""))[:90]), "Không đọc được mã"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told(count: Count, data: bytes, said: str) -> None:
    (told,) = sent(signed_in(count.officer), count, data)
    assert told["kind"] == "danger"
    assert said in told["sentence"]
    assert checked(count) == 0


def test_a_photograph_before_the_hand_count_is_refused(world: World) -> None:
    made = closed(world, phones=5)
    (told,) = sent(signed_in(made.officer), made, photo(made, made.left_over[0]))
    assert "Chưa có số liệu đếm tay" in told["sentence"]
