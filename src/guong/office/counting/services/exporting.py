"""What leaves the server for the opening and for the inspection body; each time stands in the journal."""

from collections.abc import Sequence
from pathlib import Path

from guong.ballots import polls
from guong.core.lifecycle import PollState
from guong.core.outcome import Refused
from guong.core.secrecy.box import Box
from guong.office.accounts.models import User
from guong.office.conferences import selectors as conference_selectors
from guong.office.conferences.models import Conference
from guong.office.counting import bundles, refusals, selectors
from guong.office.counting.folders import folder_of, holds_sealed
from guong.office.counting.models import Bundle, OpeningDay
from guong.office.journal.services import record


def export_box(*, conference: Conference, actor: User) -> Box | Refused:
    """Return the sealed box (formats §8). Refused ``not_sealed``, ``erased``, ``urn_changed``."""
    if selectors.poll_state(conference) in (None, PollState.CLOSED):
        return refusals.NOT_SEALED
    box = polls.seal(conference_selectors.urn_store(), poll=conference.poll.poll_key)
    if not isinstance(box, Refused):
        _journal(conference, actor, "counting.export_box", "Xuất tệp hòm phiếu đã niêm phong.")
    return box


def export_bundle(*, conference: Conference, actor: User) -> bytes | Refused:
    """Return the built bundle as one zip file. Refused ``no_bundle`` and, once its sealed part is gone, ``handed_over``."""
    if selectors.bundle(conference) is None:
        return refusals.NO_BUNDLE
    if not selectors.is_bundle_whole(conference):
        return refusals.HANDED_OVER
    _journal(conference, actor, "counting.export_bundle", "Tải hồ sơ kiểm tra.")
    return bundles.as_zip(folder_of(conference))


def export_day_bundle(*, day: OpeningDay, code: str, actor: User) -> bytes | Refused:
    """Return the day's bundle with that code as one zip file. Refused ``no_bundle``, and ``handed_over`` as `export_bundle`."""
    row = Bundle.objects.filter(conference__opening_days=day, code=code).select_related("conference").first()
    if row is None:
        return refusals.NO_BUNDLE
    folder = folder_of(row.conference)
    if not holds_sealed(folder):
        return refusals.HANDED_OVER
    text = f"Tải hồ sơ kiểm tra chung, mã hồ sơ {code} ({day.name})."
    record(actor=actor, act="counting.export_bundle", unit_key=day.unit.key, text=text)
    return bundles.as_zip(folder)


def write_bundle(*, conferences: Sequence[Conference], out: Path) -> str | Refused:
    """Write one bundle of several opened conferences into ``out`` and return its code (formats §11).

    Refused: ``not_opened``, ``unexplained``, and the urn's refusal where the envelopes are overwritten already.
    """
    counts = [selectors.whole_count(conference) for conference in conferences]
    if any(whole is not None and whole.broken for whole in counts):
        return refusals.UNEXPLAINED
    built = bundles.collect(conferences)
    if isinstance(built, Refused):
        return built
    bundles.write(built, out)
    return built.code


def _journal(conference: Conference, actor: User, act: str, text: str) -> None:
    record(actor=actor, act=act, unit_key=conference.unit.key, text=f"{conference.title}: {text}")
