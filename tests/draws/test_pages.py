"""The draw on the pages: played from the list to the notice, by role and scope, within the budget of queries."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from guong.office.accounts.roles import Role
from guong.office.draws import selectors
from guong.office.draws.models import LotDraw
from guong.office.papers.models import Paper
from guong.office.registry.models import Unit
from tests.conferences.test_pages import signed_in
from tests.conferences.world import officer
from tests.draws.world import (
    COMPUTED,
    PEOPLE,
    PLACE,
    TABLE,
    World,
    begun,
    drawn,
    enter,
    frozen,
    issue,
    minuted,
    other_body,
    proposed,
)

AtMost = Callable[[int], AbstractContextManager[None]]
BEFORE = ["detail", "frame", "people"]
ALL = [*BEFORE, "lots", "room", "screen", "result", "minutes", "notice", "record"]


def page(name: str, draw: LotDraw, *more: str) -> str:
    return reverse(f"draws:{name}", args=[draw.key, *more])


def shown(draw: LotDraw) -> str:
    return reverse("draws:projector", args=[draw.pk, selectors.screen_code(draw)])


def latest() -> LotDraw:
    return LotDraw.objects.get()


def press(client: Client, name: str, **typed: object) -> str:
    """Send a form of the draw with the version that stands in the register, and return the page that follows."""
    draw = latest()
    answer = client.post(page(name, draw), {"version": draw.version, **typed}, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def name_everybody(client: Client) -> str:
    typed: dict[str, object] = {"place": PLACE}
    for person in PEOPLE:
        row = sum(1 for name in typed if name.startswith(f"{person.role}_") and name.endswith("_name"))
        typed |= {f"{person.role}_{row}_name": person.full_name, f"{person.role}_{row}_post": person.post}
    return press(client, "people", **typed)


def test_the_custom_draw_is_played_from_the_list_to_the_notice(world: World) -> None:
    client = signed_in(world.organiser)
    assert "Lập danh sách gắp thăm" in client.get(reverse("draws:list")).content.decode()
    client.post(reverse("draws:start", args=[world.round.key]))
    assert "Kế hoạch chưa ban hành" in client.get(page("frame", latest())).content.decode()
    issue(world)
    text = client.get(page("frame", latest())).content.decode()
    code = re.search(r'name="code" value="([\d ]+)"', text)
    assert code is not None
    assert "Người đứng đầu giữ chức vụ chưa đủ 06 tháng (đủ từ 03/7/2023)" in text
    assert code[1] in press(client, "freeze", code=code[1])
    name_everybody(client)
    press(client, "lots-printed")
    assert "Thăm thứ 1" in press(client, "begin", read="1", counted="1")
    for level in selectors.frozen_frame(latest()).levels:
        for entry in level.units[::-1][: level.lots]:
            text = press(client, "lot", unit=entry.unit)
        assert f"Xác nhận xong cấp {level.terms.name}" in text
        text = press(client, "level-done")
    assert "Lập biên bản" in press(client, "finish", remarks="")
    assert "Số 01-BB" in press(client, "minutes", copies="4", recipients="Lưu.")
    text = press(
        client,
        "notice",
        day=f"{timezone.localdate()}",
        signer="Đỗ Quang Ẩn",
        signer_role="Phó Trưởng ban",
        requests="",
        recipients="",
    )
    assert "Số 02-TB" in text
    assert len(selectors.drawn_schools(round=world.round)) == 15
    assert len(selectors.reserves(round=world.round)) == 6


def test_a_second_press_finds_the_filed_minutes(world: World) -> None:
    drawn(world)
    client, seen = signed_in(world.organiser), latest().version
    typed = {"version": seen, "copies": "4", "recipients": "Lưu."}
    for _ in range(2):
        answer = client.post(page("minutes", latest()), typed, follow=True)
    assert answer.redirect_chain == [(page("result", latest()), 302)]
    assert "Văn bản này đã lập và đã có số" in answer.content.decode()
    assert Paper.objects.count() == 1


def test_a_school_replaced_by_a_first_press_is_told_to_the_second(world: World) -> None:
    draw = minuted(world)
    unit = selectors.standing_keys(draw)[0][0]
    typed = {
        "version": draw.version,
        "reason": "Sáp nhập",
        "decided_by": "Đỗ Quang Ẩn",
        "decided_on": f"{timezone.localdate()}",
    }
    client = signed_in(world.organiser)
    for _ in range(2):
        answer = client.post(page("replace", draw, unit), typed, follow=True)
    assert answer.redirect_chain == [(page("result", draw), 302)]
    assert "đã được thay" in answer.content.decode()


def test_the_computed_draw_is_played_on_the_page(world: World) -> None:
    begun(world, COMPUTED)
    client = signed_in(world.organiser)
    typed: dict[str, object] = {}
    for row, given in enumerate(TABLE):
        typed |= {f"name_{row}": given.full_name, f"post_{row}": given.post, f"words_{row}": given.words}
    assert "đặt đủ lên bàn trước khi mở đọc" in press(client, "compute", **typed)
    assert "Kết thúc gắp thăm" in press(client, "compute", **typed, laid="1")
    press(client, "finish")
    assert len(selectors.drawn_schools(round=world.round)) == 15


def test_what_was_typed_stays_when_a_contribution_is_refused(world: World) -> None:
    begun(world, COMPUTED)
    given = TABLE[0]
    typed = {"name_0": given.full_name, "words_0": given.words, "laid": "1"}
    text = press(signed_in(world.organiser), "compute", **typed)
    assert given.words in text


def test_a_few_letters_without_accents_find_the_school(world: World) -> None:
    draw = begun(world)
    text = signed_in(world.organiser).get(page("room", draw), {"tim": "huong duong"}).content.decode()
    assert re.findall(r'name="unit" value="([^"]+)"', text) == ["MN-10"]


def test_a_school_that_cannot_come_is_named_with_the_reason(world: World) -> None:
    draw = begun(world)
    enter(world, draw, "MN-10")
    client = signed_in(world.organiser)
    for typed, said in (("huong duong", "đã gắp, thăm thứ 1"), ("hoa ban", "giữ chức vụ chưa đủ thời gian")):
        text = client.get(page("room", draw), {"tim": typed}).content.decode()
        assert said in text
        assert 'name="unit"' not in text


def test_the_clerk_is_told_of_the_other_clerk(world: World) -> None:
    draw = begun(world)
    seen = draw.version
    enter(world, draw, "MN-10")
    answer = signed_in(world.organiser).post(
        page("lot", draw), {"version": seen, "unit": "MN-11"}, follow=True
    )
    assert "Một đồng chí khác vừa ghi" in answer.content.decode()
    assert selectors.lots_of(latest())["preschool"] == ["MN-10"]


def test_the_projector_shows_the_code_then_every_name(world: World) -> None:
    draw = frozen(world)
    client = Client()
    assert selectors.code_of(draw) in client.get(shown(draw)).content.decode()
    text = client.get(shown(drawn_on(world, draw))).content.decode()
    assert "Trường Mầm non Hướng Dương" in text
    assert "Quách Thị Tường An" in text


def drawn_on(world: World, draw: LotDraw) -> LotDraw:
    client = signed_in(world.organiser)
    press(client, "begin", read="1", counted="1")
    press(client, "lot", unit="MN-10")
    return latest()


def test_the_projector_asks_again_and_is_answered_only_where_something_changed(world: World) -> None:
    draw = begun(world)
    client = Client()
    address = f"{shown(draw)}giua/"
    assert client.get(address, {"v": draw.version}).status_code == 204
    enter(world, draw, "MN-10")
    answer = client.get(address, {"v": draw.version - 1})
    assert "Hướng Dương" in answer.content.decode()


def test_a_reserve_takes_a_place_on_the_page(world: World) -> None:
    draw = minuted(world)
    client = signed_in(world.organiser)
    typed = {
        "version": draw.version,
        "reason": "Sáp nhập",
        "decided_by": "Đỗ Quang Ẩn",
        "decided_on": "2023-04-25",
    }
    text = client.post(page("replace", draw, "MN-03"), typed, follow=True).content.decode()
    assert "Đã thay trường và lập biên bản" in text
    assert selectors.drawn_schools(round=world.round)[0].unit_key == "MN-20"


def test_the_exported_file_is_the_one_of_the_bundle(world: World) -> None:
    draw = drawn(world)
    answer = signed_in(world.organiser).get(page("record", draw))
    assert answer["Content-Type"] == "application/json"
    assert b'"drawn":["MN-03"' in answer.content


@pytest.mark.parametrize("name", BEFORE)
def test_pages_before_the_freeze_open(world: World, name: str) -> None:
    assert signed_in(world.organiser).get(page(name, proposed(world))).status_code == 200


@pytest.mark.parametrize("name", ["lots", "room", "screen", "result", "minutes"])
def test_rooms_that_do_not_exist_yet_answer_not_found(world: World, name: str) -> None:
    assert signed_in(world.organiser).get(page(name, proposed(world))).status_code == 404


def test_outside_the_scope_a_draw_does_not_exist(world: World) -> None:
    draw = drawn(world)
    client = signed_in(officer(other_body(), Role.ORGANISER, username="khac"))
    answers = {name: client.get(page(name, draw)).status_code for name in ALL}
    assert set(answers.values()) == {404}, answers


def test_an_observer_looks_and_changes_nothing(world: World) -> None:
    draw = begun(world)
    client = signed_in(officer(world.body, Role.OBSERVER, username="giamsat"))
    assert client.get(page("screen", draw)).status_code == 200
    assert client.get(page("frame", draw)).status_code == 200
    assert client.post(page("lot", draw), {"unit": "MN-10"}).status_code == 403
    assert client.get(page("room", draw)).status_code == 403


@pytest.mark.parametrize("role", [Role.REPORTER, Role.PAPER_CLERK, Role.COUNTING_OFFICER])
def test_other_roles_stay_outside(world: World, role: Role) -> None:
    client = signed_in(officer(world.body, role, username="vaitro"))
    assert client.get(reverse("draws:list")).status_code == 403


def test_the_lots_are_one_for_each_school(world: World) -> None:
    answer = signed_in(world.organiser).get(page("lots-file", frozen(world)))
    assert answer.content.startswith(b"%PDF")
    assert Unit.objects.filter(level="primary").count() == 27


def test_every_page_keeps_to_the_budget_of_queries(
    world: World, django_assert_max_num_queries: AtMost
) -> None:
    draw = drawn(world)
    client = signed_in(world.organiser)
    for name in ALL:
        with django_assert_max_num_queries(25):
            assert client.get(page(name, draw)).status_code == 200
    with django_assert_max_num_queries(15):
        client.get(reverse("draws:list"))
