"""The demo's clock: a server in demo mode shows the day of 2023 on which the play stopped, not today."""

from datetime import datetime
from pathlib import Path

from django.utils import timezone

FILE_NAME = "demo-clock.txt"

_real_now = timezone.now


def run_from(moment: datetime) -> None:
    """Let this process's clock of the office run on from ``moment`` (with zone); the urn knows no time anyway."""
    offset = moment - _real_now()

    def shifted_now() -> datetime:
        return _real_now() + offset

    timezone.now = shifted_now


def keep(folder: Path, moment: datetime) -> None:
    """Write the moment down, so that the demo's server begins there each time."""
    (folder / FILE_NAME).write_text(f"{moment.isoformat()}\n", encoding="utf-8")


def run_from_kept(folder: Path) -> datetime | None:
    """Let the clock run on from the moment that a demo kept in its data folder; returns it, None where there is none."""
    path = folder / FILE_NAME
    if not path.is_file():
        return None
    moment = datetime.fromisoformat(path.read_text(encoding="utf-8").strip())
    run_from(moment)
    return moment
