"""The imported opening, the whole reconciliation, and what was done with bundle and keys."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guong.core.reconciliation import Equation, SubjectFigures, subject_equations, unexplained
from guong.core.result import read_count
from guong.core.tally import SubjectCount
from guong.office.conferences.models import Conference
from guong.office.counting.folders import folder_of, holds_sealed, shared_folder
from guong.office.counting.models import Bundle, KeyDestruction, Opening
from guong.office.counting.selectors.hall import FINAL, HallCheck, hall_check, poll_state


def opening(conference: Conference) -> Opening | None:
    """Return the imported opening where the urn says that it is confirmed, else None: nothing is shown before."""
    if poll_state(conference) not in FINAL:
        return None
    return Opening.objects.filter(conference=conference).first()


def subject_counts(conference: Conference) -> dict[str, SubjectCount]:
    """Return the confirmed count of each subject by key, without remarks; empty before the confirmation."""
    found = opening(conference)
    return counts_in(found) if found else {}


def counts_in(found: Opening) -> dict[str, SubjectCount]:
    """Return the counts that an opening holds, by subject key."""
    return {entry["subject"]: read_count(entry) for entry in found.counts}


def subject_figures(counts: Mapping[str, SubjectCount], check: HallCheck) -> list[SubjectFigures]:
    """Return each subject's figures for equations 4 and 5, beside the hand count of sheets."""
    counted = {entry.subject: entry.counted or 0 for entry in check.sheets}
    return [
        SubjectFigures(
            subject=key,
            paper_sheets=counted.get(key, 0),
            opened=count.opened,
            valid=count.valid,
            invalid=count.invalid,
            item_sums=tuple(sum(row) for row in count.items.values()),
            state=count.state,
        )
        for key, count in counts.items()
    ]


@dataclass(frozen=True)
class WholeCount:
    """The hall's figures beside the opened counts by subject; ``broken`` neither hold nor are explained."""

    check: HallCheck
    counts: Mapping[str, SubjectCount]
    broken: tuple[Equation, ...]

    @property
    def figures(self) -> list[SubjectFigures]:
        """Each subject's figures for equations 4 and 5."""
        return subject_figures(self.counts, self.check)


def whole_count(conference: Conference) -> WholeCount | None:
    """Return the whole reconciliation, or None while the hand count isn't agreed; without an opening no counts."""
    check = hall_check(conference)
    return None if check is None else reconciled(check, subject_counts(conference))


def reconciled(check: HallCheck, counts: Mapping[str, SubjectCount]) -> WholeCount:
    """Return the whole reconciliation from the hall's and the opening's figures."""
    equations = list(check.equations)
    for figures in subject_figures(counts, check):
        equations += subject_equations(figures, device=check.figures.device)
    return WholeCount(check, counts, tuple(unexplained(equations, check.explanations)))


def bundle(conference: Conference) -> Bundle | None:
    """Return the bundle's record, or None."""
    return Bundle.objects.filter(conference=conference).first()


@dataclass(frozen=True)
class SharedBundle:
    """A bundle as several conferences share it: its code, for how many it stands, whether its sealed part is still here.

    ``beside``: the codes of earlier bundles of the plan that went along; their sealed files lie with the inspection
    body, which copies them beside these before it checks the whole (formats §11).
    """

    code: str
    conferences: int
    is_whole: bool
    beside: tuple[str, ...] = ()


def bundles_of(conferences: Sequence[Conference]) -> list[SharedBundle]:
    """Return the bundles in which these conferences stand, each once."""
    rows = list(
        Bundle.objects.filter(conference__in=conferences).select_related(
            "conference__poll", "conference__round"
        )
    )
    folders: dict[str, list[Bundle]] = {}
    for row in rows:
        folders.setdefault(row.folder or row.conference.poll.poll_key, []).append(row)
    return [
        SharedBundle(same[0].code, len(same), holds_sealed(shared_folder(name)), _beside(same))
        for name, same in folders.items()
    ]


def _beside(rows: Sequence[Bundle]) -> tuple[str, ...]:
    """Return the codes of the bundles of the same plans that were made before, oldest first."""
    plans = {row.conference.round.plan_id for row in rows if row.conference.round}
    earlier = Bundle.objects.filter(conference__round__plan__in=plans, pk__lt=min(row.pk for row in rows))
    codes = earlier.exclude(sealed=[]).order_by("pk").values_list("code", flat=True)
    return tuple(dict.fromkeys(code for code in codes if code != rows[0].code))


def is_bundle_whole(conference: Conference) -> bool:
    """Tell whether the bundle's folder still holds its sealed part (it goes when the keys are destroyed)."""
    return bundle(conference) is not None and holds_sealed(folder_of(conference))


def ending(conference: Conference) -> tuple[bool, bool]:
    """Tell in one question whether the bundle is made and whether the keys, which only then may be, are destroyed."""
    made = Bundle.objects.filter(conference=conference)
    found = made.values_list("pk", "conference__key_destruction__pk").first()
    return found is not None, found is not None and found[1] is not None


def key_destruction(conference: Conference) -> KeyDestruction | None:
    """Return the record of the keys' destruction, or None."""
    return KeyDestruction.objects.filter(conference=conference).first()
