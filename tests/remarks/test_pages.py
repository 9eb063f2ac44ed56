"""Pages of the desk: whose they are, what they show, one remark after the other, and what goes wrong on them."""

import html
import re

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.remarks import selectors, services
from guong.office.remarks.models import Draft
from tests.conferences.world import World, good, officer
from tests.counting.world import signed_in
from tests.remarks.world import (
    NAMING,
    PLAIN,
    RUDE,
    SAFE,
    DeskWorld,
    agreed,
    desk_world,
    editor,
    ended,
    proposal_for,
    seated,
)

MOST_QUERIES = 25
NAMES = ("desk", "work", "digest")
HOSTILE = "<script>alert(1)</script> & <b>đậm</b> ]]> &lt;x&gt;"


def address(place: DeskWorld, name: str, *more: object) -> str:
    return reverse(f"remarks:{name}", args=[place.conference.key, "s1", *more])


def text_of(client: Client, where: str, **query: str) -> str:
    answer = client.get(where, query, follow=True)
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode())))


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.REMARKS_EDITOR])
def test_no_other_role_comes_to_the_desk(place: DeskWorld, role: Role) -> None:
    client = signed_in(officer(place.body, role, username="khac"))
    assert {client.get(address(place, name)).status_code for name in NAMES} == {403}
    assert client.get(reverse("remarks:list")).status_code == 403


def test_an_editor_of_another_body_finds_nothing(place: DeskWorld) -> None:
    client = signed_in(editor(None, username="noikhac", full_name="Viên Đức Trọng"))
    assert {client.get(address(place, name)).status_code for name in NAMES} == {404}


def test_before_sitting_down_an_editor_sees_numbers_and_no_word(place: DeskWorld) -> None:
    client = signed_in(place.first)
    shown = "".join(client.get(address(place, name)).content.decode() for name in NAMES)
    assert ">4</strong><span>ý kiến nhận được" in shown
    assert "Chỉ hai cán bộ đã nhận việc mới xem được bản gốc" in shown
    assert not [words for words in (PLAIN, NAMING, RUDE) if words in shown]


def test_the_desk_shows_the_original_with_what_could_give_somebody_away(place: DeskWorld) -> None:
    seated(place)
    where = address(place, "work")
    page = signed_in(place.first).get(where, {"y": str(place.entry(NAMING).key)}).content.decode()
    assert [*re.findall("<mark>(.*?)</mark>", page)] == ["Sen Hồng", "lớp 3A", "ngày 12/3"]
    assert re.findall('<span class="badge warn">(.*?)</span>', page) == [
        "Tên người",
        "Lớp, tổ, khu",
        "Ngày, giờ, dịp",
    ]
    assert "Ghi ở nội dung 2" in page


def test_no_page_of_the_desk_shows_a_mark_or_a_level(place: DeskWorld) -> None:
    seated(place)
    client = signed_in(place.first)
    shown = " ".join(text_of(client, address(place, name)) for name in NAMES)
    assert not re.search(r"Rất tốt|Trung bình|Yếu kém|uy tín|%", shown)


def sent(place: DeskWorld, words: str, **given: object) -> dict[str, object]:
    entry = place.entry(words)
    proposal = proposal_for(words)
    return {
        "verdict": proposal.verdict.value,
        "text": proposal.text,
        "theme": "Phát huy dân chủ",
        "reason": proposal.reason.value if proposal.reason else "",
        "version": entry.version,
        **given,
    }


def test_two_officers_work_through_every_remark_on_the_pages(place: DeskWorld) -> None:
    seated(place)
    first, second = signed_in(place.first), signed_in(place.second)
    for words in (NAMING, RUDE, PLAIN):
        fields = sent(place, words, with_alike="on")
        first.post(address(place, "propose", place.entry(words).key), fields)
    assert "Không còn ý kiến nào chờ đồng chí" in text_of(first, address(place, "work"))
    for words in (NAMING, RUDE, PLAIN):
        entry = place.entry(words)
        fields = {"version": entry.version, "with_alike": "on"}
        second.post(address(place, "agree", entry.key), fields)
    assert "Hai đồng chí đã thống nhất mọi ý kiến" in text_of(first, address(place, "desk"))
    first.post(address(place, "ask_for_end"))
    assert "Đồng chí kia đề nghị kết thúc" in text_of(second, address(place, "desk"))
    shown = second.post(address(place, "end"), follow=True).content.decode()
    assert "Đã kết thúc biên tập, bản gốc đã huỷ." in shown
    assert ">3</strong><span>đưa vào bảng tổng hợp" in shown


def test_a_proposal_sent_back_comes_back_with_the_word(place: DeskWorld) -> None:
    seated(place)
    first, second = signed_in(place.first), signed_in(place.second)
    first.post(address(place, "propose", place.entry(NAMING).key), sent(place, NAMING))
    entry = place.entry(NAMING)
    second.post(address(place, "give_back", entry.key), {"version": entry.version, "answer": "Còn lộ lớp"})
    assert "Bị trả lại: Còn lộ lớp" in text_of(first, address(place, "work"), y=str(entry.key))


def test_an_officer_who_confirms_the_own_edit_reads_why_not(place: DeskWorld) -> None:
    seated(place)
    client = signed_in(place.first)
    client.post(address(place, "propose", place.entry(NAMING).key), sent(place, NAMING))
    entry = place.entry(NAMING)
    page = client.post(address(place, "agree", entry.key), {"version": entry.version}, follow=True)
    assert "Đồng chí không tự xác nhận phần mình biên tập" in page.content.decode()


