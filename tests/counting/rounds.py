"""Three small conferences of one round, their boxes sealed by real ceremonies with one set of keys."""

from dataclasses import dataclass

from guong.core.secrecy.box import Box
from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.conferences.models import Conference
from guong.office.plans.models import Round
from guong.office.registry.models import Unit
from tests.conferences.world import World, good, officer, school
from tests.counting.world import Count, closed, import_result, opened_box, sealed
from tests.plans.world import body, plan_of

SCHOOLS = (
    ("TH-01", "Trường Tiểu học Hoa Sen"),
    ("MN-02", "Trường Mầm non Ban Mai"),
    ("THCS-03", "Trường Trung học cơ sở Sông Xanh"),
)


@dataclass
class RoundOfBoxes:
    """A round with its conferences, each with its sealed box; ``counter`` counts for the lead body and its schools."""

    round: Round
    body: Unit
    counter: User
    counts: list[Count]
    boxes: list[Box]

    @property
    def conferences(self) -> list[Conference]:
        """The round's conferences in the order of `SCHOOLS`."""
        return [count.conference for count in self.counts]


def sealed_round(*, phones: int = 6, schools: int = 3) -> RoundOfBoxes:
    """A round whose boxes are sealed: ``phones`` voters by phone and one on paper in each school."""
    lead = body()
    planner = officer(lead, Role.ORGANISER, username="kehoach")
    round_ = plan_of(planner, lead).rounds.get(kind="school_head")
    counts = [_count(lead, round_, key, name, phones) for key, name in SCHOOLS[:schools]]
    counter = officer(lead, Role.COUNTING_OFFICER, username="morong")
    return RoundOfBoxes(round_, lead, counter, counts, [sealed(count) for count in counts])


def imported_round() -> RoundOfBoxes:
    """The round taken to its confirmed results, one conference after the other."""
    made = sealed_round()
    for count, box in zip(made.counts, made.boxes, strict=True):
        good(import_result(count, opened_box(box)))
    return made


def _count(lead: Unit, round_: Round, key: str, name: str, phones: int) -> Count:
    unit, head = school(name=name, key=key)
    unit.parent = lead
    unit.save()
    organiser = officer(unit, Role.ORGANISER, username=f"tochuc{key.lower()}")
    count = closed(World(unit, head, organiser), phones=phones, username=f"kiemphieu{key.lower()}")
    count.conference.round = round_
    count.conference.save()
    return count
