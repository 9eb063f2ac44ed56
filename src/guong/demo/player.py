"""The demo's whole play, in a process of its own: from the staff list in Excel to the verified bundle."""

# The first import starts Django; rooms of the office can be imported only after it.
import guong.web.django_start  # noqa: F401

# isort: split
import json
import sys
from pathlib import Path
from random import Random
from typing import Any

from guong.ballots.store import migrate
from guong.core.secrecy import keys
from guong.demo import conference, counting, papers, school
from guong.demo.figures import round_figures
from guong.demo.hall import Habits
from guong.demo.outcomes import DemoStopped
from guong.demo.server import booth_running
from guong.demo.stages import Stages, peak_memory_mb
from guong.web.environment import Environment, urn_url
from guong.web.register import bring_up_to_date

_ABSENT = 2


def play(*, out: Path, port: int, seed: int, stages: Stages) -> dict[str, Any]:
    """Play one round of one conference into ``out``; returns the object of ``--json``.

    Raises DemoStopped where a step is refused. ``GUONG_…`` variables must point at ``out`` already.
    """
    random = Random(seed)
    with stages.stage("set_up", "Tạo sổ bộ và hòm phiếu trống"):
        migrate(urn_url(Environment()))
        bring_up_to_date()
    with stages.stage("register", "Nhập danh sách cán bộ của trường từ tệp Excel"):
        world = school.build(random, out / "du-lieu")
    with stages.stage("prepare", "Lập hội nghị, chìa khoá và thẻ bỏ phiếu"):
        board_seed = keys.new_seed()
        prepared = conference.prepare(actor=world.organiser, unit=world.unit, seed=board_seed)
        key_files = papers.write_keys(board_seed, prepared, out)
        written = conference.print_slips(prepared, out / "documents")
        written += papers.before(world.organiser, prepared, out / "documents")
    with stages.stage("vote", "Bỏ phiếu trên điện thoại và trên giấy"), booth_running(out, port) as origin:
        hall = conference.hold(
            actor=world.organiser,
            prepared=prepared,
            origin=origin,
            random=random,
            absent=_ABSENT,
            habits=Habits(),
        )
    box = out / "box" / f"{prepared.request.poll}.json"
    with stages.stage("count", "Kiểm đếm, nhập phiếu giấy, niêm phong"):
        counting.count_in_hall(actor=world.counting_officer, prepared=prepared, hall=hall, box=box)
    with stages.stage("open", "Mở hòm phiếu bằng hai chìa khoá, hai chương trình cùng đếm"):
        opened = counting.open_and_import(
            actor=world.counting_officer, prepared=prepared, box=box, keys=key_files[::2], out=out / "opening"
        )
    with stages.stage("documents", "Lập hồ sơ kiểm tra, biên bản, bảng tổng hợp"):
        code = counting.finish(actor=world.counting_officer, prepared=prepared, bundle=out / "bundle")
        written += papers.after(world, prepared, out / "documents")
    with stages.stage("verify", "Chương trình độc lập kiểm tra toàn bộ hồ sơ"):
        counting.verify_all(out / "bundle", code, key_files[:2], out / "opening")
    return {
        "rounds": [round_figures("schools", [(prepared.conference, hall)])],
        "documents": [str(path) for path in written],
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
