"""After the keys' end: minutes and summaries of everybody asked about, the round's report and announcement."""

from collections.abc import Sequence
from pathlib import Path

from guong.core.outcome import Refused
from guong.core.release_steps import ReleaseStep
from guong.demo.conference import Held
from guong.demo.outcomes import DemoStopped, granted
from guong.demo.papers import Shelf
from guong.demo.parties import REPORT_SIGNER
from guong.demo.stages import Step
from guong.demo.world import World
from guong.office.accounts.models import User
from guong.office.plans.models import Round
from guong.office.release import selectors, services
from guong.office.release.details import ReportText, RoundSitting

_ASSESSMENT = (
    "Các hội nghị được tổ chức đúng kế hoạch, bảo đảm dân chủ, khách quan, bí mật; không có khiếu nại.",
    "Đa số ý kiến đánh giá người đứng đầu nêu cao trách nhiệm nêu gương, giữ gìn đoàn kết trong đơn vị.",
)
_PROPOSALS = (
    "Đề nghị Ban Thường vụ giao người đứng đầu xây dựng kế hoạch khắc phục những nội dung được góp ý nhiều.",
)


def file_papers(world: World, of_round: Round, held: Sequence[Held], shelf: Shelf, step: Step) -> None:
    """File minutes and summary of each person, the report and the announcement, and copy all of them out."""
    sitting = RoundSitting(of_round.opening_place)
    for actor in (world.counting_officer, world.reporter):
        _make_all(of_round, actor, sitting, step)
    kinds = (
        (services.MINUTES, "bien-ban-kiem-phieu", world.counting_officer),
        (services.SUMMARY, "bang-tong-hop", world.reporter),
    )
    for one in held:
        conference = one.ready.conference
        for subject in conference.subjects.all():
            for kind, name, actor in kinds:
                (paper,) = selectors.papers_about(conference, subject, kind)
                shelf.copy(actor, paper, one.ready.folder, f"{name}-{subject.key}")


def report(world: World, of_round: Round, shelf: Shelf, folder: Path) -> None:
    """File the round's report and announcement."""
    actor = world.reporter
    text = ReportText(
        assessment=_ASSESSMENT,
        proposals=_PROPOSALS,
        signer_role="TRƯỞNG BAN",
        signer_name=REPORT_SIGNER,
        recipients=selectors.report_text(of_round).recipients,
    )
    granted(services.write_report_words(of_round=of_round, given=text, actor=actor))
    shelf.copy(
        actor, granted(services.file_report(of_round=of_round, actor=actor)), folder, "bao-cao-tong-hop"
    )
    shelf.copy(
        actor, granted(services.file_announcement(of_round=of_round, actor=actor)), folder, "thong-bao"
    )


def release(world: World, of_round: Round) -> None:
    """Present the round to Standing Board and Committee, then tell everybody asked about."""
    actor = world.reporter
    for step in (ReleaseStep.STANDING_BOARD, ReleaseStep.COMMITTEE):
        granted(services.advance_round(of_round=of_round, step=step, actor=actor))
    for person in selectors.round_steps(of_round):
        if person.reached is not None:
            granted(
                services.advance_person(
                    conference=person.conference,
                    subject_key=person.subject.key,
                    step=ReleaseStep.TOLD,
                    actor=actor,
                    note="Trao tận tay trong phong bì niêm phong",
                )
            )


def _make_all(of_round: Round, actor: User, sitting: RoundSitting, step: Step) -> None:
    """Press the page's button."""
    outcome = services.make_round_papers(
        of_round=of_round, actor=actor, sitting=sitting, tell=lambda _done, _whole: step()
    )
    if isinstance(outcome, Refused):
        raise DemoStopped(outcome.sentence)
