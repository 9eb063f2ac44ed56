"""Forms of the room."""

import unicodedata
from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone

from guong.office.release.details import Sitting


class MomentField(forms.DateTimeField):
    """A local date and hour, picked."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"})
        super().__init__(widget=widget, input_formats=["%Y-%m-%dT%H:%M"], **kwargs)

    def clean(self, value: Any) -> datetime | None:
        """Return the moment without zone, as papers write it."""
        moment = super().clean(value)
        return timezone.make_naive(moment) if moment else None


class SittingForm(forms.Form):
    """When and where the board counted, as the minutes state it."""

    opened_at = MomentField(label="Bắt đầu mở hòm phiếu lúc")
    finished_at = MomentField(label="Kết thúc kiểm phiếu lúc")
    place = forms.CharField(label="Địa điểm mở hòm phiếu", max_length=200)
    copies = forms.IntegerField(label="Số bản", min_value=1, max_value=20)

    @property
    def sitting(self) -> Sitting:
        """The sitting that a valid form states."""
        given = self.cleaned_data
        place = unicodedata.normalize("NFC", given["place"])
        return Sitting(given["opened_at"], given["finished_at"], place, given["copies"])
