"""An office's own Word template: brought by an organiser, looked through, used for every paper filed from then on."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from guong.core.evidence import EvidenceKind, tidy_name
from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.journal.services import record
from guong.office.papers.guarded import decoded
from guong.office.papers.models import WordTemplate
from guong.office.registry import selectors as registry
from guong.office.registry.models import Unit
from guong.render.own_template import TOO_LARGE
from guong.render.template_trial import tried

NO_TEMPLATE = Refused("no_template", "Cơ quan này đang dùng mẫu của chương trình.")


@dataclass(frozen=True)
class OfficeTemplate:
    """A unit that was given to an officer, and its own template where it has one (without the file)."""

    unit: Unit
    template: WordTemplate | None


def templates_of(user: User) -> list[OfficeTemplate]:
    """Return the units given to an officer, by name, with their templates: two questions."""
    units = list(registry.assigned_units(user=user).order_by("name"))
    rows = WordTemplate.objects.filter(unit_key__in=[unit.key for unit in units]).defer("file")
    found = {row.unit_key: row for row in rows}
    return [OfficeTemplate(unit, found.get(unit.key)) for unit in units]


def template_for(unit_key: str) -> bytes | None:
    """Return the template in which a unit's papers are printed: its own, or that of the nearest above it; else None."""
    own = set(WordTemplate.objects.values_list("unit_key", flat=True))
    nearest = next((key for key in registry.keys_upward(unit_key) if key in own), None) if own else None
    return bytes(WordTemplate.objects.get(unit_key=nearest).file) if nearest else None


@transaction.atomic
def set_template(*, unit: Unit, data: bytes, name: str, actor: User) -> WordTemplate | Refused:
    """Keep an office's template in place of the one before. Refused: as `render.own_template.check_template`."""
    problem = decoded(tried, data, too_much=TOO_LARGE)
    if problem is not None:
        return problem
    made, _ = WordTemplate.objects.update_or_create(
        unit_key=unit.key,
        defaults={
            "file": data,
            "file_name": tidy_name(name, EvidenceKind.DOCX),
            "set_by": actor.full_name,
            "set_on": timezone.localdate(),
        },
    )
    text = f"Đặt mẫu Word của {unit.name}: {made.file_name}."
    record(actor=actor, act="papers.template", unit_key=unit.key, text=text)
    return made


@transaction.atomic
def end_template(*, unit: Unit, actor: User) -> str | Refused:
    """Go back to the program's own frame. Refused: ``no_template``."""
    gone, _ = WordTemplate.objects.filter(unit_key=unit.key).delete()
    if not gone:
        return NO_TEMPLATE
    text = f"Bỏ mẫu Word của {unit.name}, dùng lại mẫu của chương trình."
    record(actor=actor, act="papers.template_out", unit_key=unit.key, text=text)
    return unit.name
