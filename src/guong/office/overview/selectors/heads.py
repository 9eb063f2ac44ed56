"""The heads of a round as leaders see them: by unit, with the step and how far the plan is. No figure of any ballot."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from guong.core.wording import folded
from guong.office.accounts.models import User
from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Conference, ConferenceSubject
from guong.office.overview.models import PersonnelProposal
from guong.office.plans.models import Round
from guong.office.release import selectors as release
from guong.office.release.selectors import PersonStep
from guong.office.remediation import selectors as remediation
from guong.office.remediation.selectors import BoardLine


@dataclass(frozen=True)
class HeadLine:
    """One head: where the result and the plan stand, how many proposals there are. ``is_own``: it is the reader."""

    step: PersonStep
    plan: BoardLine | None
    is_own: bool
    proposals: int

    @property
    def conference(self) -> Conference:
        """The head's conference."""
        return self.step.conference

    @property
    def subject(self) -> ConferenceSubject:
        """The head as the conference names the person."""
        return self.step.subject

    @property
    def step_text(self) -> str:
        """The step in words."""
        return self.step.reached.label if self.step.reached else "Chưa kiểm phiếu xong"


def heads_of(*, user: User, of_round: Round, today: date) -> tuple[HeadLine, ...]:
    """Return the heads of a round by unit and name, never by result: as many queries for thirty as for one."""
    steps = sorted(release.round_steps(of_round), key=_place)
    standings = remediation.standings_of(user=user, steps=steps, today=today)
    proposals = _proposals(steps)
    return tuple(
        HeadLine(one.step, one.line, one.is_own, 0 if one.is_own else proposals[one.step.subject.pk])
        for one in standings
    )


def person_seen(*, user: User, key: str, subject_key: str) -> ConferenceSubject | None:
    """Return a person whose proposals a user may read: by office, from the step on that opens the result to that office.

    None for everybody else, for the person, and for rehearsals.
    """
    found = conferences.subject_in_scope(user=user, key=key, subject_key=subject_key)
    if found is None or found.conference.rehearsal:
        return None
    is_own = release.is_own(user, found.conference, subject_key)
    return None if is_own or not release.may_open(user, found.conference, subject_key) else found


def _place(step: PersonStep) -> tuple[str, str, str]:
    return folded(step.conference.unit.name), folded(step.subject.name), step.key


def _proposals(steps: Sequence[PersonStep]) -> Counter[int]:
    subjects = [one.subject.pk for one in steps]
    return Counter(
        PersonnelProposal.objects.filter(subject__in=subjects).values_list("subject_id", flat=True)
    )
