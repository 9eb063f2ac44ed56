"""In the hall: two hand counts, explanations, the seal (DESIGN §4.7)."""

from django.db import transaction

from guong.ballots import polls
from guong.core.lifecycle import PollState
from guong.core.outcome import Refused
from guong.core.reconciliation import HandCount
from guong.core.secrecy.box import Box
from guong.office.accounts.models import User
from guong.office.conferences import selectors as conference_selectors
from guong.office.conferences import services as conference_services
from guong.office.conferences.models import Conference
from guong.office.counting import refusals, selectors
from guong.office.counting.models import Explanation
from guong.office.journal.services import record
from guong.office.paperdesk import selectors as paperdesk


def type_hand_count(
    *, conference: Conference, typist: int, typist_name: str, count: HandCount
) -> HandCount | Refused:
    """Keep what one of two people (``typist`` 1 or 2) counted by hand; the second is typed blind.

    Refused before closing, for the same name twice, once both agree, and where both differ (both rows are dropped, so that
    neither is adapted to the other).
    """
    if selectors.poll_state(conference) not in selectors.CLOSED:
        return refusals.NOT_CLOSED
    with transaction.atomic():
        rows = selectors.typed_counts(conference)
        if selectors.hand_count(conference) is not None:
            return refusals.ALREADY_COUNTED
        other = rows.get(3 - typist)
        if other and other.typist_name.casefold() == typist_name.strip().casefold():
            return refusals.SAME_TYPIST
        if other and selectors.numbers_of(other) != count:
            conference.hall_counts.all().delete()
            return refusals.COUNTS_DIFFER
        conference.hall_counts.update_or_create(
            typist=typist,
            defaults={"typist_name": typist_name.strip(), **vars(count)},
        )
    if selectors.hand_count(conference) is not None:
        _make_missing_sheets(conference, count)
    return count


def _make_missing_sheets(conference: Conference, count: HandCount) -> None:
    """Make room in the urn for every paper set that two people counted, also where the desk forgot a "+1"."""
    made = [row.made for row in paperdesk.desk(conference)]
    if max(made, default=0) < count.paper_sets <= conference.roll.count():
        sets = {subject.key: count.paper_sets for subject in conference.subjects.all()}
        conference_services.perform_on_urn(poll=conference.poll, act="close", arguments={"paper_sets": sets})


def recount_hand(*, conference: Conference, actor: User) -> None | Refused:
    """Drop an agreed hand count, so that two people count and type again. Refused once the box is sealed."""
    if selectors.poll_state(conference) is not PollState.CLOSED:
        return refusals.ALREADY_SEALED
    with transaction.atomic():
        conference.hall_counts.all().delete()
        Explanation.objects.filter(conference=conference).delete()
        _journal(conference, actor, "counting.recount", "Đếm lại số thẻ, phiếu giấy và chữ ký.")
    return None


def explain_difference(
    *, conference: Conference, equation: int, text: str, signers: tuple[str, str], actor: User
) -> Explanation | Refused:
    """Keep the signed explanation of one difference of equations 1 to 3; equations 4 to 6 can't be explained away.

    Refused: ``no_hand_count``, ``already_sealed``, ``nothing_to_explain``, ``bad_explanation``.
    """
    if selectors.poll_state(conference) not in (None, PollState.CLOSED):
        return refusals.ALREADY_SEALED
    check = selectors.hall_check(conference)
    if check is None:
        return refusals.NO_HAND_COUNT
    found = next((entry for entry in check.equations if entry.number == equation and entry.difference), None)
    if found is None:
        return refusals.NOTHING_TO_EXPLAIN
    first, second = (name.strip() for name in signers)
    if not (text.strip() and first and second) or first.casefold() == second.casefold():
        return refusals.BAD_EXPLANATION
    with transaction.atomic():
        explanation, _ = Explanation.objects.update_or_create(
            conference=conference,
            equation=equation,
            defaults={
                "difference": found.difference,
                "text": text.strip(),
                "first_signer": first,
                "second_signer": second,
            },
        )
        _journal(
            conference, actor, "counting.explain", f"Giải trình chênh lệch {found.difference}: {text.strip()}"
        )
    return explanation


def seal_box(*, conference: Conference, actor: User) -> Box | Refused:
    """Seal the box of a closed poll whose figures agree or are explained; again returns the same box."""
    state = selectors.poll_state(conference)
    if state not in selectors.CLOSED:
        return refusals.NOT_CLOSED
    if state is PollState.CLOSED:
        if (pending := _pending(conference)) is not None:
            return pending
        outcome = conference_services.perform_on_urn(poll=conference.poll, act="seal")
        if isinstance(outcome, Refused):
            return outcome
        _journal(conference, actor, "counting.seal", "Niêm phong hòm phiếu.")
    return polls.seal(conference_selectors.urn_store(), poll=conference.poll.poll_key)


def _pending(conference: Conference) -> Refused | None:
    check = selectors.hall_check(conference)
    if check is None:
        return refusals.NO_HAND_COUNT
    if check.breaches:
        return refusals.BEYOND_LIMITS
    if check.open_questions:
        return refusals.UNEXPLAINED
    if check.left_over_missing:
        return refusals.LEFT_OVER_UNCHECKED
    if check.sheets_missing:
        return refusals.SHEETS_MISSING
    return refusals.SHEETS_SURPLUS if check.sheets_surplus else None


def _journal(conference: Conference, actor: User, act: str, text: str) -> None:
    record(actor=actor, act=act, unit_key=conference.unit.key, text=f"{conference.title}: {text}")
