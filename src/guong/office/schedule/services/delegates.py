"""Who is sent to conferences: officers of several bodies, directing leaders, observers (seed 000; seed 001 III.2)."""

from collections.abc import Iterable, Sequence

from django.db import transaction

from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.conferences import refusals as conference_refusals
from guong.office.conferences import selectors as conference_selectors
from guong.office.conferences import services as conferences
from guong.office.conferences.details import BoardSeat
from guong.office.conferences.models import Conference
from guong.office.journal import services as journal
from guong.office.registry import selectors as registry
from guong.office.schedule import refusals
from guong.office.schedule.details import Sent
from guong.office.schedule.models import Delegate, DelegateRole


@transaction.atomic
def send(*, actor: User, to: Sequence[Conference], person: Sent) -> int | Refused:
    """Send one person to several conferences; returns to how many. Who is sent there already gets the new duty.

    Refused: ``nowhere_sent``, ``needs_sent_name``, ``subject_sent`` where the person is asked about,
    ``cancelled`` where one of the conferences is.
    """
    refusal = _sending_refusal(to, person)
    if refusal is not None:
        return refusal
    for conference in to:
        Delegate.objects.update_or_create(
            conference=conference,
            full_name=person.full_name.strip(),
            organisation=person.organisation.strip(),
            defaults={"role": person.role, "post": person.post.strip(), "proposed": False},
        )
    duty = DelegateRole(person.role).label.lower()
    places = to[0].unit.name if len(to) == 1 else f"{len(to)} hội nghị"
    text = f"Cử đồng chí {person.full_name.strip()} ({person.organisation.strip()}), {duty}: {places}."
    journal.record(actor=actor, act="schedule.sent", unit_key=_journal_unit(to), text=text)
    return len(to)


@transaction.atomic
def dismiss(*, actor: User, conference: Conference, delegate_id: int) -> Delegate | Refused:
    """Take somebody off a conference. Refused: ``cancelled``, ``delegate_gone``."""
    if conference_selectors.is_cancelled(conference):
        return conference_refusals.CANCELLED
    delegate = conference.delegates.filter(pk=delegate_id).first()
    if delegate is None:
        return refusals.DELEGATE_GONE
    delegate.delete()
    text = f"Thôi cử đồng chí {delegate.full_name}: {conference.title}."
    journal.record(actor=actor, act="schedule.dismissed", unit_key=conference.unit.key, text=text)
    return delegate


@transaction.atomic
def propose_observers(*, actor: User, to: Sequence[Conference]) -> int:
    """Name, for every conference without an observer, who heads the ward in which its school lies (R-000-07).

    Proposed only: somebody accepts or changes the name. A ward's own conference gets none. Returns how many were named.
    """
    wards = registry.ward_by_unit(units=[conference.unit for conference in to])
    without = [one for one in to if not any(_observes(delegate) for delegate in one.delegates.all())]
    made = 0
    for conference in without:
        ward = wards.get(conference.unit_id)
        if ward is None or ward == conference.unit:
            continue
        head = registry.current_head(unit=ward, on=conference.held_on)
        if head is not None:
            made += _propose(conference, head.person.full_name, head.title, ward.name)
    if made:
        text = f"Đề xuất {made} đại biểu giám sát của các phường nơi có trường."
        journal.record(actor=actor, act="schedule.proposed", unit_key=_journal_unit(to), text=text)
    return made


@transaction.atomic
def accept_observers(*, actor: User, named: Iterable[tuple[Delegate, str, str]]) -> int | Refused:
    """Accept proposed observers, each with the name and post as they stand now; all of them or none.

    Refused: ``needs_sent_name``, ``subject_sent``.
    """
    accepted = list(named)
    for delegate, name, post in accepted:
        person = Sent(DelegateRole.OBSERVER, name, delegate.organisation, post)
        refusal = _sending_refusal([delegate.conference], person)
        if refusal is not None:
            transaction.set_rollback(True)
            return refusal
        same = delegate.conference.delegates.filter(
            full_name=name.strip(), organisation=delegate.organisation
        )
        same.exclude(pk=delegate.pk).delete()
        delegate.full_name, delegate.post, delegate.proposed = name.strip(), post.strip(), False
        delegate.save(update_fields=["full_name", "post", "proposed"])
    if accepted:
        text = f"Nhận {len(accepted)} đại biểu giám sát do các phường cử."
        units = [delegate.conference for delegate, _, _ in accepted]
        journal.record(actor=actor, act="schedule.accepted", unit_key=_journal_unit(units), text=text)
    return len(accepted)


def copy_board(*, actor: User, source: Conference, to: Sequence[Conference]) -> int | Refused:
    """Name the counting board of one conference for others too, all of them or none.

    Refused: ``nowhere_sent``, and of the first conference in the way, its unit named, what `conferences.services.set_board`
    refuses (a board without all its seats, a board that holds the subject, a poll that was opened).
    """
    others = [conference for conference in to if conference != source]
    if not others:
        return refusals.NOWHERE_SENT
    seats = [BoardSeat(member.role, member.full_name, member.organisation) for member in source.board.all()]
    with transaction.atomic():
        for conference in others:
            outcome = conferences.set_board(
                actor=actor, conference=conference, version=conference.version, seats=seats
            )
            if isinstance(outcome, Refused):
                transaction.set_rollback(True)
                return Refused(outcome.reason, f"{conference.unit.name}: {outcome.sentence}")
    return len(others)


def _sending_refusal(to: Sequence[Conference], person: Sent) -> Refused | None:
    if not to:
        return refusals.NOWHERE_SENT
    name = person.full_name.strip()
    if not name or not person.organisation.strip():
        return refusals.NEEDS_SENT_NAME
    if any(name == subject.name for conference in to for subject in conference.subjects.all()):
        return refusals.SUBJECT_SENT
    if any(map(conference_selectors.is_cancelled, to)):
        return conference_refusals.CANCELLED
    return None


def _propose(conference: Conference, name: str, post: str, ward: str) -> bool:
    _, made = Delegate.objects.get_or_create(
        conference=conference,
        full_name=name,
        organisation=f"Đảng uỷ {ward[:1].lower()}{ward[1:]}",
        defaults={"role": DelegateRole.OBSERVER, "post": post, "proposed": True},
    )
    return made


def _observes(delegate: Delegate) -> bool:
    return delegate.role == DelegateRole.OBSERVER


def _journal_unit(to: Sequence[Conference]) -> str:
    """The unit of one conference; of several, the body that ordered them."""
    of_round = to[0].round
    return to[0].unit.key if len(to) == 1 or of_round is None else of_round.plan.body.key
