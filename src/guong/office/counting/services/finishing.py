"""Ending a count: the bundle for the inspection body, then keys destroyed and envelopes overwritten."""

from django.db import transaction
from django.utils import timezone

from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.conferences import services as conference_services
from guong.office.conferences.models import Conference
from guong.office.counting import bundles, refusals, selectors
from guong.office.counting.folders import drop_sealed, folder_of
from guong.office.counting.models import Bundle, KeyDestruction
from guong.office.journal.services import record

KEYS = 3


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
            conference=conference, code=built.code, public_digest=bundles.public_digest(built)
        )
        _journal(conference, actor, "counting.bundle", f"Lập hồ sơ kiểm tra, mã hồ sơ {built.code}.")
    return row


def destroy_keys(
    *, conference: Conference, keys_destroyed: int, head_name: str, witness_name: str, actor: User
) -> KeyDestruction | Refused:
    """Record that the board destroyed its three keys and overwrite every envelope in the urn (DESIGN §4.6).

    The bundle's sealed part leaves the server at the same time: it was handed to the inspection body.
    """
    if (found := selectors.key_destruction(conference)) is not None:
        return found
    if selectors.opening(conference) is None:
        return refusals.NOT_OPENED
    if selectors.bundle(conference) is None:
        return refusals.NO_BUNDLE
    if keys_destroyed != KEYS:
        return refusals.KEYS_NOT_THREE
    if not head_name.strip() or not witness_name.strip() or head_name.strip() == witness_name.strip():
        return refusals.TWO_WITNESSES
    outcome = conference_services.perform_on_urn(poll=conference.poll, act="erase")
    if isinstance(outcome, Refused):
        return outcome
    drop_sealed(folder_of(conference))
    with transaction.atomic():
        row = KeyDestruction.objects.create(
            conference=conference,
            keys_destroyed=keys_destroyed,
            head_name=head_name.strip(),
            witness_name=witness_name.strip(),
            destroyed_at=timezone.now(),
        )
        _journal(conference, actor, "counting.destroy", "Huỷ 03 mã chìa khoá, ghi đè phiếu niêm phong.")
    return row


def _journal(conference: Conference, actor: User, act: str, text: str) -> None:
    record(actor=actor, act=act, unit_key=conference.unit.key, text=f"{conference.title}: {text}")
