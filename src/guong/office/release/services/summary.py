"""Bảng tổng hợp cá nhân: the paper for the head, made only of figures that passed the gate (DESIGN §5)."""

from django.utils import timezone

from guong.core.documents.model import Document, Signature
from guong.core.documents.personal_summary import (
    Participation,
    PersonalSummary,
    SummaryRow,
    personal_summary,
)
from guong.core.outcome import Refused
from guong.core.wording import short_date
from guong.office.accounts.models import User
from guong.office.conferences.models import Conference, ConferenceSubject
from guong.office.counting import selectors as counting
from guong.office.papers.models import Paper
from guong.office.papers.services import file_paper
from guong.office.release import refusals, selectors
from guong.office.release.kinds import SUMMARY
from guong.office.release.picture import chart_of
from guong.office.release.services.reading import handed_person

_PAPER = "Bảng tổng hợp cá nhân"
PERSONAL = "read_results"  # whoever sees what passed the gate


def make_personal_summary(*, conference: Conference, subject_key: str, actor: User) -> Paper | Refused:
    """Make and file the summary of one person's result.

    Refused: ``not_final``, ``no_bundle``, ``keys_remain``, ``unexplained``, ``unknown_subject``, ``remarks_waiting``,
    ``held``.
    """
    obstacle = selectors.paper_obstacle(conference)
    if obstacle is not None:
        return obstacle
    subject = selectors.subject_of(conference, subject_key)
    if subject is None:
        return refusals.UNKNOWN_SUBJECT
    figures = selectors.personal_figures(conference, subject_key)
    if isinstance(figures, Refused):
        return figures
    document = summary_document(conference=conference, subject=subject, figures=figures)
    if isinstance(document, Refused):
        return document
    handed = handed_person(conference=conference, subject=subject, way=_PAPER, actor=actor)
    if handed != figures:  # held, or corrected by somebody else in this moment
        return handed if isinstance(handed, Refused) else refusals.HELD
    return file_paper(
        document=document,
        kind=SUMMARY,
        unit_key=conference.unit.key,
        conference_key=conference.key,
        subject_key=subject.key,
        actor=actor,
        permission=PERSONAL,
    )


def summary_document(
    *, conference: Conference, subject: ConferenceSubject, figures: selectors.PersonalFigures
) -> Document | Refused:
    """Return the summary as a document, unfiled. Refused: ``remarks_waiting``."""
    told = selectors.remarks_told(conference, subject.key, figures)
    waiting = selectors.remarks_obstacle(told)
    return waiting or personal_summary(_content(conference, subject, figures, told))


def _content(
    conference: Conference,
    subject: ConferenceSubject,
    figures: selectors.PersonalFigures,
    told: selectors.RemarksTold | None,
) -> PersonalSummary:
    who = counting.paper_parties(conference)
    a, b, c, d = figures.levels
    return PersonalSummary(
        letterhead=who.letterhead(timezone.localdate()),
        subject=selectors.person_of(conference, subject),
        unit=conference.unit.name,
        conference=f"{conference.title}, ngày {short_date(conference.held_on)}",
        participation=Participation(**vars(figures.participation)),
        levels=(a, b, c, d),
        rows=tuple(
            SummaryRow(row.item.number, row.item.text, row.shares, row.good_or_better) for row in figures.rows
        ),
        prestige=_prestige(figures),
        signature=Signature("CHỦ TRÌ HỘI NGHỊ", (conference.chair_name,)),
        rule_set=who.rule_set,
        chart=chart_of(figures),
        remarks=told.counts if told else None,
        themes=told.themes if told else (),
        reasons=told.reasons if told else {},
        coding_note=figures.note,
        recipients=("Người được góp ý,", "Lưu."),
    )


def _prestige(figures: selectors.PersonalFigures) -> tuple[tuple[str, str], ...]:
    row = figures.prestige
    if row and figures.is_merged:
        return ((" hoặc ".join(row.item.levels[:2]), row.good_or_better),)
    return tuple(zip(row.item.levels, row.shares, strict=True)) if row else ()
