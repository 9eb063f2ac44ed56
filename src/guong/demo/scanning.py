"""The paper sheets of a conference go through the scanning station: read, looked at by three people, sealed there."""

from guong.ceremony.scanning.batch import Batch
from guong.ceremony.scanning.questions import SECOND, Queue
from guong.ceremony.scanning.station import Station
from guong.core.outcome import Refused
from guong.core.paper_batch import BLANK, INVALID, NO_STAMP, STAMPED
from guong.core.secrecy import slips
from guong.demo.conference import Ready
from guong.demo.filled_sheets import PaperSheet
from guong.demo.outcomes import DemoStopped, granted
from guong.demo.paper_figures import PaperFigures
from guong.demo.parties import THIRD_VERIFIER
from guong.demo.scanner import ScannedStack
from guong.demo.world import World
from guong.office.paperdesk import scanning


def scan_sheets(
    world: World, ready: Ready, subject: str, stack: ScannedStack
) -> tuple[PaperFigures, list[PaperSheet]]:
    """Look at and seal what was read of a person's sheets and bring the batch to the desk; returns what is left to key."""
    conference = ready.conference
    granted(scanning.name_third_verifier(conference=conference, name=THIRD_VERIFIER))
    order = granted(scanning.scan_order(conference=conference, subject_key=subject))
    station = Station(read=stack.read)
    _done(station.take_order(order.raw))
    _done(station.begin(str(len(stack.sheets)), str(len(stack.sheets))))
    figures, aside = _settle(station, stack)
    tickets = ready.secrets.station_tickets
    _done(station.seal("".join(slips.printed_groups(tickets[0], order.definition.poll, slips.STATION))))
    if station.sealed is None:
        raise DemoStopped("nothing was sealed")
    granted(
        scanning.put_batch(
            actor=world.counting_officer,
            conference=conference,
            subject_key=subject,
            raw=station.sealed.raw,
        )
    )
    station.handed_over()
    return figures, aside


def _settle(station: Station, stack: ScannedStack) -> tuple[PaperFigures, list[PaperSheet]]:
    """Three people say of each strip what truly stands on that sheet; a sheet that was refused is set aside."""
    batch = station.batch
    if batch is None:
        raise DemoStopped("no batch was begun")
    batch.add([("tap-phieu.pdf", stack.file)])
    for entry in batch.not_read:
        batch.decide(entry.key, "aside")
    for pair in batch.look_alikes:
        batch.decide(pair.key, "different")
    places = _places(batch)
    on_paper = {key: stack.sheets[place] for key, place in places.items()}
    aside = [sheet for place, sheet in enumerate(stack.sheets) if place not in places.values()]
    _done(station.finish_scanning())
    queue = batch.queue
    if queue is None:
        raise DemoStopped("nothing was asked")
    while queue.turn is not None:
        _take_turn(queue, queue.turn, on_paper, batch)
    for sheet in batch.to_type():
        _done(batch.type_notes(sheet.key, dict(on_paper[sheet.key].part.remarks)))
    return _figures(batch, queue, on_paper), aside


def _places(batch: Batch) -> dict[str, int]:
    """Where each sheet that was read lies in its stack, by its key."""
    sides = 2 if batch.is_two_sided else 1
    return {sheet.key: (sheet.front.reading.page - 1) // sides for sheet in batch.sheets}


def _take_turn(queue: Queue, turn: int, on_paper: dict[str, PaperSheet], batch: Batch) -> None:
    places = {item.key: place for place, item in enumerate(batch.form.items)}
    given = {}
    for question in queue.waiting(turn):
        sheet = on_paper[question.sheet.key]
        if question.item is None:
            given[question.key] = STAMPED if sheet.is_stamped else NO_STAMP
        else:
            given[question.key] = _said(sheet.part.marks[places[question.item]])
    if turn == SECOND:
        _err_once(queue, given)
    queue.answer(turn, given)


def _said(mark: str) -> str:
    return BLANK if mark == "0" else mark


def _err_once(queue: Queue, given: dict[str, str]) -> None:
    """The second person takes one row for invalid, so that the third is asked."""
    rows = [question.key for question in queue.waiting(SECOND) if question.item]
    given.update(dict.fromkeys(rows[:1], INVALID))


def _figures(batch: Batch, queue: Queue, on_paper: dict[str, PaperSheet]) -> PaperFigures:
    rows = [
        (str(row.value), mark)
        for sheet in batch.sheets
        for row, mark in zip(sheet.front.reading.rows, on_paper[sheet.key].part.marks, strict=True)
        if row.state == "read"
    ]
    shown = [question for question in queue.questions if question.item and question.machine is None]
    return PaperFigures(
        sheets=len(batch.sheets),
        set_aside=sum(entry.decision == "aside" for entry in batch.not_read),
        rows_read=queue.rows_read,
        rows_to_people=len(shown),
        rows_wrong=sum(read != mark for read, mark in rows),
        audited=sum(question.machine is not None for question in queue.questions),
        differences=sum(question.differs for question in queue.questions),
    )


def _done(refused: Refused | None) -> None:
    if refused is not None:
        raise DemoStopped(refused.reason)
