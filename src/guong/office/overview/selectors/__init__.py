"""What an officer has to do now: the first page (DESIGN §7); what leaders see of a round."""

from guong.office.overview.selectors.committee import CommitteeView, committee_rounds, committee_view
from guong.office.overview.selectors.heads import HeadLine, heads_of, person_seen
from guong.office.overview.selectors.home import SHOWN, Home, home_of
from guong.office.overview.selectors.personal_data import (
    PersonsData,
    data_of_officer,
    data_of_person,
    personal_data_held,
)
from guong.office.overview.selectors.rounds import RoundLine
from guong.office.overview.selectors.task import Task
from guong.office.overview.selectors.years import YearsView, years_view

__all__ = [
    "SHOWN",
    "CommitteeView",
    "HeadLine",
    "Home",
    "PersonsData",
    "RoundLine",
    "Task",
    "YearsView",
    "committee_rounds",
    "committee_view",
    "data_of_officer",
    "data_of_person",
    "heads_of",
    "home_of",
    "person_seen",
    "personal_data_held",
    "years_view",
]
