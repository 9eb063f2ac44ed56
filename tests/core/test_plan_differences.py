"""Two years of a plan, line by line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guong.core.plan_differences import Change, Naming, compare, naming, to_be_seen
from guong.core.plan_text import PlanPart, TextLine, as_data, from_data

PURPOSE, SIGNATURE = PlanPart.PURPOSE, PlanPart.SIGNATURE
LINES = st.lists(
    st.builds(TextLine, st.sampled_from(PlanPart), st.text("abc năm23", min_size=1, max_size=12)), max_size=8
)


def lines(*words: str, part: PlanPart = PURPOSE) -> list[TextLine]:
    return [TextLine(part, entry) for entry in words]


def test_a_rewritten_line_is_changed_and_its_neighbours_are_the_same() -> None:
    found = compare(
        lines("Mở rộng dân chủ", "Tổng kết năm hai nghìn", "Nêu gương"),
        lines("Mở rộng dân chủ", "Tổng kết năm ba nghìn", "Nêu gương"),
    )
    assert [entry.change for entry in found] == [Change.SAME, Change.CHANGED, Change.SAME]


def test_a_line_beside_nothing_alike_is_removed_and_added() -> None:
    found = compare(lines("Phát huy dân chủ"), lines("Xyz"))
    assert [entry.change for entry in found] == [Change.REMOVED, Change.ADDED]


def test_an_unchanged_line_with_a_number_is_to_be_looked_at_again() -> None:
    found = compare(lines("Đối với 14 phường"), lines("Đối với 14 phường"))
    assert [(entry.change, entry.naming) for entry in found] == [(Change.REVIEW, (Naming.NUMBER,))]


def test_whoever_signs_is_always_to_be_looked_at_again() -> None:
    signer = lines("Bí thư", part=SIGNATURE)
    assert compare(signer, signer)[0].change is Change.REVIEW


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Chủ đề công tác năm 2023", {Naming.YEAR}),
        ("Thực hiện vào tháng 5", {Naming.DAY}),
        ("Kế hoạch số 74-KH/QU, ngày 30/9/2021", {Naming.YEAR, Naming.DAY, Naming.NUMBER}),
        ("Đồng chí Lý Thành Vĩnh chỉ đạo", {Naming.PERSON}),
        ("Đồng chí Bí thư Chi bộ, Hiệu trưởng", set()),
        ("Mở rộng dân chủ", set()),
    ],
)
def test_what_a_line_names_is_found(words: str, named: set[Naming]) -> None:
    assert set(naming(words)) == named


@given(LINES, LINES)
def test_no_line_of_either_year_is_lost_or_doubled(before: list[TextLine], after: list[TextLine]) -> None:
    found = compare(before, after)
    for part in PlanPart:
        told = [entry for entry in found if entry.part is part]
        old = [entry.before for entry in told if entry.change is not Change.ADDED]
        new = [entry.after for entry in told if entry.change is not Change.REMOVED]
        assert old == [line.words for line in before if line.part is part]
        assert new == [line.words for line in after if line.part is part]


@given(LINES)
def test_a_plan_beside_itself_has_nothing_but_lines_to_review(text: list[TextLine]) -> None:
    assert all(entry.change is Change.REVIEW for entry in to_be_seen(compare(text, text)))


@given(LINES)
def test_the_text_survives_being_written_down(text: list[TextLine]) -> None:
    assert from_data(as_data(text)) == tuple(text)


def test_a_line_seen_once_is_to_be_seen_again_after_it_was_rewritten() -> None:
    first, second, third = (
        compare(lines("Góp ý năm 2023"), lines(f"Góp ý năm {year}"))[0] for year in (2024, 2025, 2024)
    )
    assert first.code != second.code
    assert first.code == third.code


def test_the_words_that_differ_are_told_apart() -> None:
    found = compare(lines("Góp ý năm 2023 của Quận"), lines("Góp ý năm 2024 của Quận"))[0]
    assert [(piece.words, piece.only_in) for piece in found.pieces] == [
        ("Góp ý năm", ""),
        ("2023", "removed"),
        ("2024", "added"),
        ("của Quận", ""),
    ]
