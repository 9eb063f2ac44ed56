"""After the last lot: papers once and in order, reserves strictly in theirs, and a bundle that the verifier accepts."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from guong.core.bundle import build_bundle
from guong.core.documents.model import NumberedList
from guong.core.outcome import Refused
from guong.core.plan_rules import DEFAULT, RuleSheet
from guong.office.draws import printing, refusals, selectors, services
from guong.office.draws.details import Decision, MinutesDetails, NoticeDetails
from guong.office.draws.models import LotDraw, Replacement
from guong.office.papers.models import Paper
from guong.verify.command import main
from tests.conferences.world import good
from tests.draws.world import COMPUTED, ENDED, PEOPLE, PLACE, World, begun, draw_level, drawn, enter, minuted

DAY = date(2023, 4, 24)
NOTICE = NoticeDetails(
    DAY, "Đỗ Quang Ẩn", "Phó Trưởng ban", "T/M Ban Tuyên giáo", ("Gửi danh sách.",), ("Lưu.",)
)


def swap(world: World, draw: LotDraw, unit: str, reason: str = "Trường sáp nhập") -> Replacement | Refused:
    return services.replace_by_reserve(
        actor=world.organiser,
        draw=draw,
        version=draw.version,
        unit_key=unit,
        decision=Decision(reason, "Đỗ Quang Ẩn", DAY),
    )


def notice(world: World, draw: LotDraw) -> Paper | Refused:
    return services.file_notice(actor=world.organiser, draw=draw, version=draw.version, details=NOTICE)


@pytest.mark.parametrize("rules", [DEFAULT, COMPUTED], ids=["custom", "computed"])
def test_minutes_and_notice_are_filed_once_each(world: World, rules: RuleSheet) -> None:
    draw = minuted(world, rules)
    paper = good(notice(world, draw))
    assert notice(world, draw) == refusals.ALREADY_FILED
    again = services.file_minutes(
        actor=world.organiser, draw=draw, version=draw.version, details=MinutesDetails()
    )
    assert again == refusals.ALREADY_FILED
    assert [row.printed_number for row in selectors.papers_of(draw)] == ["Số 01-BB", "Số 02-TB"]
    assert {file.format for file in paper.files.all()} == {"docx", "pdf"}


def test_no_paper_about_the_draw_is_dated_before_it(world: World) -> None:
    draw, before = minuted(world), replace(NOTICE, day=date(2023, 4, 19))
    actor, version = world.organiser, draw.version
    outcome = services.file_notice(actor=actor, draw=draw, version=version, details=before)
    assert outcome == refusals.BEFORE_THE_DRAW
    decision = Decision("Sáp nhập", "Đỗ Quang Ẩn", before.day)
    swapped = services.replace_by_reserve(
        actor=actor, draw=draw, version=version, unit_key="MN-03", decision=decision
    )
    assert swapped == refusals.BEFORE_THE_DRAW


def test_the_notice_waits_for_the_minutes(world: World) -> None:
    assert notice(world, drawn(world)) == refusals.NOT_MINUTED


def test_the_minutes_wait_for_the_end(world: World) -> None:
    draw = begun(world)
    outcome = services.file_minutes(
        actor=world.organiser, draw=draw, version=draw.version, details=MinutesDetails()
    )
    assert outcome == refusals.NOT_NOW


def test_what_was_taken_back_stands_in_the_minutes(world: World) -> None:
    draw = begun(world)
    enter(world, draw, "MN-01")
    good(services.take_back_lot(actor=world.organiser, draw=draw, version=draw.version))
    for _ in range(3):
        draw_level(world, draw)
    good(
        services.finish_draw(
            actor=world.organiser, draw=draw, version=draw.version, remarks="Mất điện 5 phút.", at=ENDED
        )
    )
    blocks = printing.minutes_document(draw, MinutesDetails()).blocks
    lines = [item for block in blocks if isinstance(block, NumberedList) for item in block.items]
    assert "Mất điện 5 phút." in lines
    assert any("thăm thứ 1: thư ký ghi nhầm Trường Mầm non Hoa Mai" in line for line in lines)


def test_names_are_settled_with_the_minutes(world: World) -> None:
    draw = minuted(world)
    outcome = services.name_people(
        actor=world.organiser, draw=draw, version=draw.version, place=PLACE, people=PEOPLE
    )
    assert outcome == refusals.NOT_NOW


def test_those_who_wrote_contributions_stay_when_a_name_is_mended(world: World) -> None:
    draw = drawn(world, COMPUTED)
    mended = (replace(PEOPLE[0], post="Trưởng ban"), *PEOPLE[1:4])
    good(
        services.name_people(
            actor=world.organiser, draw=draw, version=draw.version, place=PLACE, people=mended
        )
    )
    assert draw.people.filter(role="hand").count() == len(draw.contributions)
    assert draw.people.get(role="chair").post == "Trưởng ban"


def test_reserves_go_in_their_order_and_take_the_place(world: World) -> None:
    draw = minuted(world)
    first, second = good(swap(world, draw, "MN-07")), good(swap(world, draw, "MN-03"))
    assert (first.in_key, second.in_key) == ("MN-20", "MN-23")
    standing = [row.unit_key for row in selectors.drawn_schools(round=world.round)]
    assert standing[:5] == ["MN-23", "MN-20", "MN-10", "MN-13", "MN-16"]
    assert [row.level for row in selectors.reserves(round=world.round)] == ["primary"] * 2 + [
        "lower_secondary"
    ] * 2


def test_a_reserve_may_be_replaced_too_but_only_while_reserves_last(world: World) -> None:
    draw = minuted(world)
    good(swap(world, draw, "MN-07"))
    good(swap(world, draw, "MN-20"))
    assert swap(world, draw, "MN-10") == refusals.NO_RESERVE_LEFT
    assert selectors.drawn_schools(round=world.round)[1].unit_key == "MN-23"


def test_each_replacement_has_its_record(world: World) -> None:
    draw = minuted(world)
    row = good(swap(world, draw, "TH-03"))
    assert row.paper_key in {paper.key for paper in selectors.papers_of(draw)}


@pytest.mark.parametrize(("unit", "reason", "expected"), [
    ("MN-20", "Sáp nhập", refusals.NOT_DRAWN),
    ("MN-01", "Sáp nhập", refusals.NOT_DRAWN),
    ("MN-03", " ", refusals.NEEDS_REASON),
], ids=["reserve", "not-drawn", "no-reason"])  # fmt: skip
def test_only_a_drawn_school_is_replaced_and_only_with_a_reason(
    world: World, unit: str, reason: str, expected: Refused
) -> None:
    assert swap(world, minuted(world), unit, reason) == expected


def test_nothing_is_replaced_before_the_minutes(world: World) -> None:
    assert swap(world, drawn(world), "MN-03") == refusals.NOT_MINUTED


@pytest.mark.parametrize("rules", [DEFAULT, COMPUTED], ids=["custom", "computed"])
def test_the_verifier_accepts_the_exported_draw(
    world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str], rules: RuleSheet
) -> None:
    draw = minuted(world, rules)
    swap(world, draw, selectors.lots_of(draw)["primary"][0])
    bundle = build_bundle((), draws=selectors.draw_records_of(round=world.round))
    folder = tmp_path / "bundle"
    for path, data in bundle.files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    assert main([str(folder), "--expect", bundle.code]) == 0
    assert f"Mã danh sách gắp thăm: {selectors.code_of(draw)}" in capsys.readouterr().out
