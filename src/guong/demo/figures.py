"""The object that `guong demo --json` prints (DESIGN §10; fields as the third issue names them)."""

from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import Any

from guong.core.reconciliation import HandCount
from guong.demo.conference import Held
from guong.demo.paper_figures import PaperFigures
from guong.office.conferences.models import Conference
from guong.office.counting import selectors

_TOTALS = tuple(field.name for field in fields(HandCount))


def round_figures(key: str, played: Sequence[Held]) -> dict[str, Any]:
    """Return one round's figures: totals of the hand counts, the urn's ballots, what the scanner read, each person's count."""
    per_subject = [entry for held in played for entry in _subjects(held.ready.conference)]
    hands = [asdict(held.hall.counted_by_hand) for held in played]
    return {
        "key": key,
        "conferences": len(played),
        "subjects": len(per_subject),
        **{name: sum(hand[name] for hand in hands) for name in _TOTALS},
        "device": sum(_device(held.ready.conference) for held in played),
        "scanned": asdict(sum((held.paper for held in played), PaperFigures())),
        "per_subject": per_subject,
    }


def _device(conference: Conference) -> int:
    return next(iter(selectors.subject_counts(conference).values())).device


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
