"""One conference from its creation to the end of casting, through the office's own services."""

from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random

from guong.ceremony.preparing import PreparedPoll
from guong.core.hall_hour import Moment
from guong.core.lifecycle import SlotState
from guong.core.preflight import BY_HAND
from guong.core.secrecy import slips
from guong.core.secrecy.requests import PollRequest
from guong.demo.clock import set_clock
from guong.demo.hall import Filling, Habits, Hall
from guong.demo.laptop import Prepared
from guong.demo.outcomes import DemoStopped, granted
from guong.demo.paper_figures import PaperFigures
from guong.demo.scanner import Scans, sheets_of
from guong.demo.workers import Workers
from guong.demo.world import World
from guong.office.conferences import selectors, services
from guong.office.conferences.details import ByPin
from guong.office.conferences.models import Conference
from guong.office.conferences.pins import DEMO_PIN

_UNTIL_OPEN, _UNTIL_CLOSED = timedelta(minutes=20), timedelta(minutes=80)
# Minutes after the announced beginning at which the clerk notes the moments of the hour.
_BEGINNING = {Moment.SETTLED: 0, Moment.BEGAN: 5, Moment.BRIEFED: 10, Moment.LEFT: 15, Moment.HANDED_OUT: 20}
_ENDING = {Moment.RETURNED: 95, Moment.ENDED: 100}


@dataclass(frozen=True)
class Ready:
    """A conference whose slips lie in their box: register row, the board's request and secrets, where its papers go."""

    conference: Conference
    request: PollRequest
    secrets: PreparedPoll
    folder: Path

    @property
    def subjects(self) -> list[str]:
        """Keys of the people asked about."""
        return [subject.key for subject in self.request.subjects]


@dataclass(frozen=True)
class Held:
    """A conference after casting, what lies on its tables, and once it is counted its mã niêm phong and paper's figures.

    ``scans`` are its paper sheets in the scanner, until they are counted.
    """

    ready: Ready
    hall: Hall
    scans: Scans = field(default_factory=dict)
    seal_code: str = ""
    paper: PaperFigures = PaperFigures()


def settle_roll(world: World, conference: Conference) -> None:
    """Build and agree the roll."""
    actor = world.organiser
    granted(services.build_roll(actor=actor, conference=conference, version=_version(conference)))
    granted(services.agree_roll(actor=actor, conference=conference, version=_version(conference)))


def ask_laptop(
    world: World, conference: Conference, seed: bytes, workers: Workers
) -> "tuple[PollRequest, Future[Prepared]]":
    """Make the request and have the board's laptop prepare keys, slips and sheets for it."""
    conference.refresh_from_db()
    poll = granted(services.prepare_request(actor=world.organiser, conference=conference))
    form = selectors.form_of(conference)
    raw = bytes(poll.request)
    return PollRequest.from_bytes(raw), workers.prepare(raw, seed, form.raw)


def take_keys(
    world: World, conference: Conference, request: PollRequest, prepared: Prepared, folder: Path
) -> Ready:
    """Give the public keys to the server and lay the printed papers into ``folder``."""
    raw = prepared.secrets.keys.raw
    granted(services.import_keys(actor=world.organiser, conference=conference, raw=raw))
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in prepared.papers.items():
        (folder / name).write_bytes(data)
    conference.refresh_from_db()
    return Ready(conference, request, prepared.secrets, folder)


def open_poll(world: World, ready: Ready) -> None:
    """Note that everything is printed and open the poll."""
    conference = ready.conference
    set_clock(conference.held_on, _later(conference.begins_at, _UNTIL_OPEN))
    granted(
        services.confirm_printed(actor=world.organiser, conference=conference, version=_version(conference))
    )
    _prepare_the_hall(world, conference)
    second = _confirming(world, conference)
    granted(services.open_poll(actor=world.organiser, conference=conference, second=second))


