"""Forms of an opening day up to its opening; they only read what was typed, rules stand in the services."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone

from guong.office.counting.details import (
    DayDetails,
    DaySeat,
)
from guong.office.counting.models import DayRole
from guong.ui.fields import LineField

_LINES = {"rows": 3}
_ONE_A_LINE = "Mỗi người một dòng: họ và tên, đơn vị công tác"
_PEOPLE = (
    ("members", DayRole.MEMBER, "Thành viên khác của tổ kiểm phiếu", False),
    ("witnesses", DayRole.WITNESS, "Đại biểu chứng kiến", True),
    ("others", DayRole.PRESENT, "Thành phần dự khác", False),
)


class MomentField(forms.DateTimeField):
    """A day and an hour as papers name them: local, without zone."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"})
        super().__init__(widget=widget, **kwargs)

    def clean(self, value: Any) -> datetime:
        """Return the moment in local time, without zone."""
        given: datetime = super().clean(value)
        return timezone.localtime(given).replace(tzinfo=None) if timezone.is_aware(given) else given


class PeopleField(LineField):
    """Names, one a line; what follows the first comma is where they work."""

    widget = forms.Textarea(attrs=_LINES)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=2000, help_text=_ONE_A_LINE, strip=False, **kwargs)


def people_lines(people: Iterable[DaySeat]) -> str:
    """Return seats as `PeopleField` shows them."""
    return "\n".join(
        f"{seat.full_name}, {seat.organisation}" if seat.organisation else seat.full_name for seat in people
    )


def seats_in(role: str, lines: str) -> list[DaySeat]:
    """Return the seats that lines of names stand for; empty lines are left out."""
    found = []
    for line in lines.splitlines():
        name, _, organisation = line.partition(",")
        if name.strip():
            found.append(DaySeat(role, " ".join(name.split()), " ".join(organisation.split())))
    return found


class DayForm(forms.Form):
    """When, where, under whom and before whom the boxes are opened."""

    name = LineField(label="Tên đợt, viết trong câu", max_length=200)
    opens_on = forms.DateField(
        label="Ngày mở hòm phiếu", widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )
    opens_at = forms.TimeField(label="Giờ", widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}))
    place = LineField(label="Địa điểm", max_length=200)
    chair_name = LineField(label="Người chủ trì", max_length=200)
    chair_post = LineField(label="Chức vụ người chủ trì", max_length=200, required=False)
    clerk_name = LineField(label="Thư ký", max_length=200)
    clerk_post = LineField(label="Chức vụ thư ký", max_length=200, required=False)
    head = LineField(label="Tổ trưởng tổ kiểm phiếu", max_length=400, help_text="Họ và tên, đơn vị công tác")
    board_clerk = LineField(
        label="Thư ký tổ kiểm phiếu", max_length=400, required=False, help_text="Họ và tên, đơn vị công tác"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, _, label, required in _PEOPLE:
            self.fields[name] = PeopleField(label=label, required=required)

    @property
    def details(self) -> DayDetails:
        """The day of a valid form."""
        return DayDetails(**{name: self.cleaned_data[name] for name in DayDetails.__dataclass_fields__})

    @property
    def people(self) -> list[DaySeat]:
        """Everybody present beside chair and clerk."""
        given = self.cleaned_data
        seats = seats_in(DayRole.HEAD, given["head"]) + seats_in(DayRole.CLERK, given["board_clerk"])
        for name, role, _, _ in _PEOPLE:
            seats += seats_in(role, given[name])
        return seats


def offered_people(seats: Sequence[DaySeat]) -> dict[str, str]:
    """Return what a day's form starts with for these people."""
    by_role = {role: [seat for seat in seats if seat.role == role] for role in DayRole}
    start = {
        "head": people_lines(by_role[DayRole.HEAD][:1]),
        "board_clerk": people_lines(by_role[DayRole.CLERK][:1]),
    }
    rest = [*by_role[DayRole.HEAD][1:], *by_role[DayRole.CLERK][1:], *by_role[DayRole.MEMBER]]
    return start | {
        "members": people_lines(rest),
        "witnesses": people_lines(by_role[DayRole.WITNESS]),
        "others": people_lines(by_role[DayRole.PRESENT]),
    }
