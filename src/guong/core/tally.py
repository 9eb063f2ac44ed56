"""Counting: piles of marks and remarks per subject, nothing that joins two of them (DESIGN §4.6)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from guong.core.ballot import Part
from guong.core.questionnaire import LEVELS, Questionnaire


@dataclass(frozen=True)
class SubjectCount:
    """The count for one subject.

    ``device`` and ``paper`` are envelopes in the box, ``opened`` their sum. ``state`` is ``opened`` or ``too_few``;
    with ``too_few`` nothing below it is filled. ``items`` maps item key to (blank, level 1 … level 4), each row summing
    to ``valid``. ``remarks`` maps field to sorted texts; ``remarks_state`` is ``kept`` or ``discarded``.
    """

    subject: str
    state: str
    device: int
    paper: int
    valid: int = 0
    invalid: int = 0
    items: dict[str, tuple[int, ...]] = field(default_factory=dict)
    remarks_state: str = "discarded"
    remarks: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def opened(self) -> int:
        """Envelopes of this subject in the box."""
        return self.device + self.paper


@dataclass(frozen=True)
class Envelopes:
    """What one subject's envelopes held: readable parts, and how many envelopes were unreadable."""

    device: int
    paper: int
    parts: Sequence[Part]


def count_subject(
    subject: str, envelopes: Envelopes, form: Questionnaire, *, rows_from: int, remarks_from: int
) -> SubjectCount:
    """Count one subject's parts; empty parts and unreadable envelopes are invalid (DESIGN §8).

    Fewer than ``rows_from`` envelopes: not opened. Fewer than ``remarks_from``: remarks discarded (formats §10).
    """
    total = envelopes.device + envelopes.paper
    if total < rows_from:
        return SubjectCount(subject, "too_few", envelopes.device, envelopes.paper)
    valid = [part for part in envelopes.parts if not part.is_empty]
    keep = total >= remarks_from
    return SubjectCount(
        subject=subject,
        state="opened",
        device=envelopes.device,
        paper=envelopes.paper,
        valid=len(valid),
        invalid=total - len(valid),
        items=_items(valid, form),
        remarks_state="kept" if keep else "discarded",
        remarks=_remarks(valid, form) if keep else {},
    )


def _items(parts: Sequence[Part], form: Questionnaire) -> dict[str, tuple[int, ...]]:
    piles = {item.key: Counter(part.marks[place] for part in parts) for place, item in enumerate(form.items)}
    return {key: tuple(pile[str(level)] for level in range(LEVELS + 1)) for key, pile in piles.items()}


def _remarks(parts: Sequence[Part], form: Questionnaire) -> dict[str, tuple[str, ...]]:
    piles: dict[str, list[str]] = {}
    for part in parts:
        for name, text in part.remarks:
            piles.setdefault(name, []).append(text)
    return {name: tuple(sorted(piles[name])) for name in form.remark_fields if name in piles}
