"""Forms for whom bodies send, for observers proposed, for a board named at several conferences."""

from collections.abc import Sequence
from typing import Any

from django import forms

from guong.core.wording import short_date
from guong.office.conferences.models import Conference
from guong.office.schedule.details import Sent
from guong.office.schedule.models import Delegate, DelegateRole
from guong.ui.fields import LineField


class SendHereForm(forms.Form):
    """One person sent to one conference."""

    role = forms.ChoiceField(label="Nhiệm vụ", choices=DelegateRole.choices, initial=DelegateRole.IN_CHARGE)
    full_name = LineField(label="Họ và tên", max_length=200)
    post = LineField(label="Chức vụ", max_length=200, required=False)
    organisation = LineField(
        label="Cơ quan, đơn vị cử", max_length=200, help_text="Ví dụ: Ban Tổ chức Quận uỷ"
    )

    @property
    def person(self) -> Sent:
        """The person as values."""
        return Sent(
            **{name: self.cleaned_data[name] for name in ("role", "full_name", "organisation", "post")}
        )


class SendForm(SendHereForm):
    """One person sent to several conferences."""

    def __init__(self, data: Any, *, conferences: Sequence[Conference]) -> None:
        super().__init__(data, auto_id="send-%s")
        self.fields["to"] = _chooser("Các hội nghị", conferences)

    @property
    def chosen(self) -> set[str]:
        """Keys of the conferences ticked."""
        return set(self.cleaned_data["to"])


class BoardCopyForm(forms.Form):
    """Which board is named where else."""

    def __init__(
        self, data: Any, *, sources: Sequence[Conference], conferences: Sequence[Conference]
    ) -> None:
        super().__init__(data, auto_id="board-%s")
        choices = [(one.key, one.unit.name) for one in sources]
        self.fields["source"] = forms.ChoiceField(label="Tổ kiểm phiếu của", choices=choices)
        self.fields["to"] = _chooser("Dùng cho các hội nghị", conferences)

    @property
    def chosen(self) -> set[str]:
        """Keys of the conferences ticked."""
        return set(self.cleaned_data["to"])


class ObserverRow(forms.Form):
    """One proposed observer: accepted with this name and post, or left as it is."""

    accepted = forms.BooleanField(label="Nhận", required=False, initial=True)
    full_name = LineField(label="Họ và tên", max_length=200, required=False)
    post = LineField(label="Chức vụ", max_length=200, required=False)

    def __init__(self, data: Any, *, delegate: Delegate) -> None:
        self.delegate = delegate
        start = {"accepted": True, "full_name": delegate.full_name, "post": delegate.post}
        super().__init__(data, prefix=f"d{delegate.pk}", initial=start)
        for field in self.fields.values():
            field.widget.attrs["aria-label"] = f"{field.label}, {delegate.organisation}"


def _chooser(label: str, conferences: Sequence[Conference]) -> forms.MultipleChoiceField:
    choices = [
        (one.key, f"{short_date(one.held_on)}, {one.begins_at:%H:%M}: {one.unit.name}") for one in conferences
    ]
    widget = forms.CheckboxSelectMultiple
    return forms.MultipleChoiceField(label=label, choices=choices, widget=widget, required=False)
