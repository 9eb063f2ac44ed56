"""One bundle for all conferences of a round: one code in all their minutes (DESIGN §10, formats §11)."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from guong.core import bundle as core_bundle
from guong.core.bundle import DrawEntry
from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.conferences.models import Conference
from guong.office.counting import bundles, refusals, selectors
from guong.office.counting.earlier import earlier_of, sealed_lines
from guong.office.counting.folders import name_for, shared_folder
from guong.office.counting.models import Bundle
from guong.office.journal.services import record


@dataclass(frozen=True)
class RoundBundle:
    """A bundle of several conferences: the code that all their minutes print, and its folder (public/, sealed/)."""

    code: str
    public_digest: str
    folder: Path


def make_round_bundle(
    *, conferences: Sequence[Conference], actor: User, draws: Sequence[DrawEntry] = ()
) -> RoundBundle | Refused:
    """Write one bundle of these opened conferences and of the draws that chose them; again returns the one that stands.

    What was bundled before of the same plan goes along: its public files, and the lines of its sealed ones, which the
    inspection body lays beside. The last round's bundle is thereby the whole campaign's, with one code.

    Everything is written or nothing is: the folder appears whole before the register knows its code, and a second
    attempt after a crash writes the same folder again.

    Refused, with the unit's name: ``not_opened``, ``unexplained``, ``bundled_apart`` where a conference already stands in
    another bundle (its code may be printed), ``earlier_missing``, and the urn's refusal where envelopes are overwritten.
    Raises ValueError without a conference.
    """
    if not conferences:
        raise ValueError("a bundle needs a conference")
    name = name_for(conferences)
    standing = {row.conference_id: row for row in Bundle.objects.filter(conference__in=conferences)}
    if len(standing) == len(conferences) and {row.folder for row in standing.values()} == {name}:
        first = standing[conferences[0].pk]
        return RoundBundle(first.code, first.public_digest, shared_folder(name))
    for conference in conferences:
        if (problem := _problem(conference, is_bundled=conference.pk in standing)) is not None:
            return refusals.at(conference.unit.name, problem)
    earlier = earlier_of(conferences)
    if isinstance(earlier, Refused):
        return earlier
    built = bundles.collect(conferences, draws=draws, earlier=earlier)
    if isinstance(built, Refused):
        return built
    bundles.write(built, shared_folder(name))
    _keep(conferences, built, name, actor)
    return RoundBundle(built.code, bundles.public_digest(built), shared_folder(name))


def _problem(conference: Conference, *, is_bundled: bool) -> Refused | None:
    if is_bundled:
        return refusals.BUNDLED_APART
    if selectors.opening(conference) is None:
        return refusals.NOT_OPENED
    whole = selectors.whole_count(conference)
    return refusals.UNEXPLAINED if whole is None or whole.broken else None


@transaction.atomic
def _keep(conferences: Sequence[Conference], built: core_bundle.Bundle, name: str, actor: User) -> None:
    digest = bundles.public_digest(built)
    for conference in conferences:
        Bundle.objects.create(
            conference=conference,
            code=built.code,
            public_digest=digest,
            folder=name,
            sealed=sealed_lines(built, conference),
        )
        text = f"{conference.title}: Lập hồ sơ kiểm tra chung của {len(conferences)} hội nghị, mã hồ sơ {built.code}."
        record(actor=actor, act="counting.bundle", unit_key=conference.unit.key, text=text)
