"""All minutes and summaries of a round in one act (DESIGN §9)."""

from dataclasses import replace

from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.papers.models import Paper
from guong.office.papers.outcomes import Tell, silent
from guong.office.plans.models import Round
from guong.office.release import refusals, selectors
from guong.office.release.details import RoundSitting
from guong.office.release.kinds import MINUTES, SUMMARY
from guong.office.release.selectors import RoundPerson, RoundWork
from guong.office.release.services.minutes import SIGNED, make_tally_minutes
from guong.office.release.services.summary import PERSONAL, make_personal_summary

_MADE_BY = {MINUTES: SIGNED, SUMMARY: PERSONAL}


def kinds_for(*, actor: User) -> tuple[str, ...]:
    """Return the kinds of papers about persons that an officer may make."""
    return tuple(kind for kind, permission in _MADE_BY.items() if actor.has_perm(f"accounts.{permission}"))


def make_round_papers(
    *, of_round: Round, actor: User, sitting: RoundSitting, tell: Tell = silent
) -> RoundWork | Refused:
    """Make the papers of a round that are missing and that this officer may make; ``tell`` hears how many are there.

    Returns the whole work, nothing of it missing; each paper is filed whole or not at all, so that whoever presses the
    button after a crash goes on where it ended. Refused as `selectors.round_figures` and the papers themselves, the latter with
    the person's name; ``nothing_to_make`` where nothing is missing.
    """
    figures = selectors.round_figures(user=actor, of_round=of_round)
    if isinstance(figures, Refused):
        return figures
    kinds = kinds_for(actor=actor)
    work = selectors.round_work(selectors.papers_by_person(figures, kinds), kinds)
    if not work.missing:
        return refusals.NOTHING_TO_MAKE
    for done, (person, kind) in enumerate(work.missing, work.done):
        tell(done, work.whole)
        made = _make(person, kind, actor, sitting)
        if isinstance(made, Refused):
            return Refused(made.reason, f"Đồng chí {person.subject.name}: {made.sentence}")
    return RoundWork(work.whole, ())


def _make(person: RoundPerson, kind: str, actor: User, sitting: RoundSitting) -> Paper | Refused:
    conference, subject_key = person.conference, person.subject.key
    if kind == SUMMARY:
        return make_personal_summary(conference=conference, subject_key=subject_key, actor=actor)
    usual = selectors.usual_sitting(conference)
    if usual is None:
        return refusals.KEYS_REMAIN
    stated = replace(usual, place=sitting.place, copies=sitting.copies)
    return make_tally_minutes(conference=conference, subject_key=subject_key, actor=actor, sitting=stated)
