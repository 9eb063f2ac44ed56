"""Writing the text of a plan, one part at a time; a part is always replaced as a whole."""

from collections.abc import Mapping, Sequence

from django.db import transaction

from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.journal import services as journal
from guong.office.plans import refusals
from guong.office.plans.details import BasisDetails, DutyDetails, RecipientDetails
from guong.office.plans.models import Plan, Section
from guong.office.plans.versions import writing_refusal
from guong.office.plans.writing import Lines, write_bases, write_duties, write_recipients, write_section


@transaction.atomic
def set_section(
    *, actor: User, plan: Plan, version: int, sections: Mapping[Section, Lines]
) -> Plan | Refused:
    """Write sections anew; ``sections`` holds lines by section and, within it, by kind of round (``""``: all).

    Refused: ``frozen``, ``changed_meanwhile``.
    """
    refusal = writing_refusal(plan, version)
    if refusal is not None:
        return refusal
    for section, lines in sections.items():
        write_section(plan, section, lines)
    names = ", ".join(section.label.lower() for section in sections)
    return _told(actor, plan, f"Sửa {names}")


@transaction.atomic
def set_bases(*, actor: User, plan: Plan, version: int, bases: Sequence[BasisDetails]) -> Plan | Refused:
    """Write the legal bases anew. Refused: ``same_basis_twice``, ``frozen``, ``changed_meanwhile``."""
    numbers = [basis.number.casefold() for basis in bases if basis.number]
    if len(set(numbers)) != len(numbers):
        return refusals.SAME_BASIS_TWICE
    refusal = writing_refusal(plan, version)
    if refusal is not None:
        return refusal
    write_bases(plan, bases)
    return _told(actor, plan, f"Sửa căn cứ ({len(bases)})")


@transaction.atomic
def set_duties(*, actor: User, plan: Plan, version: int, duties: Sequence[DutyDetails]) -> Plan | Refused:
    """Write the bodies and their tasks anew; a task whose words stay keeps its due date and what was done.

    Refused: ``body_twice``, ``body_without_task``, ``frozen``, ``changed_meanwhile``.
    """
    names = [duty.body.casefold() for duty in duties]
    if len(set(names)) != len(names):
        return refusals.BODY_TWICE
    if not all(duty.tasks for duty in duties):
        return refusals.BODY_WITHOUT_TASK
    refusal = writing_refusal(plan, version)
    if refusal is not None:
        return refusal
    write_duties(plan, duties)
    return _told(actor, plan, f"Sửa nhiệm vụ của các cơ quan ({len(duties)})")


@transaction.atomic
def set_recipients(
    *, actor: User, plan: Plan, version: int, recipients: Sequence[RecipientDetails]
) -> Plan | Refused:
    """Write "Nơi nhận" anew. Refused: ``frozen``, ``changed_meanwhile``."""
    refusal = writing_refusal(plan, version)
    if refusal is not None:
        return refusal
    write_recipients(plan, recipients)
    return _told(actor, plan, f"Sửa nơi nhận ({len(recipients)})")


def _told(actor: User, plan: Plan, words: str) -> Plan:
    text = f"{words} của kế hoạch {plan}."
    journal.record(actor=actor, act="plans.text", unit_key=plan.body.key, text=text)
    return plan
