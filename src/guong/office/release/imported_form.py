"""The form that brings in an earlier round: what it was, and the table."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone

from guong.office.registry.models import Unit
from guong.office.release.details import EarlierRound
from guong.office.release.kinds import ROUND_KINDS
from guong.ui.fields import LineField

_OLDEST = 1990


class EarlierRoundForm(forms.Form):
    """Body, kind and year of an earlier round, its form, the paper that the figures come from, and the file."""

    KINDS = ROUND_KINDS

    body = forms.ChoiceField(label="Cơ quan chủ trì")
    kind = forms.ChoiceField(label="Loại đợt", choices=ROUND_KINDS)
    year = forms.IntegerField(
        label="Năm",
        min_value=_OLDEST,
        error_messages={"min_value": f"Năm phải từ {_OLDEST}.", "required": "Chưa ghi năm."},
    )
    name = LineField(label="Tên đợt", max_length=200, error_messages={"required": "Chưa ghi tên đợt."})
    form = LineField(
        label="Mẫu phiếu đã dùng",
        max_length=200,
        help_text="Ví dụ: Mẫu phiếu ban hành năm 2021.",
        error_messages={"required": "Chưa ghi mẫu phiếu."},
    )
    source = LineField(
        label="Số liệu lấy từ văn bản nào",
        max_length=300,
        error_messages={"required": "Chưa ghi văn bản gốc của số liệu."},
    )
    file = forms.FileField(
        label="Tệp",
        help_text="Excel (.xlsx) hoặc CSV UTF-8, tối đa 5 MB.",
        error_messages={"required": "Chưa chọn tệp.", "empty": "Tệp đã chọn không có nội dung."},
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv"}),
    )

    def __init__(self, bodies: Sequence[Unit], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._bodies = {body.key: body for body in bodies}
        field = self.fields["body"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(key, body.name) for key, body in self._bodies.items()]

    def clean_year(self) -> int:
        """Refuse this year and those to come: their rounds are held here."""
        year: int = self.cleaned_data["year"]
        if year >= timezone.localdate().year:
            raise forms.ValidationError("Chỉ nhập số liệu của những năm trước.")
        return year

    @property
    def chosen_body(self) -> Unit:
        """The chosen body."""
        return self._bodies[self.cleaned_data["body"]]

    @property
    def round(self) -> EarlierRound:
        """What was stated of the round."""
        given = self.cleaned_data
        return EarlierRound(given["kind"], given["year"], given["name"], given["form"], given["source"])
