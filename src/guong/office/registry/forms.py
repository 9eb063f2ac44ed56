"""Forms of the register."""

from django import forms


class WorkbookForm(forms.Form):
    """The workbook to import."""

    workbook = forms.FileField(
        label="Tệp Excel theo mẫu",
        help_text="Tệp .xlsx, tối đa 5 MB.",
        error_messages={
            "required": "Đồng chí chọn tệp Excel cần nhập.",
            "empty": "Tệp đã chọn không có nội dung. Đồng chí chọn tệp khác.",
        },
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}),
    )
