"""The second person behind opening and closing: choosing the number, confirming with it (DESIGN §4.6, decision 0013)."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import F

from guong.core.confirmation_pin import MOST_WRONG, refusal_of
from guong.core.lifecycle import PollState
from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.conferences import pins, refusals
from guong.office.conferences.details import ByOfficer, ByPin, SecondPerson
from guong.office.conferences.models import BoardMember, Conference
from guong.office.conferences.selectors import conference_in_scope, state_of
from guong.office.journal import services as journal

_BEFORE = {None, PollState.PREPARED}
_CASTING = {PollState.OPEN, PollState.PAUSED, PollState.SUSPENDED}
_MAY_CONFIRM = ("organise_conference", "run_hall")


@dataclass(frozen=True)
class Confirmed:
    """Who confirmed, as papers print it."""

    name: str
    role: str


@transaction.atomic
def choose_pin(
    *, actor: User, conference: Conference, member_id: int, pin: str, again: str
) -> BoardMember | Refused:
    """Let a keeper of a key envelope choose the number by which acts are confirmed; choosing anew replaces it.

    Refused: ``not_in_hall`` once casting is over, ``not_a_keeper``, ``pins_differ``, ``bad_pin``.
    """
    state = state_of(conference)
    if state not in _BEFORE | _CASTING:
        return refusals.NOT_IN_HALL
    member = _keeper(conference, member_id)
    if member is None:
        return refusals.NOT_A_KEEPER
    if pin != again:
        return refusals.PINS_DIFFER
    if (refusal := refusal_of(pin)) is not None:
        return refusal
    member.pin_late = member.pin_late or state in _CASTING
    member.pin_digest, member.wrong_pins = pins.digest_of(member, pin), 0
    member.save(update_fields=["pin_digest", "wrong_pins", "pin_late"])
    _note(actor, conference, "pin_chosen", f"Đồng chí {member.full_name} chọn mã xác nhận")
    return member


def confirmed_by(*, actor: User, conference: Conference, second: SecondPerson | None) -> Confirmed | Refused:
    """Return who confirms what ``actor`` is about to do. A wrong number is counted, also where nothing else is written.

    Refused: ``needs_second``, ``not_a_keeper``, ``no_pin``, ``pin_locked``, ``wrong_pin``, ``same_officer``, ``other_scope``.
    """
    if second is None:
        return refusals.NEEDS_SECOND
    if isinstance(second, ByOfficer):
        return _by_officer(actor, conference, second.officer)
    return _by_pin(actor, conference, second)


def _by_officer(actor: User, conference: Conference, second: User) -> Confirmed | Refused:
    if second.pk == actor.pk:
        return refusals.SAME_OFFICER
    entitled = second.is_active and any(second.has_perm(f"accounts.{name}") for name in _MAY_CONFIRM)
    if not entitled or conference_in_scope(user=second, key=conference.key) is None:
        return refusals.OTHER_SCOPE
    return Confirmed(second.get_full_name(), "cán bộ")


def _by_pin(actor: User, conference: Conference, second: ByPin) -> Confirmed | Refused:
    member = _keeper(conference, second.member_id)
    if member is None:
        return refusals.NOT_A_KEEPER
    if not member.pin_digest:
        return refusals.NO_PIN
    # An attempt is taken before it is judged, so that many at once are no more than one after another.
    attempts = BoardMember.objects.filter(pk=member.pk, wrong_pins__lt=MOST_WRONG)
    if not attempts.update(wrong_pins=F("wrong_pins") + 1):
        return refusals.PIN_LOCKED
    if pins.is_right(member, second.pin):
        BoardMember.objects.filter(pk=member.pk).update(wrong_pins=0)
        return Confirmed(member.full_name, member.get_role_display())
    if attempts.exists():
        return refusals.WRONG_PIN
    _note(actor, conference, "pin_locked", f"Mã xác nhận của đồng chí {member.full_name} bị khoá vì gõ sai")
    return refusals.PIN_LOCKED


def _keeper(conference: Conference, member_id: int) -> BoardMember | None:
    return conference.board.filter(pk=member_id, role__in=pins.KEEPERS).first()


def _note(actor: User, conference: Conference, act: str, text: str) -> None:
    journal.record(
        actor=actor,
        act=f"conferences.{act}",
        unit_key=conference.unit.key,
        text=f"{text}: {conference.title}.",
    )
