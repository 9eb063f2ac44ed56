"""Forms of the calendar: the table of a round's conferences, a move."""

from collections.abc import Sequence
from datetime import time
from typing import Any

from django import forms

from guong.core.timetable import Slot
from guong.office.conferences.details import Officials, Sitting
from guong.office.conferences.models import Conference
from guong.office.schedule.details import Planned
from guong.office.schedule.selectors import Candidate, usual_place
from guong.ui.fields import DayField, HourField, LineField

_WHO, _WHAT = ("chair", "clerk"), ("name", "post")


class OfficialsForm(forms.Form):
    """Who chairs and writes wherever a row names nobody else."""

    chair_name = LineField(label="Chủ trì", max_length=200)
    chair_post = LineField(label="Chức vụ chủ trì", max_length=200, required=False)
    clerk_name = LineField(label="Thư ký", max_length=200)
    clerk_post = LineField(label="Chức vụ thư ký", max_length=200, required=False)

    @property
    def officials(self) -> Officials:
        """Chair and clerk as values."""
        return Officials(
            **{f"{who}_{what}": self.cleaned_data[f"{who}_{what}"] for who in _WHO for what in _WHAT}
        )


class PlannedForm(forms.Form):
    """One row: a unit with day, hour and place; other officials only where they differ."""

    chosen = forms.BooleanField(label="Lập hội nghị", required=False)
    held_on = DayField(label="Ngày", required=False)
    begins_at = HourField(label="Giờ", required=False)
    place = LineField(label="Địa điểm", max_length=200, required=False)
    chair_name = LineField(label="Chủ trì khác", max_length=200, required=False)
    chair_post = LineField(label="Chức vụ", max_length=200, required=False)
    clerk_name = LineField(label="Thư ký khác", max_length=200, required=False)
    clerk_post = LineField(label="Chức vụ", max_length=200, required=False)

    def __init__(self, data: Any, *, candidate: Candidate, slot: Slot | None) -> None:
        self.candidate = candidate
        start = {
            "chosen": bool(candidate.posts) and slot is not None and not candidate.cancelled,
            "held_on": slot.day if slot else None,
            "begins_at": slot.hour if slot else None,
            "place": usual_place(candidate.unit),
        }
        super().__init__(data, prefix=f"u{candidate.unit.pk}", initial=start)
        if not candidate.posts:
            self.fields["chosen"].disabled = True
        for name, field in self.fields.items():
            if name != "chosen":
                field.widget.attrs["aria-label"] = f"{field.label}, {candidate.unit.name}"

    def clean(self) -> dict[str, Any]:
        """Ask for day, hour and place where the row is chosen."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("chosen"):
            for name in ("held_on", "begins_at", "place"):
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, "Đề nghị điền ô này, hoặc bỏ đánh dấu đơn vị.")
        return cleaned

    def planned(self, common: dict[str, str]) -> Planned:
        """Return the row as values; officials left empty are the common ones."""
        typed = self.cleaned_data
        own = {f"{who}_{what}": typed[f"{who}_{what}"] for who in _WHO for what in ("name", "post")}
        officials: dict[str, str] = {}
        for who in _WHO:
            source = own if own[f"{who}_name"] else common
            officials |= {f"{who}_{what}": source[f"{who}_{what}"] for what in ("name", "post")}
        sitting = Sitting(typed["held_on"], typed["begins_at"], typed["place"])
        return Planned(self.candidate.unit, self.candidate.posts, sitting, Officials(**officials))


class RoundTable:
    """The whole table: what is common, and one row for each unit."""

    def __init__(
        self,
        data: Any,
        *,
        candidates: Sequence[Candidate],
        slots: Sequence[Slot],
        initial: dict[str, str],
    ) -> None:
        ready = [candidate for candidate in candidates if candidate.posts]
        slot_of = dict(zip((candidate.unit.pk for candidate in ready), slots, strict=False))
        self.common = OfficialsForm(data, initial=initial)
        self.rows = [
            PlannedForm(data, candidate=candidate, slot=slot_of.get(candidate.unit.pk))
            for candidate in candidates
        ]

    def is_valid(self) -> bool:
        """Tell whether every chosen row is complete."""
        return all([self.common.is_valid(), *(row.is_valid() for row in self.rows)])

    @property
    def chosen(self) -> int:
        """How many rows are chosen as the page is drawn."""
        return sum(bool(row["chosen"].value()) for row in self.rows)

    @property
    def planned(self) -> list[Planned]:
        """The rows chosen, as values."""
        common = self.common.cleaned_data
        return [row.planned(common) for row in self.rows if row.cleaned_data["chosen"]]


class MoveForm(forms.Form):
    """Another day, hour or place, and why."""

    held_on = DayField(label="Ngày họp")
    begins_at = HourField(label="Giờ bắt đầu", initial=time(8))
    place = LineField(label="Địa điểm", max_length=200)
    reason = LineField(label="Lý do đổi lịch", max_length=300, help_text="Được in trong lịch gửi đơn vị.")
    papers_anew = forms.BooleanField(
        label="Lập và in lại các giấy tờ ghi ngày, giờ, nơi họp cũ", required=False
    )

    def __init__(self, data: Any, *, conference: Conference) -> None:
        start = {name: getattr(conference, name) for name in ("held_on", "begins_at", "place")}
        super().__init__(data, initial=start)

    @property
    def sitting(self) -> Sitting:
        """When and where the conference shall meet."""
        return Sitting(*(self.cleaned_data[name] for name in ("held_on", "begins_at", "place")))
