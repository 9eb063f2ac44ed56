"""Forms of a cancellation: the decision, and what became of the slips."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms

from guong.office.conferences.models import BoardMember
from guong.office.schedule.details import SlipsGone
from guong.ui.fields import DayField, LineField

_ENVELOPES = (
    ("shared", "Dùng chung cho hội nghị khác: vẫn niêm phong, tiếp tục giữ"),
    ("own", "Chỉ làm cho hội nghị này: còn niêm phong, huỷ cùng thẻ"),
    ("none", "Chưa làm phong bì chìa khoá"),
)
_PEOPLE = ("by_name", "by_post", "witness_name", "witness_post")


class CancelForm(forms.Form):
    """Why, who decided, and that there is no way back."""

    reason = LineField(label="Lý do huỷ", max_length=300, help_text="Được ghi trong thông báo gửi đơn vị.")
    decided_by = LineField(
        label="Người quyết định", max_length=200, help_text="Họ tên, chức vụ hoặc tên văn bản quyết định."
    )
    sure = forms.BooleanField(
        label="Tôi hiểu: huỷ rồi thì không khôi phục được; muốn họp phải lập hội nghị mới."
    )


class SlipsForm(forms.Form):
    """How many slips came back and were destroyed, in whose presence."""

    day = DayField(label="Ngày huỷ thẻ")
    place = LineField(label="Nơi huỷ", max_length=200)
    made = forms.IntegerField(
        label="Số thẻ đã in", min_value=0, max_value=9999, help_text="Chưa in thẻ nào thì ghi 0."
    )
    collected = forms.IntegerField(label="Số thẻ thu về, đã huỷ", min_value=0, max_value=9999)
    remark = LineField(label="Ghi chú", max_length=300, required=False)
    envelopes = forms.ChoiceField(
        label="Phong bì chìa khoá", choices=_ENVELOPES, widget=forms.RadioSelect, initial="shared"
    )
    by_name = LineField(label="Người huỷ", max_length=200)
    by_post = LineField(label="Chức vụ người huỷ", max_length=200, required=False)
    witness_name = LineField(label="Người chứng kiến", max_length=200)
    witness_post = LineField(label="Chức vụ người chứng kiến", max_length=200, required=False)

    def __init__(self, data: Any, *, day: date, slips: int, place: str, board: Iterable[BoardMember]) -> None:
        start: dict[str, Any] = {"day": day, "made": slips, "place": place}
        members = {member.role: member for member in board}
        for who, role in (("by", "clerk"), ("witness", "witness")):
            if role in members:
                start |= {f"{who}_name": members[role].full_name, f"{who}_post": members[role].organisation}
        super().__init__(data, initial=start)

    @property
    def said(self) -> SlipsGone:
        """What was typed as values."""
        return SlipsGone(**self.cleaned_data)
