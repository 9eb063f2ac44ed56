"""The demo's own clock: its papers carry dates of 2023, whatever day it is played on."""

from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from guong.web import demo_clock

_HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def set_clock(day: date, hour: time) -> None:
    """Let the office's clock of this process run on from that moment in Hà Nội."""
    demo_clock.run_from(datetime.combine(day, hour, _HANOI))


def keep_clock(folder: Path, day: date, hour: time) -> None:
    """Let the server that shows the demo begin at that moment, each time it starts."""
    demo_clock.keep(folder, datetime.combine(day, hour, _HANOI))
