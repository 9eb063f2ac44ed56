"""The calendar against the draw: a school replaced by a reserve, a drawn school without a conference."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest

from guong.office.conferences.models import Conference
from guong.office.draws import selectors as draws
from guong.office.draws import services as draw_services
from guong.office.draws.details import Decision, MinutesDetails
from guong.office.overview.selectors import home_of
from guong.office.registry.models import Unit
from guong.office.schedule import selectors, services
from tests.conferences.world import good
from tests.schedule.cancelled import cancelled
from tests.schedule.halls import closed
from tests.schedule.test_papers import staffed
from tests.schedule.world import Campaign, held, page, planned, signed_in

AtMost = Callable[[int], AbstractContextManager[object]]


def replaced(world: Campaign, unit: Unit) -> Unit:
    """A reserve of its level takes the place of a drawn school; return the reserve."""
    draw = draws.draw_of(round=world.schools)
    assert draw is not None
    if not draw.minutes_key:
        good(
            draw_services.file_minutes(
                actor=world.organiser, draw=draw, version=draw.version, details=MinutesDetails()
            )
        )
        draw.refresh_from_db()
    good(
        draw_services.replace_by_reserve(
            actor=world.organiser,
            draw=draw,
            version=draw.version,
            unit_key=unit.key,
            decision=Decision("Trường sáp nhập", "Đỗ Quang Ẩn", date(2023, 5, 3)),
        )
    )
    return draws.replaced_units(round=world.schools)[unit.key]


def coverage(world: Campaign) -> selectors.Coverage:
    seen = selectors.round_seen(user=world.organiser, key=world.schools.key)
    assert seen is not None
    found = selectors.conferences_seen(user=world.organiser, seen=seen, with_cancelled=True)
    return selectors.coverage_of(world.schools, selectors.calendar_of(found))


def test_a_calendar_that_fits_the_draw_warns_of_nothing(world: Campaign) -> None:
    held(world)
    assert coverage(world) == selectors.Coverage((), (), ())


def test_a_school_replaced_after_its_conference_was_made_is_told_with_both_ways_on(world: Campaign) -> None:
    first, *_ = held(world)
    reserve = replaced(world, first.unit)
    found = coverage(world)
    (one,) = found.displaced
    assert (one.row.conference, one.instead, one.may_make) == (first, reserve, True)
    assert found.missing == (reserve,)
    shown = signed_in(world.organiser).get(page("calendar", world.schools.key)).content.decode()
    assert f"{first.unit.name} không còn thuộc đợt" in shown
    assert page("cancel", first.key) in shown
    assert f"{page('make', world.schools.key)}?don-vi={reserve.key}" in shown


def test_the_reason_is_filled_in_where_the_draw_knows_it(world: Campaign) -> None:
    first, *_ = held(world)
    reserve = replaced(world, first.unit)
    shown = signed_in(world.organiser).get(page("cancel", first.key)).content.decode()
    assert f"Trường được thay bằng trường dự phòng: {reserve.name}" in shown


def test_the_reserve_takes_the_hour_of_the_cancelled_conference(world: Campaign) -> None:
    first, *_ = held(world)
    reserve = replaced(world, first.unit)
    cancelled(world, first)
    shown = signed_in(world.organiser).get(f"{page('make', world.schools.key)}?don-vi={reserve.key}")
    (row,) = shown.context["table"].rows
    assert row.candidate.unit == reserve
    (only,) = planned(world.schools)
    assert (only.sitting.held_on, only.sitting.begins_at) == (first.held_on, first.begins_at)
    good(services.make_round(actor=world.organiser, of_round=world.schools, planned=[only]))
    assert coverage(world) == selectors.Coverage((), (), ())


def test_the_notice_names_the_school_that_came_instead(world: Campaign) -> None:
    first, *_ = held(world)
    reserve = replaced(world, first.unit)
    cancelled(world, first)
    paper = good(
        services.file_conference_paper(
            actor=world.organiser, conference=first, kind="cancellation_notice", day=date(2023, 5, 12)
        )
    )
    line = selectors.conference_lines(row=selectors.row_of(first), today=date(2023, 5, 12))[0]
    assert line.newest == paper
    assert not line.is_stale
    assert selectors.usual_reason(first).endswith(reserve.name)


def test_a_reserve_that_was_itself_replaced_leads_to_the_last_one(world: Campaign) -> None:
    first, *_ = held(world)
    last = replaced(world, replaced(world, first.unit))
    (one,) = coverage(world).displaced
    assert one.instead == last


def test_a_conference_already_held_is_not_to_be_cancelled(world: Campaign) -> None:
    first, *_ = staffed(world)
    closed(world, first)
    replaced(world, first.unit)
    assert coverage(world).displaced == ()


def test_a_unit_whose_conference_was_cancelled_is_named_and_not_ticked_by_itself(world: Campaign) -> None:
    first, *_ = held(world)
    cancelled(world, first)
    found = coverage(world)
    assert found.missing == ()
    assert [row.conference for row in found.given_up] == [first]
    client = signed_in(world.organiser)
    assert (
        "đơn vị vẫn thuộc đợt mà hội nghị đã huỷ"
        in client.get(page("calendar", world.schools.key)).content.decode()
    )
    shown = client.get(page("make", world.schools.key))
    assert shown.context["table"].chosen == 0
    assert "Đã huỷ một lần" in shown.content.decode()


def test_a_drawn_school_without_a_conference_is_named(world: Campaign) -> None:
    left = held(world)[-1]
    unit = left.unit
    Conference.objects.filter(pk=left.pk).update(round=None)
    shown = signed_in(world.organiser).get(page("calendar", world.schools.key)).content.decode()
    assert "1 đơn vị chưa có hội nghị" in shown
    assert f"<p>{unit.name}.</p>" in shown


def test_the_first_page_leads_to_the_cancellation_and_to_the_reserve(world: Campaign) -> None:
    first, *_ = held(world)
    replaced(world, first.unit)
    waiting = home_of(user=world.organiser, today=date(2023, 5, 10)).waiting
    out, made = waiting[:2]
    assert (out.page, out.arguments) == ("schedule:cancel", (first.key,))
    assert made.page == "schedule:make"
    assert made.state == "1 trường vào thay"
    assert [task.arguments for task in waiting].count((first.key,)) == 1


@pytest.mark.parametrize("address", ["home", "calendar"])
def test_both_pages_keep_to_their_queries(
    world: Campaign, django_assert_max_num_queries: AtMost, address: str
) -> None:
    first, second, *_ = held(world)
    replaced(world, first.unit)
    cancelled(world, second)
    client = signed_in(world.organiser)
    with django_assert_max_num_queries(25):
        client.get("/" if address == "home" else page("calendar", world.schools.key))
