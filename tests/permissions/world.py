"""One small campaign that has something of every kind to ask for, and three people of each role around it. All invented."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from django.utils import timezone

from guong.core.release_steps import ReleaseStep
from guong.core.remediation.life import Act
from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.conferences.models import Conference
from guong.office.counting import services as counting
from guong.office.counting.models import OpeningDay
from guong.office.draws.models import LotDraw
from guong.office.feedback import services as feedback
from guong.office.paperpolls.models import PaperPoll
from guong.office.plans.models import Round
from guong.office.registry import uploads
from guong.office.registry.importing.workbook import template_bytes
from guong.office.registry.models import Unit
from guong.office.release import services as release
from guong.office.release.details import EarlierRound
from guong.office.release.models import StepTaken
from guong.office.remarks import services as remarks
from guong.office.remediation import selectors as plans_of_heads
from guong.office.remediation import services as remediation
from guong.office.remediation.details import Place
from guong.office.schedule import services as schedule
from tests.conferences.world import good, officer
from tests.counting.rounds import DETAILS, PEOPLE
from tests.counting.world import sealed
from tests.documents import invented_draw
from tests.draws import world as drawing
from tests.paperpolls.world import counted_on_paper
from tests.permissions.filed import with_papers, with_tasks
from tests.plans.world import from_template
from tests.release.round_world import PlayedRound, counting_site, played
from tests.release.told_world import head_account
from tests.remediation.world import PDF, photograph, whole_item

SITES = (
    ("Trường Mầm non Sao Mai", "preschool", 11, 1, ""),
    ("Trường Tiểu học Bình Yên", "primary", 11, 0, ""),
)
_SEALED = ("Trường THCS Ánh Dương", "lower_secondary", 6, 1, "")
_PASSWORD = "một câu dài để đăng nhập thử"
_STEPS = (ReleaseStep.STANDING_BOARD, ReleaseStep.COMMITTEE, ReleaseStep.TOLD)


class Where(Enum):
    """Whose officer asks: of the unit itself, of another body, of the school beside (its head is the other head)."""

    OWN = "own unit"
    OTHER = "another body"
    BESIDE = "the school beside"
    NOWHERE = "nowhere"


@dataclass(frozen=True)
class Furnished:
    """What the addresses ask for (``first``), what stands beside it (``second``), and who asks."""

    first: Conference
    second: Conference
    sealed: Conference
    rehearsal: Conference
    body: Unit
    of_round: Round
    draws: tuple[LotDraw, LotDraw]
    days: tuple[OpeningDay, OpeningDay]
    upload: str
    on_paper: PaperPoll
    people: Mapping[Where, Mapping[Role, User]]

    def own(self, role: Role) -> User:
        """Who of that role may."""
        return self.people[Where.OWN][role]


def furnished() -> Furnished:
    """Count two schools to the end and tell their heads, seal a third, draw twice, and add what else pages show."""
    place = played(SITES, edited=False)
    first, second = (site.conference for site in place.sites)
    people = _people(place, first, second)
    own = people[Where.OWN]
    for conference in (first, second):
        _told(conference, place.reporter)
    for conference, where in ((first, Where.OWN), (second, Where.BESIDE)):
        _plan(conference, people[where][Role.SUBJECT], own[Role.REPORTER])
        _desk(conference, own[Role.REMARKS_EDITOR])
    _in_the_halls(first, second, own[Role.ORGANISER])
    third = counting_site(len(SITES), _SEALED, place.body, place.of_round)
    sealed(third)
    rehearsal = good(
        schedule.begin_rehearsal(
            actor=own[Role.ORGANISER], unit=place.body, lead_body="Ban", today=first.held_on
        )
    )
    for year in (2026, 2027):
        from_template(own[Role.ORGANISER], place.body, year)
    _bring_in(place, own[Role.REPORTER])
    organiser, counter = own[Role.ORGANISER], own[Role.COUNTING_OFFICER]
    with_papers(own, unit_key=place.body.key)
    with_tasks(people.values(), unit_key=place.body.key)
    return Furnished(
        first,
        second,
        third.conference,
        rehearsal,
        place.body,
        place.of_round,
        _draws(place, organiser),
        (_day(place, third.conference, counter), _day(place, first, counter)),
        uploads.keep(officer_key=organiser.key, data=template_bytes()),
        counted_on_paper(unit=first.unit, actor=counter),
        people,
    )


def _bring_in(place: PlayedRound, actor: User) -> None:
    """Bring in two earlier years: one taken, one still looked at."""
    headings = "Đơn vị;Người được góp ý;Nội dung;Số phiếu thu về;Rất tốt;Tốt;Trung bình;Yếu kém"
    data = f"{headings}\nTrường A;Vũ Thị Hạ;Dân chủ;30;12;9;6;3".encode()
    for year in (2019, 2020):
        given = EarlierRound("school_head", year, f"Đợt {year}", f"Mẫu {year}", "Báo cáo")
        draft = good(release.bring_in(body=place.body, given=given, data=data, actor=actor))
        if year == 2019:
            good(release.take(draft=draft, actor=actor))


def _people(place: PlayedRound, first: Conference, second: Conference) -> dict[Where, dict[Role, User]]:
    units = {
        Where.OWN: place.body,
        Where.OTHER: drawing.other_body(),
        Where.BESIDE: second.unit,
    }
    found = {
        where: {role: officer(unit, role, username=f"{role.value}-{where.name.lower()}") for role in Role}
        for where, unit in units.items()
    }
    found[Where.OWN][Role.SUBJECT] = head_account(first, username="nguoi-thu-nhat")
    found[Where.BESIDE][Role.SUBJECT] = head_account(second, username="nguoi-thu-hai")
    for user in (user for of_role in found.values() for user in of_role.values()):
        user.set_password(_PASSWORD)
        user.save()
    return found


def _told(conference: Conference, actor: User) -> None:
    """Say that its result went all the way, without the papers of each step."""
    for number, step in enumerate(_STEPS, 1):
        StepTaken.objects.create(
            conference=conference,
            subject_key="s1",
            number=number,
            step=step.value,
            taken_on=timezone.localdate(),
            taken_by=actor,
        )


def _plan(conference: Conference, head: User, reporter: User) -> None:
    """The head answers, and carries out an approved plan with a piece of evidence."""
    subject = conference.subjects.get(key="s1")
    good(feedback.reply(conference=conference, subject=subject, text="Tôi xin tiếp thu.", actor=head))
    at = _place(conference, head)
    form = plans_of_heads.form_of(at)
    good(remediation.save_item(place=at, number=None, version=0, given=whole_item(), form=form))
    for user, act in ((head, Act.SUBMIT), (reporter, Act.APPROVE)):
        good(remediation.move(place=_place(conference, user), act=act, reason="", actor=user))
    at = _place(conference, head)
    good(remediation.add_evidence(place=at, number=1, data=PDF, name="bien-ban.pdf", actor=head))


def _place(conference: Conference, user: User) -> Place:
    found = plans_of_heads.place_of(user=user, key=conference.key, subject_key="s1")
    assert found is not None
    return found


def _desk(conference: Conference, editor: User) -> None:
    subject = conference.subjects.get(key="s1")
    good(remarks.take_seat(conference=conference, subject=subject, actor=editor))


def _in_the_halls(first: Conference, second: Conference, actor: User) -> None:
    for conference in (first, second):
        good(
            schedule.add_photograph(
                actor=actor, conference=conference, data=photograph(), caption="Toàn cảnh", sworn=True
            )
        )


def _draws(place: PlayedRound, organiser: User) -> tuple[LotDraw, LotDraw]:
    """A draw that has ended in another year's plan, and one that has only begun in the year after."""
    drawing.register(place.body, invented_draw.schools())
    world = drawing.World(place.body, organiser, place.of_round)
    later = [
        drawing.World(place.body, organiser, drawing.round_of_year(world, year)) for year in (2024, 2025)
    ]
    return drawing.drawn(later[0]), drawing.proposed(later[1])


def _day(place: PlayedRound, conference: Conference, actor: User) -> OpeningDay:
    return good(
        counting.arrange_day(
            unit=place.body,
            conferences=[conference],
            details=DETAILS,
            people=PEOPLE,
            actor=actor,
            of_round=place.of_round,
        )
    )
