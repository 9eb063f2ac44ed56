"""Forms of the head's room. The rules of the services decide, not the fields."""

import unicodedata
from typing import Any

from django import forms
from django.http import QueryDict

from guong.core.questionnaire import Questionnaire
from guong.office.feedback.details import OwnView
from guong.office.feedback.models import Reflection


class WordsField(forms.CharField):
    """Several lines, kept in NFC."""

    def __init__(self, *, rows: int = 5, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)

    def to_python(self, value: Any) -> str:
        """Return the text composed, with one kind of line end."""
        return unicodedata.normalize("NFC", super().to_python(value) or "").replace("\r\n", "\n")


class OwnViewForm(forms.Form):
    """A level for each criterion and some words, all of it optional."""

    def __init__(
        self, questionnaire: Questionnaire, saved: Reflection | None, given: QueryDict | None = None
    ) -> None:
        ratings = saved.ratings if saved else {}
        initial = {_name(key): place for key, place in ratings.items()}
        initial |= {"text": saved.text if saved else "", "version": saved.version if saved else 0}
        super().__init__(given, initial=initial)
        rated = [item for item in questionnaire.items if item.note]  # nobody rates the own prestige
        for item in rated:
            self.fields[_name(item.key)] = forms.TypedChoiceField(
                label=f"{item.number}. {item.text}",
                choices=[("", "Chưa chọn"), *enumerate(item.levels)],
                coerce=int,
                empty_value=None,
                required=False,
            )
        self.fields["text"] = WordsField(
            label="Tự nhìn lại",
            required=False,
            rows=6,
            help_text="Điều gì đúng như mình nghĩ, điều gì bất ngờ, vì sao. Chỉ đồng chí đọc được.",
        )
        self.fields["version"] = forms.IntegerField(widget=forms.HiddenInput)
        self._keys = [item.key for item in rated]

    @property
    def view(self) -> OwnView:
        """What was chosen and written."""
        chosen = {key: self.cleaned_data[_name(key)] for key in self._keys}
        return OwnView(
            {key: place for key, place in chosen.items() if place is not None},
            self.cleaned_data["text"],
            self.cleaned_data["version"],
        )


class ReplyForm(forms.Form):
    """Words to the lead body."""

    text = WordsField(label="Nội dung trao đổi", required=False, rows=7)


class AnswerForm(forms.Form):
    """Words of the lead body to a head."""

    text = WordsField(label="Trả lời", required=False, rows=4)


def _name(key: str) -> str:
    return f"muc_{key}"
