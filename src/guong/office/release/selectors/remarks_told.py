"""What may be told of one person's remarks: the desk's digest and counts, behind the same threshold as ever."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from guong.core.outcome import Refused
from guong.core.questionnaire import Questionnaire
from guong.core.remarks.digest import RemarkCounts, Theme, added, by_theme, usual_themes
from guong.core.remarks.telling import told_voters
from guong.core.remarks.verdicts import Reason
from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Conference
from guong.office.plans.models import Round
from guong.office.release import refusals
from guong.office.release.selectors.gate import PersonalFigures
from guong.office.remarks import selectors as remarks


@dataclass(frozen=True)
class RemarksTold:
    """The remarks on one person; ``themes`` are empty until two officers have ended their work."""

    counts: RemarkCounts
    is_ended: bool
    decided: int = 0
    themes: tuple[Theme, ...] = ()
    reasons: Mapping[Reason, int] = field(default_factory=dict)


def remarks_told(conference: Conference, subject_key: str, figures: PersonalFigures) -> RemarksTold | None:
    """Return what is told of a person's remarks; None where the group is too small for any (n < 10, R1)."""
    if figures.remarks_received is None:
        return None
    told = {conference.pk: {subject_key: figures.remarks_received}}
    handed = remarks.handed_on([conference], received=told).get((conference.pk, subject_key))
    if handed is None:
        return RemarksTold(RemarkCounts(0, 0, 0, 0), is_ended=True)
    return RemarksTold(
        handed.counts,
        handed.is_ended,
        handed.decided,
        _themes(conference, subject_key, figures.form) if handed.is_ended else (),
        handed.reasons,
    )


def remarks_of_round(of_round: Round) -> str:
    """Return what voters are told of all remarks of a round, ready for a chat group: four numbers, no word of any."""
    found = list(conferences.conferences_of_round(of_round))
    counts = added(one.counts for one in remarks.handed_on(found).values())
    return told_voters(counts, round_name=of_round.name, issuer=of_round.plan.lead_body)


def remarks_obstacle(told: RemarksTold | None) -> Refused | None:
    """Return what keeps a summary from being made: remarks on which two officers still work."""
    return refusals.REMARKS_WAITING if told and not told.is_ended else None


def _themes(conference: Conference, subject_key: str, form: Questionnaire) -> tuple[Theme, ...]:
    usual = usual_themes(form)
    return by_theme(remarks.digest_lines(conference, subject_key), usual=list(usual.values()))
