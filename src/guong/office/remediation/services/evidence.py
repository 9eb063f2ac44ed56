"""Evidence: read by its content, kept under a random name, handed out only to the two sides of the plan."""

import hashlib
from functools import partial

from django.db import transaction
from django.utils import timezone

from guong.core.evidence import MOST_FILES, TOO_MANY, Evidence, EvidenceKind, read_evidence, tidy_name
from guong.core.outcome import Refused
from guong.core.remediation.life import Act, Party
from guong.office.accounts.models import User
from guong.office.papers.services import decoded
from guong.office.remediation import evidence_folder, refusals
from guong.office.remediation.details import Place
from guong.office.remediation.models import EvidenceFile, PlanItem, RemediationPlan
from guong.office.remediation.services.holding import held, is_for_head, journalled, moved, signed
from guong.render.photographs import NotAPhotograph, cleaned


def add_evidence(*, place: Place, number: int, data: bytes, name: str, actor: User) -> EvidenceFile | Refused:
    """Keep a file with a point of a plan underway; a picture loses what the camera wrote into it.

    Refused: as `core.evidence.read_evidence` and `life.after`, ``not_a_picture``, ``no_such_item``, ``too_many_files``.
    """
    ready = readied(data=data, name=name)
    if isinstance(ready, Refused):
        return ready
    kept, found = ready
    with transaction.atomic():
        taken = held(place=place, act=Act.REPORT)
        if isinstance(taken, Refused):
            return taken
        plan, _ = taken
        item = plan.items.filter(number=number).first()
        if item is None:
            return refusals.NO_SUCH_ITEM
        if item.files.count() >= MOST_FILES:
            return TOO_MANY
        if is_for_head(place=place):
            signed(plan=plan, place=place)
        moved(plan=plan, state=plan.standing.state)
        file = stored(plan=plan, item=item, data=kept, found=found, actor=actor)
        journalled(
            place=place, actor=actor, act="evidence", words=f"Gửi minh chứng “{file.title}” cho mục {number}"
        )
    return file


@transaction.atomic
def remove_evidence(*, place: Place, name: str, actor: User) -> EvidenceFile | Refused:
    """Take a file away again while the plan is underway. Refused: as `life.after`, ``no_such_item``."""
    taken = held(place=place, act=Act.REPORT)
    if isinstance(taken, Refused):
        return taken
    plan, _ = taken
    file = plan.files.filter(name=name, item__isnull=False).first()
    if file is None:
        return refusals.NO_SUCH_ITEM
    title = file.title
    file.delete()
    moved(plan=plan, state=plan.standing.state)
    journalled(place=place, actor=actor, act="evidence_removed", words=f"Bỏ minh chứng “{title}”")
    transaction.on_commit(partial(evidence_folder.remove, file))
    return file


def read_file(*, place: Place, file: EvidenceFile, actor: User) -> bytes:
    """Return the bytes of a file; an officer's reading stands in the journal."""
    data = evidence_folder.load(file)
    if place.hand.party is Party.LEAD_BODY:
        journalled(place=place, actor=actor, act="evidence_read", words=f"Tải về “{file.title}”")
    return data


def readied(*, data: bytes, name: str) -> tuple[bytes, Evidence] | Refused:
    """Return a file as it is kept, and what it is. Refused: as `core.evidence.read_evidence`, ``not_a_picture``."""
    found = read_evidence(data, name)
    if isinstance(found, Refused):
        return found
    if not found.kind.is_picture:
        return data, found
    try:
        kept = decoded(cleaned, data, too_much=None)
    except NotAPhotograph:
        return refusals.NOT_A_PICTURE
    if kept is None:
        return refusals.NOT_A_PICTURE
    return kept, Evidence(EvidenceKind.JPEG, tidy_name(name, EvidenceKind.JPEG))


def stored(
    *, plan: RemediationPlan, item: PlanItem | None, data: bytes, found: Evidence, actor: User
) -> EvidenceFile:
    """Keep the bytes and the row; a file whose row is rolled back stays behind under a name that nothing knows."""
    file = EvidenceFile(
        plan=plan,
        item=item,
        title=found.name,
        kind=found.kind.value,
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        added_on=timezone.localdate(),
        by_name=actor.full_name,
    )
    evidence_folder.store(file, data)
    file.save(force_insert=True)
    return file
