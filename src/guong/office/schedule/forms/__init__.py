"""Forms of the room's pages."""

from guong.office.schedule.forms.calendar import MoveForm, RoundTable
from guong.office.schedule.forms.delegates import BoardCopyForm, ObserverRow, SendForm, SendHereForm

__all__ = ["BoardCopyForm", "MoveForm", "ObserverRow", "RoundTable", "SendForm", "SendHereForm"]