def test_two_officers_on_one_remark_the_second_reads_so_and_loses_no_word(place: DeskWorld) -> None:
    seated(place)
    key, mine = place.entry(NAMING).key, sent(place, NAMING, text="Câu chữ của người đến sau")
    signed_in(place.first).post(address(place, "propose", key), sent(place, NAMING))
    page = signed_in(place.second).post(address(place, "propose", key), mine)
    shown = page.content.decode()
    assert page.status_code == 422
    assert "Đồng chí kia vừa sửa ý kiến này" in shown
    assert "Câu chữ của người đến sau" in shown
    assert SAFE in shown
    assert Draft.objects.get().text == SAFE


def test_an_officer_of_the_unit_reads_why_not(place: DeskWorld) -> None:
    own = editor(place.conference.unit, username="cuatruong", full_name="Phí Quang Lộc")
    client = signed_in(own)
    assert "Đồng chí thuộc đơn vị này" in text_of(client, address(place, "desk"))
    client.post(address(place, "take"))
    assert selectors.desk_of(place.conference, "s1") is None
    assert "Đơn vị của đồng chí" in text_of(client, reverse("remarks:list"))


def test_markup_and_three_thousand_characters_are_shown_as_they_are_and_must_be_shortened(
    world: World,
) -> None:
    long = f"{HOSTILE} {'Hop rat lau. ' * 230}"[:3000].strip()
    place = desk_world(world, remarks=((("other", long),),))
    seated(place)
    client = signed_in(place.first)
    page = client.get(address(place, "work")).content.decode()
    assert "<script>alert" not in page
    assert html.escape(HOSTILE) in page
    key = place.entry(long).key
    kept = {"verdict": "keep", "theme": "Ý kiến khác", "version": 0}
    answer = client.post(address(place, "propose", key), kept)
    assert "Ý kiến dài 3.000 ký tự" in answer.content.decode()
    edited = {"verdict": "edit", "text": "Họp lâu\u200b.\u202e", "theme": "Ý kiến khác", "version": 0}
    client.post(address(place, "propose", key), edited)
    assert Draft.objects.get().text == "Họp lâu."


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"verdict": "edit", "text": "  "}, "Chưa có câu chữ sau biên tập"),
        ({"verdict": "withhold", "reason": ""}, "Chưa chọn lý do không đưa ý kiến vào"),
        ({"verdict": "withhold", "reason": "other"}, "Lý do khác phải được viết rõ"),
    ],
)
def test_an_unfinished_proposal_is_told(place: DeskWorld, given: dict[str, str], sentence: str) -> None:
    seated(place)
    where = address(place, "propose", place.entry(NAMING).key)
    answer = signed_in(place.first).post(where, sent(place, NAMING, **given))
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Draft.objects.exists()


def test_nonsense_in_an_address_leads_to_any_remark(place: DeskWorld) -> None:
    seated(place)
    client = signed_in(place.first)
    for query in ({"y": "x"}, {"bo": "1"}, {"viec": "'"}, {"y": "0" * 32}):
        assert client.get(address(place, "work"), query).status_code == 200


def test_an_ended_desk_shows_its_counts_and_nothing_to_press(place: DeskWorld) -> None:
    ended(place)
    page = signed_in(place.first).get(address(place, "desk")).content.decode()
    assert "Đã kết thúc biên tập" in page
    assert "<button" not in page.split("<main")[1].split("</main>")[0]
    assert "bản gốc đã huỷ, không xem lại được" in text_of(signed_in(place.first), address(place, "work"))


def test_the_digest_is_shown_by_theme_and_a_theme_renamed(place: DeskWorld) -> None:
    agreed(place)
    client = signed_in(place.second)
    shown = text_of(client, address(place, "digest"))
    assert "Họp, giao ban (2)" in shown
    assert "Xúc phạm, không có nội dung góp ý 1" in shown
    renamed = {"theme": "Họp, giao ban", "new": "Tổ chức họp"}
    page = client.post(address(place, "rename"), renamed, follow=True).content.decode()
    assert "Tổ chức họp" in page


@pytest.mark.parametrize("name", ["list", *NAMES])
def test_a_page_takes_few_queries(
    place: DeskWorld, name: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    agreed(place)
    client = signed_in(place.first)
    where = reverse("remarks:list") if name == "list" else address(place, name)
    client.get(where)
    with django_assert_max_num_queries(MOST_QUERIES):
        assert client.get(where).status_code in (200, 302)


def test_the_first_page_leads_an_editor_to_the_desk_until_it_has_ended(place: DeskWorld) -> None:
    def tasks(user: User) -> str:
        return text_of(signed_in(user), "/")

    assert "Biên tập ý kiến ghi trên phiếu" in tasks(place.first)
    seated(place)
    third = editor(place.body, username="bientap3", full_name="Xa Phương Thảo")
    assert "Biên tập ý kiến ghi trên phiếu" not in tasks(third)
    for user in (place.first, place.second):
        good(services.leave_seat(desk=place.desk, subject=place.subject, actor=user))
    ended(place)
    assert "Biên tập ý kiến ghi trên phiếu" not in tasks(place.first)
