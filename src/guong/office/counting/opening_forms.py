"""Forms of the opening itself: the confirmed code, and what its minutes say of keys and hours."""

from collections.abc import Sequence
from typing import Any

from django import forms

from guong.office.counting.day_forms import MomentField
from guong.office.counting.details import (
    EnvelopeKeeper,
    KeySetUsed,
    OpeningRecord,
)
from guong.office.counting.forms import CodeField, TwoReadersForm
from guong.office.counting.models import DayPerson, DayRole
from guong.office.counting.selectors import BoxLine
from guong.ui.fields import LineField

_LINES = {"rows": 3}
_ENVELOPES = (
    ("first", "Người giữ phong bì đã mở thứ nhất"),
    ("second", "Người giữ phong bì đã mở thứ hai"),
    ("shut", "Người giữ phong bì còn nguyên"),
)


class RoundImportForm(TwoReadersForm):
    """Two members who read the code of the whole round; the files are read by the view."""

    first_code = CodeField(label="Mã kết quả chung người thứ nhất đọc")
    second_code = CodeField(label="Mã kết quả chung người thứ hai đọc")


class OpeningRecordForm(forms.Form):
    """Beginning and end of the opening, and whose envelopes were opened, by set of keys."""

    began = MomentField(label="Bắt đầu mở hòm phiếu")
    ended = MomentField(label="Kết thúc")
    copies = forms.IntegerField(label="Số bản", min_value=1, max_value=20, initial=3)
    incidents = LineField(
        label="Sự việc ghi vào biên bản, mỗi việc một dòng",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs=_LINES),
        strip=False,
    )

    def __init__(
        self, *args: Any, people: Sequence[DayPerson], boxes: Sequence[BoxLine], sets: int, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._people = {person.full_name: person for person in people if person.role != DayRole.PRESENT}
        self._boxes, self._sets = boxes, sets
        names = [("", "Chọn người giữ"), *((name, name) for name in self._people)]
        for number in range(1, sets + 1):
            which = f" của bộ thứ {number}" if sets > 1 else ""
            for part, label in _ENVELOPES:
                self.fields[f"{part}_{number}"] = forms.ChoiceField(label=f"{label}{which}", choices=names)
            if number > 1:
                self.fields[f"boxes_{number}"] = forms.MultipleChoiceField(
                    label=f"Hòm phiếu dùng bộ thứ {number}",
                    choices=[(line.conference.key, line.conference.unit.name) for line in boxes],
                    widget=forms.CheckboxSelectMultiple,
                )

    @property
    def record(self) -> OpeningRecord:
        """The opening of a valid form; boxes of no other set belong to the first."""
        given = self.cleaned_data
        later = [key for number in range(2, self._sets + 1) for key in given[f"boxes_{number}"]]
        first = [line.conference.key for line in self._boxes if line.conference.key not in later]
        served = [first, *(given[f"boxes_{number}"] for number in range(2, self._sets + 1))]
        names = (
            ["Bộ chìa khoá của đợt"]
            if self._sets == 1
            else [f"Bộ chìa khoá thứ {n + 1}" for n in range(self._sets)]
        )
        return OpeningRecord(
            began=given["began"],
            ended=given["ended"],
            copies=given["copies"],
            incidents=[line.strip() for line in given["incidents"].splitlines() if line.strip()],
            key_sets=tuple(
                KeySetUsed(name, tuple(keys), self._keepers(number))
                for number, (name, keys) in enumerate(zip(names, served, strict=True), 1)
            ),
        )

    def _keepers(self, number: int) -> tuple[EnvelopeKeeper, ...]:
        return tuple(
            EnvelopeKeeper(name, self._people[name].get_role_display(), opened=part != "shut")
            for part, _ in _ENVELOPES
            for name in [self.cleaned_data[f"{part}_{number}"]]
        )
