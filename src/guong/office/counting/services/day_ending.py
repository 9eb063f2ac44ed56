"""The end of an opening day: one bundle, keys destroyed in one act, the archive under seal, months later destroyed."""

import dataclasses
from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from guong.core.documents.archive_sealing_minutes import archive_sealing_minutes
from guong.core.documents.ballot_destruction_minutes import ballot_destruction_minutes
from guong.core.documents.key_destruction_minutes import key_destruction_minutes
from guong.core.opening_hours import DayMoment
from guong.core.outcome import Refused
from guong.core.wording import short_date
from guong.office.accounts.models import User
from guong.office.counting import day_refusals, refusals, selectors
from guong.office.counting.day_hours import hours_of, refused_hours
from guong.office.counting.day_steps import DayStepKey
from guong.office.counting.details import ArchiveSealing, BallotsEnd, EnvelopeKeeper, KeysEnd, KeySetUsed
from guong.office.counting.ending_documents import (
    archive_sealing_of,
    ballot_destruction_of,
    key_destruction_of,
)
from guong.office.counting.models import Bundle, DayStep, Opening, OpeningDay
from guong.office.counting.services.day_filing import file_step
from guong.office.counting.services.finishing import KeySetEnd, destroy_key_sets
from guong.office.counting.services.round_bundle import RoundBundle, make_round_bundle
from guong.office.draws import selectors as draws
from guong.office.papers.models import Paper

_MOST_NAMES = 3


def bundle_day(*, day: OpeningDay, actor: User) -> RoundBundle | Refused:
    """Make one bundle of every box that was opened on the day, with the round's draw; again returns the one that stands.

    Conferences that have a bundle already keep theirs. Refused: ``not_minuted``, and as `make_round_bundle`.
    """
    view = selectors.day_view(day)
    if DayStepKey.OPEN not in view.steps:
        return day_refusals.NOT_MINUTED
    alone = Bundle.objects.filter(conference__in=view.opened, folder="").values_list(
        "conference_id", flat=True
    )
    kept = set(alone)
    wanted = [conference for conference in view.opened if conference.pk not in kept]
    if not wanted:
        return refusals.NOT_OPENED
    records = draws.draw_records_of(round=day.round) if day.round else []
    made = make_round_bundle(conferences=wanted, actor=actor, draws=records)
    if not isinstance(made, Refused):
        DayStep.objects.get_or_create(
            day=day,
            step=DayStepKey.BUNDLE.value,
            defaults={
                "officer_name": actor.full_name,
                "done_at": timezone.now(),
                "said": {"code": made.code},
            },
        )
    return made


def destroy_day_keys(
    *, day: OpeningDay, end: KeysEnd, others_have_own_keys: bool, actor: User
) -> Paper | Refused:
    """Record that every set of keys used on the day was destroyed, overwrite the envelopes of all its polls, make the minutes.

    Refused: ``not_minuted``, ``out_of_order``, ``still_needed`` with the units' names while a conference of the round is unopened and
    ``others_have_own_keys`` isn't stated, ``lost_was_opened``, and as `destroy_key_sets`; then nothing is overwritten.
    """
    view = selectors.day_view(day)
    if DayStepKey.OPEN not in view.steps:
        return day_refusals.NOT_MINUTED
    hours = {DayMoment.KEYS: end.at}
    refused = refused_hours(view, hours)
    if refused is not None:
        return refused
    waiting = selectors.unopened_units(view)
    if waiting and not others_have_own_keys:
        return refusals.at(", ".join(waiting[:_MOST_NAMES]), day_refusals.STILL_NEEDED)
    sets = selectors.key_sets_of(view)
    if not all(_may_be_lost(entry, end.lost) for entry in sets):
        return day_refusals.LOST_WAS_OPENED
    by_key = {conference.key: conference for conference in view.opened}
    outcome = destroy_key_sets(
        sets=[
            KeySetEnd([by_key[key] for key in entry.conference_keys], lost=len(_lost(entry, end.lost)))
            for entry in sets
        ],
        head_name=end.head_name,
        witness_name=end.witness_name,
        actor=actor,
    )
    if isinstance(outcome, Refused):
        return outcome
    return file_step(
        day=day,
        step=DayStepKey.DESTROY,
        document=key_destruction_minutes(key_destruction_of(view, end, sets)),
        said={"inspection_body": end.inspection_body} | hours_of(hours),
        actor=actor,
    )


def seal_archive(*, day: OpeningDay, sealing: ArchiveSealing, actor: User) -> Paper | Refused:
    """Record which parcels keep paper ballots, archives and their keys, and make the minutes.

    Refused: ``keys_still_there``, ``no_parcel``, ``out_of_order``.
    """
    view = selectors.day_view(day)
    if DayStepKey.DESTROY not in view.steps:
        return day_refusals.KEYS_STILL_THERE
    labels = [parcel.label.casefold() for parcel in sealing.parcels]
    if not labels or len(set(labels)) < len(labels) or min(p.strips for p in sealing.parcels) < 1:
        return day_refusals.NO_PARCEL
    hours = {DayMoment.ARCHIVE: sealing.at}
    refused = refused_hours(view, hours)
    if refused is not None:
        return refused
    return file_step(
        day=day,
        step=DayStepKey.ARCHIVE,
        document=archive_sealing_minutes(archive_sealing_of(view, sealing)),
        said={
            "sealed_on": sealing.at.date().isoformat(),
            "kept_at": sealing.kept_at,
            "keeper_name": sealing.keeper_name,
            "keeper_post": sealing.keeper_post,
            "parcels": [dataclasses.asdict(parcel) for parcel in sealing.parcels],
        }
        | hours_of(hours),
        actor=actor,
    )


def destroy_ballots(*, day: OpeningDay, end: BallotsEnd, actor: User) -> Paper | Refused:
    """Record that ballots and archives were destroyed by decision, drop the archives from the register, make the minutes.

    Refused: ``not_archived``, ``kept_until`` with the day before which nothing may be destroyed, ``no_decision``,
    ``ends_before_beginning``.
    """
    view = selectors.day_view(day)
    first = selectors.may_be_destroyed_from(view)
    if first is None or DayStepKey.ARCHIVE not in view.steps:
        return day_refusals.NOT_ARCHIVED
    if end.began.date() < first or timezone.localdate() < first:
        return refusals.at(f"Được huỷ từ ngày {short_date(first)}", day_refusals.KEPT_UNTIL)
    if not end.decision.strip():
        return day_refusals.NO_DECISION
    if end.ended <= end.began:
        return day_refusals.ENDS_BEFORE_BEGINNING
    content = ballot_destruction_of(view, end, view.steps[DayStepKey.ARCHIVE].said)
    with transaction.atomic():
        Opening.objects.filter(conference__in=view.opened).update(archive=b"")
        return file_step(
            day=day,
            step=DayStepKey.BALLOTS,
            document=ballot_destruction_minutes(content),
            said={"decision": end.decision.strip()},
            actor=actor,
        )


def _lost(entry: KeySetUsed, lost: Sequence[str]) -> list[EnvelopeKeeper]:
    return [keeper for keeper in entry.keepers if keeper.name in lost]


def _may_be_lost(entry: KeySetUsed, lost: Sequence[str]) -> bool:
    gone = _lost(entry, lost)
    return len(gone) <= 1 and not any(keeper.opened for keeper in gone)
