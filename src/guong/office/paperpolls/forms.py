"""Forms of the room; they only read what was typed, rules stand in the services."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet

from guong.core.paper_poll.ballot import Base, Kind, PollBallot
from guong.core.paper_poll.counting import HallCount, Votes
from guong.core.paper_poll.words import BASES, INVALID_REASONS, KINDS
from guong.office.paperpolls.details import PollDetails, Sitting
from guong.office.registry.models import Unit
from guong.ui.fields import DayField, HourField, LineField, NamedChoiceField

_MOST = 9999
_NO_HINTS = {"autocomplete": "off"}
_COUNTED = (
    (
        "summoned",
        "Số người được triệu tập",
        "Bầu cử trong Đảng: đảng viên chính thức, trừ người được miễn, hoãn theo quy chế.",
    ),
    ("present", "Số người có mặt", ""),
    ("handed_out", "Phiếu phát ra", ""),
    ("returned", "Phiếu thu về", "Mọi phiếu trong hòm."),
    ("valid", "Phiếu hợp lệ", ""),
)


class PollForm(forms.Form):
    """Everything that is said about a poll before its sheets are printed."""

    kind = forms.ChoiceField(
        label="Loại bỏ phiếu", choices=[(one.value, KINDS[one]) for one in Kind], widget=forms.RadioSelect
    )
    title = LineField(
        label="Nội dung bỏ phiếu", max_length=200, help_text="Ví dụ: Bầu chi uỷ nhiệm kỳ 2025 - 2027"
    )
    lines = LineField(
        label="Danh sách in trên phiếu",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Mỗi người hoặc mỗi nội dung một dòng, theo thứ tự đã thông qua.",
    )
    seats = forms.IntegerField(
        label="Số lượng cần bầu",
        min_value=0,
        max_value=_MOST,
        required=False,
        help_text="Chỉ ghi khi bầu cử.",
    )
    base = forms.ChoiceField(
        label="Được bầu, được thông qua khi quá một nửa",
        required=False,
        choices=[(one.value, BASES[one].capitalize()) for one in Base],
        widget=forms.RadioSelect,
        help_text="Bầu cử trong Đảng tính trên số được triệu tập (Quy chế kèm theo Quyết định 190-QĐ/TW). Việc khác do chủ trì chọn "
        "trước khi bỏ phiếu. Xếp loại theo mức thì để trống.",
    )
    summoned = forms.IntegerField(
        label="Số người được triệu tập", min_value=1, max_value=_MOST, help_text="In từng ấy tờ phiếu."
    )
    held_on = DayField(label="Ngày bỏ phiếu")
    place = LineField(label="Địa điểm", max_length=200)
    chair_name = LineField(label="Chủ trì", max_length=200)
    clerk_name = LineField(label="Thư ký", max_length=200)
    board = LineField(
        label="Tổ kiểm phiếu",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Mỗi người một dòng, tổ trưởng ghi trước. Không có người trong danh sách trên phiếu.",
    )
    witness_name = LineField(label="Đại biểu chứng kiến", max_length=200)
    issuer = LineField(
        label="Tổ chức bỏ phiếu (in trên phiếu và biên bản)",
        max_length=200,
        required=False,
        help_text="Để trống: Chi bộ và tên đơn vị.",
    )
    superior = LineField(
        label="Cấp trên (in trên biên bản)",
        max_length=200,
        required=False,
        help_text="Để trống: đơn vị cấp trên trong sổ bộ.",
    )
    locality = LineField(label="Địa danh trước ngày tháng", max_length=80, required=False)

    def __init__(self, *args: Any, units: QuerySet[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields = {
            "unit": NamedChoiceField(label="Đơn vị", queryset=units, empty_label="Chọn đơn vị"),
            **self.fields,
        }

    def clean(self) -> dict[str, Any]:
        """Ask for the rule wherever one decides."""
        typed = super().clean() or self.cleaned_data
        if not typed.get("base") and typed.get("kind") != Kind.LEVELS.value:
            self.add_error("base", "Đề nghị chọn cách tính quá một nửa.")
        return typed

    def details(self) -> PollDetails:
        """Return what was typed as values."""
        typed = {name: value for name, value in self.cleaned_data.items() if name != "unit"}
        return PollDetails(
            **typed
            | {
                "kind": Kind(typed["kind"]),
                "base": Base(typed["base"] or Base.VALID.value),
                "seats": typed["seats"] or 0,
                "lines": _lines(typed["lines"]),
                "board": _lines(typed["board"]),
            }
        )


class SheetsForm(forms.Form):
    """People and sheets as the board counted them."""

    def __init__(self, *args: Any, is_election: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label, told in _COUNTED:
            self.fields[name] = _number(label, told)
        for name, label in INVALID_REASONS:
            if is_election or name != "too_many":
                self.fields[name] = _number(label, initial=0)

    @property
    def invalid_fields(self) -> list[forms.BoundField]:
        """The fields of invalid sheets by reason."""
        return [self[name] for name, _ in INVALID_REASONS if name in self.fields]

    @property
    def first_fields(self) -> list[forms.BoundField]:
        """The other fields."""
        return [self[name] for name, *_ in _COUNTED]

    @property
    def count(self) -> HallCount:
        """The numbers of a valid form."""
        return HallCount(**self.cleaned_data)


class TallyForm(forms.Form):
    """One person's numbers for the lines that he owes; always shown empty."""

    def __init__(self, *args: Any, ballot: PollBallot, places: Sequence[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._ballot, self._places = ballot, tuple(places)
        for place in self._places:
            for column, label in enumerate(ballot.columns):
                self.fields[_cell(place, column)] = _number(label)

    @property
    def rows(self) -> Iterator[tuple[int, str, list[forms.BoundField]]]:
        """For each line its number on the sheet, its words and its fields."""
        for place in self._places:
            fields = [self[_cell(place, column)] for column in range(len(self._ballot.columns))]
            yield place + 1, self._ballot.lines[place], fields

    @property
    def votes(self) -> Votes:
        """The numbers of a valid form, line by line."""
        width = range(len(self._ballot.columns))
        return tuple(tuple(self.cleaned_data[_cell(place, one)] for one in width) for place in self._places)


class MinutesForm(forms.Form):
    """Hours and copies of the minutes."""

    began = HourField(label="Bắt đầu kiểm phiếu lúc")
    ended = HourField(label="Kết thúc kiểm phiếu lúc")
    copies = forms.IntegerField(label="Số bản", min_value=1, max_value=20, initial=3)

    @property
    def sitting(self) -> Sitting:
        """The values of a valid form."""
        return Sitting(**self.cleaned_data)


def _number(label: str, told: str = "", initial: int | None = None) -> forms.IntegerField:
    widget = forms.NumberInput(attrs=_NO_HINTS | {"inputmode": "numeric"})
    return forms.IntegerField(
        label=label, help_text=told, min_value=0, max_value=_MOST, widget=widget, initial=initial
    )


def _cell(place: int, column: int) -> str:
    return f"line{place}_{column}"


def _lines(words: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in words.splitlines() if line.strip())
