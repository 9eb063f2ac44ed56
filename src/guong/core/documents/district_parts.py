"""What the district report speaks of, as plain values; every figure of answers passed the disclosure gate before."""

from dataclasses import dataclass
from datetime import date

from guong.core.aggregation import KnownRow
from guong.core.documents.model import Letterhead, Signature
from guong.core.questionnaire import Questionnaire
from guong.core.remarks.digest import RemarkCounts


@dataclass(frozen=True)
class Turnout:
    """Who was asked and who came, of one kind of units or of all. ``returned`` counts a ballot for each subject."""

    name: str
    conferences: int
    subjects: int
    summoned: int
    present: int
    returned: int


@dataclass(frozen=True)
class GroupSums:
    """The sums of one group of subjects, or of all: a school level, or a post in wards.

    ``subjects`` counts those whose ballots are in the sums. ``criteria`` follow the form's order; ``prestige`` is None
    where the form doesn't ask for it.
    """

    name: str
    subjects: int
    criteria: tuple[KnownRow, ...]
    prestige: KnownRow | None


@dataclass(frozen=True)
class SubjectLine:
    """One person in the annex: ``better`` are the texts of "Tốt trở lên" by criterion, empty where withheld."""

    group: str
    unit: str
    name: str
    post: str
    returned: int
    better: tuple[str, ...]
    prestige: str


@dataclass(frozen=True)
class SiteLine:
    """One conference in the annex."""

    unit: str
    held_on: date
    summoned: int
    present: int


@dataclass(frozen=True)
class CancelledSite:
    """A conference that was not held: where and when it was to be, and why not."""

    unit: str
    planned_on: date
    reason: str


@dataclass(frozen=True)
class Withheld:
    """What the report does not print: people by printed name, coded rows, people whose remarks were discarded."""

    too_few: tuple[str, ...]
    merged: tuple[str, ...]
    coded_rows: int
    without_remarks: int
    rows_from: int
    remarks_from: int


@dataclass(frozen=True)
class Earlier:
    """The round before, where one asked in the same words: sums by criterion, None where the wording differs."""

    name: str
    criteria: tuple[KnownRow | None, ...]


@dataclass(frozen=True)
class Charts:
    """SVG of `guong.render.charts`: criteria and prestige of the round, groups beside each other, each group."""

    criteria: str
    groups: str
    prestige: str
    of_group: tuple[str, ...]


@dataclass(frozen=True)
class DistrictReport:
    """Everything that the report says.

    ``matter`` is the abstract. ``plan`` names the plan within a sentence. ``group_word`` heads the groups (``Cấp học``),
    ``channels`` says how many ballots came by phone and on paper, None where that is withheld. ``turnouts``
    are by level of the units, the last line for all; ``cancelled`` conferences are counted in none of them; ``assessment`` and ``proposals`` are the office's own words.
    """

    letterhead: Letterhead
    matter: str
    plan: str
    bases: tuple[str, ...]
    round_name: str
    begins_on: date
    ends_on: date
    group_word: str
    form: Questionnaire
    turnouts: tuple[Turnout, ...]
    channels: tuple[int, int] | None
    whole: GroupSums
    groups: tuple[GroupSums, ...]
    sites: tuple[SiteLine, ...]
    subjects: tuple[SubjectLine, ...]
    withheld: Withheld
    remarks: RemarkCounts
    charts: Charts
    earlier: Earlier | None
    assessment: tuple[str, ...]
    proposals: tuple[str, ...]
    signature: Signature
    recipients: tuple[str, ...]
    rule_set: str
    cancelled: tuple[CancelledSite, ...] = ()

    @property
    def total(self) -> Turnout:
        """Turnout of the whole round."""
        return self.turnouts[-1]
