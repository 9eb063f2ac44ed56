"""A round's report and announcement: the office's words, then the numbered papers (R-001-14, DESIGN §5)."""

from django.db import transaction
from django.utils import timezone

from guong.core.documents.model import Document
from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.journal.services import record
from guong.office.papers.models import Paper
from guong.office.papers.outcomes import Tell, silent
from guong.office.papers.services import file_paper
from guong.office.plans.models import Round
from guong.office.release import refusals, selectors
from guong.office.release.details import ReportText
from guong.office.release.kinds import ANNOUNCEMENT, REPORT
from guong.office.release.models import ReportWords
from guong.office.release.services.ledger import Reading, judge_round, write_sums
from guong.office.release.services.reading import handed_round
from guong.office.release.services.summary import PERSONAL

_REPORT_FORMATS = ("docx", "pdf", "xlsx")
_PAGE, _PAPER = "Trang kết quả của đợt", "Báo cáo tổng hợp của đợt"


@transaction.atomic
def write_report_words(*, of_round: Round, given: ReportText, actor: User) -> ReportWords | Refused:
    """Keep the office's words of a report. Refused: ``changed_meanwhile``."""
    saved = ReportWords.objects.select_for_update().filter(of_round=of_round).first()
    if given.version != (saved.version if saved else 0):
        return refusals.WORDS_CHANGED
    words = saved or ReportWords(of_round=of_round, version=0)
    words.assessment, words.proposals = "\n".join(given.assessment), "\n".join(given.proposals)
    words.signer_role, words.signer_name = given.signer_role, given.signer_name
    words.recipients, words.version = "\n".join(given.recipients), given.version + 1
    words.save()
    _journal(of_round, actor, "release.report_words", f"{of_round.name}: Sửa lời văn của báo cáo tổng hợp.")
    return words


def read_round_beside_earlier(
    *, of_round: Round, actor: User
) -> tuple[selectors.RoundFigures | Refused, selectors.RoundFigures | None]:
    """Return the results of a round and of the one before it, and note the first reading of the day."""
    figures, earlier = selectors.round_beside_earlier(user=actor, of_round=of_round)
    if not isinstance(figures, Refused):
        reading = _reading(of_round, "Xem báo cáo tổng hợp của đợt.")
        figures = handed_round(figures=figures, way=_PAGE, actor=actor, reading=reading)
    return figures, earlier


def read_round(*, of_round: Round, actor: User) -> selectors.RoundFigures | Refused:
    """Return the results of a round and note the first reading of the day (DESIGN §5). Refused as `selectors.round_figures`."""
    figures = selectors.round_figures(user=actor, of_round=of_round)
    if not isinstance(figures, Refused):
        reading = _reading(of_round, "Xem kết quả chung của đợt.")
        figures = handed_round(figures=figures, way=_PAGE, actor=actor, reading=reading)
    return figures


def file_report(*, of_round: Round, actor: User, tell: Tell = silent) -> Paper | Refused:
    """Number and file the round's report as Word, PDF and Excel; ``tell`` hears figures and each format as one part.

    Before a number is taken the judge adds and subtracts its tables and what the ledger holds (DESIGN §5). Refused: ``outside_scope``, ``two_forms``,
    ``no_result_yet``, ``round_unfinished``, ``keys_remain``, ``unexplained``, ``remarks_waiting``, ``no_assessment``,
    ``disclosing``, ``held``.
    """
    figures, earlier = selectors.round_beside_earlier(user=actor, of_round=of_round)
    if isinstance(figures, Refused):
        return figures
    if (obstacle := selectors.report_obstacle(figures)) is not None:
        return obstacle
    words = selectors.report_text(of_round)
    if not words.assessment:
        return refusals.NO_ASSESSMENT
    document = selectors.report_document(figures, earlier=earlier, words=words, today=timezone.localdate())
    if isinstance(document, Refused):
        return document
    tables = selectors.printed_tables(figures)
    if (obstacle := judge_round(figures=figures, tables=tables)) is not None:
        return obstacle
    if handed_round(figures=figures, way=_PAPER, actor=actor) is not figures:
        return refusals.HELD
    write_sums(figures=figures, tables=tables, way=_PAPER, actor=actor)
    tell(1, 1 + len(_REPORT_FORMATS))
    return _file(
        document,
        REPORT,
        of_round,
        actor,
        permission=PERSONAL,
        formats=_REPORT_FORMATS,
        tell=lambda done, whole: tell(1 + done, 1 + whole),
    )


def file_announcement(*, of_round: Round, actor: User) -> Paper | Refused:
    """Number and file the announcement that the round took place; its readers need no permission on results.

    Refused: ``outside_scope``, ``two_forms``, ``no_result_yet``, ``round_unfinished``, ``keys_remain``, ``unexplained``.
    """
    figures = selectors.round_figures(user=actor, of_round=of_round)
    if isinstance(figures, Refused):
        return figures
    if (obstacle := selectors.announcement_obstacle(figures)) is not None:
        return obstacle
    words = selectors.report_text(of_round)
    document = selectors.announcement_document(figures, words=words, today=timezone.localdate())
    if isinstance(document, Refused):
        return document
    return _file(document, ANNOUNCEMENT, of_round, actor, permission="", formats=("docx", "pdf"))


def _file(
    document: Document,
    kind: str,
    of_round: Round,
    actor: User,
    *,
    permission: str,
    formats: tuple[str, ...],
    tell: Tell = silent,
) -> Paper:
    return file_paper(
        document=document,
        kind=kind,
        unit_key=of_round.plan.body.key,
        conference_key=of_round.key,  # the paper belongs to the whole round
        actor=actor,
        permission=permission,
        formats=formats,
        tell=tell,
    )


def _reading(of_round: Round, text: str) -> Reading:
    return Reading("release.read_round", of_round.plan.body.key, f"{of_round.name}: {text}")


def _journal(of_round: Round, actor: User, act: str, text: str) -> None:
    record(actor=actor, act=act, unit_key=of_round.plan.body.key, text=text)
