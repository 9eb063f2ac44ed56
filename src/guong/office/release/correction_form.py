"""The form of a recount: the signed minutes, and four numbers a question."""

import re
import unicodedata
from typing import Any

from django import forms

from guong.core.questionnaire import Questionnaire
from guong.office.release.details import Recount

_NUMBERS = re.compile(r"[0-9]{1,4}( [0-9]{1,4}){3}")


class LevelsField(forms.CharField):
    """Four whole numbers, from the best level to the worst, with spaces between them."""

    def clean(self, value: Any) -> tuple[int, ...]:
        """Return the four numbers."""
        text = " ".join(re.split(r"[\s;,/]+", str(super().clean(value)).strip()))
        if not _NUMBERS.fullmatch(text):
            raise forms.ValidationError(
                "Ghi đủ bốn số, từ mức tốt nhất đến mức thấp nhất, cách nhau bằng dấu cách."
            )
        return tuple(map(int, text.split(" ")))


class RecountForm(forms.Form):
    """What the board's minutes of the recount say; nothing is filled in beforehand."""

    minutes = forms.CharField(
        label="Biên bản đếm lại",
        max_length=200,
        help_text="Ví dụ: Biên bản đếm lại số 02-BB/TKP ngày 02/6/2023",
    )
    reason = forms.CharField(label="Lý do đếm lại", max_length=300)
    first_signer = forms.CharField(label="Người xác nhận thứ nhất (tổ kiểm phiếu)", max_length=200)
    second_signer = forms.CharField(label="Người xác nhận thứ hai (tổ kiểm phiếu)", max_length=200)
    valid = forms.IntegerField(label="Số phiếu hợp lệ", min_value=0, max_value=9999)
    invalid = forms.IntegerField(label="Số phiếu không hợp lệ", min_value=0, max_value=9999)

    def __init__(self, *args: Any, asked: Questionnaire, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._asked = asked
        for item in asked.items:
            names = ", ".join(item.levels)
            self.fields[f"item_{item.key}"] = LevelsField(
                label=f"{item.number}. {item.text}", help_text=f"Số phiếu của bốn mức: {names}", max_length=40
            )

    @property
    def recount(self) -> Recount:
        """What a valid form states."""
        given = self.cleaned_data

        def text(name: str) -> str:
            return unicodedata.normalize("NFC", given[name]).strip()

        levels = {item.key: given[f"item_{item.key}"] for item in self._asked.items}
        signers = text("first_signer"), text("second_signer")
        return Recount(text("minutes"), text("reason"), signers, given["valid"], given["invalid"], levels)
