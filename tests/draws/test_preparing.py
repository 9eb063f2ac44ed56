"""Before the first lot: which list is frozen, and what may still be changed or given up."""

from dataclasses import replace
from datetime import date

from guong.core import plan_rules
from guong.core.draw import Frame
from guong.core.outcome import Refused
from guong.core.plan_rules import RuleSheet
from guong.office.accounts.roles import Role
from guong.office.draws import refusals, selectors, services
from guong.office.draws.models import LotDraw
from guong.office.journal import selectors as journal
from guong.office.plans import services as plans
from guong.office.plans.models import Edition
from guong.office.registry.models import Unit
from tests.conferences.world import good, officer
from tests.draws.world import (
    PEOPLE,
    PLACE,
    REFERENCE,
    World,
    add_head,
    begun,
    code_of,
    drawn,
    enter,
    frozen,
    other_body,
    proposed,
)


def refusal(outcome: object) -> str:
    assert isinstance(outcome, Refused)
    return outcome.reason


def listed(draw: LotDraw) -> Frame:
    frame = selectors.frame_of(draw)
    assert isinstance(frame, Frame)
    return frame


def void(world: World, draw: LotDraw, reason: str = "Danh sách thiếu một trường") -> LotDraw | Refused:
    return services.void_draw(actor=world.organiser, draw=draw, version=draw.version, reason=reason)


def primary_only(to_draw: int) -> RuleSheet:
    numbers = {"preschool": 0, "primary": to_draw, "lower_secondary": 0}
    levels = [replace(level, to_draw=numbers[level.key], reserves=0) for level in plan_rules.LEVELS]
    return replace(plan_rules.DEFAULT, levels=tuple(levels))


def test_the_list_comes_from_the_register_with_reasons_and_days(world: World) -> None:
    frame = listed(proposed(world))
    assert [(level.terms.key, len(level.units)) for level in frame.levels] == [
        ("preschool", 25), ("primary", 25), ("lower_secondary", 26),
    ]  # fmt: skip
    days = {entry.unit: entry.eligible_on for level in frame.levels for entry in level.excluded}
    assert days == {
        "MN-04": date(2023, 7, 3), "MN-19": None, "TH-08": date(2023, 6, 1), "TH-21": None,
    }  # fmt: skip


def test_a_level_that_is_not_drawn_is_left_out(world: World) -> None:
    frame = listed(proposed(world, primary_only(5)))
    assert [level.terms.key for level in frame.levels] == ["primary"]


def test_a_frozen_list_does_not_follow_the_register(world: World) -> None:
    draw = frozen(world)
    before = code_of(draw)
    add_head(Unit.objects.get(key="TH-21"), REFERENCE.replace(year=2020))
    assert code_of(selectors.draw_in_scope(user=world.organiser, key=draw.key) or draw) == before
    assert listed(draw).levels[0].excluded[0].eligible_on == date(2023, 7, 3)


def test_a_list_that_changed_since_it_was_seen_is_not_frozen(world: World) -> None:
    draw = proposed(world)
    seen = code_of(draw)
    add_head(Unit.objects.get(key="TH-21"), REFERENCE.replace(year=2020))
    outcome = services.freeze_frame_of(actor=world.organiser, draw=draw, version=draw.version, code=seen)
    assert outcome == refusals.FRAME_CHANGED


def test_a_list_with_fewer_schools_than_are_to_be_drawn_is_shown_but_not_frozen(world: World) -> None:
    draw = proposed(world, primary_only(26))
    assert len(listed(draw).levels[0].units) == 25
    outcome = services.freeze_frame_of(
        actor=world.organiser, draw=draw, version=draw.version, code=code_of(draw)
    )
    assert refusal(outcome) == "frame_too_small"


def test_the_plans_rules_are_followed_until_the_list_is_frozen(world: World) -> None:
    draw = proposed(world)
    Edition.objects.update(rules=plan_rules.as_data(primary_only(6)))
    draw = selectors.draw_in_scope(user=world.organiser, key=draw.key) or draw
    assert [(level.terms.key, level.terms.to_draw) for level in listed(draw).levels] == [("primary", 6)]


def test_a_round_has_one_valid_draw(world: World) -> None:
    proposed(world)
    again = services.propose_draw(actor=world.organiser, round=world.round)
    assert again == refusals.DRAW_EXISTS


def test_nothing_is_frozen_before_the_plan_is_issued(world: World) -> None:
    draw = proposed(world)
    Edition.objects.all().delete()
    outcome = services.freeze_frame_of(
        actor=world.organiser, draw=draw, version=draw.version, code=code_of(draw)
    )
    assert outcome == refusals.PLAN_NOT_ISSUED


def test_a_round_with_a_draw_stays_in_its_plan(world: World) -> None:
    good(services.propose_draw(actor=world.organiser, round=world.round))
    plan = world.round.plan
    outcome = plans.remove_round(actor=world.organiser, removed=world.round, version=plan.version)
    assert refusal(outcome) == "round_in_use"
    assert plan.rounds.count() == 2


def test_wards_are_not_drawn(world: World) -> None:
    wards = world.round.plan.rounds.all()[1]
    outcome = services.propose_draw(actor=world.organiser, round=wards)
    assert outcome == refusals.NOT_SCHOOLS


def test_a_draw_given_up_before_its_first_lot_makes_room_for_another(world: World) -> None:
    draw = begun(world)
    good(void(world, draw))
    assert proposed(world).key != draw.key
    assert any("Danh sách thiếu một trường" in entry.text for entry in journal.entries())


def test_giving_up_needs_a_reason(world: World) -> None:
    assert void(world, frozen(world), "  ") == refusals.NEEDS_REASON


def test_nobody_starts_over_after_the_first_lot(world: World) -> None:
    draw = begun(world)
    enter(world, draw, "MN-01")
    assert void(world, draw) == refusals.FIRST_LOT_DRAWN
    good(services.take_back_lot(actor=world.organiser, draw=draw, version=draw.version))
    assert void(world, draw) == refusals.FIRST_LOT_DRAWN


def test_a_finished_draw_is_not_given_up(world: World) -> None:
    assert void(world, drawn(world)) == refusals.FIRST_LOT_DRAWN


def test_the_minutes_need_chair_clerk_witness_and_place(world: World) -> None:
    draw = proposed(world)
    for place, people in (("", PEOPLE), (PLACE, PEOPLE[:2])):
        outcome = services.name_people(
            actor=world.organiser, draw=draw, version=draw.version, place=place, people=people
        )
        assert outcome == refusals.PEOPLE_MISSING


def test_nobody_has_two_duties(world: World) -> None:
    draw = proposed(world)
    twice = (*PEOPLE, replace(PEOPLE[0], role="hand"))
    outcome = services.name_people(
        actor=world.organiser, draw=draw, version=draw.version, place=PLACE, people=twice
    )
    assert outcome == refusals.PERSON_TWICE


def test_an_officer_of_another_body_finds_no_draw(world: World) -> None:
    draw = proposed(world)
    stranger = officer(other_body(), Role.ORGANISER, username="khac")
    assert selectors.draw_in_scope(user=stranger, key=draw.key) is None
