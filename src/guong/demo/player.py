"""The demo's play, in a process of its own: from the district's Excel lists to the verified bundle, or half the way."""

# The first import starts Django; rooms of the office can be imported only after it.
import guong.web.django_start  # noqa: F401

# isort: split
import json
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date, time
from random import Random
from typing import Any

from guong.ballots.store import migrate
from guong.demo import calendar_papers, campaign, midway, opening, pilot, world
from guong.demo.clock import keep_clock
from guong.demo.figures import round_figures
from guong.demo.order import Order
from guong.demo.outcomes import DemoStopped
from guong.demo.papers import Shelf
from guong.demo.rounds import Ground, RoundPlay
from guong.demo.server import booth_running
from guong.demo.stages import Stages
from guong.demo.workers import Workers
from guong.office.plans.models import Round
from guong.office.registry import selectors as registry
from guong.office.registry.models import Unit
from guong.web.environment import Environment, urn_url
from guong.web.register import bring_up_to_date

_SHOWN_FROM = (date(2024, 4, 25), time(9))  # the ballots of the last round are destroyed


@dataclass(frozen=True)
class Begun:
    """The plan issued, its schools drawn."""

    ground: Ground
    rounds: dict[str, Round]
    drawn: list[Unit]

    @property
    def wards(self) -> list[Unit]:
        """The district's wards."""
        return list(registry.wards_of(body=self.ground.world.body))


def play(order: Order) -> dict[str, Any]:
    """Play what is ordered; returns the object of ``--json`` but the memory. Raises DemoStopped where a step is refused."""
    stages = Stages(quiet=order.quiet)
    with ExitStack() as running:
        begun = begin(order, stages, running)
        played = _half(begun) if order.midway else _whole(begun, only=order.only)
    documents = [str(path) for path in begun.ground.shelf.written]
    figures = {"documents": documents, "stages": stages.seconds, "seconds": stages.total}
    return played | figures


def begin(order: Order, stages: Stages, running: ExitStack) -> Begun:
    """Play up to the draw; the booth and its helpers run until ``running`` is left."""
    out, random = order.out, Random(order.seed)
    workers = running.enter_context(Workers())
    with stages.stage("set_up", "Tạo sổ bộ và hòm phiếu trống"):
        migrate(urn_url(Environment()))
        bring_up_to_date()
    origin = running.enter_context(booth_running(out, order.port))
    campaign.begin(pilot.LISTS_IN if order.midway else campaign.LISTS_IN)
    with stages.stage("register", "Nhập danh sách toàn quận từ tệp Excel", world.FILES) as step:
        people = world.build(random, out / "du-lieu", step)
    ground = Ground(people, out, origin, random, stages, workers, Shelf(out / "documents"))
    if order.midway:
        pilot.play(ground)
        campaign.begin()
    with stages.stage("plan", "Ban hành kế hoạch"):
        rounds = campaign.issue_plan(people, ground.shelf)
    with stages.stage("draw", "Gắp thăm chọn trường"):
        drawn = campaign.draw_schools(people, rounds[campaign.SCHOOLS], random, ground.shelf)
    if not order.midway:
        world.give_account(people, drawn[0])
    return Begun(ground, rounds, drawn)


def _whole(begun: Begun, *, only: int) -> dict[str, Any]:
    """Play both rounds; ``only`` limits each to its first conferences, 0 plays all."""
    ground, out = begun.ground, begun.ground.out
    schools = RoundPlay(ground, begun.rounds[campaign.SCHOOLS], "truong", "Đợt các trường")
    wards = RoundPlay(ground, begun.rounds[campaign.WARDS], "phuong", "Đợt các phường")
    inspection, bundle = out / "inspection", out / "bundle"
    for part, units, folder in ((schools, begun.drawn, inspection), (wards, begun.wards, bundle)):
        made = part.begin(units[: only or None])
        ready = part.prepare(made)
        calendar_papers.write_run_sheets(ground.world, made, ground.shelf, part.folder)
        part.hold(ready)
        code = part.open(folder)
        part.edit_remarks()
        part.report()
    with ground.stages.stage("verify", "Chương trình độc lập kiểm tra toàn bộ hồ sơ"):
        opening.lay_beside(inspection, bundle)
        keys = [*schools.key_files[:2], *wards.key_files[:2]]
        opening.verify_bundle(bundle, code, keys, [schools.opening, wards.opening])
    for part in (schools, wards):
        part.destroy()
    keep_clock(out, *_SHOWN_FROM)
    opening_digest, verify_digest = (schools.opened + wards.opened).digests
    return {
        "rounds": [round_figures("schools", schools.held), round_figures("wards", wards.held)],
        "bundle": str(bundle),
        "expect": code,
        "opening_digest": opening_digest.hex(),
        "verify_digest": verify_digest.hex(),
    }


def _half(begun: Begun) -> dict[str, Any]:
    shown = midway.play(begun.ground, begun.rounds, schools=begun.drawn, wards=begun.wards)
    keep_clock(begun.ground.out, *midway.SHOWN_FROM)
    return {"open": {"unit": shown.conference.unit.name, "slips": str(shown.folder / "the-bo-phieu.pdf")}}


def main(arguments: Sequence[str]) -> int:
    """Play an order given as one argument (`Order.as_text`); prints the JSON object."""
    try:
        played = play(Order.from_text(arguments[0]))
    except DemoStopped as stopped:
        print(f"Bản trình diễn dừng lại: {stopped}", file=sys.stderr)
        return 1
    print(json.dumps(played, ensure_ascii=False))
    return 0
