"""Forms of the room's pages."""

from guong.office.schedule.forms.calendar import MoveForm, OfficialsForm, RoundTable
from guong.office.schedule.forms.cancelling import CancelForm, SlipsForm
from guong.office.schedule.forms.delegates import BoardCopyForm, ObserverRow, SendForm, SendHereForm
from guong.office.schedule.forms.papers import (
    AbsentForm,
    DayForm,
    DossierForm,
    IncidentForm,
    PhotographForm,
    RehearsalForm,
    TermsForm,
)

__all__ = [
    "AbsentForm",
    "BoardCopyForm",
    "CancelForm",
    "DayForm",
    "DossierForm",
    "IncidentForm",
    "MoveForm",
    "ObserverRow",
    "OfficialsForm",
    "PhotographForm",
    "RehearsalForm",
    "RoundTable",
    "SendForm",
    "SendHereForm",
    "SlipsForm",
    "TermsForm",
]
