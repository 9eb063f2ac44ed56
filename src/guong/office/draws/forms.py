"""Forms of the room; they only read what an officer typed, rules stand in the services."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django import forms

from guong.core.wording import short_date
from guong.office.draws.details import Contribution, MinutesDetails, Named, NoticeDetails
from guong.office.draws.models import DrawPerson, LotDraw, PersonRole
from guong.ui.fields import DayField, LineField

_WITNESSES, _HANDS, _TABLE = 3, 3, 5
_ROWS = (
    (PersonRole.CHAIR, "Chủ trì", 1),
    (PersonRole.CLERK, "Thư ký", 1),
    (PersonRole.WITNESS, "Đại biểu chứng kiến", _WITNESSES),
    (PersonRole.HAND, "Người gắp thăm", _HANDS),
)
Row = tuple[forms.BoundField, ...]


class LinesField(LineField):
    """Several lines of text; empty ones are left out."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": 4}), required=False, **kwargs)

    @staticmethod
    def lines(value: str) -> tuple[str, ...]:
        """Return the lines without white space around them."""
        return tuple(line.strip() for line in value.splitlines() if line.strip())


class PeopleForm(forms.Form):
    """Place and people of a draw; those who write contributions are named with them, not here."""

    place = LineField(label="Địa điểm", max_length=200)

    def __init__(
        self, *args: Any, named: Mapping[str, Sequence[DrawPerson]], by_hand: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._roles = [row for row in _ROWS if by_hand or row[0] != PersonRole.HAND]
        for role, label, rows in self._roles:
            for row in range(rows):
                present = named[role.value]
                person = present[row] if row < len(present) else None
                name, post = f"{role.value}_{row}_name", f"{role.value}_{row}_post"
                numbered = f"{label} {row + 1}" if rows > 1 else label
                self.fields[name] = LineField(label=numbered, max_length=200, required=row == 0)
                self.fields[post] = LineField(label="Chức vụ, đơn vị", max_length=200, required=False)
                self.initial[name] = person.full_name if person else ""
                self.initial[post] = person.post if person else ""

    @property
    def rows(self) -> list[Row]:
        """Pairs of name and post, one a person."""
        fields = [bound for bound in self if bound.name != "place"]
        return list(zip(fields[::2], fields[1::2], strict=True))

    @property
    def people(self) -> list[Named]:
        """The people typed in."""
        typed = self.cleaned_data
        return [
            Named(role.value, typed[f"{role.value}_{row}_name"], typed[f"{role.value}_{row}_post"])
            for role, _, rows in self._roles
            for row in range(rows)
            if typed[f"{role.value}_{row}_name"]
        ]


class ContributionsForm(forms.Form):
    """The lines of a computed draw, each with who wrote it, in the order in which they lay on the table."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for row in range(_TABLE):
            needed = row < 2
            self.fields[f"name_{row}"] = LineField(
                label=f"Người góp {row + 1}", max_length=200, required=needed
            )
            self.fields[f"post_{row}"] = LineField(label="Chức vụ, đơn vị", max_length=200, required=False)
            self.fields[f"words_{row}"] = LineField(label="Dòng chữ", required=needed)

    @property
    def rows(self) -> list[Row]:
        """Name, post and line, one a person."""
        fields = list(self)
        return list(zip(fields[::3], fields[1::3], fields[2::3], strict=True))

    @property
    def contributions(self) -> list[Contribution]:
        """The rows of which anything was typed."""
        typed = self.cleaned_data
        rows = [
            Contribution(typed[f"name_{row}"], typed[f"post_{row}"], typed[f"words_{row}"])
            for row in range(_TABLE)
        ]
        return [row for row in rows if row.full_name or row.words]

    def clean(self) -> dict[str, Any]:
        """Refuse a line without a name: every line of the minutes has its writer."""
        typed = super().clean() or {}
        for row in range(_TABLE):
            if typed.get(f"words_{row}") and not typed.get(f"name_{row}"):
                self.add_error(f"name_{row}", "Ghi tên người viết dòng chữ này.")
        return typed


class MinutesForm(forms.Form):
    """How many copies of the minutes, for whom."""

    copies = forms.IntegerField(label="Số bản", min_value=1, max_value=20, initial=4)
    recipients = LinesField(label="Nơi nhận (mỗi dòng một nơi)", initial="Như thành phần dự,\nLưu.")

    @property
    def details(self) -> MinutesDetails:
        """What was typed, as values."""
        return MinutesDetails(self.cleaned_data["copies"], LinesField.lines(self.cleaned_data["recipients"]))


class NoticeForm(forms.Form):
    """Head, requests and recipients of the notice."""

    day = DayField(label="Ngày ban hành")
    authority = LineField(label="Thay mặt", max_length=200, required=False)
    signer_role = LineField(label="Chức vụ người ký", max_length=200)
    signer = LineField(label="Người ký", max_length=200)
    requests = LinesField(label="Đề nghị các cơ quan, đơn vị (mỗi dòng một việc)")
    recipients = LinesField(label="Nơi nhận (mỗi dòng một nơi)")

    @property
    def details(self) -> NoticeDetails:
        """What was typed, as values."""
        typed = self.cleaned_data
        return NoticeDetails(
            typed["day"],
            typed["signer"],
            typed["signer_role"],
            typed["authority"],
            LinesField.lines(typed["requests"]),
            LinesField.lines(typed["recipients"]),
        )


class ReplacementForm(forms.Form):
    """The decision that puts a reserve in the place of a drawn school."""

    reason = LineField(label="Lý do", max_length=300)
    decided_by = LineField(label="Người quyết định", max_length=200, help_text="Ghi cả chức vụ nếu cần.")
    decided_on = DayField(label="Ngày quyết định")


def offered_notice(*, draw: LotDraw, held_on: date, chair: Sequence[DrawPerson]) -> dict[str, Any]:
    """Return what a new notice starts with: the lead body signs, drawn schools send their staff lists."""
    lead, begins = draw.round.plan.lead_body, draw.round.begins_on
    until = max(held_on + timedelta(days=1), begins - timedelta(days=10))
    return {
        "day": held_on,
        "authority": f"T/M {lead}",
        "signer": chair[0].full_name if chair else "",
        "requests": (
            f"Các trường trúng thăm gửi danh sách cán bộ, viên chức, người lao động trong biên chế về {lead} trước ngày "
            f"{short_date(until)}.\nThông báo tới các trường trúng thăm và các trường dự phòng."
        ),
        "recipients": "Các trường có tên,\nLưu.",
    }
