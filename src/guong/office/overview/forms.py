"""Forms of proposals on personnel work."""

from django import forms

from guong.core.personnel_proposals import LONGEST, Answer, Matter

_ROWS = {"rows": 4, "maxlength": LONGEST}


class ProposalForm(forms.Form):
    """What the organisation board proposes; nothing is chosen or written beforehand."""

    matter = forms.ChoiceField(
        label="Việc đề xuất",
        choices=[("", "Chọn việc"), *((one.value, one.label) for one in Matter)],
        error_messages={"required": "Chưa chọn việc đề xuất."},
    )
    text = forms.CharField(
        label="Nội dung",
        widget=forms.Textarea(attrs=_ROWS),
        help_text="Ghi việc và căn cứ; không chép số liệu hay ý kiến trên phiếu.",
        error_messages={"required": "Chưa ghi nội dung đề xuất."},
    )


class AnswerForm(forms.Form):
    """What became of a proposal."""

    number = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    answer = forms.ChoiceField(
        label="Kết luận",
        choices=[("", "Chọn kết luận"), *((one.value, one.label) for one in Answer)],
        error_messages={"required": "Chưa chọn kết luận."},
    )
    text = forms.CharField(
        label="Theo văn bản nào, hoặc lý do rút lại",
        widget=forms.Textarea(attrs={"rows": 2, "maxlength": LONGEST}),
        error_messages={"required": "Chưa ghi theo văn bản nào, hoặc lý do."},
    )
