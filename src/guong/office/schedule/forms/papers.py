"""Forms of papers, photographs, incidents, rehearsal."""

from datetime import date
from typing import Any

from django import forms

from guong.office.registry.models import Unit
from guong.office.schedule.models import PaperTerms
from guong.office.schedule.paperwork.of_conference import Absent
from guong.ui.fields import DayField, LineField, NamedChoiceField


class DayForm(forms.Form):
    """The day that a paper bears."""

    day = DayField(label="Ngày ghi trên văn bản")

    def __init__(self, data: Any, *, day: date) -> None:
        super().__init__(data, initial={"day": day})


class TermsForm(forms.Form):
    """Who signs for the lead body, where lists go and until when."""

    signer_authority = LineField(label="Ký thay mặt", max_length=120, required=False)
    signer_role = LineField(label="Chức vụ người ký", max_length=120)
    signer_name = LineField(label="Họ tên người ký", max_length=200, required=False)
    lists_by = forms.DateTimeField(
        label="Hạn gửi danh sách",
        widget=forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"}),
    )
    send_to = LineField(label="Nơi nhận danh sách", max_length=200)
    contact = LineField(
        label="Đầu mối liên hệ",
        max_length=200,
        help_text="Bộ phận hoặc chức danh, không ghi số điện thoại riêng.",
    )
    waiting_room = LineField(label="Nơi người được góp ý chờ", max_length=120)

    def __init__(self, data: Any, *, terms: PaperTerms) -> None:
        super().__init__(data, initial={name: getattr(terms, name) for name in self.base_fields})


class AbsentForm(forms.Form):
    """Why people were absent, as totals."""

    ill = forms.IntegerField(label="Ốm, thai sản", min_value=0, max_value=5000, initial=0)
    travelling = forms.IntegerField(label="Đi công tác, đi học", min_value=0, max_value=5000, initial=0)
    other = forms.IntegerField(label="Lý do khác", min_value=0, max_value=5000, initial=0)

    @property
    def absent(self) -> Absent:
        """The totals as values."""
        return Absent(**{name: self.cleaned_data[name] for name in ("ill", "travelling", "other")})


class DossierForm(forms.Form):
    """How many paper ballots lie in the dossier."""

    sheets = forms.IntegerField(label="Số phiếu giấy cho mỗi người được góp ý", min_value=1, max_value=60)

    def __init__(self, data: Any, *, sheets: int) -> None:
        super().__init__(data, initial={"sheets": sheets})


class PhotographForm(forms.Form):
    """A photograph with its caption and the promise that no ballot is on it."""

    photograph = forms.FileField(label="Ảnh", help_text="JPEG hoặc PNG, không quá 12 MB.")
    caption = LineField(
        label="Chú thích",
        max_length=300,
        help_text="Ví dụ: Đồng chí Trưởng Ban Tuyên giáo phát biểu quán triệt",
    )
    sworn = forms.BooleanField(
        label="Tôi đã xem lại: ảnh không chụp phiếu, thẻ bỏ phiếu hay màn hình điện thoại của ai.",
        required=False,
    )

    def __init__(self, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files)
        self.fields["photograph"].widget.attrs["accept"] = "image/jpeg,image/png"


class IncidentForm(forms.Form):
    """What happened, and how it was settled if it already was."""

    text = LineField(label="Sự việc", max_length=500, help_text="Không ghi ai bỏ phiếu thế nào, giờ nào.")
    settled = LineField(label="Cách xử lý", max_length=500, required=False)


class RehearsalForm(forms.Form):
    """For which unit a rehearsal is made."""

    def __init__(self, data: Any, *, units: Any) -> None:
        super().__init__(data)
        self.fields["unit"] = NamedChoiceField(label="Đơn vị", queryset=units, empty_label="Chọn đơn vị")

    @property
    def unit(self) -> Unit:
        """The unit chosen."""
        found = self.cleaned_data["unit"]
        assert isinstance(found, Unit)
        return found
