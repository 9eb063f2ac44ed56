"""The workbook, and which of its columns is which."""

from collections import Counter

from django import forms
from django.http import QueryDict

from guong.office.registry.importing.columns import SheetForm
from guong.office.registry.importing.recognising import Unknown, suggest


class WorkbookForm(forms.Form):
    """The workbook to import."""

    workbook = forms.FileField(
        label="Tệp Excel",
        help_text="Tệp .xlsx, tối đa 5 MB.",
        error_messages={
            "required": "Đồng chí chọn tệp Excel cần nhập.",
            "empty": "Tệp đã chọn không có nội dung. Đồng chí chọn tệp khác.",
        },
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}),
    )


class ColumnsForm(forms.Form):
    """For every column of the template the heading that stands for it, with what is likeliest chosen."""

    def __init__(self, data: QueryDict | None, *, unknown: Unknown, sheet: SheetForm) -> None:
        super().__init__(data)
        suggested = suggest(sheet, unknown.headings)
        examples = dict(zip(unknown.headings, unknown.examples, strict=True))
        headings = [
            (words, _with_example(words, examples[words])) for words in dict.fromkeys(unknown.headings)
        ]
        for column in sheet.columns:
            nothing = "Đồng chí chọn một cột" if column.required else "Không có trong tệp"
            self.fields[column.key] = forms.ChoiceField(
                label=column.heading,
                choices=[("", nothing), *headings],
                required=column.required,
                initial=suggested.get(column.key, ""),
                error_messages={
                    "required": f"Danh sách cần có cột “{column.heading}”. Nếu tệp không có, đồng chí thêm cột này "
                    "vào tệp rồi tải lên lại.",
                    "invalid_choice": "Tệp không có cột này. Đồng chí chọn lại.",
                },
            )

    def clean(self) -> dict[str, str]:
        """Refuse a heading chosen twice."""
        told = dict(self.cleaned_data)
        times = Counter(heading for heading in told.values() if heading)
        for key, heading in told.items():
            if times[heading] > 1:
                self.add_error(key, f"Cột “{heading}” được chọn hai lần. Mỗi cột chỉ dùng một lần.")
        return told

    def chosen(self) -> dict[str, str]:
        """Return the headings told, by the columns' names for programs."""
        return {key: heading for key, heading in self.cleaned_data.items() if heading}


def _with_example(heading: str, example: str) -> str:
    short = example if len(example) <= 28 else f"{example[:27]}…"
    return f"{heading} (ví dụ: {short})" if short else heading
