"""What the sealing minutes say of the page that voters met and of the way to it (DESIGN §4.9)."""

from pathlib import Path

import pytest
from django.urls import reverse

from guong.ballots import assets
from guong.office.conferences import services as hall
from guong.office.counting import selectors, services
from guong.office.counting.services.minutes import HandOver
from tests.conferences.world import World, good
from tests.counting.world import Count, closed, sealed, signed_in, words_of

HAND_OVER = HandOver("Tạ Phương Nhung", "Phó Trưởng Ban", "14 giờ ngày 25 tháng 5, tại trụ sở")


def minutes(count: Count) -> str:
    sealed(count)
    made = services.make_sealing_minutes(
        conference=count.conference, hand_over=HAND_OVER, actor=count.officer
    )
    return words_of(good(made))


def test_the_minutes_name_the_page_that_was_served_at_the_opening(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, world: World
) -> None:
    for name in assets.PAGE_FILES:
        (tmp_path / name).write_text(name)
    files = assets.Assets(tmp_path)
    monkeypatch.setattr(assets, "served", lambda: files)
    count = closed(world)
    monkeypatch.undo()
    (page,) = selectors.voters_pages(count.conference)
    assert dict(page.digests) == files.digests()
    assert f"Mã trang bỏ phiếu:{page.code}" in minutes(count)


def test_a_decision_to_go_without_https_stands_in_the_minutes(count: Count) -> None:
    good(
        hall.decide_plain_http(
            actor=count.officer, conference=count.conference, text="Chủ trì đồng ý, mạng nội bộ"
        )
    )
    assert "đường truyền không mã hoá (HTTP): Chủ trì đồng ý, mạng nội bộ" in minutes(count)


def test_without_such_a_decision_nothing_is_said_of_it(count: Count) -> None:
    assert "(HTTP)" not in minutes(count)


def test_one_press_makes_the_minutes_with_what_the_page_proposes(world: World) -> None:
    count = closed(world)
    sealed(count)
    client, conference = signed_in(count.officer), count.conference
    proposed = client.get(reverse("counting:seal", args=[conference.key])).context["form"].initial
    assert proposed["receiver_name"] == conference.chair_name
    assert proposed["opening"] == f"ngay sau khi niêm phong, tại {conference.place}"
    client.post(reverse("counting:sealing_minutes", args=[conference.key]), proposed | {"copies": 3})
    (paper,) = selectors.sealing_papers(conference)
    said = words_of(paper)
    assert conference.chair_name in said
    assert f"Mở hòm phiếu: ngay sau khi niêm phong, tại {conference.place}." in said
