"""Form fields that every room shares: a line of text, a day, an hour."""

import unicodedata
from typing import Any

from django import forms


class LineField(forms.CharField):
    """A line of text, kept in NFC whatever the keyboard sent."""

    def to_python(self, value: Any) -> str:
        """Return the text stripped and composed."""
        return unicodedata.normalize("NFC", super().to_python(value) or "")


class DayField(forms.DateField):
    """A day, picked or typed as dd/mm/yyyy."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        super().__init__(widget=widget, input_formats=["%Y-%m-%d", "%d/%m/%Y"], **kwargs)


class HourField(forms.TimeField):
    """An hour of the day, picked or typed as HH:MM."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}), **kwargs)
