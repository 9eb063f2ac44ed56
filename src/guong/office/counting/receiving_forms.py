"""Forms of the boxes' arrival; they only read what was typed, rules stand in the services."""

from collections.abc import Sequence
from typing import Any

from django import forms

from guong.office.counting.day_forms import MomentField
from guong.office.counting.details import (
    BoxArrival,
    Receipt,
)
from guong.office.counting.selectors import BoxLine
from guong.ui.fields import LineField


class ArrivalsForm(forms.Form):
    """One line for each box that may still come; only lines with a code are read."""

    def __init__(self, *args: Any, lines: Sequence[BoxLine], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._lines = lines
        attrs = {"autocomplete": "off", "inputmode": "numeric"}
        for line in lines:
            key = line.conference.key
            self.fields[f"code_{key}"] = forms.CharField(
                label="Bốn số cuối mã niêm phong",
                max_length=40,
                required=False,
                widget=forms.TextInput(attrs=attrs),
            )
            self.fields[f"giver_{key}"] = LineField(
                label="Người giao", max_length=200, required=False, initial=_giver(line)
            )
            self.fields[f"envelopes_{key}"] = forms.IntegerField(
                label="Số phong bì giấy", min_value=0, max_value=99, initial=1, required=False
            )

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Each line with its three fields."""
        return [
            {"line": line}
            | {name: self[f"{name}_{line.conference.key}"] for name in ("code", "giver", "envelopes")}
            for line in self._lines
        ]

    @property
    def arrivals(self) -> list[BoxArrival]:
        """The boxes for which a code was typed."""
        given = self.cleaned_data
        return [
            BoxArrival(
                conference_key=line.conference.key,
                code=given[f"code_{line.conference.key}"],
                giver_name=given[f"giver_{line.conference.key}"],
                giver_post=_post_of(line, given[f"giver_{line.conference.key}"]),
                envelopes=given[f"envelopes_{line.conference.key}"] or 0,
            )
            for line in self._lines
            if given[f"code_{line.conference.key}"].strip()
        ]


def _giver(line: BoxLine) -> str:
    return next((str(seat.full_name) for seat in line.conference.board.all() if seat.role == "head"), "")


def _post_of(line: BoxLine, name: str) -> str:
    found = (seat for seat in line.conference.board.all() if seat.full_name == name)
    return next((f"{seat.get_role_display()} tổ kiểm phiếu" for seat in found), "")


class ReceiptForm(forms.Form):
    """What the handover minutes need beside the boxes."""

    at = MomentField(label="Giờ, ngày bàn giao xong")
    receiver_name = LineField(label="Người nhận hòm phiếu", max_length=200)
    receiver_post = LineField(label="Chức vụ người nhận", max_length=200, required=False)
    kept_at = LineField(
        label="Nơi để hòm phiếu đến giờ mở", max_length=200, help_text="Ví dụ: tủ sắt số 1, phòng Văn thư"
    )
    copies = forms.IntegerField(label="Số bản", min_value=1, max_value=20, initial=3)

    @property
    def receipt(self) -> Receipt:
        """The receipt of a valid form."""
        return Receipt(**self.cleaned_data)


class LeaveShutForm(forms.Form):
    """Why one box that came is not opened."""

    reason = LineField(label="Lý do không mở", max_length=300)
