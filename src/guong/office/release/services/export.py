"""The export of a round's aggregate figures: judged, written into the ledger, journalled (DESIGN §5)."""

from guong.core.data_package import package
from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.journal.services import record
from guong.office.papers.outcomes import MadeFile
from guong.office.plans.models import Round
from guong.office.release import refusals, selectors
from guong.office.release.services.ledger import judge_round, write_sums
from guong.office.release.services.reading import handed_round

_WAY = "Gói số liệu của đợt"


def export_round(*, of_round: Round, actor: User) -> MadeFile | Refused:
    """Return a ZIP with a round's aggregate figures, codebook and schema; never a ballot's row.

    Refused: ``outside_scope``, ``two_forms``, ``no_result_yet``, ``round_unfinished``, ``keys_remain``, ``unexplained``,
    ``disclosing``, ``held``.
    """
    figures = selectors.round_figures(user=actor, of_round=of_round)
    if isinstance(figures, Refused):
        return figures
    if (obstacle := selectors.announcement_obstacle(figures)) is not None:
        return obstacle
    tables = selectors.printed_tables(figures)
    if (obstacle := judge_round(figures=figures, tables=tables)) is not None:
        return obstacle
    if handed_round(figures=figures, way=_WAY, actor=actor) is not figures:
        return refusals.HELD
    write_sums(figures=figures, tables=tables, way=_WAY, actor=actor)
    record(
        actor=actor,
        act="release.export",
        unit_key=of_round.plan.body.key,
        text=f"{of_round.name}: Tải gói số liệu gộp của đợt.",
    )
    return MadeFile(f"so-lieu-{of_round.key}", package(selectors.export_table(figures, tables)))
