"""Importing the opening: only what two board members confirmed on two programs (DESIGN §4.6)."""

import secrets

from django.db import transaction
from django.utils import timezone

from guong.ballots import polls
from guong.core import crockford
from guong.core.lifecycle import PollState
from guong.core.outcome import Refused
from guong.core.result import OpeningResult, read_result
from guong.office.accounts.models import User
from guong.office.conferences import selectors as conference_selectors
from guong.office.conferences import services as conference_services
from guong.office.conferences.models import Conference
from guong.office.counting import refusals, selectors
from guong.office.counting.models import Opening, Remark
from guong.office.journal.services import record

LARGEST_FILE = 16 * 2**20
_AGE_HEADER = b"age-encryption.org/v1\n"


def import_opening(
    *,
    conference: Conference,
    result: bytes,
    archive: bytes,
    confirmers: tuple[str, str],
    codes: tuple[str, str],
    same_machine: bool,
    actor: User,
) -> Opening | Refused:
    """Import result.json and archive.age once two board members typed the code that each program shows.

    ``codes`` are the sixteen digits read off `guong ceremony` and `guong verify`. The same result again changes nothing;
    another one is refused. Everything is written or nothing is.

    Refused: ``not_sealed``, ``file_too_large``, ``broken_result``, ``other_poll``, ``other_box``, ``same_confirmer``,
    ``not_on_board``, ``codes_differ``, ``bad_archive``, ``other_result``, and ``result_lost`` where the urn is opened and an older register was restored.
    """
    expected = crockford.sixteen_digits(OpeningResult.digest_of(result)).replace(" ", "")
    agree = all(crockford.digits_typed(code) == expected for code in codes)
    return import_confirmed(
        conference=conference,
        result=result,
        archive=archive,
        confirmers=confirmers,
        same_machine=same_machine,
        actor=actor,
        disagreement=None if agree else refusals.CODES_DIFFER,
    )


def import_confirmed(
    *,
    conference: Conference,
    result: bytes,
    archive: bytes,
    confirmers: tuple[str, str],
    same_machine: bool,
    actor: User,
    disagreement: Refused | None = None,
) -> Opening | Refused:
    """As `import_opening` for a result whose digest two members confirmed already, by its own code or by that of a round.

    ``disagreement`` is what the comparison of codes found; it is told only where the result itself is in order.
    """
    conference_services.finish_intents(poll_key=conference.poll.poll_key)
    state = selectors.poll_state(conference)
    if state not in selectors.CLOSED or state is PollState.CLOSED:
        return refusals.NOT_SEALED
    if max(len(result), len(archive)) > LARGEST_FILE:
        return refusals.FILE_TOO_LARGE
    if state in selectors.FINAL:
        return _same_again(conference, result)
    box = polls.seal(conference_selectors.urn_store(), poll=conference.poll.poll_key)
    if isinstance(box, Refused):
        return box
    read = read_result(result, box)
    if isinstance(read, Refused):
        return read
    problem = _problem(conference, archive, confirmers, disagreement)
    if problem is not None:
        return problem
    opening = _keep(conference, read, archive, confirmers, same_machine=same_machine)
    outcome = conference_services.perform_on_urn(
        poll=conference.poll, act="confirm_opened", arguments={"opening_digest": read.digest.hex()}
    )
    if isinstance(outcome, Refused):
        return outcome
    text = f"Nhập kết quả mở hòm phiếu, mã kết quả {crockford.sixteen_digits(read.digest)}."
    record(
        actor=actor, act="counting.import", unit_key=conference.unit.key, text=f"{conference.title}: {text}"
    )
    return opening


def _same_again(conference: Conference, result: bytes) -> Opening | Refused:
    found = selectors.opening(conference)
    if found is None:
        return refusals.RESULT_LOST
    return found if found.digest == _digest(result) else refusals.OTHER_RESULT


def _digest(result: bytes) -> str:
    return OpeningResult.digest_of(result).hex()


def _problem(
    conference: Conference, archive: bytes, confirmers: tuple[str, str], disagreement: Refused | None
) -> Refused | None:
    first, second = (name.strip() for name in confirmers)
    board = set(selectors.board_names(conference))
    if first.casefold() == second.casefold():
        return refusals.SAME_CONFIRMER
    if not {first, second} <= board:
        return refusals.NOT_ON_BOARD
    if disagreement is not None:
        return disagreement
    return None if archive.startswith(_AGE_HEADER) else refusals.BAD_ARCHIVE


@transaction.atomic
def _keep(
    conference: Conference,
    read: OpeningResult,
    archive: bytes,
    confirmers: tuple[str, str],
    *,
    same_machine: bool,
) -> Opening:
    Remark.objects.filter(conference=conference).delete()
    remarks = [
        Remark(conference=conference, subject_key=count.subject, field_key=field, text=text)
        for count in read.counts
        for field, texts in count.remarks.items()
        for text in texts
    ]
    # The list is sorted by text; a shuffled one keeps the table's order from saying anything at all.
    secrets.SystemRandom().shuffle(remarks)
    Remark.objects.bulk_create(remarks)
    data = read.data
    counts = [{key: value for key, value in entry.items() if key != "remarks"} for entry in data["subjects"]]
    opening, _ = Opening.objects.update_or_create(
        conference=conference,
        defaults={
            "digest": read.digest.hex(),
            "salt": data["salt"],
            "counts": counts,
            "archive": archive,
            "first_confirmer": confirmers[0].strip(),
            "second_confirmer": confirmers[1].strip(),
            "same_machine": same_machine,
            "imported_at": timezone.now(),
        },
    )
    return opening
