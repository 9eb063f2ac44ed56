"""Forms of the room; they only read what was typed, rules stand in the services."""

from collections.abc import Sequence
from typing import Any

from django import forms

from guong.core.reconciliation import HandCount
from guong.ui.fields import LineField

_MOST = 9999
_NO_HINTS = {"autocomplete": "off"}
_COUNTED = (
    ("signatures", "Chữ ký trên danh sách ký nhận", "Người vắng không tính."),
    ("printed", "Thẻ bỏ phiếu đã in", "Số thẻ in ở máy của tổ kiểm phiếu."),
    ("drawn", "Thẻ đã bốc", "Mỗi lần bốc một thẻ, kể cả thẻ bốc lại."),
    ("left_over", "Thẻ còn lại trong hộp", "Thẻ chưa ai bốc, đếm từng thẻ."),
    ("paper_sets", "Bộ phiếu giấy đã phát", "Kể cả bộ phát cho người đổi thẻ."),
    ("exchanged", "Thẻ đổi sang phiếu giấy", "Thẻ nộp lại để lấy phiếu giấy."),
    ("spoiled", "Thẻ hỏng thu lại", "Thẻ rách, bẩn, chưa dùng, đã nộp lại."),
    ("replaced", "Thẻ phát lại thay thẻ hỏng", "Thẻ bốc lại thay cho thẻ hỏng."),
    (
        "not_returned",
        "Thẻ đã bốc nhưng không dùng",
        "Thẻ mất, mang về; không có thì ghi 0.",
    ),
)


class ConfirmField(forms.BooleanField):
    """A box that must be ticked before an act that can't be taken back."""

    default_error_messages = {"required": "Đề nghị đánh dấu vào ô này trước khi thực hiện."}


class HandCountForm(forms.Form):
    """What one person counted by hand; the second person gets it empty."""

    typist_name = LineField(
        label="Họ và tên người nhập", max_length=200, widget=forms.TextInput(attrs=_NO_HINTS)
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label, told in _COUNTED:
            widget = forms.NumberInput(attrs=_NO_HINTS | {"inputmode": "numeric"})
            self.fields[name] = forms.IntegerField(
                label=label, help_text=told, min_value=0, max_value=_MOST, widget=widget
            )

    @property
    def count(self) -> HandCount:
        """The numbers of a valid form."""
        return HandCount(**{name: self.cleaned_data[name] for name, *_ in _COUNTED})


class LeftOverForm(forms.Form):
    """One leftover slip; the field is always shown empty."""

    code = forms.CharField(
        label="Mã trên thẻ",
        max_length=400,
        help_text="Quét mã trên thẻ, hoặc gõ 4 nhóm ký tự. Mã không được lưu lại.",
        widget=forms.TextInput(
            attrs=_NO_HINTS | {"autofocus": True, "spellcheck": "false", "autocapitalize": "characters"}
        ),
    )


class ExplanationForm(forms.Form):
    """Why one equation doesn't hold, signed by two people."""

    equation = forms.IntegerField(widget=forms.HiddenInput)
    text = LineField(label="Lý do chênh lệch", max_length=500, widget=forms.Textarea(attrs={"rows": 3}))
    first_signer = LineField(label="Người xác nhận thứ nhất", max_length=200)
    second_signer = LineField(label="Người xác nhận thứ hai", max_length=200)


class SealForm(forms.Form):
    """Sealing can't be taken back."""

    confirm = ConfirmField(
        label="Tổ kiểm phiếu đã kiểm đếm xong, đồng ý niêm phong hòm phiếu. Sau khi niêm phong không sửa được số liệu."
    )


class HandOverForm(forms.Form):
    """What the sealing minutes need beside the figures."""

    receiver_name = LineField(label="Người nhận bàn giao hòm phiếu", max_length=200)
    receiver_post = LineField(label="Chức vụ người nhận", max_length=200, required=False)
    opening = LineField(
        label="Thời gian, nơi mở hòm phiếu",
        max_length=300,
        help_text="Ví dụ: 14 giờ ngày 19 tháng 5 năm 2023, tại trụ sở Quận uỷ",
    )
    copies = forms.IntegerField(label="Số bản", min_value=1, max_value=20, initial=3)


class CodeField(forms.CharField):
    """Sixteen digits as they are read aloud; spaces don't matter."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = _NO_HINTS | {"inputmode": "numeric", "placeholder": "0000 0000 0000 0000"}
        super().__init__(max_length=40, widget=forms.TextInput(attrs=attrs), **kwargs)


class TwoReadersForm(forms.Form):
    """Two members of the board who read the same code on two programs."""

    first_confirmer = forms.ChoiceField(label="Người đọc mã trên chương trình mở hòm phiếu")
    first_code = CodeField(label="Mã kết quả người thứ nhất đọc")
    second_confirmer = forms.ChoiceField(label="Người đọc mã trên chương trình kiểm tra độc lập")
    second_code = CodeField(label="Mã kết quả người thứ hai đọc")
    same_machine = forms.BooleanField(
        label="Máy mở hòm phiếu cũng là máy nhận phiếu (ghi vào biên bản)", required=False
    )

    def __init__(self, *args: Any, board: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", "Chọn người trong tổ kiểm phiếu"), *((name, name) for name in board)]
        for name in ("first_confirmer", "second_confirmer"):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices


class ImportForm(TwoReadersForm):
    """The two files of the opening, and the two board members who read its code."""

    result = forms.FileField(
        label="Tệp kết quả", help_text="Tệp có tên bắt đầu bằng “result”, tải ở máy mở hòm phiếu."
    )
    archive = forms.FileField(
        label="Tệp lưu kết quả", help_text="Tệp có tên bắt đầu bằng “archive”, tải ở máy mở hòm phiếu."
    )
    field_order = ("result", "archive")


class DestroyForm(forms.Form):
    """The keys' end, before two witnesses."""

    keys_destroyed = forms.IntegerField(label="Số mã chìa khoá đã huỷ", min_value=0, max_value=9)
    head_name = LineField(label="Tổ trưởng tổ kiểm phiếu", max_length=200)
    witness_name = LineField(label="Đại biểu chứng kiến", max_length=200)
    confirm = ConfirmField(
        label="Đã tải hồ sơ kiểm tra và đã huỷ các mã chìa khoá. Sau bước này không ai mở lại được hòm phiếu."
    )
