"""The roll: built by rule from the register, changed by the chair until the poll opens (DESIGN §8)."""

from django.db import transaction

from guong.core.eligibility import OffRoll
from guong.core.lifecycle import PollState
from guong.core.outcome import Refused
from guong.core.secrecy.requests import PollRequest
from guong.office.accounts.models import User
from guong.office.conferences import refusals, urn
from guong.office.conferences.candidates import Candidate, is_ward, people_of
from guong.office.conferences.changing import refusal_if_cancelled
from guong.office.conferences.models import Conference, OffRollEntry, Poll, RollChange, RollEntry
from guong.office.conferences.versions import take_version
from guong.office.journal import services as journal
from guong.office.registry.models import Person

_BY_RULE = {OffRoll.CONTRACT_STAFF: refusals.CONTRACT, OffRoll.IS_SUBJECT: refusals.IS_SUBJECT}


@transaction.atomic
def build_roll(*, actor: User, conference: Conference, version: int) -> Conference | Refused:
    """Build the roll from the register: a school's permanent staff, or a ward's five classes, everybody once.

    Contract staff of a school and the subjects are kept off it, each with the reason (DESIGN §8).
    Refused: ``cancelled``, ``roll_in_use`` once a poll request exists, ``no_staff``, ``no_ward_voters``, ``changed_meanwhile``.
    """
    if (refusal := refusal_if_cancelled(conference)) is not None:
        return refusal
    if Poll.objects.filter(conference=conference).exists():
        return refusals.ROLL_IN_USE
    people = people_of(conference)
    on = [one for one in people if one.off is None]
    if not on:
        return refusals.NO_WARD_VOTERS if is_ward(conference.unit) else refusals.NO_STAFF
    if not take_version(conference, version):
        return refusals.CHANGED_MEANWHILE
    conference.roll.all().delete()
    conference.off_roll.all().delete()
    conference.roll_changes.all().delete()
    Conference.objects.filter(pk=conference.pk).update(names_ended_on=None)
    RollEntry.objects.bulk_create(_entry(conference, one, place) for place, one in enumerate(on, 1))
    OffRollEntry.objects.bulk_create(
        OffRollEntry(
            conference=conference,
            person=one.person,
            printed_name=one.person.full_name,
            position=one.position,
            reason=one.off.value,
        )
        for one in people
        if one.off is not None
    )
    _set_agreed(conference, agreed=False)
    _note(
        actor,
        conference,
        "conferences.roll_built",
        f"Lập danh sách {len(on)} người tham gia góp ý; {len(people) - len(on)} người không thuộc diện",
    )
    return conference


@transaction.atomic
def agree_roll(*, actor: User, conference: Conference, version: int) -> Conference | Refused:
    """Take the roll as agreed, so that the poll can be requested. Refused: ``cancelled``, ``no_staff``, ``changed_meanwhile``."""
    if (refusal := refusal_if_cancelled(conference)) is not None:
        return refusal
    size = conference.roll.count()
    if not size:
        return refusals.NO_STAFF
    if not take_version(conference, version):
        return refusals.CHANGED_MEANWHILE
    _set_agreed(conference, agreed=True)
    _note(actor, conference, "conferences.roll_agreed", f"Chốt danh sách {size} người tham gia góp ý")
    return conference


@transaction.atomic
def add_to_roll(
    *, actor: User, conference: Conference, version: int, person: Person, reason: str, chair_name: str
) -> Conference | Refused:
    """Add one person of the unit whom the rule allows, by decision of the chair named.

    Refused: ``cancelled``, ``roll_frozen``, ``needs_reason``, ``not_on_staff``, ``contract_staff``, ``is_subject``,
    ``already_on_roll``, ``more_than_slips``, ``changed_meanwhile``.
    """
    one = next((found for found in people_of(conference) if found.person_id == person.pk), None)
    for refusal in (
        _change_refusal(conference, reason, chair_name),
        _person_refusal(conference, one),
        _slips_refusal(conference),
    ):
        if refusal is not None:
            return refusal
    if not take_version(conference, version):
        return refusals.CHANGED_MEANWHILE
    assert one is not None
    last = conference.roll.order_by("place").last()
    _entry(conference, one, last.place + 1 if last else 1).save()
    _record_change(actor, conference, ("added", one.person.full_name), (reason, chair_name))
    return conference


@transaction.atomic
def remove_from_roll(
    *, actor: User, conference: Conference, version: int, person: Person | None, reason: str, chair_name: str
) -> Conference | Refused:
    """Take one person off the roll, by decision of the chair named.

    Refused: ``cancelled``, ``roll_frozen``, ``needs_reason``, ``not_on_staff`` where the person isn't on the roll, ``changed_meanwhile``.
    """
    entry = conference.roll.filter(person=person).first()
    refusal = _change_refusal(conference, reason, chair_name)
    if refusal is not None:
        return refusal
    if entry is None:
        return refusals.NOT_ON_STAFF
    if not take_version(conference, version):
        return refusals.CHANGED_MEANWHILE
    entry.delete()
    _record_change(actor, conference, ("removed", entry.printed_name), (reason, chair_name))
    return conference


def _entry(conference: Conference, one: Candidate, place: int) -> RollEntry:
    return RollEntry(
        conference=conference,
        person=one.person,
        place=place,
        printed_name=one.person.full_name,
        position=one.position,
    )


def _change_refusal(conference: Conference, reason: str, chair_name: str) -> Refused | None:
    if (refusal := refusal_if_cancelled(conference)) is not None:
        return refusal
    poll = Poll.objects.filter(conference=conference).first()
    if poll and urn.state(poll.poll_key) not in (None, PollState.PREPARED):
        return refusals.ROLL_FROZEN
    if not reason.strip() or not chair_name.strip():
        return refusals.NEEDS_REASON
    return None


def _person_refusal(conference: Conference, one: Candidate | None) -> Refused | None:
    if one is None:
        return refusals.NOT_ON_STAFF
    if conference.roll.filter(person_id=one.person_id).exists():
        return refusals.ALREADY_ON_ROLL
    return _BY_RULE[one.off] if one.off else None


def _slips_refusal(conference: Conference) -> Refused | None:
    requested = Poll.objects.filter(conference=conference).first()
    if requested is None:
        return None
    slips = PollRequest.from_bytes(bytes(requested.request)).slips
    return refusals.MORE_THAN_SLIPS if conference.roll.count() >= slips else None


def _set_agreed(conference: Conference, *, agreed: bool) -> None:
    conference.roll_agreed = agreed
    conference.save(update_fields=["roll_agreed"])


def _record_change(
    actor: User, conference: Conference, change: tuple[str, str], decision: tuple[str, str]
) -> None:
    act, name = change
    reason, chair_name = decision
    row = RollChange.objects.create(
        conference=conference,
        printed_name=name,
        act=act,
        reason=reason.strip(),
        chair_name=chair_name.strip(),
    )
    text = f"{row.get_act_display()}: {name}; lý do: {row.reason}; người chủ trì quyết định: {row.chair_name}"
    _note(actor, conference, f"conferences.roll_{act}", text)


def _note(actor: User, conference: Conference, act: str, text: str) -> None:
    journal.record(actor=actor, act=act, unit_key=conference.unit.key, text=f"{text}: {conference.title}.")
