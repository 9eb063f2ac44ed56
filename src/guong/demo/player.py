"""The demo's whole play, in a process of its own: from the staff list in Excel to the verified bundle."""

# The first import starts Django; rooms of the office can be imported only after it.
import guong.web.django_start  # noqa: F401

# isort: split
import json
import sys
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from guong.ballots.store import migrate
from guong.core.secrecy import keys
from guong.demo import clock, conference, counting, papers, school
from guong.demo.conference import Prepared
from guong.demo.counting import Opened
from guong.demo.figures import round_figures
from guong.demo.hall import Habits, Hall
from guong.demo.outcomes import DemoStopped
from guong.demo.school import World
from guong.demo.server import booth_running
from guong.demo.stages import Stages, peak_memory_mb
from guong.web.environment import Environment, urn_url
from guong.web.register import bring_up_to_date

_ABSENT = 2


@dataclass
class Play:
    """One play into ``out``; ``GUONG_…`` variables must point at it. ``written`` are the papers' paths."""

    out: Path
    port: int
    random: Random
    stages: Stages
    written: list[Path] = field(default_factory=list)

    def school(self) -> World:
        """Make empty databases and import the schools' Excel list."""
        with self.stages.stage("set_up", "Tạo sổ bộ và hòm phiếu trống"):
            migrate(urn_url(Environment()))
            bring_up_to_date()
        clock.set_clock(clock.DAYS_BEFORE)
        with self.stages.stage("register", "Nhập danh sách cán bộ của trường từ tệp Excel"):
            return school.build(self.random, self.out / "du-lieu")

    def prepared(self, world: World) -> tuple[Prepared, list[Path]]:
        """Prepare the conference with the board's keys; returns it and the demo's key files."""
        with self.stages.stage("prepare", "Lập hội nghị, chìa khoá và thẻ bỏ phiếu"):
            seed = keys.new_seed()
            prepared = conference.prepare(actor=world.organiser, unit=world.unit, seed=seed)
            self.written += conference.print_slips(prepared, self.out / "documents")
            self.written += papers.before(world, prepared, self.out / "documents")
            return prepared, papers.write_keys(seed, prepared, self.out)

    def voted(self, world: World, prepared: Prepared) -> Hall:
        """Hold the conference over HTTP."""
        clock.set_clock(clock.CONFERENCE)
        with (
            self.stages.stage("vote", "Bỏ phiếu trên điện thoại và trên giấy"),
            booth_running(self.out, self.port) as origin,
        ):
            return conference.hold(
                actor=world.organiser,
                prepared=prepared,
                origin=origin,
                random=self.random,
                absent=_ABSENT,
                habits=Habits(),
            )

    def opened(self, world: World, prepared: Prepared, hall: Hall, key_files: list[Path]) -> Opened:
        """Count in the hall, seal, open with two keys, import what both programs agree on."""
        box = self.out / "box" / f"{prepared.request.poll}.json"
        with self.stages.stage("count", "Kiểm đếm, nhập phiếu giấy, niêm phong"):
            counting.count_in_hall(actor=world.counting_officer, prepared=prepared, hall=hall, box=box)
            self.written += papers.sealed(world, prepared, self.out / "documents")
        clock.set_clock(clock.OPENING_DAY)
        with self.stages.stage("open", "Mở hòm phiếu bằng hai chìa khoá, hai chương trình cùng đếm"):
            return counting.open_and_import(
                actor=world.counting_officer,
                prepared=prepared,
                box=box,
                keys=key_files[::2],
                out=self.out / "opening",
            )

    def finished(self, world: World, prepared: Prepared, key_files: list[Path]) -> str:
        """Make bundle and papers, leave the next school's conference to be prepared by hand, verify everything."""
        clock.set_clock(clock.END_OF_OPENING)
        with self.stages.stage("documents", "Lập hồ sơ kiểm tra, biên bản, bảng tổng hợp"):
            code = counting.finish(
                actor=world.counting_officer, prepared=prepared, bundle=self.out / "bundle"
            )
            self.written += papers.after(world, prepared, self.out / "documents")
            conference.begin(actor=world.organiser, unit=world.next_unit)
        with self.stages.stage("verify", "Chương trình độc lập kiểm tra toàn bộ hồ sơ"):
            counting.verify_all(self.out / "bundle", code, key_files[:2], self.out / "opening")
        return code


def play(*, out: Path, port: int, seed: int, stages: Stages) -> dict[str, Any]:
    """Play one round of one conference; returns the object of ``--json``. Raises DemoStopped where a step is refused."""
    whole = Play(out, port, Random(seed), stages)
    world = whole.school()
    prepared, key_files = whole.prepared(world)
    hall = whole.voted(world, prepared)
    opened = whole.opened(world, prepared, hall, key_files)
    code = whole.finished(world, prepared, key_files)
    return {
        "rounds": [round_figures("schools", [(prepared.conference, hall)])],
        "documents": [str(path) for path in whole.written],
        "bundle": str(out / "bundle"),
        "expect": code,
        "opening_digest": opened.digest.hex(),
        "verify_digest": opened.verified,
        "stages": stages.seconds,
        "seconds": stages.total,
        "peak_rss_mb": peak_memory_mb(),
    }


def main(arguments: list[str]) -> int:
    """Play with positional arguments: folder, port, seed, ``quiet`` or ``loud``."""
    out, port, seed, voice = arguments
    stages = Stages(quiet=voice == "quiet")
    try:
        figures = play(out=Path(out), port=int(port), seed=int(seed), stages=stages)
    except DemoStopped as stopped:
        print(f"Bản trình diễn dừng lại: {stopped}", file=sys.stderr)
        return 1
    print(json.dumps(figures, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
