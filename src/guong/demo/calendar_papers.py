"""The papers of a round's calendar: letter, decisions, announcement, calendar, and the sheet of each day (DESIGN §6)."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from django.utils import timezone

from guong.demo.outcomes import granted
from guong.demo.papers import Shelf
from guong.demo.parties import REPORT_SIGNER
from guong.demo.stages import Step
from guong.demo.world import World
from guong.office.conferences.models import Conference
from guong.office.plans.models import Round
from guong.office.schedule import selectors, services

_ROUND = (
    ("working_group_decision", "quyet-dinh-to-cong-tac"),
    ("staff_list_request", "cong-van-lap-danh-sach"),
    ("counting_board_decision", "quyet-dinh-to-kiem-phieu"),
    ("announcement", "thong-bao-lay-y-kien"),
    ("conference_calendar", "lich-hoi-nghi"),
)
PAPERS_OF_ROUND = len(_ROUND)
_TERMS = ("signer_authority", "signer_role", "lists_by", "send_to", "contact", "waiting_room")


def file_round(world: World, of_round: Round, shelf: Shelf, folder: Path, step: Step) -> None:
    """Write down who signs, then number and file every paper of the round, dated today."""
    usual = selectors.terms_of(of_round)
    values = {name: getattr(usual, name) for name in _TERMS} | {"signer_name": REPORT_SIGNER}
    services.write_terms(actor=world.organiser, of_round=of_round, values=values)
    for kind, name in _ROUND:
        paper = services.file_round_paper(
            actor=world.organiser, of_round=of_round, kind=kind, day=timezone.localdate()
        )
        shelf.copy(world.organiser, granted(paper), folder, name)
        step()


def write_run_sheets(world: World, made: Iterable[Conference], shelf: Shelf, folder: Path) -> None:
    """Print "Hôm nay có N hội nghị" for every day of these conferences; it is carried, not filed."""
    for day in days_of(made):
        sheet = granted(services.draft_run_sheet(user=world.organiser, day=day))
        shelf.lay(sheet, folder / f"viec-trong-ngay-{day:%d-%m}.pdf")


def days_of(made: Iterable[Conference]) -> Sequence[date]:
    """Return the days of these conferences, each once."""
    return sorted({conference.held_on for conference in made})
