"""What an officer has to do now: the first page (DESIGN §7)."""

from guong.office.overview.selectors.home import SHOWN, Home, home_of
from guong.office.overview.selectors.personal_data import personal_data_held
from guong.office.overview.selectors.rounds import RoundLine
from guong.office.overview.selectors.task import Task

__all__ = ["SHOWN", "Home", "RoundLine", "Task", "home_of", "personal_data_held"]
