"""All conferences of a round in one act, and their later moves within the round."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from guong.core.outcome import Refused
from guong.core.timetable import SUNDAY
from guong.office.accounts.models import User
from guong.office.conferences import selectors as conference_selectors
from guong.office.conferences import services as conferences
from guong.office.conferences.details import ConferenceDetails, Sitting
from guong.office.conferences.models import Conference
from guong.office.plans.models import Round
from guong.office.schedule import refusals
from guong.office.schedule.details import Planned
from guong.office.schedule.models import Move
from guong.office.schedule.selectors import announced


def make_round(*, actor: User, of_round: Round, planned: Sequence[Planned]) -> list[Conference] | Refused:
    """Make a conference for every row, all of them or none.

    Plan number, letterhead, lead body, reference date and form come from plan and round. Refused: ``no_plan_number``,
    ``nothing_chosen``; and of the first row in the way, its unit named: ``on_sunday``, ``outside_round``,
    ``already_planned`` and what `conferences.services.create` refuses.
    """
    if not of_round.plan.number:
        return refusals.NO_PLAN_NUMBER
    if not planned:
        return refusals.NOTHING_CHOSEN
    made: list[Conference] = []
    with transaction.atomic():
        for row in planned:
            outcome = _made(actor, of_round, row)
            if isinstance(outcome, Refused):
                transaction.set_rollback(True)
                return Refused(outcome.reason, f"{row.unit.name}: {outcome.sentence}")
            made.append(outcome)
    return made


@transaction.atomic
def move(
    *,
    actor: User,
    conference: Conference,
    version: int,
    to: Sitting,
    reason: str,
    papers_anew: bool = False,
) -> Conference | Refused:
    """Move a conference and keep what was announced before, for the calendar and for those who were invited.

    Refused: ``on_sunday``, ``outside_round`` for a conference of a round, and what `conferences.services.move` refuses.
    """
    refusal = _day_refusal(conference.round, to.held_on)
    if refusal is not None:
        return refusal
    before = announced(conference)
    outcome = conferences.move(
        actor=actor, conference=conference, version=version, to=to, reason=reason, papers_anew=papers_anew
    )
    if not isinstance(outcome, Refused):
        Move.objects.create(
            conference=outcome, before=before, after=announced(outcome), reason=reason.strip()
        )
    return outcome


def _made(actor: User, of_round: Round, row: Planned) -> Conference | Refused:
    refusal = _day_refusal(of_round, row.sitting.held_on)
    if refusal is not None:
        return refusal
    if conference_selectors.conferences_of_round(of_round).filter(unit=row.unit).exists():
        return refusals.ALREADY_PLANNED
    return conferences.create(
        actor=actor, unit=row.unit, posts=row.posts, details=_details(of_round, row), of_round=of_round
    )


def _details(of_round: Round, row: Planned) -> ConferenceDetails:
    plan = of_round.plan
    return ConferenceDetails(
        title=f"Hội nghị lấy ý kiến góp ý người đứng đầu {row.unit.name}",
        plan_number=plan.number,
        superior_body=plan.issuing_body,
        lead_body=plan.lead_body,
        locality=plan.locality,
        held_on=row.sitting.held_on,
        begins_at=row.sitting.begins_at,
        place=row.sitting.place,
        reference_date=of_round.reference_date,
        questionnaire_key=of_round.kind,
        chair_name=row.officials.chair_name,
        chair_post=row.officials.chair_post,
        clerk_name=row.officials.clerk_name,
        clerk_post=row.officials.clerk_post,
    )


def _day_refusal(of_round: Round | None, day: date) -> Refused | None:
    if day.weekday() == SUNDAY:
        return refusals.ON_SUNDAY
    if of_round is not None and not of_round.begins_on <= day <= of_round.ends_on:
        return refusals.OUTSIDE_ROUND
    return None
