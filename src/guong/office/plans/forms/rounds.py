"""A round's days."""

import dataclasses

from django import forms

from guong.office.plans.details import RoundDetails
from guong.office.plans.models import Round, RoundKind
from guong.ui.fields import DayField, LineField


class RoundForm(forms.Form):
    """A round; of an issued plan only the opening may be typed."""

    kind = forms.ChoiceField(label="Lấy ý kiến ở", choices=RoundKind)
    name = LineField(label="Tên đợt", max_length=200)
    begins_on = DayField(label="Từ ngày")
    ends_on = DayField(label="Đến ngày")
    reference_date = DayField(
        label="Ngày tính thời gian giữ chức vụ", help_text="Trước hoặc đúng ngày đầu của đợt."
    )
    opens_on = DayField(
        label="Ngày mở hòm phiếu",
        required=False,
        help_text="Các hòm phiếu của đợt mở cùng một buổi, sau hội nghị cuối cùng.",
    )
    opening_place = LineField(label="Nơi mở hòm phiếu", max_length=200, required=False)

    def __init__(self, data: object, *, entry: Round | None = None, frozen: bool = False) -> None:
        initial = {name: getattr(entry, name) for name in self.base_fields} if entry else {}
        super().__init__(data, initial=initial)  # type: ignore[arg-type]  # POST or None
        if frozen:
            for name in ("kind", "name", "begins_on", "ends_on", "reference_date"):
                self.fields[name].disabled = True

    @property
    def details(self) -> RoundDetails:
        """What was typed."""
        names = {field.name for field in dataclasses.fields(RoundDetails)}
        return RoundDetails(**{name: self.cleaned_data[name] for name in names})
