"""The text of a plan: sections as paragraphs, bases and duties as rows."""

from collections.abc import Sequence

from django import forms

from guong.office.plans.details import BasisDetails, DutyDetails, RecipientDetails
from guong.office.plans.forms.fields import ParagraphsField, paragraphs
from guong.office.plans.models import RoundKind, Section
from guong.office.plans.selectors import Content, recipient_line
from guong.ui.fields import DayField, LineField

_ONE_A_LINE = "Mỗi dòng một ý; hết ý thì xuống dòng."
_BY_KIND = (Section.SUBJECT, Section.VOTER)
_ROWS = {Section.PURPOSE: 16, Section.METHOD: 14}


class TextForm(forms.Form):
    """Every section; subjects and voters once for each kind of round that the plan has."""

    def __init__(self, data: object, *, content: Content) -> None:
        super().__init__(data)  # type: ignore[arg-type]  # POST or None
        kinds = [RoundKind(kind) for kind in dict.fromkeys(entry.kind for entry in content.rounds)]
        self._places: dict[str, tuple[Section, str]] = {}
        for section in Section:
            if section not in _BY_KIND:
                self._add(section, "", section.label, content)
                continue
            for kind in kinds:
                self._add(section, kind, f"{section.label}: {kind.label.lower()}", content)

    def _add(self, section: Section, kind: str, label: str, content: Content) -> None:
        name = f"{section.value}_{kind}".rstrip("_")
        self._places[name] = (section, kind)
        lines = content.words(section, kind) if kind else content.words(section)
        self.fields[name] = ParagraphsField(
            label=label,
            required=False,
            rows=_ROWS.get(section, max(4, 3 * len(lines) + 1)),
            help_text=_ONE_A_LINE if not kind and section is Section.PURPOSE else "",
        )
        self.initial[name] = paragraphs(lines)

    @property
    def sections(self) -> dict[Section, dict[str, Sequence[str]]]:
        """The lines typed, by section and kind."""
        found: dict[Section, dict[str, Sequence[str]]] = {}
        for name, (section, kind) in self._places.items():
            found.setdefault(section, {})[kind] = self.cleaned_data[name]
        return found


class RecipientsForm(forms.Form):
    """Recipients, one a line with the purpose in parentheses."""

    recipients = ParagraphsField(
        label="Nơi nhận",
        required=False,
        rows=10,
        help_text="Mỗi dòng một nơi nhận; mục đích gửi ghi trong ngoặc đơn, ví dụ: Các ban Đảng Thành uỷ (để báo cáo).",
    )

    def __init__(self, data: object, *, content: Content) -> None:
        lines = [recipient_line(entry) for entry in content.recipients]
        super().__init__(data, initial={"recipients": "\n".join(lines)})  # type: ignore[arg-type]  # POST or None

    @property
    def details(self) -> list[RecipientDetails]:
        """The recipients typed."""
        return [RecipientDetails.read(line) for line in self.cleaned_data["recipients"]]


class BasisRow(forms.Form):
    """One legal basis; an emptied row is left out."""

    number = LineField(label="Loại văn bản, số, ký hiệu", max_length=80, required=False)
    issued_on = DayField(label="Ngày ban hành", required=False)
    issuer = LineField(label="Cơ quan ban hành", max_length=200, required=False)
    title = LineField(
        label="Nội dung", max_length=600, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def clean(self) -> dict[str, object]:
        """Ask for the number or the title of a row that has anything."""
        typed = self.cleaned_data
        if any(typed.values()) and not (typed.get("number") or typed.get("title")):
            raise forms.ValidationError("Căn cứ cần có số, ký hiệu hoặc nội dung.")
        return typed


class DutyRow(forms.Form):
    """A body with its tasks; an emptied row is left out."""

    body = LineField(label="Cơ quan", max_length=200, required=False)
    tasks = ParagraphsField(label="Nhiệm vụ, mỗi dòng một việc", required=False, rows=9)

    def clean(self) -> dict[str, object]:
        """Ask for the body of tasks."""
        typed = self.cleaned_data
        if typed.get("tasks") and not typed.get("body"):
            raise forms.ValidationError("Nhiệm vụ chưa ghi cơ quan thực hiện.")
        return typed


BasisRows = forms.formset_factory(BasisRow, extra=2, max_num=40)
DutyRows = forms.formset_factory(DutyRow, extra=1, max_num=30)


def basis_rows(content: Content) -> list[dict[str, object]]:
    """Return what the rows of bases begin with."""
    names = BasisRow.base_fields
    return [{name: getattr(basis, name) for name in names} for basis in content.bases]


def duty_rows(content: Content) -> list[dict[str, object]]:
    """Return what the rows of duties begin with."""
    return [{"body": body, "tasks": paragraphs(tasks)} for body, tasks in content.tasks()]


def bases_typed(rows: Sequence[forms.Form]) -> list[BasisDetails]:
    """Return the bases of valid rows, the emptied ones left out."""
    typed = [row.cleaned_data for row in rows if row.cleaned_data]
    return [BasisDetails(**row) for row in typed if row["number"] or row["title"]]


def duties_typed(rows: Sequence[forms.Form]) -> list[DutyDetails]:
    """Return the duties of valid rows, the emptied ones left out."""
    typed = [row.cleaned_data for row in rows if row.cleaned_data]
    return [DutyDetails(row["body"], row["tasks"]) for row in typed if row["body"]]
