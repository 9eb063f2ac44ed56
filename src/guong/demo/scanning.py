"""The paper sheets of one conference go through the scanning station: scanned, looked at by three people, sealed there."""

from random import Random

from guong.ceremony.scanning.batch import Batch
from guong.ceremony.scanning.questions import Queue
from guong.ceremony.scanning.station import Station
from guong.core.ballot import Part
from guong.core.outcome import Refused
from guong.core.paper_batch import BLANK, NO_STAMP, STAMPED
from guong.core.secrecy import slips
from guong.demo.answers import empty_answer
from guong.demo.conference import Held
from guong.demo.filled_sheets import scanned_stack
from guong.demo.outcomes import DemoStopped, granted
from guong.demo.parties import THIRD_VERIFIER
from guong.demo.world import World
from guong.office.conferences import selectors as conferences
from guong.office.paperdesk import scanning

Sheet = tuple[Part, bool]


def scan_sheets(world: World, held: Held, subject: str) -> None:
    """Scan, look at and seal every sheet of one subject, and bring the batch to the desk."""
    conference = held.ready.conference
    granted(scanning.name_third_verifier(conference=conference, name=THIRD_VERIFIER))
    order = granted(scanning.scan_order(conference=conference, subject_key=subject))
    stack = _stack(held, subject)
    line = next(one.line for one in order.definition.subjects if one.key == subject)
    # Of its own, so that figures don't depend on which conference is scanned.
    random = Random(f"{held.ready.conference.key}/{subject}")
    scans = scanned_stack(order.questionnaire, line, stack, random)
    station = Station()
    _done(station.take_order(order.raw))
    _done(station.begin(str(len(stack)), str(len(stack))))
    if station.batch is None:
        raise DemoStopped("no batch was begun")
    _look(station.batch, scans, stack, station)
    card = "".join(
        slips.printed_groups(held.ready.secrets.station_tickets[0], order.definition.poll, slips.STATION)
    )
    _done(station.seal(card))
    if station.sealed is None:
        raise DemoStopped("nothing was sealed")
    raw = station.sealed.raw
    granted(
        scanning.put_batch(actor=world.counting_officer, conference=conference, subject_key=subject, raw=raw)
    )
    station.handed_over()


def _stack(held: Held, subject: str) -> list[Sheet]:
    empty = empty_answer(conferences.form_of(held.ready.conference), subject)
    stamped = [(part, True) for part in held.hall.sheets[subject]]
    return stamped + [(empty, False)] * held.hall.unstamped[subject]


def _look(batch: Batch, scans: bytes, stack: list[Sheet], station: Station) -> None:
    """Read the scans; three people then say of each strip what truly stands on that sheet."""
    if batch.add([("tap-phieu.pdf", scans)]) != len(stack):
        raise DemoStopped("not every sheet was read")
    on_paper = {sheet.key: answer for sheet, answer in zip(batch.sheets, stack, strict=True)}
    for pair in batch.look_alikes:
        batch.decide(pair.key, "different")
    _done(station.finish_scanning())
    queue = batch.queue
    while queue is not None and queue.turn is not None:
        _take_turn(queue, queue.turn, on_paper, batch)
    for sheet in batch.to_type():
        _done(batch.type_notes(sheet.key, dict(on_paper[sheet.key][0].remarks)))


def _take_turn(queue: Queue, turn: int, on_paper: dict[str, Sheet], batch: Batch) -> None:
    places = {item.key: place for place, item in enumerate(batch.form.items)}
    given = {}
    for question in queue.waiting(turn):
        part, is_stamped = on_paper[question.sheet.key]
        if question.item is None:
            given[question.key] = STAMPED if is_stamped else NO_STAMP
        else:
            mark = part.marks[places[question.item]]
            given[question.key] = BLANK if mark == "0" else mark
    queue.answer(turn, given)


def _done(refused: Refused | None) -> None:
    if refused is not None:
        raise DemoStopped(refused.reason)
