"""An invented district of eighty-one schools, the plan's round of schools, and its draw at every stage."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from guong.core import plan_rules
from guong.core.draw import Method, School, frame_code
from guong.core.outcome import Refused
from guong.core.plan_rules import RuleSheet
from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.draws import selectors, services
from guong.office.draws.details import Contribution, MinutesDetails, Named
from guong.office.draws.models import LotDraw
from guong.office.plans import services as plans
from guong.office.plans.models import Edition, Round
from guong.office.registry.models import Level, Person, Post, Unit
from guong.office.registry.services import ensure_kinds, ensure_unit
from tests.conferences.world import good, officer
from tests.documents import invented_draw
from tests.plans.world import PLAN, SCHOOLS, body, plan_of

REFERENCE = date(2023, 5, 1)
ISSUED = date(2023, 1, 27)
COMPUTED = replace(plan_rules.DEFAULT, draw_method=Method.COMPUTED)
PLACE = "Hội trường tầng 2, trụ sở Quận uỷ"
PEOPLE = (
    Named("chair", "Đỗ Quang Ẩn", "Phó Trưởng ban Tuyên giáo Quận uỷ"),
    Named("clerk", "Lương Mỹ Duyên", "Chuyên viên Ban Tuyên giáo Quận uỷ"),
    Named("witness", "Quách Thị Tường An", "Phó Trưởng phòng Nội vụ"),
    Named("witness", "Mạc Đình Uyên", "Phó Trưởng phòng Giáo dục và Đào tạo"),
    Named("hand", "Đàm Thị Ngân Hà", "Hội Cựu giáo chức quận"),
)
TABLE = tuple(
    Contribution(person.name, person.post, words)
    for person, words in zip(invented_draw.HANDS, invented_draw.CONTRIBUTIONS, strict=True)
)
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
BEGAN = datetime(2023, 4, 20, 8, 30, tzinfo=ZONE)
ENDED = datetime(2023, 4, 20, 9, 15, tzinfo=ZONE)


@dataclass
class World:
    """The lead body, its organiser, and the round of schools."""

    body: Unit
    organiser: User
    round: Round


def district(schools: Sequence[School] | None = None) -> World:
    """Register the schools under the lead body, with a head each, and the plan's two rounds."""
    unit = body()
    register(unit, invented_draw.schools() if schools is None else schools)
    organiser = officer(unit, Role.ORGANISER)
    return World(unit, organiser, plan_of(organiser, unit).rounds.all()[0])


def round_of_year(world: World, year: int) -> Round:
    """Make another year's plan with its round of schools, on the same days of that year."""
    plan = good(plans.create_plan(actor=world.organiser, body=world.body, details=replace(PLAN, year=year)))
    days = ("begins_on", "ends_on", "reference_date")
    moved = {name: getattr(SCHOOLS, name).replace(year=year) for name in days}
    return good(plans.add_round(actor=world.organiser, plan=plan, details=replace(SCHOOLS, **moved)))


def register(parent: Unit, schools: Sequence[School]) -> None:
    """Put schools into the register, all of one kind; a school without a level can't be there."""
    kind = ensure_kinds()["school"]
    known = [school for school in schools if school.level is not None]
    Unit.objects.bulk_create(
        Unit(
            key=school.unit,
            name=school.name,
            level=school.level or "",
            kind=kind,
            parent=parent,
            public=school.public,
            valid_to=school.closed_on - timedelta(days=1) if school.closed_on else None,
        )
        for school in known
    )
    units = {unit.key: unit for unit in Unit.objects.filter(parent=parent)}
    for school in known:
        for since in school.heads_since:
            add_head(units[school.unit], since)


def add_head(unit: Unit, since: date) -> Post:
    """Put an invented person at the head of a school."""
    person = Person.objects.create(full_name=f"Hiệu trưởng Thử {unit.key}")
    return Post.objects.create(person=person, unit=unit, title="Hiệu trưởng", is_head=True, starts_on=since)


def issue(world: World, rules: RuleSheet = plan_rules.DEFAULT) -> Edition:
    """Let the plan count as issued with these rules, without its paper."""
    given = {"issued_on": ISSUED, "rules": plan_rules.as_data(rules), "text": {}}
    return Edition.objects.update_or_create(plan=world.round.plan, number=1, defaults=given)[0]


def proposed(world: World, rules: RuleSheet = plan_rules.DEFAULT) -> LotDraw:
    """Begin the draw of the round under a plan that was issued with these rules."""
    issue(world, rules)
    return good(services.propose_draw(actor=world.organiser, round=world.round))


def code_of(draw: LotDraw) -> str:
    """Return the code that stands on the page."""
    frame = selectors.frame_of(draw)
    assert not isinstance(frame, Refused)
    return frame_code(frame)


def frozen(world: World, rules: RuleSheet = plan_rules.DEFAULT) -> LotDraw:
    """Freeze the list, name everybody, print the lots."""
    draw, actor = proposed(world, rules), world.organiser
    good(services.freeze_frame_of(actor=actor, draw=draw, version=draw.version, code=code_of(draw)))
    good(services.name_people(actor=actor, draw=draw, version=draw.version, place=PLACE, people=PEOPLE))
    if rules.draw_method is Method.CUSTOM:
        good(services.confirm_lots_printed(actor=actor, draw=draw, version=draw.version))
    return draw


def begun(world: World, rules: RuleSheet = plan_rules.DEFAULT) -> LotDraw:
    """Read the code and begin."""
    draw = frozen(world, rules)
    good(
        services.begin_draw(
            actor=world.organiser,
            draw=draw,
            version=draw.version,
            code_read=True,
            lots_counted=True,
            at=BEGAN,
        )
    )
    return draw


def enter(world: World, draw: LotDraw, *units: str) -> None:
    """Enter lots as they leave the box."""
    for unit in units:
        good(services.enter_lot(actor=world.organiser, draw=draw, version=draw.version, unit_key=unit))


def draw_level(world: World, draw: LotDraw) -> None:
    """Draw the level that is next: every third school leaves the box; then confirm it."""
    level = selectors.level_now(draw)
    assert level is not None
    frame = next(entry for entry in selectors.frozen_frame(draw).levels if entry.terms.key == level.key)
    enter(world, draw, *[entry.unit for entry in frame.units[2:23:3]])
    good(services.close_level(actor=world.organiser, draw=draw, version=draw.version))


def drawn(world: World, rules: RuleSheet = plan_rules.DEFAULT) -> LotDraw:
    """Draw every level and end the draw."""
    draw, actor = begun(world, rules), world.organiser
    if rules.draw_method is Method.CUSTOM:
        for _ in rules.drawn_levels:
            draw_level(world, draw)
    else:
        good(
            services.draw_computed(
                actor=actor, draw=draw, version=draw.version, contributions=TABLE, laid_down=True
            )
        )
    good(services.finish_draw(actor=actor, draw=draw, version=draw.version, at=ENDED))
    return draw


def minuted(world: World, rules: RuleSheet = plan_rules.DEFAULT) -> LotDraw:
    """Finish the draw and file its minutes."""
    draw = drawn(world, rules)
    good(
        services.file_minutes(
            actor=world.organiser, draw=draw, version=draw.version, details=MinutesDetails()
        )
    )
    return draw


def other_body() -> Unit:
    """Register a lead body that has nothing to do with the draw."""
    return ensure_unit(key="Q-KH", name="Quận uỷ khác", level=Level.DISTRICT)
