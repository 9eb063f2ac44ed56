"""Forms of the end of an opening day: keys, archive, ballots."""

from collections.abc import Sequence
from typing import Any

from django import forms

from guong.office.counting.day_forms import MomentField
from guong.office.counting.details import ArchiveSealing, BallotsEnd, KeysEnd, SealedParcel
from guong.office.counting.forms import ConfirmField
from guong.ui.fields import LineField

_PARCELS = 3


class KeysEndForm(forms.Form):
    """The end of the keys of a round."""

    at = MomentField(label="Giờ, ngày huỷ")
    way = LineField(
        label="Cách huỷ", max_length=200, initial="cắt vụn", help_text="Ví dụ: cắt vụn bằng máy huỷ tài liệu"
    )
    inspection_body = LineField(label="Cơ quan kiểm tra đã nhận hồ sơ", max_length=200)
    head_name = LineField(label="Tổ trưởng tổ kiểm phiếu", max_length=200)
    witness_name = LineField(label="Đại biểu chứng kiến", max_length=200)
    copies = forms.IntegerField(label="Số bản", min_value=1, max_value=20, initial=3)

    def __init__(self, *args: Any, unopened: Sequence[str], waiting: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lost"] = forms.MultipleChoiceField(
            label="Phong bì chưa mở bị thất lạc (nếu có)",
            choices=[(name, f"Phong bì đồng chí {name} giữ") for name in unopened],
            required=False,
            widget=forms.CheckboxSelectMultiple,
        )
        if waiting:
            self.fields["others_have_own_keys"] = forms.BooleanField(
                label=f"Các hội nghị chưa mở hòm phiếu ({', '.join(waiting)}) dùng bộ chìa khoá khác",
                required=False,
            )
        self.fields["confirm"] = ConfirmField(
            label="Đã tải hồ sơ kiểm tra và đã huỷ đủ các mã chìa khoá. Sau bước này không ai mở lại được hòm phiếu."
        )

    @property
    def end(self) -> KeysEnd:
        """The end of a valid form."""
        given = self.cleaned_data
        plain = ("at", "way", "inspection_body", "head_name", "witness_name", "copies")
        return KeysEnd(**{name: given[name] for name in plain}, lost=tuple(given["lost"]))


class ArchiveSealingForm(forms.Form):
    """What is kept under seal for six months, where and by whom."""

    at = MomentField(label="Giờ, ngày niêm phong")
    kept_at = LineField(label="Nơi lưu giữ", max_length=200)
    keeper_name = LineField(label="Người giữ", max_length=200)
    keeper_post = LineField(label="Chức vụ người giữ", max_length=200, required=False)
    opened_by_whom = LineField(label="Cơ quan có quyền cho mở trong thời hạn lưu giữ", max_length=200)
    copies = forms.IntegerField(label="Số bản", min_value=1, max_value=20, initial=3)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(1, _PARCELS + 1):
            needed = number == 1
            self.fields[f"label_{number}"] = LineField(
                label=f"Bì, thùng thứ {number}: nhãn", max_length=100, required=needed
            )
            self.fields[f"content_{number}"] = LineField(label="Bên trong", max_length=300, required=needed)
            self.fields[f"strips_{number}"] = forms.IntegerField(
                label="Số giấy niêm phong", min_value=1, max_value=20, required=needed
            )

    @property
    def sealing(self) -> ArchiveSealing:
        """The sealing of a valid form; parcels without a label are left out."""
        given = self.cleaned_data
        parcels = tuple(
            SealedParcel(given[f"label_{n}"], given[f"content_{n}"], given[f"strips_{n}"] or 0)
            for n in range(1, _PARCELS + 1)
            if given[f"label_{n}"]
        )
        plain = ("at", "kept_at", "keeper_name", "keeper_post", "opened_by_whom", "copies")
        return ArchiveSealing(parcels=parcels, **{name: given[name] for name in plain})


class BallotsEndForm(forms.Form):
    """The destruction of ballots and archives, months later."""

    decision = LineField(
        label="Quyết định huỷ", max_length=300, help_text="Ví dụ: Quyết định số 12-QĐ/BTG, ngày 20/11/2023"
    )
    began = MomentField(label="Bắt đầu huỷ")
    ended = MomentField(label="Kết thúc")
    way = LineField(label="Cách huỷ", max_length=200, initial="cắt vụn")
    copies = forms.IntegerField(label="Số bản", min_value=1, max_value=20, initial=3)
    confirm = ConfirmField(
        label="Không còn khiếu nại chưa giải quyết; đã huỷ phiếu giấy, thẻ, tờ chìa khoá và các bản chép của tệp lưu."
    )

    @property
    def end(self) -> BallotsEnd:
        """The end of a valid form."""
        given = self.cleaned_data
        return BallotsEnd(**{name: value for name, value in given.items() if name != "confirm"})
