"""The lead body, and which officer sees which units."""

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict

from guong.office.registry.models import Level, Unit
from guong.ui.fields import NamedChoiceField


class BodyForm(forms.Form):
    """The body that leads the conferences; it stands in no list that units send."""

    key = forms.SlugField(
        label="Mã cơ quan",
        help_text="Viết liền không dấu, ví dụ: QU.",
        max_length=40,
        error_messages={
            "required": "Đồng chí ghi mã cơ quan.",
            "invalid": "Mã chỉ gồm chữ không dấu, số và gạch.",
        },
    )
    name = forms.CharField(
        label="Tên cơ quan", max_length=200, error_messages={"required": "Đồng chí ghi tên cơ quan."}
    )
    level = forms.ChoiceField(
        label="Cấp", choices=[(level.value, level.label) for level in (Level.WARD, Level.DISTRICT)]
    )


class ScopeForm(forms.Form):
    """A unit to add to an officer's scope."""

    unit = NamedChoiceField(
        label="Thêm đơn vị",
        help_text="Cán bộ thấy đơn vị này và mọi đơn vị trực thuộc.",
        queryset=None,
        empty_label=None,
        error_messages={"required": "Đồng chí chọn một đơn vị.", "invalid_choice": "Không có đơn vị này."},
    )

    def __init__(self, data: QueryDict | None, *, units: QuerySet[Unit]) -> None:
        super().__init__(data)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]
