"""A box opened on the spot, in its own hall, with keys of its own (DESIGN §4.6: an option beside the common opening day)."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from django.utils import timezone

from guong.ceremony.opening_round import RESULTS
from guong.demo.conference import Held
from guong.demo.opening import open_boxes
from guong.demo.outcomes import granted
from guong.demo.papers import Shelf
from guong.demo.parties import CLERK, HEAD, WITNESS
from guong.demo.world import World
from guong.office.counting import services
from guong.office.release import services as release
from guong.office.release.details import Sitting

_COUNTING = timedelta(minutes=40)


@dataclass
class Spot:
    """One conference whose board opens its box at once."""

    world: World
    held: Held
    keys: list[Path]
    out: Path

    def open(self, boxes: Path) -> None:
        """Open the box with two programs and import the result that both agree on."""
        conference, poll = self.held.ready.conference, self.held.ready.request.poll
        actor = self.world.counting_officer
        boxes.mkdir(parents=True, exist_ok=True)
        box = boxes / f"hom-phieu-{poll}.json"
        box.write_bytes(granted(services.export_box(conference=conference, actor=actor)).raw)
        opened = open_boxes(box, self.keys[::2], self.out)
        granted(
            services.import_opening(
                conference=conference,
                result=(self.out / RESULTS / f"result-{poll}.json").read_bytes(),
                archive=(self.out / RESULTS / f"archive-{poll}.age").read_bytes(),
                confirmers=(HEAD, CLERK),
                codes=opened.codes_of(poll),
                same_machine=True,
                actor=actor,
            )
        )

    def finish(self, shelf: Shelf) -> None:
        """Make the bundle, destroy the keys, file the minutes; summaries wait for the remarks."""
        conference, actor = self.held.ready.conference, self.world.counting_officer
        granted(services.build_bundle(conference=conference, actor=actor))
        granted(
            services.destroy_keys(
                conference=conference, keys_destroyed=3, head_name=HEAD, witness_name=WITNESS, actor=actor
            )
        )
        began = timezone.localtime().replace(tzinfo=None)
        sitting = Sitting(began, began + _COUNTING, conference.place)
        for key in self.held.ready.subjects:
            minutes = release.make_tally_minutes(
                conference=conference, subject_key=key, actor=actor, sitting=sitting
            )
            shelf.copy(actor, granted(minutes), self.held.ready.folder, f"bien-ban-kiem-phieu-{key}")
