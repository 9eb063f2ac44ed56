"""Form fields that every room shares: a line of text, a day, an hour, a choice by name."""

import unicodedata
from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms.models import ModelChoiceIterator

from guong.core.alphabet import in_order


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


class _ByName(ModelChoiceIterator):  # type: ignore[type-arg]  # Django's stub takes no argument at run time
    """The choices as a Vietnamese list has them; a database sorts by the letters' numbers."""

    def __iter__(self) -> Iterator[Any]:
        choices = list(super().__iter__())
        named = 0 if self.field.empty_label is None else 1
        yield from choices[:named]
        yield from sorted(choices[named:], key=lambda choice: in_order(str(choice[1])))


class NamedChoiceField(forms.ModelChoiceField):  # type: ignore[type-arg]  # as above
    """One of many things, listed by name in Vietnamese order."""

    iterator = _ByName


class NamedChoicesField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # as above
    """Several of many things, listed by name in Vietnamese order."""

    iterator = _ByName
