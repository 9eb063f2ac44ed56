"""The papers that close a round: the Committee's page, its conclusion, notices, year-end sheets, a news draft."""

from django.utils import timezone

from guong.core.documents.model import Document
from guong.core.outcome import Refused
from guong.core.release_steps import ReleaseStep, is_behind
from guong.office.accounts.models import User
from guong.office.papers.models import Paper
from guong.office.papers.outcomes import Tell, silent
from guong.office.papers.services import file_paper
from guong.office.plans.models import Round
from guong.office.release import refusals, selectors
from guong.office.release.details import ClosingWords
from guong.office.release.kinds import (
    COMMITTEE_PAGE,
    CONCLUSION,
    NEWS,
    NOTICE,
    REPORT,
    SUMMARY,
    YEAR_END,
)
from guong.office.release.selectors import PersonStep, RoundFigures
from guong.office.release.services.reading import handed_round
from guong.office.release.services.summary import PERSONAL, summary_document

# Judged with the report, which is filed before them; the ledger notes these ways, too.
_PRINTS_FIGURES = {
    COMMITTEE_PAGE: "Báo cáo một trang của Ban Thường vụ",
    NOTICE: "Thông báo kết quả cho cá nhân",
    YEAR_END: "Phiếu lưu hồ sơ cuối năm",
}
_DRAFT = "Dự thảo"  # a news item is no paper of the register: it takes no number


def file_closing(
    *, of_round: Round, kind: str, words: ClosingWords, actor: User, tell: Tell = silent
) -> int | Refused:
    """File one kind of closing papers, for persons one each; returns how many there are now. ``tell`` hears each.

    Refused: as `selectors.round_figures`, `selectors.report_obstacle`; ``no_report``, ``not_presented``, ``nobody_told``,
    ``due_too_early``, ``no_conclusion``, ``held``.
    """
    figures = selectors.round_figures(user=actor, of_round=of_round)
    if isinstance(figures, Refused):
        return figures
    if (obstacle := selectors.report_obstacle(figures) or _obstacle(of_round, kind, words)) is not None:
        return obstacle
    if (
        kind in _PRINTS_FIGURES
        and handed_round(figures=figures, way=_PRINTS_FIGURES[kind], actor=actor) is not figures
    ):
        return refusals.HELD
    if kind in (NOTICE, YEAR_END):
        return _of_persons(of_round, kind, words, actor, tell)
    document = _of_round(figures, kind, words)
    permission = PERSONAL if kind == COMMITTEE_PAGE else ""
    file_paper(
        document=document,
        kind=kind,
        unit_key=of_round.plan.body.key,
        conference_key=of_round.key,
        actor=actor,
        permission=permission,
        given_number=_DRAFT if kind == NEWS else "",
    )
    return 1


def _obstacle(of_round: Round, kind: str, words: ClosingWords) -> Refused | None:
    if words.plan_due < timezone.localdate():
        return refusals.DUE_TOO_EARLY
    if kind in (COMMITTEE_PAGE, CONCLUSION) and not words.conclusions:
        return refusals.NO_CONCLUSION
    if kind == COMMITTEE_PAGE and not selectors.round_papers(of_round, REPORT):
        return refusals.NO_REPORT
    stands = selectors.rounds_presented([of_round]).get(of_round.pk)
    is_with_committee = stands is not None and is_behind(ReleaseStep.COMMITTEE, stands.lowest)
    if kind in (CONCLUSION, NOTICE) and not is_with_committee:
        return refusals.NOT_PRESENTED
    if kind == YEAR_END and (stands is None or not stands.told):
        return refusals.NOBODY_TOLD
    return None


def _of_round(figures: RoundFigures, kind: str, words: ClosingWords) -> Document:
    today = timezone.localdate()
    if kind == COMMITTEE_PAGE:
        return selectors.committee_document(figures, words=words, today=today)
    if kind == CONCLUSION:
        return selectors.conclusion_document(figures.of_round, words=words, today=today)
    return selectors.news_document(figures, today=today)


def _of_persons(of_round: Round, kind: str, words: ClosingWords, actor: User, tell: Tell) -> int | Refused:
    reached = ReleaseStep.COMMITTEE if kind == NOTICE else ReleaseStep.TOLD
    people = [one for one in selectors.round_steps(of_round) if is_behind(reached, one.reached)]
    for done, person in enumerate(people):
        tell(done, len(people))
        make = _notice if kind == NOTICE else _sheet
        document = make(of_round, person, words)
        if isinstance(document, Refused):
            return Refused(document.reason, f"Đồng chí {person.subject.name}: {document.sentence}")
        file_paper(
            document=document,
            kind=kind,
            unit_key=person.conference.unit.key,
            conference_key=person.conference.key,
            subject_key=person.subject.key,
            actor=actor,
            permission=PERSONAL,
        )
    return len(people)


def _notice(of_round: Round, person: PersonStep, words: ClosingWords) -> Document | Refused:
    figures = selectors.personal_figures(person.conference, person.subject.key)
    if isinstance(figures, Refused):
        return figures
    summary = summary_document(conference=person.conference, subject=person.subject, figures=figures)
    if isinstance(summary, Refused):
        return summary
    today = timezone.localdate()
    return selectors.notice_document(of_round, person, summary=summary, words=words, today=today)


def _sheet(of_round: Round, person: PersonStep, words: ClosingWords) -> Document:
    filed: list[Paper] = [
        papers[0]
        for kind in (SUMMARY, NOTICE)
        if (papers := selectors.papers_about(person.conference, person.subject, kind))
    ]
    today = timezone.localdate()
    return selectors.year_end_document(of_round, person, filed=filed, words=words, today=today)
