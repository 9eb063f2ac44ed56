"""The Standing Committee's page of a round: four numbers, one picture, the same by level. Figures come out of release."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from guong.core.aggregation import KnownRow, added, share_text
from guong.core.disclosure import HIDDEN
from guong.core.documents.district_parts import GroupSums, Turnout
from guong.core.documents.district_tables import criteria_of
from guong.core.wording import percent
from guong.office.accounts.models import User
from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Conference, ConferenceSubject
from guong.office.overview.selectors.pictures import Pictures, pictures_of
from guong.office.plans import selectors as plans
from guong.office.plans.models import Round
from guong.office.release import selectors as release
from guong.office.release.selectors import RoundFigures
from guong.office.remediation import selectors as remediation
from guong.office.remediation.selectors import Board

_BY_LEVEL = "-levels"


@dataclass(frozen=True)
class SharedRow:
    """A line of a table in the texts that are printed: the four levels and the two better ones, in percent."""

    number: str
    text: str
    shares: tuple[str, ...]
    better: str


@dataclass(frozen=True)
class CommitteeView:
    """What the page shows. ``criteria`` and ``levels`` are empty where every group is too small for any figure."""

    of_round: Round
    total: Turnout
    attendance: str
    remarks: int
    board: Board
    level_names: tuple[str, ...]
    criteria: tuple[SharedRow, ...]
    picture: Pictures
    group_word: str
    groups: tuple[SharedRow, ...]
    group_picture: Pictures
    hidden: tuple[str, ...]


def committee_rounds(user: User) -> list[Round]:
    """Return the rounds with a result whose figures a user may read by now, the latest first."""
    opened = conferences.opened_conferences()
    rounds = plans.rounds_in_scope(user=user).filter(pk__in=opened.values("round"))
    return release.rounds_readable(user, list(rounds.order_by("-begins_on", "-pk")))


def committee_view(*, user: User, figures: RoundFigures, today: date) -> CommitteeView:
    """Return the page of a round whose reading was noted."""
    whole, total = release.whole_sums(figures), release.turnouts(figures)[-1]
    shown = [group for group in release.group_sums(figures) if group.subjects]
    items = criteria_of(figures.form.items) if figures.form and whole.subjects else []
    levels = items[0].levels if items else ()
    labels = [f"{item.number}. {item.text}" for item in items]
    pooled = [(group.name, added(group.criteria)) for group in (*shown, whole)] if items else []
    return CommitteeView(
        of_round=figures.of_round,
        total=total,
        attendance=percent(total.present, total.summoned) if total.summoned else "",
        remarks=release.remark_counts(figures).shown,
        board=remediation.board_among(user=user, people=_told(figures), today=today),
        level_names=levels,
        criteria=tuple(
            shared_row(item.number, item.text, row) for item, row in zip(items, whole.criteria, strict=True)
        )
        if items
        else (),
        picture=pictures_of(
            labels, whole.criteria, levels=levels, title="Tỷ lệ bốn mức của từng nội dung, cả đợt"
        ),
        group_word="Chức vụ" if figures.is_of_wards else "Cấp học",
        groups=tuple(shared_row("", name, row) for name, row in pooled),
        group_picture=pictures_of(
            [name for name, _ in pooled],
            [row for _, row in pooled],
            levels=levels,
            title="Tỷ lệ bốn mức, chung các nội dung",
            mark=_BY_LEVEL,
        ),
        hidden=_hidden(figures, shown),
    )


def _told(figures: RoundFigures) -> list[tuple[Conference, ConferenceSubject, date]]:
    days = release.told_days([entry.conference for entry in figures.conferences])
    return [
        (person.conference, person.subject, day)
        for person in figures.people
        if (day := days.get((person.conference.pk, person.subject.key))) is not None
    ]


def shared_row(number: str, text: str, row: KnownRow) -> SharedRow:
    """Return a sum as a line of a table."""
    if not row.returned:
        return SharedRow(number, text, (HIDDEN,) * 4, HIDDEN)
    shares = tuple(share_text(span, whole=row.returned) for span in row.levels)
    return SharedRow(number, text, shares, share_text(row.better, whole=row.returned))


def _hidden(figures: RoundFigures, shown: Sequence[GroupSums]) -> tuple[str, ...]:
    """Name the levels of which nothing is shown."""
    names = {group.name for group in shown}
    return tuple(name for name in figures.groups if name not in names)
