"""How far a duty is, and who made the plan known."""

from collections.abc import Sequence

from django import forms

from guong.office.papers.models import Paper
from guong.office.plans.details import BriefingDetails, Progress
from guong.office.plans.forms.fields import NumberField
from guong.office.plans.models import Briefing, Duty
from guong.ui.fields import DayField, LineField


class ProgressForm(forms.Form):
    """Due date; done with what proves it."""

    due_on = DayField(label="Hạn", required=False)
    done_on = DayField(label="Đã xong ngày", required=False, help_text="Để trống nếu chưa xong.")
    evidence = LineField(
        label="Kết quả, minh chứng",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    paper_key = forms.ChoiceField(label="Văn bản đã lưu làm minh chứng", required=False)

    def __init__(self, data: object, *, duty: Duty, papers: Sequence[Paper]) -> None:
        initial = {name: getattr(duty, name) for name in self.base_fields}
        super().__init__(data, initial=initial)  # type: ignore[arg-type]  # POST or None
        field = self.fields["paper_key"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "Không chọn"), *((paper.key, str(paper)) for paper in papers)]

    @property
    def progress(self) -> Progress:
        """What was typed."""
        return Progress(**self.cleaned_data)


class BriefingForm(forms.Form):
    """ "Đã quán triệt": when, where, how many of how many."""

    held_on = DayField(label="Ngày quán triệt")
    venue = LineField(label="Nơi quán triệt", max_length=200)
    present = NumberField(label="Số người dự", most=100_000)
    expected = NumberField(label="Số người phải dự", most=100_000)

    def __init__(self, data: object, *, body: str, briefing: Briefing | None) -> None:
        initial = {name: getattr(briefing, name) for name in self.base_fields} if briefing else {}
        super().__init__(data, initial=initial)  # type: ignore[arg-type]  # POST or None
        self._body = body

    @property
    def details(self) -> BriefingDetails:
        """What was typed."""
        return BriefingDetails(body=self._body, **self.cleaned_data)