def hold(
    world: World, ready: Ready, *, origin: str, workers: Workers, random: Random, habits: Habits
) -> Held:
    """Open the urn, let everybody but those absent sign and vote over HTTP, end casting."""
    conference = ready.conference
    open_poll(world, ready)
    roll = list(conference.roll.all())
    present = roll[: len(roll) - habits.absent]
    hall = Filling.begin(
        random,
        ready.secrets.tickets,
        subjects=ready.subjects,
        form=selectors.form_of(conference),
        habits=habits,
    ).fill(present=len(present))
    voting = _let_vote(ready, hall, origin, workers, random)
    scans = _scan(ready, hall, workers, torn=habits.torn)
    for entry in present:
        granted(services.mark_present(conference=conference, person_id=entry.person_id, present=True))
    _hand_back(ready, hall)
    if sum(receipts.result() for receipts in voting) != len(hall.phones):
        raise DemoStopped("a phone holds no receipt")
    set_clock(conference.held_on, _later(conference.begins_at, _UNTIL_CLOSED))
    second = _confirming(world, conference)
    granted(services.close_poll(actor=world.organiser, conference=conference, second=second))
    _note_the_hour(world, conference, _ENDING)
    conference.refresh_from_db()
    return Held(ready, hall, scans)


def _prepare_the_hall(world: World, conference: Conference) -> None:
    """Tick what people look at, send the test ballot, note the hour up to the handing out of slips."""
    actor = world.organiser
    for check in BY_HAND:
        granted(services.tick_check(actor=actor, conference=conference, check=check, done=True))
    granted(services.try_ballot(conference=conference))
    services.note_trial(actor=actor, conference=conference, failed="", seconds_ahead=0)
    _note_the_hour(world, conference, _BEGINNING)


def _note_the_hour(world: World, conference: Conference, minutes: Mapping[Moment, int]) -> None:
    for moment, after in minutes.items():
        at = _later(conference.begins_at, timedelta(minutes=after))
        granted(services.note_moment(actor=world.organiser, conference=conference, moment=moment, at=at))


def _confirming(world: World, conference: Conference) -> ByPin:
    """The witness confirms; the number is chosen where that has not been done yet."""
    witness = selectors.keepers_of(conference)[-1]
    if not witness.pin_digest:
        granted(
            services.choose_pin(
                actor=world.organiser,
                conference=conference,
                member_id=witness.pk,
                pin=DEMO_PIN,
                again=DEMO_PIN,
            )
        )
    return ByPin(witness.pk, DEMO_PIN)


def _let_vote(ready: Ready, hall: Hall, origin: str, workers: Workers, random: Random) -> "list[Future[int]]":
    poll = selectors.poll_of(ready.conference)
    if poll is None or not poll.definition:
        raise DemoStopped("the poll has no definition")
    order = list(hall.phones)
    random.shuffle(order)
    return workers.vote(origin, bytes(poll.definition), bytes(poll.questionnaire), order)


def _scan(ready: Ready, hall: Hall, workers: Workers, *, torn: int) -> Scans:
    form = selectors.form_of(ready.conference)
    stacks = {
        subject.key: (subject.line, sheets_of(hall, form, subject.key, torn=torn))
        for subject in ready.request.subjects
    }
    name = f"{form.key}/{ready.conference.unit.key}"
    return {
        key: workers.scan(form.raw, line, sheets, f"{name}/{key}")
        for key, (line, sheets) in stacks.items()
        if sheets
    }


def _hand_back(ready: Ready, hall: Hall) -> None:
    conference = ready.conference
    for _ in range(hall.paper_sets):
        granted(services.count_paper_set(conference=conference, change=1))
    for tickets, mark in ((hall.exchanged, SlotState.EXCHANGED), (hall.spoiled, SlotState.SPOILED)):
        for ticket in tickets:
            code = "-".join(slips.printed_groups(ticket, ready.request.poll))
            granted(services.take_back_slip(conference=conference, code=code, mark=mark))


def _later(hour: time, by: timedelta) -> time:
    return (datetime.combine(date.min, hour) + by).time()


def _version(conference: Conference) -> int:
    conference.refresh_from_db()
    return conference.version
