"""Forms of the register."""

from guong.office.registry.forms.accounts import PersonForm
from guong.office.registry.forms.imports import ColumnsForm, WorkbookForm
from guong.office.registry.forms.scopes import BodyForm, ScopeForm
from guong.office.registry.forms.units import SuccessionForm

__all__ = ["BodyForm", "ColumnsForm", "PersonForm", "ScopeForm", "SuccessionForm", "WorkbookForm"]
