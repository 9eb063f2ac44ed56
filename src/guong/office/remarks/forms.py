"""Forms of the desk."""

from typing import Any
from uuid import UUID

from django import forms

from guong.core.remarks.verdicts import LONGEST_NOTE, LONGEST_THEME, Proposal, Reason, Verdict
from guong.office.remarks.models import Draft
from guong.ui.fields import LineField

_VERDICTS = [(verdict.value, verdict.label) for verdict in Verdict]
_REASONS = [("", "Chọn lý do"), *((reason.value, reason.label) for reason in Reason)]


class ProposalForm(forms.Form):
    """What an officer proposes for a remark. The rules of `guong.core.remarks.verdicts` decide, not the fields."""

    verdict = forms.ChoiceField(label="Xử lý ý kiến này", choices=_VERDICTS, widget=forms.RadioSelect)
    text = forms.CharField(
        label="Câu chữ đưa vào bảng tổng hợp",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false", "autocomplete": "off"}),
    )
    theme = forms.ChoiceField(label="Chủ đề", required=False)
    new_theme = LineField(
        label="Chủ đề khác",
        required=False,
        max_length=LONGEST_THEME,
        help_text="Bỏ trống nếu đã chọn ở trên.",
    )
    reason = forms.ChoiceField(label="Lý do không đưa vào", required=False, choices=_REASONS)
    note = LineField(
        label="Ghi thêm cho người xác nhận",
        required=False,
        max_length=LONGEST_NOTE,
        help_text="Lời ghi này được huỷ cùng bản gốc.",
    )
    with_alike = forms.BooleanField(required=False, initial=True)
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, *args: Any, themes: list[str], alike: int = 0, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["theme"] = forms.ChoiceField(
            label="Chủ đề", required=False, choices=[(theme, theme) for theme in themes]
        )
        if alike:
            self.fields["with_alike"].label = f"Xử lý luôn {alike} ý kiến khác có cùng câu chữ"
        else:
            del self.fields["with_alike"]

    @property
    def proposal(self) -> Proposal:
        """What a valid form proposes."""
        given = self.cleaned_data
        return Proposal(
            verdict=Verdict(given["verdict"]),
            text=given["text"],
            theme=given["new_theme"] or given["theme"],
            reason=Reason(given["reason"]) if given["reason"] else None,
            note=given["note"],
        )


class AnswerForm(forms.Form):
    """The other officer's answer; words only where a proposal is sent back."""

    answer = LineField(label="Cần sửa gì", required=False)
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    with_alike = forms.BooleanField(required=False)


class ThemeForm(forms.Form):
    """A theme's new name."""

    theme = LineField(widget=forms.HiddenInput)
    new = LineField(label="Tên mới của chủ đề", max_length=LONGEST_THEME)


class ChoiceForm(forms.Form):
    """Which remark is wanted: of which field, which one, which not. Nonsense in an address counts as nothing."""

    viec = forms.CharField(required=False)
    muc = forms.CharField(required=False, max_length=40)
    y = forms.UUIDField(required=False)
    bo = forms.UUIDField(required=False)

    def wanted(self, name: str) -> Any:
        """Return what a field asks for, None where it asks for nothing that could be."""
        self.is_valid()
        return self.cleaned_data.get(name) or None

    @property
    def key(self) -> UUID | None:
        """The remark asked for."""
        found: UUID | None = self.wanted("y")
        return found


def start_of(draft: Draft | None, *, words: str, theme: str, version: int) -> dict[str, object]:
    """Return what the form shows at first: the proposal as it stands, else the voter's words under the field's theme."""
    if draft is None:
        return {"text": words, "theme": theme, "version": version}
    return {
        "verdict": draft.verdict,
        "text": draft.text or words,
        "theme": draft.theme or theme,
        "reason": draft.reason,
        "note": draft.note,
        "version": version,
    }
