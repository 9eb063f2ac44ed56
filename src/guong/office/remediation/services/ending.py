"""The end of evidence and of plans' words, counted from the day a plan was closed (Law 91/2025; security.md §2 no. 86)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from guong.core.personal_data import KIND_BY_KEY, Kind
from guong.core.remediation.life import PlanState
from guong.office.journal.services import record
from guong.office.remediation import evidence_folder
from guong.office.remediation.models import EvidenceFile, PlanItem, RemediationPlan

_EVIDENCE, _PLANS = KIND_BY_KEY["evidence"], KIND_BY_KEY["plans"]


@dataclass(frozen=True)
class Ended:
    """How many files of evidence and how many plans' words one run of the job has erased."""

    files: int
    plans: int


def end_plans(*, today: date) -> Ended:
    """Erase evidence a year and all words of a plan two years after it was closed; safe to repeat, journalled as numbers.

    The plan's row stays, closed on its day, so that nobody is asked for a plan again. One that was never closed keeps its
    words: it is still to be carried out. Files that no row knows go too, a day after they were written.
    """
    with transaction.atomic():
        gone = _without_files(_closed(_EVIDENCE, today))
        emptied = _without_words(_closed(_PLANS, today))
    for file in gone:
        evidence_folder.remove(file)
    evidence_folder.remove_unknown(known=set(EvidenceFile.objects.values_list("name", flat=True)))
    return Ended(len(gone), emptied)


def _closed(kind: Kind, today: date) -> list[int]:
    closed = RemediationPlan.objects.select_for_update().filter(state=PlanState.CLOSED.value)
    return [number for number, since in closed.values_list("pk", "since") if kind.is_over(since, today)]


def _without_files(plans: Iterable[int]) -> list[EvidenceFile]:
    files = list(EvidenceFile.objects.filter(plan__in=plans))
    EvidenceFile.objects.filter(pk__in=[file.pk for file in files]).delete()
    if files:
        text = f"Chương trình xoá {len(files)} tệp minh chứng, hết thời hạn {_EVIDENCE.months} tháng."
        record(actor=None, act="remediation.evidence_ended", unit_key="", text=text)
    return files


def _without_words(plans: Iterable[int]) -> int:
    spoken = PlanItem.objects.filter(plan__in=plans).values("plan")
    found = list(RemediationPlan.objects.filter(pk__in=spoken))
    for plan in found:
        PlanItem.objects.filter(plan=plan).delete()
        plan.passages.all().delete()
        plan.filed_by = []
        plan.save(update_fields=["filed_by"])
    if found:
        text = (
            f"Chương trình xoá nội dung {len(found)} kế hoạch khắc phục, hết thời hạn {_PLANS.months} tháng."
        )
        record(actor=None, act="remediation.plans_ended", unit_key="", text=text)
    return len(found)
