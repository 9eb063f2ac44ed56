"""One round: its conferences made, prepared, held and counted one after the other, then opened together."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import time, timedelta
from pathlib import Path
from random import Random

from django.utils import timezone

from guong.core.secrecy import keys
from guong.core.secrecy.requests import PollRequest
from guong.demo import (
    calendar_papers,
    conference,
    counting,
    duties,
    hall_papers,
    papers,
    remarks,
    results,
    sittings,
    staffing,
)
from guong.demo.clock import set_clock
from guong.demo.conference import Held, Ready
from guong.demo.hall import habits_of
from guong.demo.opening import Opened
from guong.demo.opening_day import Day
from guong.demo.outcomes import DemoStopped, granted
from guong.demo.papers import Shelf
from guong.demo.parties import OFFICIALS
from guong.demo.stages import Stages
from guong.demo.workers import Workers
from guong.demo.world import World
from guong.office.conferences.models import Conference
from guong.office.plans.models import Round
from guong.office.registry.models import Unit
from guong.office.schedule import services as schedule
from guong.office.schedule.details import Planned

_PLANNED_BEFORE, _PREPARED_BEFORE = timedelta(days=10), timedelta(days=6)


@dataclass
class Ground:
    """What every round is played on: the world, the helpers, where things are written; ``halls`` are those held so far."""

    world: World
    out: Path
    origin: str
    random: Random
    stages: Stages
    workers: Workers
    shelf: Shelf
    halls: int = 0


@dataclass
class RoundPlay:
    """One round in play. ``name`` is the folder of its papers and the tail of its stages' names."""

    ground: Ground
    round: Round
    name: str
    label: str
    seed: bytes = field(default_factory=keys.new_seed, repr=False)
    key_files: list[Path] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)
    opened: Opened = field(default_factory=lambda: Opened({}, {}))
    day: Day | None = None

    @property
    def folder(self) -> Path:
        """Where the round's papers are written."""
        return self.ground.out / "documents" / self.name

    @property
    def opening(self) -> Path:
        """Where the board's laptop writes its results."""
        return self.ground.out / "opening" / self.name

    def turn_to_planning(self) -> None:
        """Turn the clock to the day on which the round's calendar is made."""
        set_clock(self.round.begins_on - _PLANNED_BEFORE, time(9))

    def plan(self, units: Sequence[Unit]) -> list[Conference]:
        """Make the round's conferences out of the calendar."""
        ground = self.ground
        with ground.stages.stage(f"plan_{self.name}", f"{self.label}: lập lịch {len(units)} hội nghị"):
            rows = [
                Planned(unit, sittings.asked_about(unit, self.round), sitting, OFFICIALS)
                for unit, sitting in zip(units, sittings.timetable(self.round.begins_on, units), strict=True)
            ]
            return granted(
                schedule.make_round(actor=ground.world.organiser, of_round=self.round, planned=rows)
            )

    def begin(self, units: Sequence[Unit]) -> list[Conference]:
        """Make the conferences on their own day, send people there, file the papers of the calendar."""
        self.turn_to_planning()
        made = self.plan(units)
        self.staff(made, sent_to=made)
        return made

    def staff(self, made: Sequence[Conference], *, sent_to: Sequence[Conference]) -> None:
        """Name the boards of all, send people to some, file the papers of the calendar."""
        world, ground = self.ground.world, self.ground
        sentence = f"{self.label}: cử người, ra quyết định, thông báo, lịch"
        with ground.stages.stage(f"staff_{self.name}", sentence, calendar_papers.PAPERS_OF_ROUND) as step:
            staffing.name_boards(world, made)
            staffing.send_people(world, self.round, sent_to)
            calendar_papers.file_round(world, self.round, ground.shelf, self.folder, step)
            duties.follow(world, self.round.plan)

    def prepare(self, conferences: Sequence[Conference]) -> list[Ready]:
        """Agree rolls, have keys and slips made on the board's laptop, print what lies on the tables."""
        world, ground = self.ground.world, self.ground
        sentence = f"{self.label}: chốt danh sách, làm chìa khoá, in thẻ bỏ phiếu"
        set_clock(self.round.begins_on - _PREPARED_BEFORE, time(9))
        with ground.stages.stage(f"prepare_{self.name}", sentence, 2 * len(conferences)) as step:
            asked = []
            for row in conferences:
                conference.settle_roll(world, row)
                asked.append((row, *conference.ask_laptop(world, row, self.seed, ground.workers)))
                step()
            self._keep_keys([request for _, request, _ in asked])
            ready = []
            for row, request, prepared in asked:
                folder = self.folder / row.unit.key
                one = conference.take_keys(world, row, request, prepared.result(), folder)
                ground.shelf.printed(one)
                papers.before(world, one, ground.shelf)
                hall_papers.before(world, one, ground.shelf)
                ready.append(one)
                step()
        return ready

    def hold(self, ready: Sequence[Ready]) -> None:
        """Hold every conference over HTTP and count it in its hall, one after the other."""
        ground = self.ground
        sentence = f"{self.label}: bỏ phiếu, kiểm đếm, niêm phong {len(ready)} hòm phiếu"
        with ground.stages.stage(f"hold_{self.name}", sentence, len(ready)) as step:
            for one in ready:
                held = counting.count_in_hall(ground.world, self.vote(one))
                hall_papers.after(ground.world, held, ground.shelf, place=ground.halls)
                ground.halls += 1
                papers.sealed(ground.world, held, ground.shelf)
                self.held.append(held)
                step()

    def vote(self, one: Ready) -> Held:
        """Hold one conference up to the end of casting."""
        ground = self.ground
        habits = habits_of(ground.random, place=len(self.held), subjects=len(one.subjects))
        return conference.hold(
            ground.world,
            one,
            origin=ground.origin,
            workers=ground.workers,
            random=ground.random,
            habits=habits,
        )

    def open(self, handed_over: Path) -> str:
        """Open all boxes with two keys and two programs; returns the code of the bundle handed over."""
        ground, boxes = self.ground, self.ground.out / "box" / f"{self.name}.zip"
        with ground.stages.stage(f"open_{self.name}", f"{self.label}: mở hòm phiếu bằng hai chương trình"):
            self.day = Day.arrange(ground.world, self.round, self.held, ground.shelf, self.folder)
            self.day.receive(self.held, boxes)
            self.opened = self.day.open(boxes, self.key_files[::2], self.opening)
        with ground.stages.stage(f"bundle_{self.name}", f"{self.label}: lập hồ sơ kiểm tra, huỷ chìa khoá"):
            return self.day.end(handed_over)

    def edit_remarks(self) -> None:
        """Let two officers edit what was written on the ballots."""
        ground, held = self.ground, [one.ready.conference for one in self.held]
        sentence = f"{self.label}: hai cán bộ biên tập ý kiến ghi trên phiếu"
        with ground.stages.stage(f"remarks_{self.name}", sentence, len(held)) as step:
            remarks.edit(ground.world, held, step)

    def report(self) -> None:
        """File the papers of everybody asked about, and the round's report."""
        ground = self.ground
        sentence = f"{self.label}: biên bản kiểm phiếu, bảng tổng hợp, báo cáo"
        with ground.stages.stage(f"papers_{self.name}", sentence, len(self.held)) as step:
            results.file_papers(ground.world, self.round, self.held, ground.shelf, step)
            results.report(ground.world, self.round, ground.shelf, self.folder)
            results.release(ground.world, self.round)
            duties.follow(ground.world, self.round.plan)

    def destroy(self) -> None:
        """Destroy ballots and archives once their six months are over."""
        if self.day is None:
            raise DemoStopped("the boxes were not opened")
        with self.ground.stages.stage(f"destroy_{self.name}", f"{self.label}: huỷ phiếu sau sáu tháng"):
            self.day.destroy_ballots()
            duties.follow(self.ground.world, self.round.plan)

    def _keep_keys(self, requests: Sequence[PollRequest]) -> None:
        folder = self.ground.out / "keys"
        self.key_files = papers.write_keys(self.seed, f"key-{self.name}", folder)
        sheet = folder / f"phong-bi-chia-khoa-{self.name}.pdf"
        papers.write_envelopes(self.key_files, requests, timezone.localdate(), sheet)
