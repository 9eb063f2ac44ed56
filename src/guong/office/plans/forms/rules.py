"""The choices of the rule sheet."""

from dataclasses import replace

from django import forms

from guong.core.draw import Method
from guong.core.plan_rules import MOST_MONTHS, QUORUMS, RuleSheet
from guong.office.plans.forms.fields import NumberField

_METHODS = (
    (Method.CUSTOM.value, "Gắp thăm giấy từ hộp (tập quán)"),
    (Method.COMPUTED.value, "Tính từ các dòng chữ đại biểu viết kín, ai cũng tính lại được"),
)


class RulesForm(forms.Form):
    """What may be chosen; limits are judged by `core.plan_rules.checked`, so that the sentence says why."""

    months_in_post = NumberField(
        label="Giữ chức vụ từ đủ (tháng)",
        most=MOST_MONTHS,
        help_text="Người đứng đầu giữ chức vụ chưa đủ số tháng này thì chưa lấy ý kiến.",
    )
    draw_method = forms.ChoiceField(label="Cách gắp thăm", choices=_METHODS, widget=forms.RadioSelect)
    quorum = forms.ChoiceField(
        label="Hội nghị tiến hành khi có mặt",
        choices=[
            (f"{part}/{whole}", f"từ {part}/{whole} số người được triệu tập") for part, whole in QUORUMS
        ],
    )
    rows_from = NumberField(
        label="Công bố kết quả của nhóm từ (phiếu)", help_text="Không dưới 5. Chỉ được nâng lên."
    )
    remarks_from = NumberField(
        label="Giữ ý kiến bằng lời của nhóm từ (phiếu)", help_text="Không dưới 10. Chỉ được nâng lên."
    )

    def __init__(self, data: object, *, sheet: RuleSheet) -> None:
        part, whole = sheet.quorum
        initial = {
            "months_in_post": sheet.months_in_post,
            "draw_method": sheet.draw_method.value,
            "quorum": f"{part}/{whole}",
            "rows_from": sheet.rows_from,
            "remarks_from": sheet.remarks_from,
        }
        super().__init__(data, initial=initial)  # type: ignore[arg-type]  # POST or None
        self._sheet = sheet
        for level in sheet.levels:
            for name, label, value in (
                ("draw", "số trường gắp thăm", level.to_draw),
                ("reserve", "số dự phòng", level.reserves),
            ):
                self.fields[f"{name}_{level.key}"] = NumberField(label=f"{level.name}: {label}")
                self.initial[f"{name}_{level.key}"] = value

    @property
    def chosen(self) -> list[forms.BoundField]:
        """The fields but the numbers of the levels."""
        return list(self)[: len(self.base_fields)]

    @property
    def levels(self) -> list[tuple[str, forms.BoundField, forms.BoundField]]:
        """For each level its name and its two numbers."""
        return [
            (level.name, self[f"draw_{level.key}"], self[f"reserve_{level.key}"])
            for level in self._sheet.levels
        ]

    @property
    def sheet(self) -> RuleSheet:
        """The sheet as typed, not yet judged."""
        typed = self.cleaned_data
        part, _, whole = typed["quorum"].partition("/")
        return replace(
            self._sheet,
            months_in_post=typed["months_in_post"],
            draw_method=Method(typed["draw_method"]),
            quorum=(int(part), int(whole)),
            rows_from=typed["rows_from"],
            remarks_from=typed["remarks_from"],
            levels=tuple(
                replace(level, to_draw=typed[f"draw_{level.key}"], reserves=typed[f"reserve_{level.key}"])
                for level in self._sheet.levels
            ),
        )
