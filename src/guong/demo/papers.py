"""Papers that the demo files and copies out, and the key files that only a demo may keep."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from guong.ceremony import printing
from guong.core.secrecy import keys
from guong.core.secrecy.requests import PollRequest
from guong.core.wording import long_date
from guong.demo.conference import Held, Ready
from guong.demo.outcomes import granted
from guong.demo.parties import RECEIVER
from guong.demo.world import World
from guong.office.accounts.models import User
from guong.office.conferences.printing import file_attendance_list
from guong.office.counting.services import HandOver, make_sealing_minutes
from guong.office.papers import services as papers
from guong.office.papers.models import Paper


@dataclass
class Shelf:
    """Where copies of the papers lie; ``written`` are their paths in the order of filing."""

    folder: Path
    written: list[Path] = field(default_factory=list)

    def copy(self, actor: User, paper: Paper, folder: Path, name: str) -> None:
        """Copy a filed paper's files out of the archive."""
        folder.mkdir(parents=True, exist_ok=True)
        for file in paper.files.all():
            path = folder / f"{name}.{file.format}"
            path.write_bytes(papers.read_file(file=file, actor=actor))
            self.written.append(path)

    def lay(self, data: bytes, path: Path) -> None:
        """Lay down what is printed and carried, but not filed."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        self.written.append(path)

    def printed(self, ready: Ready) -> None:
        """Take up what the board's laptop printed for a conference."""
        self.written += sorted(ready.folder.iterdir())


def write_keys(seed: bytes, name: str, folder: Path) -> list[Path]:
    """Write the three key files of a set. Real boards print; only the demo keeps files."""
    folder.mkdir(parents=True, exist_ok=True)
    shares = keys.split_seed(seed)
    files = [folder / f"{name}-{number}.txt" for number in range(1, len(shares) + 1)]
    for path, share in zip(files, shares, strict=True):
        path.write_text(f"# Chìa khoá hòm phiếu của bản trình diễn\n{share}\n", encoding="utf-8")
    return files


def write_envelopes(files: Sequence[Path], requests: Sequence[PollRequest], on: date, path: Path) -> None:
    """Print the sheet of key envelopes of a round."""
    shares = [keys.read_share(file.read_text(encoding="utf-8")) for file in files]
    path.write_bytes(printing.key_envelopes(shares, requests, prepared_on=on))


def before(world: World, ready: Ready, shelf: Shelf) -> None:
    """File what lies on the first desk."""
    paper = file_attendance_list(ready.conference, actor=world.organiser)
    shelf.copy(world.organiser, paper, ready.folder, "danh-sach-ky-nhan")


def sealed(world: World, held: Held, shelf: Shelf) -> None:
    """File the sealing minutes."""
    conference = held.ready.conference
    of_round = conference.round
    opens_on = of_round.opens_on if of_round and of_round.opens_on else conference.held_on
    hand_over = HandOver(
        receiver_name=RECEIVER[0],
        receiver_post=RECEIVER[1],
        opening=f"Hòm phiếu được mở hồi 8 giờ, {long_date(opens_on)} tại trụ sở Quận uỷ.",
    )
    actor = world.counting_officer
    minutes = granted(make_sealing_minutes(conference=conference, hand_over=hand_over, actor=actor))
    shelf.copy(actor, minutes, held.ready.folder, "bien-ban-niem-phong")
