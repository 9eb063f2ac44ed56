"""The form that brings an office's own Word template."""

from collections.abc import Sequence
from typing import Any

from django import forms

from guong.office.registry.models import Unit


class TemplateForm(forms.Form):
    """The office and the file."""

    unit = forms.ChoiceField(label="Cơ quan, đơn vị")
    file = forms.FileField(
        label="Mẫu Word",
        help_text="Văn bản Word (.docx), tối đa 2 MB.",
        error_messages={"required": "Chưa chọn tệp.", "empty": "Tệp đã chọn không có nội dung."},
        widget=forms.ClearableFileInput(attrs={"accept": ".docx"}),
    )

    def __init__(self, units: Sequence[Unit], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._units = {unit.key: unit for unit in units}
        field = self.fields["unit"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(key, unit.name) for key, unit in self._units.items()]

    @property
    def chosen(self) -> Unit:
        """The chosen unit."""
        return self._units[self.cleaned_data["unit"]]
