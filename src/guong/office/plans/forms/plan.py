"""Beginning, heading, copying and amending a plan."""

from datetime import date

from django import forms
from django.db.models import QuerySet

from guong.office.plans.details import PlanDetails
from guong.office.plans.forms.fields import NumberField
from guong.office.plans.models import Plan
from guong.office.registry.models import Unit
from guong.ui.fields import DayField, LineField, NamedChoiceField

_FIRST = ("number", "issued_on", "signer_name")
_FIRST_HALF = 6  # a plan begun later in the year is next year's


class NewPlanForm(forms.Form):
    """Which body, which year."""

    body = NamedChoiceField(
        label="Cơ quan ban hành",
        queryset=None,
        empty_label=None,
        error_messages={"required": "Đề nghị chọn cơ quan.", "invalid_choice": "Không có cơ quan này."},
    )
    year = NumberField(label="Năm", least=2000, most=2100)

    def __init__(self, data: object, *, bodies: QuerySet[Unit], today: date) -> None:
        super().__init__(data, initial={"year": today.year + (today.month > _FIRST_HALF)})  # type: ignore[arg-type]  # POST or None
        self.fields["body"].queryset = bodies  # type: ignore[attr-defined]


class DetailsForm(forms.Form):
    """Head and foot of a plan; the first three fields are all that a template leaves open."""

    number = LineField(label="Số, ký hiệu", max_length=80, required=False, help_text="Ví dụ: 167-KH/QU")
    issued_on = DayField(label="Ngày ban hành", required=False)
    signer_name = LineField(label="Họ tên người ký", max_length=200, required=False)
    signer_post = LineField(label="Chức vụ người ký", max_length=120, required=False)
    signing_authority = LineField(label="Thẩm quyền ký", max_length=120, required=False)
    title = LineField(label="Trích yếu", max_length=500, widget=forms.Textarea(attrs={"rows": 4}))
    deciding_body = LineField(
        label="Cơ quan quyết định ban hành",
        max_length=200,
        required=False,
        help_text="Như câu văn gọi tên, ví dụ: Ban Thường vụ Quận uỷ.",
    )
    lead_body = LineField(label="Cơ quan chủ trì", max_length=200)
    issuing_body = LineField(label="Cơ quan ban hành in ở đầu văn bản", max_length=200)
    superior_body = LineField(label="Cơ quan cấp trên in ở đầu văn bản", max_length=200, required=False)
    locality = LineField(
        label="Địa danh",
        max_length=80,
        required=False,
        help_text="Đứng trước ngày tháng, ví dụ: Hoa Sen, ngày 27…",
    )

    def __init__(self, data: object, *, plan: Plan) -> None:
        initial = {name: getattr(plan, name) for name in self.base_fields}
        super().__init__(data, initial=initial)  # type: ignore[arg-type]  # POST or None
        self._year = plan.year
        self._first = _FIRST if plan.superior_body else (*_FIRST, "superior_body")

    @property
    def first(self) -> list[forms.BoundField]:
        """The fields that every plan has to fill in, and the superior body where the register doesn't know it."""
        return [bound for bound in self if bound.name in self._first]

    @property
    def others(self) -> list[forms.BoundField]:
        """The fields that the template has filled in."""
        return [bound for bound in self if bound.name not in self._first]

    @property
    def others_wrong(self) -> bool:
        """Tell whether one of the others needs mending, so that they must be shown."""
        return any(bound.errors for bound in self.others)

    @property
    def details(self) -> PlanDetails:
        """What was typed."""
        return PlanDetails(year=self._year, **self.cleaned_data)


class CopyForm(forms.Form):
    """The year to carry a plan into."""

    year = NumberField(label="Sang năm", least=2000, most=2100)


class ReasonForm(forms.Form):
    """Why an issued plan is changed."""

    reason = LineField(label="Lý do sửa đổi", max_length=300, required=False)
