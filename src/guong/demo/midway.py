"""The campaign on the morning of its third day: something to do for everybody who clicks through it.

Of the fifteen schools one is counted with its remarks being edited, one opened on the spot, four are sealed and wait for the opening day, one is being
counted, one is voting, one is ready for the afternoon, three have their roll, three have no officers yet; wards are only
planned. One duty of the plan is overdue. Two wards were asked in April (`pilot`): everybody told, one plan with a point done and one overdue.
"""

from collections.abc import Mapping, Sequence
from datetime import date, time
from random import Random

from guong.demo import calendar_papers, campaign, conference, remarks, staffing
from guong.demo.answers import answer
from guong.demo.conference import Ready
from guong.demo.outcomes import DemoStopped, granted
from guong.demo.phones import Phone
from guong.demo.rounds import Ground, RoundPlay
from guong.demo.spot import Spot
from guong.office.conferences import selectors, services
from guong.office.conferences.models import Conference
from guong.office.plans.models import Round
from guong.office.registry.models import Unit

SHOWN_FROM = (date(2023, 5, 17), time(10, 40))
_SEALED, _COUNTED, _OPEN, _ROLLS = slice(2, 6), 6, 7, slice(9, 12)
_PREPARED = slice(2, 9)
_SENT = slice(0, 12)
_SIGNED, _VOTED = 14, 8
_INCIDENT = "Máy chiếu của hội trường không lên hình, đang đổi máy khác"


def play(
    ground: Ground, rounds: Mapping[str, Round], *, schools: Sequence[Unit], wards: Sequence[Unit]
) -> Ready:
    """Play up to that morning; returns the conference that is voting."""
    part = RoundPlay(ground, rounds[campaign.SCHOOLS], "truong", "Đợt các trường")
    planned = _calendar(ground, part, schools)
    RoundPlay(ground, rounds[campaign.WARDS], "phuong", "Đợt các phường").plan(wards)
    spots = [RoundPlay(ground, part.round, f"tai-cho-{place}", f"Mở hòm tại chỗ {place}") for place in (1, 2)]
    ready_on_spot = [spot.prepare([row]) for spot, row in zip(spots, planned, strict=False)]
    ready = part.prepare(planned[_PREPARED])
    for row in planned[_ROLLS]:
        conference.settle_roll(ground.world, row)
    calendar_papers.write_run_sheets(ground.world, planned[: _SENT.stop], ground.shelf, part.folder)
    for place, spot in enumerate(spots):
        spot.hold(ready_on_spot[place])
        _open_on_spot(ground, spot, finish=place == 0)
    part.hold(ready[: _SEALED.stop - _PREPARED.start])
    with ground.stages.stage("hold_today", "Hội nghị hôm nay: một hội nghị kiểm đếm, một hội nghị bỏ phiếu"):
        part.vote(ready[_COUNTED - _PREPARED.start])
        voting = ready[_OPEN - _PREPARED.start]
        begin_to_vote(ground, voting)
    return voting


def _calendar(ground: Ground, part: RoundPlay, schools: Sequence[Unit]) -> list[Conference]:
    """Plan the round; the observers of its last day wait to be accepted, its officers to be sent."""
    part.turn_to_planning()
    planned = part.plan(schools)
    part.staff(planned, sent_to=planned[_SENT])
    staffing.propose_observers(ground.world, part.round, planned[_SENT.stop :])
    return planned


def _open_on_spot(ground: Ground, spot: RoundPlay, *, finish: bool) -> None:
    with ground.stages.stage(f"open_{spot.name}", f"{spot.label}: mở hòm phiếu bằng hai chương trình"):
        (held,) = spot.held
        opening = Spot(ground.world, held, spot.key_files, spot.opening)
        opening.open(ground.out / "box")
        if finish:
            opening.finish(ground.shelf)
            remarks.begin(ground.world, held.ready.conference)


def begin_to_vote(ground: Ground, ready: Ready) -> None:
    """Open the poll and let the first few sign and vote, with slips from the end of the printed pile."""
    conference.open_poll(ground.world, ready)
    row = ready.conference
    for entry in row.roll.all()[:_SIGNED]:
        granted(services.mark_present(conference=row, person_id=entry.person_id, present=True))
    granted(services.note_incident(actor=ground.world.organiser, conference=row, text=_INCIDENT))
    form, random = selectors.form_of(row), Random(ground.random.random())
    phones = [
        Phone(ticket, tuple(answer(random, form, key) for key in ready.subjects))
        for ticket in ready.secrets.tickets[-_VOTED:]
    ]
    poll = selectors.poll_of(row)
    if poll is None:
        raise DemoStopped("the poll has no definition")
    voting = ground.workers.vote(ground.origin, bytes(poll.definition), bytes(poll.questionnaire), phones)
    if sum(receipts.result() for receipts in voting) != _VOTED:
        raise DemoStopped("a phone holds no receipt")
