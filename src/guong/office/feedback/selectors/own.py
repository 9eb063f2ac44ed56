"""One head's own result with the own view beside it. Every figure comes out of `release.selectors`."""

from collections.abc import Collection
from dataclasses import dataclass

from guong.core.remediation.need import most_in_need
from guong.office.conferences.models import ConferenceSubject
from guong.office.feedback.models import Acknowledgement, Reflection
from guong.office.release.selectors import PersonalFigures


@dataclass(frozen=True)
class OwnRow:
    """A criterion as the head sees it: the shown texts, and the level that the head gave, empty if none."""

    number: str
    text: str
    shares: tuple[tuple[str, str], ...]
    good_or_better: str
    own: str
    per_mille: tuple[int, int, int, int] | None
    instead: str


@dataclass(frozen=True)
class OwnPage:
    """A head's page. ``rows`` come the most in need first and are empty where the group is too small."""

    rows: tuple[OwnRow, ...]
    prestige: tuple[tuple[str, str], ...]
    acknowledged: Acknowledgement | None
    reflection: Reflection | None

    @property
    def has_own(self) -> bool:
        """Tell whether the head has rated anything."""
        return any(row.own for row in self.rows)


def own_page(subject: ConferenceSubject, figures: PersonalFigures) -> OwnPage:
    """Return the head's page about figures that passed the gate, in two queries."""
    reflection = reflection_of(subject)
    ratings = reflection.ratings if reflection else {}
    rows = most_in_need(figures.rows, lambda row: row.known)
    return OwnPage(
        rows=tuple(
            OwnRow(
                number=row.item.number,
                text=row.item.text,
                shares=tuple(zip(figures.levels, row.shares, strict=True)),
                good_or_better=row.good_or_better,
                own=_level(row.item.levels, ratings.get(row.item.key)),
                per_mille=row.per_mille,
                instead=row.top or "…",
            )
            for row in rows
        ),
        prestige=_prestige(figures),
        acknowledged=Acknowledgement.objects.filter(subject=subject).first(),
        reflection=reflection,
    )


def reflection_of(subject: ConferenceSubject) -> Reflection | None:
    """Return a head's own view, None before the first word. Only for the head's own pages."""
    return Reflection.objects.filter(subject=subject).first()


def received(subjects: Collection[ConferenceSubject]) -> dict[int, Acknowledgement]:
    """Return which of many people have received their results, by the subject's number, in one query."""
    return {one.subject_id: one for one in Acknowledgement.objects.filter(subject__in=subjects)}


def _level(levels: tuple[str, ...], place: object) -> str:
    return levels[place] if isinstance(place, int) and 0 <= place < len(levels) else ""


def _prestige(figures: PersonalFigures) -> tuple[tuple[str, str], ...]:
    row = figures.prestige
    if row is None:
        return ()
    if figures.is_merged:
        return ((" hoặc ".join(row.item.levels[:2]), row.good_or_better),)
    return tuple(zip(row.item.levels, row.shares, strict=True))
