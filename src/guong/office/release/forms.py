"""Forms of the room."""

import unicodedata
from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone

from guong.core.release_steps import ReleaseStep
from guong.office.release.details import ClosingWords, ReportText, RoundSitting, Sitting
from guong.office.release.kinds import COMMITTEE_PAGE, CONCLUSION, NEWS, NOTICE, YEAR_END
from guong.ui.fields import DayField, LineField


class MomentField(forms.DateTimeField):
    """A local date and hour, picked."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"})
        super().__init__(widget=widget, input_formats=["%Y-%m-%dT%H:%M"], **kwargs)

    def clean(self, value: Any) -> datetime | None:
        """Return the moment without zone, as papers write it."""
        moment = super().clean(value)
        return timezone.make_naive(moment) if moment else None


class SittingForm(forms.Form):
    """When and where the board counted, as the minutes state it."""

    opened_at = MomentField(label="Bắt đầu mở hòm phiếu lúc")
    finished_at = MomentField(label="Kết thúc kiểm phiếu lúc")
    place = forms.CharField(label="Địa điểm mở hòm phiếu", max_length=200)
    copies = forms.IntegerField(label="Số bản", min_value=1, max_value=20)

    @property
    def sitting(self) -> Sitting:
        """The sitting that a valid form states."""
        given = self.cleaned_data
        place = unicodedata.normalize("NFC", given["place"])
        return Sitting(given["opened_at"], given["finished_at"], place, given["copies"])


class RoundSittingForm(forms.Form):
    """Where the boxes of a round were opened, for all its minutes; hours are those of each box in the register.

    Only minutes state it: whoever makes none (``asks`` false) isn't asked.
    """

    place = forms.CharField(label="Địa điểm mở hòm phiếu", max_length=200)
    copies = forms.IntegerField(label="Số bản mỗi biên bản", min_value=1, max_value=20)

    def __init__(self, *args: Any, asks: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not asks:
            self.fields.clear()

    @property
    def sitting(self) -> RoundSitting:
        """What a valid form states; nothing where it didn't ask."""
        if not self.fields:
            return RoundSitting("")
        return RoundSitting(
            unicodedata.normalize("NFC", self.cleaned_data["place"]), self.cleaned_data["copies"]
        )


class NoteForm(forms.Form):
    """What an officer adds to a step: how a person was told, or why something goes back."""

    note = LineField(max_length=300, required=False)
    step = forms.ChoiceField(
        choices=[(step.value, step.label) for step in ReleaseStep],
        required=False,
        error_messages={"invalid_choice": "Không có bước này."},
    )

    @property
    def wanted(self) -> ReleaseStep | None:
        """The step that a valid form asks for."""
        return ReleaseStep(self.cleaned_data["step"]) if self.cleaned_data["step"] else None


class ClosingForm(forms.Form):
    """The words of the papers that close a round; which kind is made, the pressed button says."""

    KINDS = (
        (COMMITTEE_PAGE, "Báo cáo tóm tắt một trang"),
        (CONCLUSION, "Thông báo kết luận"),
        (NOTICE, "Thông báo kết quả từng đồng chí"),
        (YEAR_END, "Phiếu lưu hồ sơ cuối năm"),
        (NEWS, "Tin bài (dự thảo)"),
    )
    conclusions = forms.CharField(
        label="Kết luận",
        help_text="Mỗi dòng là một kết luận. Không nêu tên, không xếp hạng người được góp ý.",
        max_length=3_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    plan_due = DayField(label="Hạn gửi kế hoạch tiếp thu, khắc phục")
    signer_role = LineField(label="Chức vụ người ký", max_length=200)
    signer_name = LineField(label="Họ và tên người ký", max_length=200, required=False)
    kind = forms.ChoiceField(choices=KINDS, required=True, widget=forms.HiddenInput)

    @property
    def words(self) -> ClosingWords:
        """What a valid form states."""
        given = self.cleaned_data
        return ClosingWords(
            _lines(given["conclusions"]), given["plan_due"], given["signer_role"], given["signer_name"]
        )


class ReportTextForm(forms.Form):
    """The office's words in a report; every line becomes a paragraph or a recipient."""

    assessment = forms.CharField(
        label="Đánh giá chung",
        help_text="Mỗi dòng là một đoạn. Không nêu tên, không xếp hạng người được góp ý.",
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    proposals = forms.CharField(
        label="Kiến nghị, đề xuất",
        help_text="Mỗi dòng là một đoạn.",
        max_length=10_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    signer_role = forms.CharField(label="Chức vụ người ký", max_length=200)
    signer_name = forms.CharField(label="Họ và tên người ký", max_length=200, required=False)
    recipients = forms.CharField(
        label="Nơi nhận",
        help_text="Mỗi dòng là một nơi nhận.",
        max_length=2_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    @property
    def text(self) -> ReportText:
        """What a valid form states."""
        given = self.cleaned_data
        return ReportText(
            assessment=_lines(given["assessment"]),
            proposals=_lines(given["proposals"]),
            signer_role=_tidy(given["signer_role"]),
            signer_name=_tidy(given["signer_name"]),
            recipients=_lines(given["recipients"]),
            version=given["version"],
        )


def _lines(words: str) -> tuple[str, ...]:
    return tuple(line for line in map(_tidy, words.splitlines()) if line)


def _tidy(words: str) -> str:
    return unicodedata.normalize("NFC", words).strip()
