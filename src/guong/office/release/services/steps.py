"""The steps of a result after the count: presented for a whole round at once, told and archived person by person."""

from collections.abc import Collection

from django.db import IntegrityError, transaction
from django.utils import timezone

from guong.core.outcome import Refused
from guong.core.release_steps import ReleaseStep, act_after, is_behind, step_back
from guong.office.accounts.models import User
from guong.office.conferences.models import Conference, ConferenceSubject
from guong.office.journal.services import record
from guong.office.plans.models import Round
from guong.office.release import refusals, selectors
from guong.office.release.kinds import REPORT, SUMMARY
from guong.office.release.models import StepTaken
from guong.office.release.selectors import PersonStep
from guong.office.remarks import selectors as remarks
from guong.office.remarks import services as remarks_services

LONGEST_NOTE = 300
_PER_ROUND = frozenset({ReleaseStep.STANDING_BOARD, ReleaseStep.COMMITTEE})


def advance_round(*, of_round: Round, step: ReleaseStep, actor: User, note: str = "") -> int | Refused:
    """Present a whole round to Standing Board or Committee; returns how many results went on.

    Before the Standing Board reads, the report is filed, whose tables the judge has added and subtracted (DESIGN §5).
    Refused: as `selectors.round_figures` and `selectors.report_obstacle`, ``no_report``, ``not_next``, ``long_note``.
    """
    figures = selectors.round_figures(user=actor, of_round=of_round)
    if isinstance(figures, Refused):
        return figures
    if (obstacle := selectors.report_obstacle(figures)) is not None:
        return obstacle
    if not selectors.round_papers(of_round, REPORT):
        return refusals.NO_REPORT
    people = [one for one in selectors.round_steps(of_round) if one.reached is not None]
    if step not in _PER_ROUND or not people or any(act_after(one.reached) is not step for one in people):
        return refusals.NOT_NEXT
    text = f"{of_round.name}: {step.label}, {len(people)} kết quả."
    taken = _taken(people, step, actor, note=note, unit_key=of_round.plan.body.key, text=text)
    return taken if isinstance(taken, Refused) else len(people)


def advance_person(
    *, conference: Conference, subject_key: str, step: ReleaseStep, actor: User, note: str = ""
) -> PersonStep | Refused:
    """Note that a person was told, or that the result went into the archive; ``note`` says how.

    Outside any round a result is presented by itself, too, once its personal summary is filed: there are no sums that a
    report would print. Refused: ``unknown_subject``, ``not_next``, ``no_summary``, ``long_note``.
    """
    person = selectors.person_step(conference, subject_key)
    if person is None:
        return refusals.UNKNOWN_SUBJECT
    is_alone = conference.round_id is None and not conference.rehearsal
    if (step in _PER_ROUND and not is_alone) or act_after(person.reached) is not step:
        return refusals.NOT_NEXT
    if step in _PER_ROUND and not selectors.papers_about(conference, person.subject, SUMMARY):
        return refusals.NO_SUMMARY
    text = f"{conference.title}: {step.label}, đồng chí {person.subject.name}."
    taken = _taken([person], step, actor, note=note, unit_key=conference.unit.key, text=text)
    return taken if isinstance(taken, Refused) else person


def hand_back(*, of_round: Round, reason: str, actor: User) -> ReleaseStep | Refused:
    """Hand a whole round back to the step before; whoever read from that step on no longer reads.

    Refused: ``told_already``, ``not_back``, ``no_reason``, ``long_note``, ``outside_scope``.
    """
    figures = selectors.round_figures(user=actor, of_round=of_round)
    if isinstance(figures, Refused):
        return figures
    words = " ".join(reason.split())
    if not words:
        return refusals.NO_REASON
    people = [one for one in selectors.round_steps(of_round) if one.reached is not None]
    told = sum(is_behind(ReleaseStep.TOLD, one.reached) for one in people)
    if told:
        return refusals.TOLD_ALREADY
    targets = {step_back(one.reached, told=told) for one in people}
    target = targets.pop() if len(targets) == 1 else None
    if target is None:
        return refusals.NOT_BACK
    text = f"{of_round.name}: Đưa kết quả về bước “{target.label}”. Lý do: {words}"
    taken = _taken(
        people, target, actor, note=words, unit_key=of_round.plan.body.key, text=text, is_back=True
    )
    return taken if isinstance(taken, Refused) else target


def hand_back_person(
    *, conference: Conference, subject_key: str, reason: str, actor: User
) -> ReleaseStep | Refused:
    """Hand a result outside any round back to the step before, as `hand_back` does a round's.

    Refused: ``unknown_subject``, ``no_reason``, ``told_already``, ``not_back``, ``long_note``.
    """
    person = selectors.person_step(conference, subject_key)
    if person is None:
        return refusals.UNKNOWN_SUBJECT
    words = " ".join(reason.split())
    if not words:
        return refusals.NO_REASON
    if is_behind(ReleaseStep.TOLD, person.reached):
        return refusals.TOLD_ALREADY
    target = step_back(person.reached, told=0) if conference.round_id is None else None
    if target is None:
        return refusals.NOT_BACK
    text = f"{conference.title}: Đưa kết quả của đồng chí {person.subject.name} về bước “{target.label}”. Lý do: {words}"
    taken = _taken([person], target, actor, note=words, unit_key=conference.unit.key, text=text, is_back=True)
    return taken if isinstance(taken, Refused) else target


@transaction.atomic
def reopen_remarks(
    *, conference: Conference, subject: ConferenceSubject, reason: str, actor: User
) -> PersonStep | Refused:
    """Hand one person's remarks back to the two officers who edit them, while nobody was presented the result.

    Refused: ``unknown_subject``, ``presented``, ``no_remarks``, and as `remarks.services.reopen`.
    """
    person = selectors.person_step(conference, subject.key)
    if person is None:
        return refusals.UNKNOWN_SUBJECT
    if person.reached is not ReleaseStep.EDITED:
        return refusals.PRESENTED
    desk = remarks.desk_of(conference, subject.key)
    if desk is None:
        return refusals.NO_REMARKS
    reopened = remarks_services.reopen(desk=desk, subject=subject, reason=reason, actor=actor)
    return reopened if isinstance(reopened, Refused) else person


def _taken(
    people: Collection[PersonStep],
    step: ReleaseStep,
    actor: User,
    *,
    note: str,
    unit_key: str,
    text: str,
    is_back: bool = False,
) -> Collection[PersonStep] | Refused:
    words = " ".join(note.split())
    if len(words) > LONGEST_NOTE:
        return refusals.LONG_NOTE
    acts = [
        StepTaken(
            conference=one.conference,
            subject_key=one.subject.key,
            number=len(one.acts) + 1,
            step=step.value,
            is_back=is_back,
            taken_on=timezone.localdate(),
            taken_by=actor,
            note=words,
        )
        for one in people
    ]
    try:
        with transaction.atomic():
            StepTaken.objects.bulk_create(acts)
            act = "release.step_back" if is_back else f"release.{step.value}"
            record(actor=actor, act=act, unit_key=unit_key, text=text)
    except IntegrityError:  # another officer took the same step in this moment
        return refusals.NOT_NEXT
    return people
