"""Units that no list brings: the lead body."""

from django.db import transaction

from guong.core.outcome import Refused
from guong.office.journal.services import Actor, record
from guong.office.registry.kinds import KIND_OF_LEVEL, ensure_kinds
from guong.office.registry.models import Level, Unit


def ensure_unit(*, key: str, name: str, level: Level, parent: Unit | None = None) -> Unit:
    """Return the unit of this code, made or renamed as told; used for the lead body, which no list brings."""
    with transaction.atomic():
        unit, _ = Unit.objects.update_or_create(
            key=key,
            defaults={
                "name": name,
                "level": level,
                "parent": parent,
                "kind": ensure_kinds()[KIND_OF_LEVEL[level]],
            },
        )
        return unit


def open_body(*, key: str, name: str, level: Level, actor: Actor) -> Unit | Refused:
    """Make the lead body in an empty register. Refused: ``key_taken``."""
    with transaction.atomic():
        if Unit.objects.filter(key__iexact=key).exists():
            return Refused("key_taken", f"Mã “{key}” đã có trong sổ bộ. Đồng chí chọn mã khác.")
        unit = ensure_unit(key=key, name=name, level=level)
        record(actor=actor, act="registry.body", unit_key=key, text=f"Thêm cơ quan chủ trì {name}.")
        return unit
