"""Forms of the room; they only read what an officer typed, rules stand in the services."""

from collections.abc import Iterable, Sequence
from datetime import date, time
from typing import Any

from django import forms
from django.db.models import QuerySet

from guong.office.conferences.candidates import Candidate
from guong.office.conferences.details import BoardSeat, ConferenceDetails
from guong.office.conferences.models import BoardMember, Conference, RollEntry
from guong.office.registry.models import Post, Unit
from guong.ui.fields import DayField, HourField, LineField, NamedChoiceField

_MEMBERS = 3
_WITNESSES = 2


class UnitForm(forms.Form):
    """Which unit the conference is for."""

    def __init__(self, *args: Any, units: QuerySet[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"] = NamedChoiceField(label="Đơn vị", queryset=units, empty_label="Chọn đơn vị")


class ConferenceForm(forms.Form):
    """Details of a new conference; the heads of the unit are offered as those asked about."""

    posts = forms.MultipleChoiceField(label="Người được góp ý", widget=forms.CheckboxSelectMultiple)
    title = LineField(label="Tên hội nghị", max_length=300)
    plan_number = LineField(label="Theo kế hoạch số", max_length=80, help_text="Ví dụ: 167-KH/QU")
    superior_body = LineField(label="Cơ quan cấp trên (in trên văn bản)", max_length=200, required=False)
    lead_body = LineField(label="Cơ quan chủ trì", max_length=200)
    locality = LineField(
        label="Địa danh ghi trên văn bản",
        max_length=80,
        help_text="Đứng trước ngày tháng, ví dụ: Hoa Sen, ngày 15…",
    )
    held_on = DayField(label="Ngày họp")
    begins_at = HourField(label="Giờ bắt đầu", initial=time(8))
    place = LineField(label="Địa điểm", max_length=200)
    reference_date = DayField(
        label="Ngày tính thời gian giữ chức vụ",
        help_text="Người giữ chức vụ chưa đủ 6 tháng tính đến ngày này thì chưa lấy ý kiến.",
    )
    chair_name = LineField(label="Người chủ trì", max_length=200)
    chair_post = LineField(label="Chức vụ người chủ trì", max_length=200, required=False)
    clerk_name = LineField(label="Thư ký hội nghị", max_length=200)
    clerk_post = LineField(label="Chức vụ thư ký", max_length=200, required=False)

    def __init__(self, *args: Any, heads: Sequence[Post], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._heads = {str(post.pk): post for post in heads}
        field = self.fields["posts"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(key, f"{post.person}, {post.title}") for key, post in self._heads.items()]
        field.initial = list(self._heads)

    @property
    def chosen_posts(self) -> list[Post]:
        """The posts ticked, in the order offered."""
        return [post for key, post in self._heads.items() if key in self.cleaned_data["posts"]]

    def details(self, *, questionnaire_key: str) -> ConferenceDetails:
        """Return what was typed as values."""
        typed = {key: value for key, value in self.cleaned_data.items() if key != "posts"}
        return ConferenceDetails(questionnaire_key=questionnaire_key, **typed)


def offered(*, unit: Unit, latest: Conference | None, today: date) -> dict[str, Any]:
    """Return what a new form starts with: the last conference's letterhead, plan and people."""
    start: dict[str, Any] = {
        "title": f"Hội nghị lấy ý kiến góp ý người đứng đầu {unit.name}",
        "place": f"Hội trường {unit.name}",
        "held_on": today,
    }
    repeated = (
        "plan_number",
        "superior_body",
        "lead_body",
        "locality",
        "reference_date",
        "chair_name",
        "chair_post",
    )
    if latest is not None:
        start |= {name: getattr(latest, name) for name in repeated}
    return start


class BoardForm(forms.Form):
    """The counting board and the witnesses; empty rows are left out."""

    def __init__(self, *args: Any, board: Iterable[BoardMember] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        present = list(board)
        for role, label, rows in _BOARD_ROWS:
            known = [member for member in present if member.role == role]
            for row in range(rows):
                member = known[row] if row < len(known) else None
                self._add_row(role, label.format(number=row + 1), row, member)

    def _add_row(self, role: str, label: str, row: int, member: BoardMember | None) -> None:
        name, body = f"{role}_{row}_name", f"{role}_{row}_body"
        self.fields[name] = LineField(label=label, max_length=200, required=row == 0)
        self.fields[body] = LineField(label="Đơn vị công tác", max_length=200, required=False)
        self.initial[name] = member.full_name if member else ""
        self.initial[body] = member.organisation if member else ""

    @property
    def rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Pairs of name and organisation, one a seat."""
        fields = list(self)
        return list(zip(fields[::2], fields[1::2], strict=True))

    @property
    def seats(self) -> list[BoardSeat]:
        """The seats filled in."""
        typed = self.cleaned_data
        return [
            BoardSeat(role, typed[f"{role}_{row}_name"], typed[f"{role}_{row}_body"])
            for role, _, rows in _BOARD_ROWS
            for row in range(rows)
            if typed[f"{role}_{row}_name"]
        ]


_BOARD_ROWS = (
    (BoardMember.HEAD, "Tổ trưởng tổ kiểm phiếu", 1),
    (BoardMember.CLERK, "Thư ký tổ kiểm phiếu", 1),
    (BoardMember.MEMBER, "Thành viên {number}", _MEMBERS),
    (BoardMember.WITNESS, "Đại biểu chứng kiến {number}", _WITNESSES),
)


class RollChangeForm(forms.Form):
    """One person added to or taken off the roll."""

    person = forms.ChoiceField(label="Họ và tên")
    reason = LineField(label="Lý do", max_length=300)
    chair_name = LineField(label="Người chủ trì quyết định", max_length=200)

    def __init__(self, *args: Any, people: Sequence[Candidate | RollEntry], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._people = {str(entry.person_id): entry.person for entry in people}
        field = self.fields["person"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "Chọn tên"), *((key, str(person)) for key, person in self._people.items())]

    @property
    def has_people(self) -> bool:
        """Tell whether there is anybody to choose."""
        return bool(self._people)

    @property
    def chosen(self) -> Any:
        """The person chosen."""
        return self._people[self.cleaned_data["person"]]


class KeysForm(forms.Form):
    """The key file of the board's program."""

    keys = forms.FileField(
        label="Tệp khoá công khai",
        help_text="Tệp có tên bắt đầu bằng “khoa-cong-khai”, do máy của tổ kiểm phiếu ghi ra.",
    )


class ReasonForm(forms.Form):
    """Why, in one line."""

    reason = LineField(label="Lý do", max_length=300)


class PlainHttpForm(forms.Form):
    """The decision to open without HTTPS."""

    text = LineField(label="Quyết định và người quyết định", max_length=300)


class ExpectedForm(forms.Form):
    """How many vote with slips."""

    expected = forms.IntegerField(
        label="Số người bỏ phiếu bằng thẻ",
        help_text="Số người đã ký danh sách trừ số bộ phiếu giấy đã phát.",
        min_value=0,
        max_value=9999,
    )
