"""Mergers, splits and new names: a unit ends, others take over, and it stays readable under its old name."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from guong.core.outcome import Refused
from guong.core.wording import short_date
from guong.office.journal.services import Actor, record
from guong.office.registry.models import Succession, SuccessionKind, Unit


@transaction.atomic
def record_succession(
    *, actor: Actor, unit: Unit, kind: SuccessionKind, successors: Sequence[Unit], on: date, basis: str
) -> Unit | Refused:
    """Close a unit on the day before ``on`` and note which units take over; its people and papers stay as they are.

    Refused: ``no_successor``, ``own_successor``, ``split_into_one``, ``already_closed``, ``successor_closed``,
    ``has_units_beneath``, ``before_it_began``, ``in_the_future``.
    """
    refusal = _refusal(unit, kind, successors, on)
    if refusal is not None:
        return refusal
    unit.valid_to = on - timedelta(days=1)
    unit.save(update_fields=["valid_to"])
    Succession.objects.bulk_create(
        Succession(predecessor=unit, successor=successor, kind=kind, on=on, basis=basis)
        for successor in successors
    )
    names = ", ".join(successor.name for successor in successors)
    text = f"{kind.label} từ {short_date(on)}: {unit.name}; đơn vị kế tục: {names}."
    record(actor=actor, act="registry.succession", unit_key=unit.key, text=text)
    return unit


def _refusal(unit: Unit, kind: SuccessionKind, successors: Sequence[Unit], on: date) -> Refused | None:
    if unit.valid_to is not None:
        return Refused(
            "already_closed", f"{unit.name} đã kết thúc hoạt động sau ngày {short_date(unit.valid_to)}."
        )
    if not successors:
        return Refused("no_successor", "Đồng chí chọn ít nhất một đơn vị kế tục.")
    if unit in successors:
        return Refused("own_successor", "Đơn vị không thể kế tục chính mình. Đồng chí chọn đơn vị khác.")
    if kind is SuccessionKind.SPLIT and len(successors) == 1:
        return Refused("split_into_one", "Chia tách cần ít nhất hai đơn vị kế tục. Đồng chí chọn thêm.")
    closed = next((one for one in successors if one.valid_to is not None), None)
    if closed is not None:
        return Refused(
            "successor_closed", f"{closed.name} đã kết thúc hoạt động. Đồng chí chọn đơn vị đang hoạt động."
        )
    return _time_refusal(unit, on)


def _time_refusal(unit: Unit, on: date) -> Refused | None:
    if on > timezone.localdate():
        return Refused(
            "in_the_future",
            f"Ngày {short_date(on)} còn ở phía trước. Đồng chí ghi khi quyết định có hiệu lực.",
        )
    if unit.valid_from is not None and on <= unit.valid_from:
        return Refused(
            "before_it_began",
            f"{unit.name} có từ ngày {short_date(unit.valid_from)}. Đồng chí kiểm tra lại ngày.",
        )
    beneath = Unit.objects.filter(parent=unit, valid_to__isnull=True).order_by("key").first()
    if beneath is not None:
        return Refused(
            "has_units_beneath",
            f"{beneath.name} còn trực thuộc đơn vị này. Đồng chí chuyển các đơn vị trực thuộc sang đơn vị khác trước.",
        )
    return None
