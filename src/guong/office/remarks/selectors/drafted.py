"""The digest while it is being made: proposals by theme, as only the two officers see them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from guong.core.remarks.digest import Line, RemarkCounts, by_theme, counted
from guong.core.remarks.verdicts import Reason, Verdict
from guong.office.remarks.models import Desk, Draft, DraftState
from guong.office.remarks.selectors.work import Entry


@dataclass(frozen=True)
class DraftedLine:
    """One remark as it would be handed on; ``key`` is that of its entry."""

    key: UUID
    text: str
    edited: bool
    state: DraftState


@dataclass(frozen=True)
class DraftedTheme:
    """A theme with its remarks, in an order that tells nothing."""

    title: str
    lines: tuple[DraftedLine, ...]


def drafted_themes(entries: Sequence[Entry], *, usual: Sequence[str]) -> list[DraftedTheme]:
    """Return what would be handed on, by theme as the digest groups it."""
    shown = {entry.key: entry.draft for entry in entries if entry.draft and entry.draft.theme}
    lines: dict[tuple[str, str], list[DraftedLine]] = {}
    for key, draft in shown.items():
        line = DraftedLine(key, draft.text, is_edited(draft), DraftState(draft.state))
        lines.setdefault((draft.theme, draft.text), []).append(line)
    themes = by_theme((Line(draft.theme, draft.text) for draft in shown.values()), usual=usual)
    return [
        DraftedTheme(
            theme.title,
            tuple(line for said in theme.said for line in lines[theme.title, said.text]),
        )
        for theme in themes
    ]


def drafted_counts(desk: Desk, entries: Sequence[Entry]) -> tuple[RemarkCounts, dict[Reason, int]]:
    """Return the four counts as they stand, and how many would be withheld for which reason."""
    drafts = [entry.draft for entry in entries if entry.draft]
    lines = [Line(draft.theme, draft.text, is_edited(draft)) for draft in drafts if draft.theme]
    withheld = Counter(draft.reason for draft in drafts if draft.verdict == Verdict.WITHHOLD.value)
    withheld.update(desk.withheld)
    reasons = {reason: withheld[reason.value] for reason in Reason if withheld[reason.value]}
    received = len(entries) + sum(desk.withheld.values())
    return counted(lines, withheld=sum(reasons.values()), received=received), reasons


def is_edited(draft: Draft) -> bool:
    """Tell whether a remark would be handed on in other words than the voter's."""
    return draft.was_edited or draft.verdict == Verdict.EDIT.value
