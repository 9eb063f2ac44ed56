"""Two people key the tally in, each blind to the other; the program compares and says only where they differ."""

from collections.abc import Sequence
from enum import Enum

from django.db import transaction

from guong.core.outcome import Refused
from guong.core.paper_poll.counting import Votes, differing_lines, vote_breach, with_lines
from guong.office.accounts.models import User
from guong.office.journal.services import record
from guong.office.paperpolls import refusals, selectors
from guong.office.paperpolls.models import Keying, PaperPoll


class Keyed(Enum):
    """What became of a tally that was keyed in; the value is what the person reads."""

    WAITING = "Đã ghi. Chờ người thứ hai nhập."
    DIFFERENT = (
        "Hai người nhập khác nhau. Cả hai nhập lại những dòng được nêu tên, theo tờ ghi của tổ kiểm phiếu."
    )
    AGREED = "Hai người nhập khớp nhau. Số phiếu đã chốt."


@transaction.atomic
def key_tally(*, actor: User, poll: PaperPoll, places: Sequence[int], typed: Votes) -> Keyed | Refused:
    """Keep what one person keyed for the lines at ``places`` and compare once nobody owes a line.

    Nothing keyed is ever shown again. Refused: those of `selectors.keying_obstacle` and of `refusals.of_tally`, and
    ``typed_meanwhile`` where ``places`` are no longer the lines that this person owes.
    """
    PaperPoll.objects.select_for_update().get(pk=poll.pk)
    found = PaperPoll.objects.select_related("unit", "sheets_counted").get(pk=poll.pk)
    obstacle = selectors.keying_obstacle(found, user=actor)
    if obstacle is not None:
        return obstacle
    if tuple(places) != selectors.lines_to_key(found, user=actor):
        return refusals.TYPED_MEANWHILE
    own = found.keyings.filter(keyer_key=actor.key).first()
    votes = with_lines(_votes(own), places, typed) if own else typed
    hall, ballot = selectors.hall_of(found), selectors.ballot_of(found)
    assert hall is not None
    broken = vote_breach(ballot, votes, valid=hall.valid)
    if broken is not None:
        return refusals.of_tally(broken, ballot.lines)
    kept = {"keyer_name": actor.get_full_name(), "votes": votes, "owed": []}
    Keying.objects.update_or_create(poll=found, keyer_key=actor.key, defaults=kept)
    _note(actor, found, "paperpolls.key", f"Một người nhập số phiếu: {found.title}.")
    return _compared(found, actor)


def _compared(poll: PaperPoll, actor: User) -> Keyed:
    rows = list(poll.keyings.all())
    if len(rows) < 2 or any(row.owed for row in rows):
        return Keyed.WAITING
    first, second = (_votes(row) for row in rows)
    differing = differing_lines(first, second)
    if differing:
        poll.keyings.update(owed=list(differing))
        PaperPoll.objects.filter(pk=poll.pk).update(keyed_again=poll.keyed_again + 1)
        _note(
            actor, poll, "paperpolls.differ", f"Hai người nhập khác nhau {len(differing)} dòng: {poll.title}."
        )
        return Keyed.DIFFERENT
    for line, row in zip(poll.lines.all(), first, strict=True):
        line.votes = list(row)
        line.save(update_fields=["votes"])
    poll.keyings.update(votes=[])
    _note(actor, poll, "paperpolls.agree", f"Hai người nhập khớp nhau, đã chốt số phiếu: {poll.title}.")
    return Keyed.AGREED


def _votes(row: Keying) -> Votes:
    return tuple(tuple(line) for line in row.votes)


def _note(actor: User, poll: PaperPoll, act: str, text: str) -> None:
    record(actor=actor, act=act, unit_key=poll.unit.key, text=text)
