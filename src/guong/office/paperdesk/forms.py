"""Forms of the desk: counts and names; sheets never pass through a form."""

import unicodedata
from typing import Any

from django import forms

from guong.office.paperdesk import refusals


class NameField(forms.CharField):
    """A person's name, kept in NFC."""

    def __init__(self, *, label: str) -> None:
        super().__init__(label=label, max_length=200)

    def to_python(self, value: Any) -> str:
        """Return the name stripped and composed."""
        return unicodedata.normalize("NFC", super().to_python(value) or "")


class CountForm(forms.Form):
    """The number of sheets in the box as two people typed it, each by himself."""

    first_counter = NameField(label="Người đếm thứ nhất")
    first_count = forms.IntegerField(label="Số phiếu người thứ nhất đếm", min_value=0, max_value=5000)
    second_counter = NameField(label="Người đếm thứ hai")
    second_count = forms.IntegerField(label="Số phiếu người thứ hai đếm", min_value=0, max_value=5000)

    def clean(self) -> dict[str, Any]:
        """Refuse two different counts."""
        typed = super().clean() or self.cleaned_data
        if typed.get("first_count") != typed.get("second_count"):
            raise forms.ValidationError(refusals.COUNTS_DIFFER.sentence)
        return typed


class TypistsForm(forms.Form):
    """The two who key in."""

    first_typist = NameField(label="Người nhập lần một")
    second_typist = NameField(label="Người nhập lần hai")
