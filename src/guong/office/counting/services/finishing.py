"""Ending a count: the bundle for the inspection body, then keys destroyed and envelopes overwritten."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.conferences import services as conference_services
from guong.office.conferences.models import Conference
from guong.office.counting import bundles, refusals, selectors
from guong.office.counting.earlier import sealed_lines
from guong.office.counting.folders import drop_sealed, folder_of
from guong.office.counting.models import Bundle, KeyDestruction
from guong.office.journal.services import record

KEYS = 3


@dataclass(frozen=True)
class KeySetEnd:
    """The conferences that one set of three key envelopes served; ``lost`` unopened envelopes (0 or 1) can't be destroyed."""

    conferences: Sequence[Conference]
    lost: int = 0


def build_bundle(*, conference: Conference, actor: User) -> Bundle | Refused:
    """Write the bundle of one opened conference below the data folder; again returns the one that stands."""
    if (found := selectors.bundle(conference)) is not None:
        return found
    if selectors.opening(conference) is None:
        return refusals.NOT_OPENED
    whole = selectors.whole_count(conference)
    if whole is None or whole.broken:
        return refusals.UNEXPLAINED
    built = bundles.collect([conference])
    if isinstance(built, Refused):
        return built
    bundles.write(built, folder_of(conference))
    with transaction.atomic():
        row = Bundle.objects.create(
            conference=conference,
            code=built.code,
            public_digest=bundles.public_digest(built),
            sealed=sealed_lines(built, conference),
        )
        _journal(conference, actor, "counting.bundle", f"Lập hồ sơ kiểm tra, mã hồ sơ {built.code}.")
    return row


def destroy_keys(
    *, conference: Conference, keys_destroyed: int, head_name: str, witness_name: str, actor: User
) -> KeyDestruction | Refused:
    """Record that the board destroyed its three keys and overwrite every envelope in the urn (DESIGN §4.6).

    The bundle's sealed part leaves the server at the same time: it was handed to the inspection body.
    Refused: ``not_opened``, ``no_bundle``, ``keys_not_three``, ``two_witnesses``, and ``shared_keys`` where the bundle holds
    other conferences too: their keys end together.
    """
    if (found := selectors.key_destruction(conference)) is not None:
        return found
    bundle = selectors.bundle(conference)
    if bundle is not None and bundle.folder:
        return refusals.SHARED_KEYS
    if keys_destroyed != KEYS:
        return refusals.KEYS_NOT_THREE
    outcome = _destroy({conference: KEYS}, (head_name, witness_name), actor)
    return outcome if isinstance(outcome, Refused) else outcome[0]


def destroy_round_keys(
    *,
    conferences: Sequence[Conference],
    keys_destroyed: int,
    head_name: str,
    witness_name: str,
    actor: User,
) -> list[KeyDestruction] | Refused:
    """As `destroy_keys`, in one act for all conferences that one set of keys served; done again it finishes what a crash cut off.

    Refused, with the unit's name, as `destroy_keys`; then nothing is overwritten. ``others_left`` where a bundle holds a
    conference that isn't among these.
    """
    if keys_destroyed != KEYS:
        return refusals.KEYS_NOT_THREE
    one = KeySetEnd(conferences)
    return destroy_key_sets(sets=[one], head_name=head_name, witness_name=witness_name, actor=actor)


def destroy_key_sets(
    *, sets: Sequence[KeySetEnd], head_name: str, witness_name: str, actor: User
) -> list[KeyDestruction] | Refused:
    """As `destroy_round_keys` for several sets of envelopes whose conferences may share a bundle. Refused as there."""
    numbers = {conference: KEYS - entry.lost for entry in sets for conference in entry.conferences}
    shared = Bundle.objects.filter(conference__in=numbers).exclude(folder="").values("folder")
    beside = Bundle.objects.filter(folder__in=shared).exclude(conference__in=numbers)
    if beside.exists():
        return refusals.OTHERS_LEFT
    return _destroy(numbers, (head_name, witness_name), actor)


def _destroy(
    numbers: Mapping[Conference, int], people: tuple[str, str], actor: User
) -> list[KeyDestruction] | Refused:
    head, witness = (name.strip() for name in people)
    done = {row.conference_id: row for row in KeyDestruction.objects.filter(conference__in=numbers)}
    left = [conference for conference in numbers if conference.pk not in done]
    for conference in left:
        if selectors.opening(conference) is None:
            return _of(conference, numbers, refusals.NOT_OPENED)
        if selectors.bundle(conference) is None:
            return _of(conference, numbers, refusals.NO_BUNDLE)
    if not head or not witness or head.casefold() == witness.casefold():
        return refusals.TWO_WITNESSES
    for conference in left:
        outcome = conference_services.perform_on_urn(poll=conference.poll, act="erase")
        if isinstance(outcome, Refused):
            return _of(conference, numbers, outcome)
    for folder in {folder_of(conference) for conference in numbers}:
        drop_sealed(folder)
    with transaction.atomic():
        for conference in left:
            done[conference.pk] = _note(conference, numbers[conference], head, witness, actor)
    return [done[conference.pk] for conference in numbers]


def _note(conference: Conference, keys: int, head: str, witness: str, actor: User) -> KeyDestruction:
    row = KeyDestruction.objects.create(
        conference=conference,
        keys_destroyed=keys,
        head_name=head,
        witness_name=witness,
        destroyed_at=timezone.now(),
    )
    _journal(conference, actor, "counting.destroy", f"Huỷ {keys:02d} mã chìa khoá, ghi đè phiếu niêm phong.")
    return row


def _of(conference: Conference, among: Collection[Conference], refused: Refused) -> Refused:
    return refused if len(among) == 1 else refusals.at(conference.unit.name, refused)


def _journal(conference: Conference, actor: User, act: str, text: str) -> None:
    record(actor=actor, act=act, unit_key=conference.unit.key, text=f"{conference.title}: {text}")
