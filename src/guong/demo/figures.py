"""The object that `guong demo --json` prints (DESIGN §10; fields as the second issue names them)."""

from collections.abc import Sequence
from typing import Any

from guong.demo.hall import Hall
from guong.office.conferences.models import Conference
from guong.office.counting import selectors

_TOTALS = (
    "signatures", "printed", "drawn", "left_over", "paper_sets", "exchanged", "spoiled", "replaced", "not_returned",
)  # fmt: skip


def round_figures(key: str, played: Sequence[tuple[Conference, Hall]]) -> dict[str, Any]:
    """Return one round's figures: totals of the hand counts, the urn's ballots, each subject's count."""
    per_subject = [entry for conference, _ in played for entry in _subjects(conference)]
    totals = {name: sum(getattr(hall.counted_by_hand, name) for _, hall in played) for name in _TOTALS}
    device = sum(next(iter(selectors.subject_counts(conference).values())).device for conference, _ in played)
    return {
        "key": key,
        "conferences": len(played),
        "subjects": len(per_subject),
        **totals,
        "device": device,
        "per_subject": per_subject,
    }


def _subjects(conference: Conference) -> list[dict[str, Any]]:
    names = {subject.key: subject.name for subject in conference.subjects.all()}
    return [
        {
            "subject": names[key],
            "device": count.device,
            "paper": count.paper,
            "opened": count.opened,
            "valid": count.valid,
            "invalid": count.invalid,
        }
        for key, count in selectors.subject_counts(conference).items()
    ]
