"""The plan of 2023 from its template to its issue, and the draw of its schools by the custom."""

import dataclasses
from datetime import date, time
from random import Random

from guong.core.draw import frame_code
from guong.demo import duties
from guong.demo.clock import set_clock
from guong.demo.outcomes import granted
from guong.demo.papers import Shelf
from guong.demo.parties import GUEST, OFFICIALS, SIGNER, WITNESS
from guong.demo.world import World
from guong.office.draws import selectors as drawn
from guong.office.draws import services as draws
from guong.office.draws.details import Decision, MinutesDetails, Named, NoticeDetails
from guong.office.draws.models import LotDraw
from guong.office.papers import selectors as papers
from guong.office.plans import services as plans
from guong.office.plans.details import PlanDetails, RoundDetails
from guong.office.plans.models import Plan, Round
from guong.office.registry.models import Unit

YEAR = 2023
NUMBER = "167-KH/QU"
ISSUED = date(2023, 1, 27)
LISTS_IN = date(
    2023, 4, 24
)  # when the schools' lists are in; the plan, issued in January, is entered then too
DRAWN_ON, REPLACED_ON = date(2023, 5, 4), date(2023, 5, 5)
SCHOOLS, WARDS = "school_head", "ward_head"
# Kind of a round: the day on which months in post are counted, the day of the common opening.
_DAYS = {
    SCHOOLS: (date(2023, 5, 1), date(2023, 5, 22)),
    WARDS: (date(2023, 10, 1), date(2023, 10, 23)),
}
_HALL = "Hội trường Quận uỷ Long Biên"


def begin(day: date = LISTS_IN) -> None:
    """Turn the clock to the day on which the district's lists are in, or to an earlier one."""
    set_clock(day, time(8))


def issue_plan(world: World, shelf: Shelf) -> dict[str, Round]:
    """Write and issue the plan, and file it; returns its rounds by kind."""
    actor = world.organiser
    plan = granted(plans.create_from_template(actor=actor, body=world.body, year=YEAR))
    for entry in plan.rounds.all():
        granted(
            plans.change_round(actor=actor, changed=entry, version=_version(plan), details=_settled(entry))
        )
    granted(plans.change_details(actor=actor, plan=plan, version=_version(plan), details=_head(plan)))
    duties.set_due(world, plan)
    edition = granted(plans.issue(actor=actor, plan=plan, version=_version(plan)))
    found = papers.papers_by_key(keys=[edition.paper_key], unit_keys=[world.body.key])
    shelf.copy(actor, found[edition.paper_key], shelf.folder, "ke-hoach")
    duties.follow(world, plan)
    return {entry.kind: entry for entry in plan.rounds.all()}


def draw_schools(world: World, of_round: Round, random: Random, shelf: Shelf) -> list[Unit]:
    """Freeze the list, let a guest draw paper lots, write down each, file minutes and notice.

    Returns the schools drawn, in the order of their levels and lots.
    """
    set_clock(DRAWN_ON, time(8, 30))
    actor = world.organiser
    draw = granted(draws.propose_draw(actor=actor, round=of_round))
    frame = granted(drawn.frame_of(draw))
    granted(draws.freeze_frame_of(actor=actor, draw=draw, version=_version(draw), code=frame_code(frame)))
    _sit_down(world, draw)
    for level in frame.levels:
        lots = [school.unit for school in level.units]
        for unit in random.sample(lots, level.terms.to_draw + level.reserves):
            granted(draws.enter_lot(actor=actor, draw=draw, version=_version(draw), unit_key=unit))
        granted(draws.close_level(actor=actor, draw=draw, version=_version(draw)))
    granted(draws.finish_draw(actor=actor, draw=draw, version=_version(draw)))
    _tell(world, draw, shelf)
    _replace_one(world, draw, shelf)
    return [school.unit for school in drawn.drawn_schools(round=of_round)]


def _sit_down(world: World, draw: LotDraw) -> None:
    actor = world.organiser
    people = [
        Named("chair", OFFICIALS.chair_name, OFFICIALS.chair_post),
        Named("clerk", OFFICIALS.clerk_name, OFFICIALS.clerk_post),
        Named("witness", WITNESS, "Đại diện Đảng uỷ phường"),
        Named("hand", *GUEST),
    ]
    granted(draws.name_people(actor=actor, draw=draw, version=_version(draw), place=_HALL, people=people))
    granted(draws.confirm_lots_printed(actor=actor, draw=draw, version=_version(draw)))
    granted(
        draws.begin_draw(actor=actor, draw=draw, version=_version(draw), code_read=True, lots_counted=True)
    )


def _tell(world: World, draw: LotDraw, shelf: Shelf) -> None:
    actor = world.organiser
    minutes = draws.file_minutes(actor=actor, draw=draw, version=_version(draw), details=MinutesDetails())
    shelf.copy(actor, granted(minutes), shelf.folder, "bien-ban-gap-tham")
    details = NoticeDetails(DRAWN_ON, OFFICIALS.chair_name, "PHÓ TRƯỞNG BAN", authority="T/M BAN TUYÊN GIÁO")
    notice = draws.file_notice(actor=actor, draw=draw, version=_version(draw), details=details)
    shelf.copy(actor, granted(notice), shelf.folder, "thong-bao-ket-qua-gap-tham")


def _replace_one(world: World, draw: LotDraw, shelf: Shelf) -> None:
    """Put a reserve in the place of the last school drawn, which can't hold a conference in the round."""
    set_clock(REPLACED_ON, time(8))
    actor, last = world.organiser, drawn.drawn_schools(round=draw.round)[-1]
    replaced = granted(
        draws.replace_by_reserve(
            actor=actor,
            draw=draw,
            version=_version(draw),
            unit_key=last.unit.key,
            decision=Decision(
                "trường đang sửa chữa lớn, học sinh học nhờ ở hai nơi, không bố trí được hội nghị trong đợt",
                f"{SIGNER}, Phó Bí thư Thường trực Quận uỷ",
                REPLACED_ON,
            ),
        )
    )
    found = papers.papers_by_key(keys=[replaced.paper_key], unit_keys=[world.body.key])
    shelf.copy(actor, found[replaced.paper_key], shelf.folder, "bien-ban-thay-truong")


def _settled(entry: Round) -> RoundDetails:
    reference, opens_on = _DAYS[entry.kind]
    return RoundDetails(
        kind=entry.kind,
        name=entry.name,
        begins_on=entry.begins_on,
        ends_on=entry.ends_on,
        reference_date=reference,
        opens_on=opens_on,
        opening_place=_HALL,
    )


def _head(plan: Plan) -> PlanDetails:
    written = {field.name: getattr(plan, field.name) for field in dataclasses.fields(PlanDetails)}
    return PlanDetails(
        **written | {"number": NUMBER, "issued_on": ISSUED, "signer_name": SIGNER, "locality": "Long Biên"}
    )


def _version(changed: Plan | LotDraw) -> int:
    changed.refresh_from_db()
    return changed.version
