"""Act three in memory: the boxes on the table, which were compared, what was opened so far (DESIGN §4.6).

One set of envelopes usually opens all of them; boxes of another set stay on the table until their own envelopes come.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from guong.ceremony.box_files import BoxFiles, StrangeFile
from guong.ceremony.opening import OpenedBox
from guong.ceremony.opening_job import OpeningJob
from guong.ceremony.opening_round import RoundOpening
from guong.ceremony.shares import seed_from
from guong.core import crockford
from guong.core.outcome import Refused
from guong.core.round_results import RoundResults
from guong.core.secrecy.box import Box

NOT_COMPARED = Refused(
    "not_compared",
    "Chưa xác nhận mã niêm phong. Đề nghị đối chiếu mã trên màn hình với biên bản niêm phong; "
    "nếu khác nhau thì dừng lại, không mở hòm phiếu.",
)
STOPPED = Refused(
    "stopped", "Chương trình dừng giữa chừng, chưa có kết quả. Hòm phiếu vẫn nguyên; đề nghị mở lại từ đầu."
)


@dataclass
class Sitting:
    """The boxes that were brought, by unit. ``compared`` holds the polls whose seal code was compared; ``saved`` what was taken away.

    ``together``: they came as an opening day's file, whose results need the common code.
    """

    boxes: tuple[Box, ...]
    strange: tuple[StrangeFile, ...]
    compared: set[str] = field(default_factory=set)
    found: RoundOpening = field(default_factory=RoundOpening)
    job: OpeningJob | None = None
    saved: set[str] = field(default_factory=set)
    together: bool = False

    @classmethod
    def of(cls, files: BoxFiles) -> "Sitting":
        """Begin with the boxes that some files hold."""
        return cls(files.boxes, files.strange, together=files.together)

    @property
    def is_single(self) -> bool:
        """Tell whether one box alone is opened on the spot, so that there is no common code."""
        return len(self.boxes) == 1 and not self.together

    @property
    def waiting(self) -> list[Box]:
        """The boxes that aren't opened."""
        return [box for box in self.boxes if box.definition.poll not in self.found.opened]

    @property
    def opened(self) -> list[OpenedBox]:
        """The opened boxes, in the order of the table."""
        polls = [box.definition.poll for box in self.boxes]
        return [self.found.opened[poll] for poll in polls if poll in self.found.opened]

    @property
    def results(self) -> RoundResults | None:
        """What the common code stands for; None while nothing is opened."""
        return self.found.results

    def begin(self, compared: Collection[str], shares: Sequence[str]) -> Refused | None:
        """Begin to open the waiting boxes whose codes were compared.

        Refused: ``not_compared``, and as `seed_from`. What was ticked stays ticked.
        """
        self.compared = {box.definition.poll for box in self.waiting} & set(compared)
        boxes = [box for box in self.waiting if box.definition.poll in self.compared]
        if not boxes:
            return NOT_COMPARED
        seed = seed_from(shares)
        if isinstance(seed, Refused):
            return seed
        self.found.refused.clear()
        self.job = OpeningJob(boxes, seed)
        return None

    def take_in(self) -> None:
        """Take over what a finished job opened and why it left others shut."""
        if self.job is None or self.job.running:
            return
        job, self.job = self.job, None
        self.found.opened |= job.found.opened
        if job.found.opened:
            self.saved.clear()  # the results folder and the common code are others now
        for box in job.boxes:
            poll = box.definition.poll
            if poll not in self.found.opened:
                self.found.refused[poll] = job.found.refused.get(poll, STOPPED)


def seal_code_of(box: Box) -> str:
    """Return the mã niêm phong of a box that is still shut."""
    return crockford.sixteen_digits(box.list_digest)
