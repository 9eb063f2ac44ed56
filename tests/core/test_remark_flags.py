"""What in a remark could tell who wrote it: names with and without accents, roles, classes, days, numbers."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guong.core.remarks.flags import FlagKind, flags, pieces

ROLL = ("Giáp Văn Khoát", "Hà Thị Kim Liên", "Nguyễn Thu Hà", "Lê Công Tâm")
HEAD = "Đàm Thị Mỹ Uyên"


def found(text: str) -> list[tuple[FlagKind, str]]:
    return [(flag.kind, text[flag.start : flag.end]) for flag in flags(text, names=ROLL, about=HEAD)]


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Bạn Giáp Văn Khoát làm thay", "Giáp Văn Khoát"),
        ("ban giap van khoat lam thay", "giap van khoat"),
        ("Đã nói với Thu Hà nhiều lần", "Thu Hà"),
        ("đã nói với thu hà nhiều lần", "thu hà"),
        ("da noi voi thu ha nhieu lan", "thu ha"),
        ("cô liên bị nhắc giữa buổi họp", "liên"),
        ("đ/c Khoát không được phân công", "Khoát"),
        ("Thầy Hùng cũng nghĩ thế", "Hùng"),
        ("Có Trần Bích chứng kiến", "Trần Bích"),
    ],
)
def test_names_are_flagged_however_they_are_written(text: str, flagged: str) -> None:
    assert found(text) == [(FlagKind.NAME, flagged)]


@pytest.mark.parametrize(
    ("text", "kind", "flagged"),
    [
        ("Ép ký ngày 12/3/2023", FlagKind.DATE, "ngày 12/3/2023"),
        ("Sáng thứ Hai nào cũng họp lâu", FlagKind.DATE, "thứ Hai"),
        ("Họp từ 7h30", FlagKind.DATE, "7h30"),
        ("Gọi số 0912 345 678", FlagKind.NUMBER, "0912 345 678"),
        ("Lớp 3A thiếu bàn ghế", FlagKind.GROUP, "Lớp 3A"),
        ("Ở 6A1 thiếu bàn ghế", FlagKind.GROUP, "6A1"),
        ("tổ dân phố số 5 chưa được hỏi", FlagKind.GROUP, "tổ dân phố số 5"),
        ("Kế toán phải làm thêm giờ", FlagKind.ROLE, "Kế toán"),
        ("phó hiệu trưởng không được bàn", FlagKind.ROLE, "phó hiệu trưởng"),
        ("giáo viên tiếng Anh bị thiệt", FlagKind.ROLE, "giáo viên tiếng Anh"),
        ("Bản thân tôi phụ trách việc ấy", FlagKind.SELF, "Bản thân tôi phụ trách"),
        ("chồng em cũng bị ảnh hưởng", FlagKind.SELF, "chồng em"),
        ("viết về cho a.b@example.vn", FlagKind.CONTACT, "a.b@example."),
    ],
)
def test_what_only_one_person_could_write_is_flagged(text: str, kind: FlagKind, flagged: str) -> None:
    assert found(text) == [(kind, flagged)]


@pytest.mark.parametrize(
    "text",
    [
        "Đề nghị công khai lịch trực sớm hơn",
        "Hiệu trưởng cần lắng nghe thầy cô, họp gọn hơn",
        "Cô Uyên còn nóng tính; cô Mỹ Uyên nên bình tĩnh",
        "",
    ],
)
def test_what_anybody_could_write_about_the_head_is_not_flagged(text: str) -> None:
    assert found(text) == []


def test_an_everyday_word_that_is_somebodys_name_is_shown_to_the_officers_too() -> None:
    assert found("Đồng chí rất công tâm") == [(FlagKind.NAME, "công tâm")]


@given(st.text(max_size=400), st.lists(st.text(min_size=1, max_size=12), max_size=5))
def test_the_pieces_put_together_are_the_remark_and_no_flag_overlaps(text: str, names: list[str]) -> None:
    places = flags(text, names=names)
    assert "".join(piece.text for piece in pieces(text, places)) == text
    assert all(one.end <= other.start for one, other in zip(places, places[1:], strict=False))
    assert all(0 <= flag.start < flag.end <= len(text) for flag in places)


@pytest.mark.parametrize("unit", ["A ", "Nguyễn ", "0 ", "a.", "tôi ", "cô ", "1/"])
def test_a_remark_of_three_thousand_characters_made_to_be_slow_is_not(unit: str) -> None:
    roll = [f"Nguyễn Thị Số {number}" for number in range(90)]
    began = time.process_time()
    flags((unit * 3000)[:3000], names=roll, about=HEAD)
    assert time.process_time() - began < 1
