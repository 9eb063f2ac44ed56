"""Forms of the plan. The rules of `guong.core.remediation` decide, not the fields."""

import unicodedata
from typing import Any

from django import forms
from django.http import QueryDict

from guong.core.questionnaire import Questionnaire
from guong.core.remediation.items import LONGEST_LINE, MOST_MILESTONES, ItemText, Milestone
from guong.office.remediation.models import PlanItem
from guong.ui.fields import DayField, LineField


class WordsField(forms.CharField):
    """Several lines, kept in NFC."""

    def __init__(self, *, rows: int = 3, **kwargs: Any) -> None:
        super().__init__(required=False, widget=forms.Textarea(attrs={"rows": rows}), **kwargs)

    def to_python(self, value: Any) -> str:
        """Return the text stripped and composed, with one kind of line end."""
        return unicodedata.normalize("NFC", super().to_python(value) or "").replace("\r\n", "\n")


class ItemForm(forms.Form):
    """One point of a plan; all of it may be left for later."""

    criterion = forms.ChoiceField(label="Nội dung trên phiếu", required=False)
    shortcoming = WordsField(
        label="Hạn chế cần khắc phục", help_text="Nói bằng lời của đồng chí, không chép lại ý kiến."
    )
    cause = WordsField(label="Nguyên nhân")
    measure = WordsField(
        label="Biện pháp", help_text="Việc cụ thể sẽ làm, để sau này nói được đã làm hay chưa."
    )
    expected = WordsField(label="Kết quả cần đạt", rows=2)
    owner = LineField(label="Người thực hiện", required=False, max_length=LONGEST_LINE)
    due_on = DayField(label="Thời hạn", required=False)
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, questionnaire: Questionnaire, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        criteria = [(item.key, f"{item.number}. {item.text}") for item in questionnaire.items if item.note]
        field = self.fields["criterion"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "Ngoài các nội dung trên phiếu"), *criteria]
        for place in range(1, MOST_MILESTONES + 1):
            self.fields[f"what_{place}"] = LineField(
                label=f"Mốc {place}: việc", required=False, max_length=LONGEST_LINE
            )
            self.fields[f"on_{place}"] = DayField(label=f"Mốc {place}: ngày", required=False)

    def clean(self) -> dict[str, Any]:
        """Ask for the other half of a milestone that has only one."""
        given = super().clean() or {}
        for place in range(1, MOST_MILESTONES + 1):
            if bool(given.get(f"what_{place}")) != bool(given.get(f"on_{place}")):
                missing = f"on_{place}" if given.get(f"what_{place}") else f"what_{place}"
                if missing not in self.errors:
                    self.add_error(missing, "Mốc cần cả việc và ngày. Đề nghị ghi nốt, hoặc xoá cả hai ô.")
        return given

    @property
    def item(self) -> ItemText:
        """What was written."""
        given = self.cleaned_data
        milestones = [
            Milestone(given[f"what_{place}"], given[f"on_{place}"])
            for place in range(1, MOST_MILESTONES + 1)
            if given.get(f"what_{place}")
        ]
        return ItemText(
            criterion=given["criterion"],
            shortcoming=given["shortcoming"],
            cause=given["cause"],
            measure=given["measure"],
            expected=given["expected"],
            owner=given["owner"],
            due_on=given["due_on"],
            milestones=tuple(milestones),
        )


def initial_of(item: PlanItem) -> dict[str, object]:
    """Return what the form of an item begins with."""
    names = ("criterion", "shortcoming", "cause", "measure", "expected", "owner", "due_on")
    found: dict[str, object] = {name: getattr(item, name) for name in names}
    for place, one in enumerate(item.milestones.all(), start=1):
        found |= {f"what_{place}": one.what, f"on_{place}": one.due_on}
    return found


class ReportForm(forms.Form):
    """What was done about a point by now."""

    share = forms.IntegerField(label="Đã hoàn thành (%)", min_value=0, max_value=100)
    text = WordsField(label="Đã làm được gì", rows=3)
    done = forms.TypedMultipleChoiceField(
        label="Mốc đã xong", coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, item: PlanItem, given: QueryDict | None = None) -> None:
        super().__init__(given, initial={"share": item.share})
        left = [(one.pk, one.what) for one in item.milestones.all() if one.done_on is None]
        field = self.fields["done"]
        assert isinstance(field, forms.TypedMultipleChoiceField)
        field.choices = left
        if not left:
            del self.fields["done"]


class FileForm(forms.Form):
    """A file to send."""

    file = forms.FileField(
        label="Tệp",
        help_text="PDF, ảnh JPEG, PNG, Word (.docx), Excel (.xlsx), nhiều nhất 10 MB.",
        error_messages={"required": "Chưa chọn tệp. Đề nghị chọn một tệp rồi gửi."},
    )


class ReceivedForm(forms.Form):
    """The day on which a head signed for the notice."""

    received_on = DayField(label="Ngày ký nhận kết quả")
