"""One head asked about twice, two years running: both conferences counted with their own boxes. All invented."""

from dataclasses import dataclass
from datetime import date

from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.conferences.models import Conference, ConferenceSubject
from guong.office.registry.models import Post, Unit
from guong.office.remediation import selectors
from guong.office.remediation.details import Place
from tests.conferences.world import World, officer, school
from tests.counting.world import closed, finished, marks
from tests.release.told_world import head_account
from tests.remarks.world import body_above, editor, finish_desk
from tests.remediation.world import tell

VOTERS = {"before": 14, "after": 16}
FIRST_HELD = date(2022, 5, 16)


@dataclass(frozen=True)
class TwoRounds:
    """Both conferences on one head, everybody's marks in each, the head's account, a reporter."""

    before: Conference
    after: Conference
    answers: dict[str, tuple[str, ...]]
    head: User
    reporter: User

    def better(self, which: str, item: int) -> int:
        """The ballots in the two better levels of one item, counted by hand."""
        return sum(answer[item] in "12" for answer in self.answers[which])

    @property
    def subject(self) -> ConferenceSubject:
        """The head as the later conference names the person."""
        return self.after.subjects.get(key="s1")

    def place(self, user: User) -> Place:
        """The head's plan after the second round as somebody sees it."""
        found = selectors.place_of(user=user, key=self.after.key, subject_key="s1")
        assert found is not None
        return found


def two_rounds() -> TwoRounds:
    """Count the school twice, edit both rounds' remarks, tell the head of both."""
    unit, head = school(permanent=20)
    body = body_above(unit)
    reporter = officer(body, Role.REPORTER, username="baocao")
    editors = (
        editor(body, username="bientap1", full_name="Ngạc Thu Sương"),
        editor(body, username="bientap2", full_name="Ứng Hoài Thu"),
    )
    before = _counted(unit, head, "before")
    Conference.objects.filter(pk=before.pk).update(held_on=FIRST_HELD)
    after = _counted(unit, head, "after")
    for conference in (before, after):
        conference.refresh_from_db()
        finish_desk(conference, *editors)
        tell(conference, reporter)
    answers = {which: tuple(map(marks, range(voters))) for which, voters in VOTERS.items()}
    return TwoRounds(before, after, answers, head_account(after), reporter)


def _counted(unit: Unit, head: Post, which: str) -> Conference:
    world = World(unit, head, officer(unit, Role.ORGANISER, username=f"tochuc-{which}"))
    count = closed(world, phones=VOTERS[which], sheets=0, username=f"kiemphieu-{which}")
    finished(count)
    return count.conference
