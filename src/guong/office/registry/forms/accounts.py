"""Whose account it is."""

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict

from guong.office.registry.models import Post


class _PostField(forms.ModelChoiceField):  # type: ignore[type-arg]  # Django's stub takes no argument at run time
    """Posts as name, post and unit."""

    def label_from_instance(self, obj: Post) -> str:
        """Return the line of one post."""
        return f"{obj.person.full_name}, {obj.title}, {obj.unit.name}"


class PersonForm(forms.Form):
    """A head of a unit, now or formerly."""

    post = _PostField(
        label="Người trong sổ bộ",
        help_text="Người đứng đầu một đơn vị, hiện nay hoặc trước đây. Tài khoản chỉ đọc được kết quả của chính người này.",
        queryset=None,
        error_messages={"required": "Đồng chí chọn một người.", "invalid_choice": "Không có người này."},
    )

    def __init__(self, data: QueryDict | None, *, posts: QuerySet[Post]) -> None:
        super().__init__(data)
        self.fields["post"].queryset = posts  # type: ignore[attr-defined]
