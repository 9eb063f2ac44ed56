"""How a unit ends."""

from collections.abc import Mapping
from datetime import date
from typing import TypedDict

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict

from guong.office.registry.models import SuccessionKind, Unit
from guong.ui.fields import NamedChoicesField


class Succession(TypedDict):
    """What `services.record_succession` wants to know."""

    kind: SuccessionKind
    successors: list[Unit]
    on: date
    basis: str


class SuccessionForm(forms.Form):
    """A merger, a split or a new name."""

    kind = forms.ChoiceField(
        label="Hình thức",
        choices=SuccessionKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Đồng chí chọn hình thức."},
    )
    on = forms.DateField(
        label="Có hiệu lực từ ngày",
        help_text="Ngày/tháng/năm, theo quyết định. Trước ngày này đơn vị còn hoạt động.",
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
        error_messages={
            "required": "Đồng chí ghi ngày có hiệu lực.",
            "invalid": "Đồng chí ghi ngày/tháng/năm, ví dụ 01/9/2023.",
        },
    )
    successors = NamedChoicesField(
        label="Đơn vị kế tục",
        help_text="Đơn vị mới thì nhập vào sổ bộ trước. Chia tách thì chọn mọi đơn vị mới.",
        queryset=None,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Đồng chí chọn ít nhất một đơn vị kế tục.",
            "invalid_choice": "Không có đơn vị này.",
        },
    )
    basis = forms.CharField(
        label="Căn cứ", help_text="Số, ngày của quyết định.", max_length=200, required=False
    )

    def __init__(self, data: QueryDict | Mapping[str, object] | None, *, units: QuerySet[Unit]) -> None:
        super().__init__(data)
        self.fields["successors"].queryset = units  # type: ignore[attr-defined]

    def as_told(self) -> Succession:
        """Return what was told, for the service."""
        told = self.cleaned_data
        return Succession(
            kind=SuccessionKind(told["kind"]),
            successors=list(told["successors"]),
            on=told["on"],
            basis=told["basis"],
        )
