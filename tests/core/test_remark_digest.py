"""The digest: themes in the form's order, remarks in an order that tells nothing, four counts that add up."""

from hypothesis import given
from hypothesis import strategies as st

from guong.core.questionnaire import official
from guong.core.remarks.digest import (
    OTHER_THEME,
    Line,
    RemarkCounts,
    added,
    by_theme,
    counted,
    usual_themes,
)

FORM = official("school_head")
USUAL = usual_themes(FORM)


def test_every_remark_field_suggests_a_theme_without_brackets() -> None:
    assert set(USUAL) == set(FORM.remark_fields)
    assert USUAL["school_head_02"] == "Phát huy dân chủ"
    assert USUAL["other"] == OTHER_THEME
    assert all("(" not in theme for theme in USUAL.values())


def test_the_forms_themes_come_first_free_ones_after_what_is_left_last() -> None:
    first, second = USUAL["school_head_01"], USUAL["school_head_02"]
    lines = [Line(theme, "x") for theme in (OTHER_THEME, "Cơ sở vật chất", second, first, "An toàn")]
    titles = [theme.title for theme in by_theme(lines, usual=list(USUAL.values()))]
    assert titles == [first, second, "An toàn", "Cơ sở vật chất", OTHER_THEME]


@given(st.permutations([Line("Họp", text) for text in ("gọn", "ít hơn", "Bàn kỹ", "bàn kỹ", "đúng giờ")]))
def test_the_order_in_which_remarks_were_handled_does_not_show(lines: list[Line]) -> None:
    (theme,) = by_theme(lines, usual=())
    assert [one.text for one in theme.said] == ["Bàn kỹ", "bàn kỹ", "đúng giờ", "gọn", "ít hơn"]


def test_the_very_same_words_stand_once_with_their_number() -> None:
    (theme,) = by_theme(
        [Line("Họp", "Gọn hơn."), Line("Họp", "Đúng giờ."), Line("Họp", "Gọn hơn.")], usual=()
    )
    assert theme.printed == "Họp (3 ý kiến)"
    assert [one.printed for one in theme.said] == ["Đúng giờ.", "Gọn hơn. (2 ý kiến)"]


def test_the_four_counts_add_up() -> None:
    lines = [Line("Họp", "a", edited=True), Line("Họp", "b")]
    counts = counted(lines, withheld=3, received=7)
    assert counts == RemarkCounts(7, shown=2, edited=1, withheld=3)
    assert counts.waiting == 2
    assert added([counts, counts]) == RemarkCounts(14, 4, 2, 6)
