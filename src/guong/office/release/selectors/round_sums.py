"""Sums of a round: made only of rows that passed the gate, and no finer than they are (decision 0009)."""

from collections.abc import Iterable

from guong.core.aggregation import KnownRow, added, channel_split
from guong.core.documents.district_parts import (
    CancelledSite,
    GroupSums,
    SiteLine,
    SubjectLine,
    Turnout,
    Withheld,
)
from guong.core.remarks.digest import RemarkCounts
from guong.core.remarks.digest import added as added_counts
from guong.core.wording import folded
from guong.office.counting import selectors as counting
from guong.office.release.selectors.gate import PersonalFigures, thresholds_in
from guong.office.release.selectors.rounds import RoundFigures, RoundPerson

WHOLE = "Cả đợt"


def whole_sums(figures: RoundFigures) -> GroupSums:
    """Return the sums of everybody whose rows may be shown."""
    return _sums(WHOLE, figures.people)


def group_sums(figures: RoundFigures) -> tuple[GroupSums, ...]:
    """Return the sums of each group in its order, empty ones too."""
    return tuple(
        _sums(group, [person for person in figures.people if person.group == group])
        for group in figures.groups
    )


def turnouts(figures: RoundFigures) -> tuple[Turnout, ...]:
    """Return who came to the conferences with a result, by level of the units where there are several, all last."""
    levels = dict.fromkeys(
        person.conference.unit.get_level_display() for person in figures.people if person.known
    )
    lines = [_turnout(figures, str(level)) for level in levels] if len(levels) > 1 else []
    return (*lines, _turnout(figures, ""))


def sites(figures: RoundFigures) -> tuple[SiteLine, ...]:
    """Return the conferences with a result, by unit."""
    lines = [
        SiteLine(
            entry.conference.unit.name,
            entry.conference.held_on,
            entry.whole.check.roll,
            entry.whole.check.hand.signatures,
        )
        for entry in figures.finished
        if entry.whole
    ]
    return tuple(sorted(lines, key=lambda line: (folded(line.unit), line.held_on)))


def cancelled_sites(figures: RoundFigures) -> tuple[CancelledSite, ...]:
    """Return the conferences that were not held, by day, with the reason."""
    return tuple(
        CancelledSite(one.unit.name, one.held_on, one.cancellation.reason) for one in figures.cancelled
    )


def channels(figures: RoundFigures) -> tuple[int, int] | None:
    """Return how many ballots came by phone and on paper, of the whole round only; None where that is withheld."""
    counts = [count for entry in figures.finished if entry.whole for count in entry.whole.counts.values()]
    return channel_split(sum(count.device for count in counts), sum(count.paper for count in counts))


def subject_lines(figures: RoundFigures) -> tuple[SubjectLine, ...]:
    """Return each person with a confirmed result, in the order of groups and units."""
    return tuple(_line(person, person.known) for person in figures.people if person.known)


def withheld(figures: RoundFigures) -> Withheld:
    """Return what isn't shown, by name and number."""
    known = [(person, person.known) for person in figures.people if person.known]
    thresholds = [thresholds_in(entry.definition) for entry in figures.finished]
    return Withheld(
        too_few=tuple(_named(person) for person, found in known if found.is_suppressed),
        merged=tuple(_named(person) for person, found in known if found.is_merged),
        coded_rows=sum(_coded(found) for _, found in known),
        without_remarks=sum(found.remarks_received is None for _, found in known),
        rows_from=max((rows for rows, _ in thresholds), default=5),
        remarks_from=max((remarks for _, remarks in thresholds), default=10),
    )


def remark_counts(figures: RoundFigures) -> RemarkCounts:
    """Return what became of the remarks of the whole round."""
    return added_counts(person.remarks.counts for person in figures.people if person.known and person.remarks)


def _sums(name: str, people: Iterable[RoundPerson]) -> GroupSums:
    shown = [person.shown for person in people if person.shown]
    places = range(len(shown[0].rows)) if shown else range(0)
    criteria = tuple(added(found.rows[place].known for found in shown) for place in places)
    return GroupSums(name, len(shown), criteria, _prestige(shown))


def _prestige(shown: list[PersonalFigures]) -> KnownRow | None:
    rows = [found.prestige.known for found in shown if found.prestige]
    return added(rows) if rows else None


def _turnout(figures: RoundFigures, level: str) -> Turnout:
    def belongs(entry: counting.Counted) -> bool:
        return not level or entry.conference.unit.get_level_display() == level

    entries = [entry for entry in figures.finished if entry.whole and belongs(entry)]
    people = [person.known for person in figures.people if person.known and belongs(person.entry)]
    return Turnout(
        name=level or WHOLE,
        conferences=len(entries),
        subjects=len(people),
        summoned=sum(entry.whole.check.roll for entry in entries if entry.whole),
        present=sum(entry.whole.check.hand.signatures for entry in entries if entry.whole),
        returned=sum(found.participation.returned for found in people),
    )


def _line(person: RoundPerson, found: PersonalFigures | None) -> SubjectLine:
    assert found is not None
    return SubjectLine(
        group=person.group,
        unit=person.conference.unit.name,
        name=person.subject.name,
        post=person.subject.post.title,
        returned=found.participation.returned,
        better=tuple(row.good_or_better for row in found.rows),
        prestige=found.prestige.good_or_better if found.prestige else "…",
    )


def _coded(found: PersonalFigures) -> int:
    if found.is_merged:
        return 0
    rows = (*found.rows, *((found.prestige,) if found.prestige else ()))
    return sum(row.per_mille is None for row in rows)


def _named(person: RoundPerson) -> str:
    return f"{person.subject.name} ({person.conference.unit.name})"
