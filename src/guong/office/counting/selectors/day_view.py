"""One opening day as its page shows it: boxes with states, steps done, codes confirmed, people."""

from dataclasses import dataclass

from guong.ballots import polls
from guong.core import crockford
from guong.core.lifecycle import PollState
from guong.office.conferences import selectors as conference_selectors
from guong.office.conferences.models import Conference
from guong.office.counting.day_steps import BoxStanding, DayFacts, DayStepKey, next_day_step
from guong.office.counting.models import (
    Bundle,
    DayPerson,
    DayRole,
    DayStep,
    KeyDestruction,
    Opening,
    OpeningDay,
    ReceivedBox,
    ResultIntake,
)
from guong.office.counting.selectors.hall import FINAL, seal_code

BOARD_ROLES = (DayRole.HEAD, DayRole.CLERK, DayRole.MEMBER)
NOT_HERE = (BoxStanding.ELSEWHERE, BoxStanding.VOID, BoxStanding.CANCELLED)
_SEALED = {PollState.SEALED, *FINAL}


@dataclass(frozen=True)
class BoxLine:
    """One box of a day. ``seal_code`` and ``digest`` are empty before sealing and before the confirmed opening."""

    conference: Conference
    standing: BoxStanding
    seal_code: str
    device: int
    sheets: int
    received: ReceivedBox | None
    digest: str = ""
    is_bundled: bool = False
    has_ended: bool = False

    @property
    def result_code(self) -> str:
        """Mã kết quả of the opened box, else empty."""
        return crockford.sixteen_digits(bytes.fromhex(self.digest)) if self.digest else ""

    @property
    def may_open(self) -> bool:
        """Tell whether the box came with the right code and isn't left out."""
        return (
            self.received is not None and not self.received.is_shut and self.standing is not BoxStanding.VOID
        )


@dataclass(frozen=True)
class DayView:
    """A day as its page shows it: boxes in the order of the calendar, steps done, codes confirmed, people."""

    day: OpeningDay
    lines: tuple[BoxLine, ...]
    steps: dict[DayStepKey, DayStep]
    intakes: tuple[ResultIntake, ...]
    people: tuple[DayPerson, ...]

    @property
    def facts(self) -> DayFacts:
        """What the rules of the steps need."""
        mine = [line for line in self.lines if line.standing not in NOT_HERE]
        to_open = [line for line in mine if line.may_open]
        opened = [line for line in to_open if line.digest]
        return DayFacts(
            boxes=len(mine),
            received=sum(line.received is not None and not line.received.differs for line in mine),
            to_open=len(to_open),
            opened=len(opened),
            bundled=sum(line.is_bundled for line in opened),
            ended=sum(line.has_ended for line in opened),
            minuted=frozenset(self.steps),
        )

    @property
    def now(self) -> DayStepKey | None:
        """The step to do now, None once the day is over."""
        return next_day_step(self.facts)

    @property
    def opened(self) -> list[Conference]:
        """The conferences whose boxes were opened on this day."""
        return [line.conference for line in self.lines if line.may_open and line.digest]

    @property
    def board(self) -> list[DayPerson]:
        """The members of the counting board who are present."""
        return [person for person in self.people if person.role in BOARD_ROLES]


def day_view(day: OpeningDay) -> DayView:
    """Return everything that a day's page needs, in a fixed number of queries."""
    found = day.conferences.select_related("unit", "poll", "cancellation").prefetch_related("board")
    conferences = list(found.order_by("held_on", "begins_at", "pk"))
    rows = {row.conference_id: row for row in day.boxes.all()}
    digests = dict(Opening.objects.filter(conference__in=conferences).values_list("conference_id", "digest"))
    bundled = set(Bundle.objects.filter(conference__in=conferences).values_list("conference_id", flat=True))
    ended = set(
        KeyDestruction.objects.filter(conference__in=conferences).values_list("conference_id", flat=True)
    )
    keys = [conference.poll.poll_key for conference in conferences if hasattr(conference, "poll")]
    told = polls.survey(conference_selectors.urn_store(), polls=keys)
    return DayView(
        day=day,
        lines=tuple(
            _line(
                conference,
                told.get(_poll_key(conference)),
                rows.get(conference.pk),
                digests.get(conference.pk, ""),
                is_bundled=conference.pk in bundled,
                has_ended=conference.pk in ended,
            )
            for conference in conferences
        ),
        steps={DayStepKey(row.step): row for row in day.steps.all()},
        intakes=tuple(day.intakes.all()),
        people=tuple(day.people.all()),
    )


def _poll_key(conference: Conference) -> str:
    return conference.poll.poll_key if hasattr(conference, "poll") else ""


def _line(
    conference: Conference,
    told: polls.Surveyed | None,
    received: ReceivedBox | None,
    digest: str,
    *,
    is_bundled: bool,
    has_ended: bool,
) -> BoxLine:
    state = told.state if told else None
    figures = told.figures if told and state in _SEALED else None
    is_cancelled = getattr(conference, "cancellation", None) is not None
    return BoxLine(
        conference=conference,
        standing=BoxStanding.CANCELLED if is_cancelled else _standing(state, received, has_ended=has_ended),
        seal_code=seal_code(figures) if figures else "",
        device=figures.device if figures else 0,
        sheets=sum(figures.paper.values()) if figures else 0,
        received=received,
        digest=digest if state in FINAL else "",
        is_bundled=is_bundled,
        has_ended=has_ended,
    )


def _standing(state: PollState | None, received: ReceivedBox | None, *, has_ended: bool) -> BoxStanding:
    if state is PollState.VOID:
        return BoxStanding.VOID
    if received is None:
        if state in FINAL:
            return BoxStanding.ELSEWHERE
        return BoxStanding.EXPECTED if state in _SEALED else BoxStanding.NOT_SEALED
    if received.is_shut:
        return BoxStanding.OTHER_CODE if received.differs else BoxStanding.LEFT_OUT
    if state in FINAL:
        return BoxStanding.ENDED if has_ended else BoxStanding.OPENED
    return BoxStanding.RECEIVED
