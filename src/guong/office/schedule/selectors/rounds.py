"""Rounds as an officer sees them, and the units for which a round still needs a conference."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, Q, QuerySet

from guong.core.eligibility import head_eligibility
from guong.core.timetable import Slot, TooShort, proposed
from guong.core.wording import short_date
from guong.office.accounts.models import User
from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Conference
from guong.office.draws import selectors as draws
from guong.office.plans import selectors as plans
from guong.office.plans.models import Round
from guong.office.registry import selectors as registry
from guong.office.registry.models import Post, Unit

_WARDS, _WARD = "ward_head", "ward"


@dataclass(frozen=True)
class Candidate:
    """A unit for which the round still needs a conference; ``obstacle`` says why none can be made yet.

    ``cancelled`` is the reason why an earlier conference of the unit was cancelled, empty where there was none.
    """

    unit: Unit
    posts: tuple[Post, ...]
    ward: Unit | None
    obstacle: str = ""
    cancelled: str = ""


@dataclass(frozen=True)
class SeenRound:
    """A round as an officer sees it; ``is_led``: the plan's body is in scope, so that its conferences may be made."""

    round: Round
    is_led: bool


def rounds_seen(*, user: User | AnonymousUser) -> QuerySet[Round]:
    """Return the rounds of an officer's plans with ``held``, the number of their conferences, cancelled ones left out."""
    stands = Q(conferences__rehearsal=False, conferences__cancellation__isnull=True)
    counted = Count("conferences", filter=stands)
    return plans.rounds_in_scope(user=user).annotate(held=counted).order_by("-plan__year", "begins_on", "pk")


def round_seen(*, user: User | AnonymousUser, key: str) -> SeenRound | None:
    """Return a round of an officer's plans, or one that holds a conference of the officer's units; else None (404)."""
    found = plans.round_in_scope(user=user, key=key)
    if found is not None:
        return SeenRound(found, is_led=True)
    own = conferences.conferences_in_scope(user=user).filter(round__key=key, rehearsal=False)
    conference = own.select_related("round__plan__body").first()
    return SeenRound(conference.round, is_led=False) if conference and conference.round else None


def conferences_seen(
    *, user: User | AnonymousUser, seen: SeenRound, with_cancelled: bool = False
) -> QuerySet[Conference]:
    """Return a round's conferences by day and hour; whoever doesn't lead it sees those of the own units."""
    every = conferences.all_conferences_of_round if with_cancelled else conferences.conferences_of_round
    found = every(seen.round)
    return found if seen.is_led else found.filter(unit__in=registry.units_in_scope(user=user))


def candidates(*, of_round: Round) -> list[Candidate]:
    """Return the units that the round still needs, neighbours of one ward beside each other.

    Wards are those of the plan's body, schools the drawn ones, or all public ones where the plan draws none. Heads are asked about only in post on the round's first
    day and long enough on its reference date (seed 001 II.2).
    """
    units = missing_units(of_round=of_round)
    heads = registry.heads_by_unit(units=units, on=of_round.begins_on)
    wards = registry.ward_by_unit(units=units)
    months = plans.rules_of(of_round.plan).months_in_post
    gone = conferences.only_cancelled(conferences.all_conferences_of_round(of_round))
    reasons = dict(gone.values_list("unit_id", "cancellation__reason"))
    found = [
        replace(
            _candidate(of_round, unit, heads.get(unit.pk, []), wards.get(unit.pk), months),
            cancelled=reasons.get(unit.pk, ""),
        )
        for unit in units
    ]
    return sorted(found, key=lambda one: (one.ward.name if one.ward else "", one.unit.level, one.unit.name))


def usual_place(unit: Unit) -> str:
    """Return where a unit's conference meets unless somebody says otherwise."""
    return f"Hội trường {unit.name}" if unit.level == _WARD else f"Phòng họp {unit.name}"


def missing_units(*, of_round: Round) -> list[Unit]:
    """Return the units in which the round is held and that have no conference in it yet."""
    held = set(conferences.conferences_of_round(of_round).values_list("unit_id", flat=True))
    return [unit for unit in units_of(of_round) if unit.pk not in held]


def slots_for(*, of_round: Round, count: int) -> Sequence[Slot] | TooShort:
    """Return days and hours for so many further conferences of a round, leaving out those that are taken."""
    taken = set(conferences.conferences_of_round(of_round).values_list("held_on", "begins_at"))
    every = proposed(of_round.begins_on, of_round.ends_on, count + len(taken))
    if isinstance(every, TooShort):
        return TooShort(max(0, every.fits - len(taken)))
    return [slot for slot in every if (slot.day, slot.hour) not in taken][:count]


def units_of(of_round: Round) -> list[Unit]:
    """Return the units in which a round is held: wards, schools drawn with reserves in their places, or all public schools."""
    if of_round.kind == _WARDS:
        return list(registry.wards_of(body=of_round.plan.body, on=of_round.begins_on))
    if not plans.rules_of(of_round.plan).drawn_levels:
        schools = registry.schools_of(body=of_round.plan.body, on=of_round.begins_on)
        return [school for school in schools if school.public]
    return [school.unit for school in draws.drawn_schools(round=of_round)]


def _candidate(
    of_round: Round, unit: Unit, posts: Sequence[Post], ward: Unit | None, months: int
) -> Candidate:
    ready = [
        post
        for post in posts
        if head_eligibility(post.starts_on, of_round.reference_date, months=months) is None
    ]
    new = [post for post in posts if post not in ready]
    obstacle = ""
    if not posts:
        obstacle = "Sổ bộ chưa ghi người đứng đầu vào ngày đầu của đợt."
    elif new:
        late = "; ".join(f"{post.person} giữ chức từ {short_date(post.starts_on)}" for post in new)
        obstacle = f"Chưa đủ thời gian giữ chức vụ: {late}."
    return Candidate(unit, tuple(ready), ward, obstacle)
