"""A small round of schools, counted to the end: four, seven and more voters, one school unanimous. All invented."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from guong.core.questionnaire import Questionnaire
from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.conferences.models import Conference
from guong.office.plans import services as plans
from guong.office.plans.models import Plan, Round
from guong.office.registry.models import Person, Unit
from tests.conferences.world import World, good, officer, school
from tests.counting.world import FORM, Count, closed, finished, marks
from tests.plans.world import PLAN, body, plan_of
from tests.plans.world import SCHOOLS as ROUND_DAYS
from tests.remarks.world import editor, finish_desk

# name, level, phones, sheets, every voter's answer (empty: each their own)
SCHOOLS = (
    ("Trường Mầm non Nắng Mai", "preschool", 12, 0, "1" * len(FORM.items)),
    ("Trường Mầm non Sao Mai", "preschool", 13, 2, ""),
    ("Trường Tiểu học Hoa Sen", "primary", 7, 0, ""),
    ("Trường Tiểu học Bình Yên", "primary", 4, 0, ""),
    ("Trường THCS Ánh Dương", "lower_secondary", 14, 3, ""),
)
HEADS = ("Đàm Thị Mỹ Uyên", "Trịnh Thị Bích Hợp", "Nghiêm Xuân Tùng", "La Thị Thuỳ Trang", "Phùng Thị Hoà")
EARLIER_SITE = ("Trường THCS Hoà Bình", "lower_secondary", 20, 0, "")
SHEET = 7  # every sheet of `tests.counting.world` holds this voter's answer


@dataclass(frozen=True)
class Site:
    """A counted conference and what each of its voters marked, as nobody but a test can know it."""

    conference: Conference
    level: str
    head: str
    answers: tuple[str, ...]

    def counts(self, place: int) -> tuple[int, int, int, int]:
        """The four levels of one item, counted by hand."""
        found = Counter(answer[place] for answer in self.answers)
        return found["1"], found["2"], found["3"], found["4"]


@dataclass(frozen=True)
class PlayedRound:
    """The round with its sites, a reporter and a counting officer of the whole body."""

    of_round: Round
    sites: tuple[Site, ...]
    reporter: User
    counter: User
    body: Unit

    @property
    def form(self) -> Questionnaire:
        """The form that was asked."""
        return FORM

    def site(self, name: str) -> Site:
        """The site of a unit."""
        return next(site for site in self.sites if name in site.conference.unit.name)


def planned() -> tuple[Unit, Plan]:
    """The lead body with its plan of two rounds, issued."""
    unit = body()
    plan = plan_of(officer(unit, Role.ORGANISER, username="lap-ke-hoach"), unit)
    plan.issued_on, plan.locality = date(2023, 1, 27), "Hoa Sen"
    plan.save()
    return unit, plan


def played(
    schools: tuple[tuple[str, str, int, int, str], ...] = SCHOOLS, *, edited: bool = True
) -> PlayedRound:
    """Play the round of schools to its destroyed keys and, if ``edited``, to the end of every remarks desk."""
    unit, plan = planned()
    of_round = plan.rounds.get(kind="school_head")
    sites = tuple(_site(place, entry, unit, of_round) for place, entry in enumerate(schools))
    reporter = officer(unit, Role.REPORTER, username="baocao")
    if edited:
        editors = (
            editor(unit, username="bientap1", full_name="Ngạc Thu Sương"),
            editor(unit, username="bientap2", full_name="Ứng Hoài Thu"),
        )
        for site in sites:
            finish_desk(site.conference, *editors)
    return PlayedRound(of_round, sites, reporter, officer(unit, Role.COUNTING_OFFICER, username="kiem"), unit)


def counting_site(place: int, entry: tuple[str, str, int, int, str], above: Unit, of_round: Round) -> Count:
    """Take one school of the round to the end of casting."""
    name, level, phones, sheets, answer = entry
    unit, head = school(name=name, key=f"DV-{place:02d}", permanent=phones + sheets + 1)
    unit.level, unit.parent = level, above
    unit.save()
    Person.objects.filter(pk=head.person_id).update(full_name=HEADS[place % len(HEADS)])
    head.refresh_from_db()
    world = World(unit, head, officer(unit, Role.ORGANISER, username=f"tochuc{place}"))
    count = closed(world, phones=phones, sheets=sheets, answer=answer, username=f"kiemphieu{place}")
    Conference.objects.filter(pk=count.conference.pk).update(round=of_round)
    count.conference.refresh_from_db()
    return count


def earlier_round(now: PlayedRound, year: int = 2022) -> Round:
    """A round of the year before by the same body with one school of twenty voters, counted."""
    plan = good(
        plans.create_plan(
            actor=now.reporter, body=now.body, details=replace(PLAN, number=f"104-KH/QU-{year}", year=year)
        )
    )
    days = replace(
        ROUND_DAYS,
        begins_on=date(year, 5, 16),
        ends_on=date(year, 5, 20),
        reference_date=date(year, 5, 1),
    )
    before: Round = good(plans.add_round(actor=now.reporter, plan=plan, details=days))
    finished(counting_site(7, EARLIER_SITE, now.body, before))
    return before


def _site(place: int, entry: tuple[str, str, int, int, str], above: Unit, of_round: Round) -> Site:
    _, level, phones, sheets, answer = entry
    count = counting_site(place, entry, above, of_round)
    finished(count)
    on_phones = tuple(answer or marks(number) for number in range(phones))
    head = count.conference.subjects.get(key="s1").name
    return Site(count.conference, level, head, on_phones + (marks(SHEET),) * sheets)
