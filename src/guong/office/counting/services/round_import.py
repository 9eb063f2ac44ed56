"""All results of an opening day in one act: one code, confirmed by two members of the board (decision 0008)."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from guong.core import crockford
from guong.core.outcome import Refused
from guong.core.round_results import RoundResults, read_round
from guong.office.accounts.models import User
from guong.office.conferences.models import Conference
from guong.office.counting import day_refusals, refusals, selectors
from guong.office.counting.day_steps import DayStepKey
from guong.office.counting.models import OpeningDay, ResultIntake
from guong.office.counting.selectors import DayView
from guong.office.counting.services.importing import import_confirmed
from guong.office.journal.services import record

ROUND_FILE = "round.json"
_ARCHIVE_KEY = b"AGE-SECRET-KEY-"


@dataclass(frozen=True)
class RoundImport:
    """What came in: conferences whose results stand now, and what stayed out with its sentence, by unit or poll key."""

    code: str
    imported: tuple[Conference, ...]
    stayed_out: tuple[Refused, ...]


def import_round(
    *,
    day: OpeningDay,
    files: Mapping[str, bytes],
    confirmers: tuple[str, str],
    codes: tuple[str, str],
    same_machine: bool,
    actor: User,
) -> RoundImport | Refused:
    """Import every result of a results folder (file names to bytes, formats §10) once two members typed its one code.

    A result that is missing, changed, foreign or of another box stays out with its sentence and stops no other. The same
    folder again changes nothing and goes on where a crash left it.

    Refused as a whole: ``not_handed_over``, ``holds_archive_key``, ``no_round_file``, ``broken_round``, ``same_confirmer``,
    ``not_present``, ``round_codes_differ``.
    """
    view = selectors.day_view(day)
    listed = _listed(view, files)
    if isinstance(listed, Refused):
        return listed
    problem = _problem(view, listed, confirmers, codes)
    if problem is not None:
        return problem
    imported: list[Conference] = []
    stayed_out: list[Refused] = []
    for poll, digest in sorted(listed.digests.items()):
        outcome = _import(view, poll, digest, files, confirmers, same_machine=same_machine, actor=actor)
        if isinstance(outcome, Refused):
            stayed_out.append(outcome)
        else:
            imported.append(outcome)
    if imported:
        _note(day, listed, confirmers, same_machine=same_machine, actor=actor)
    return RoundImport(listed.code, tuple(imported), tuple(stayed_out))


def _listed(view: DayView, files: Mapping[str, bytes]) -> RoundResults | Refused:
    if DayStepKey.RECEIVE not in view.steps:
        return day_refusals.NOT_HANDED_OVER
    if any(_is_archive_key(name, raw) for name, raw in files.items()):
        return day_refusals.HOLDS_ARCHIVE_KEY
    if ROUND_FILE not in files:
        return day_refusals.NO_ROUND_FILE
    return read_round(files[ROUND_FILE])


def _is_archive_key(name: str, raw: bytes) -> bool:
    """Results are left out: a voter may write anything into a remark, and must not be able to stop an import by it."""
    return not name.endswith((".json", ".age")) and _ARCHIVE_KEY in raw


def _problem(
    view: DayView, listed: RoundResults, confirmers: tuple[str, str], codes: tuple[str, str]
) -> Refused | None:
    first, second = (name.strip() for name in confirmers)
    present = {person.full_name for person in view.board}
    if first.casefold() == second.casefold():
        return refusals.SAME_CONFIRMER
    if not {first, second} <= present:
        return day_refusals.NOT_PRESENT
    expected = listed.code.replace(" ", "")
    agree = all(crockford.digits_typed(code) == expected for code in codes)
    return None if agree else day_refusals.ROUND_CODES_DIFFER


def _import(
    view: DayView,
    poll: str,
    digest: bytes,
    files: Mapping[str, bytes],
    confirmers: tuple[str, str],
    *,
    same_machine: bool,
    actor: User,
) -> Conference | Refused:
    line = next((line for line in view.lines if _poll_key(line.conference) == poll), None)
    if line is None:
        return refusals.at(f"Mã hội nghị {poll}", day_refusals.NOT_OF_THE_DAY)
    unit = line.conference.unit.name
    result, archive = files.get(f"result-{poll}.json"), files.get(f"archive-{poll}.age")
    if not line.may_open:
        return refusals.at(unit, day_refusals.STAYS_SHUT)
    if result is None or archive is None:
        return refusals.at(unit, day_refusals.RESULT_MISSING)
    if hashlib.sha256(result).digest() != digest:
        return refusals.at(unit, day_refusals.RESULT_CHANGED)
    outcome = import_confirmed(
        conference=line.conference,
        result=result,
        archive=archive,
        confirmers=confirmers,
        same_machine=same_machine,
        actor=actor,
    )
    return refusals.at(unit, outcome) if isinstance(outcome, Refused) else line.conference


def _poll_key(conference: Conference) -> str:
    return str(conference.poll.poll_key) if hasattr(conference, "poll") else ""


@transaction.atomic
def _note(
    day: OpeningDay, listed: RoundResults, confirmers: tuple[str, str], *, same_machine: bool, actor: User
) -> None:
    first, second = (name.strip() for name in confirmers)
    _, is_new = ResultIntake.objects.get_or_create(
        day=day,
        code=listed.code,
        first_confirmer=first,
        second_confirmer=second,
        defaults={
            "results": len(listed.digests),
            "same_machine": same_machine,
            "officer_name": actor.full_name,
            "taken_at": timezone.now(),
        },
    )
    if is_new:
        text = f"{first} và {second} xác nhận mã kết quả chung {listed.code} của {len(listed.digests)} hòm phiếu ({day.name})."
        record(actor=actor, act="counting.import_round", unit_key=day.unit.key, text=text)
