"""Posts with tenure: one post isn't held by two people at a time."""

from datetime import date

import pytest

from guong.office.accounts.models import User
from guong.office.registry.importing.lines import Change, Preview
from guong.office.registry.imports import apply_import, read_workbook
from guong.office.registry.models import Post, Unit
from guong.office.registry.selectors import current_heads
from tests.registry.workbooks import HEADS, STAFF, UNITS, book

pytestmark = pytest.mark.usefixtures("body")
BOTH = "Bí thư chi bộ, Hiệu trưởng"
HEADINGS = (*HEADS[0], "Giữ chức đến ngày")
A, B = "Trần Thị Hoa Mai", "Lê Văn Sông Thao"


def heads(*rows: tuple[str, ...]) -> bytes:
    """A file with heads given as name, title, from, until."""
    lines = [("TH-01", name, title, since, "", until) for name, title, since, until in rows]
    return book({"Đơn vị": UNITS, "Người đứng đầu": (HEADINGS, *lines), "Danh sách cán bộ": STAFF})


def preview_of(data: bytes) -> Preview:
    preview = read_workbook(data)
    assert isinstance(preview, Preview), preview
    return preview


def imported(data: bytes, actor: User) -> Preview:
    preview = preview_of(data)
    assert not preview.errors, preview.errors
    apply_import(preview=preview, actor=actor)
    return preview


def posts() -> set[tuple[str, str, date, date | None]]:
    return {
        (post.person.full_name, post.title, post.starts_on, post.ends_on)
        for post in Post.objects.select_related("person")
    }


def faults(data: bytes) -> list[tuple[int, str]]:
    return [(error.row, error.sentence) for error in preview_of(data).errors]


def test_two_lines_of_one_post_at_one_time_are_refused() -> None:
    ((row, sentence),) = faults(heads((A, BOTH, "15/08/2021", ""), (B, "Hiệu trưởng", "01/02/2023", "")))
    assert row == 3
    assert "trùng thời gian với dòng 2 (đồng chí Trần Thị Hoa Mai)" in sentence


def test_the_same_line_twice_is_refused() -> None:
    assert faults(heads((A, BOTH, "15/08/2021", ""), (A, BOTH, "15/08/2021", "")))


def test_a_former_head_is_kept_with_the_end_of_the_tenure(organiser: User) -> None:
    data = heads((A, BOTH, "15/08/2015", "31/07/2021"), (B, BOTH, "01/08/2021", ""))
    imported(data, organiser)
    assert posts() == {
        (A, BOTH, date(2015, 8, 15), date(2021, 7, 31)),
        (B, BOTH, date(2021, 8, 1), None),
    }
    assert [line.change for line in preview_of(data).heads] == [Change.UNCHANGED, Change.UNCHANGED]


def test_a_successor_ends_the_post_of_the_predecessor_and_the_preview_says_so(organiser: User) -> None:
    imported(heads((A, BOTH, "15/08/2021", "")), organiser)
    preview = imported(heads((B, "Hiệu trưởng", "01/02/2023", "")), organiser)
    assert preview.heads[0].replaces == "Đồng chí Trần Thị Hoa Mai thôi giữ từ 01/02/2023"
    assert posts() == {
        (A, BOTH, date(2021, 8, 15), date(2023, 1, 31)),
        (B, "Hiệu trưởng", date(2023, 2, 1), None),
    }


def test_a_start_before_that_of_the_holder_in_the_register_is_refused(organiser: User) -> None:
    imported(heads((A, BOTH, "15/08/2021", "")), organiser)
    ((row, sentence),) = faults(heads((B, BOTH, "01/02/2020", "")))
    assert row == 2
    assert "đồng chí Trần Thị Hoa Mai giữ chức vụ “Bí thư chi bộ, Hiệu trưởng” từ 15/8/2021" in sentence


def test_a_tenure_into_a_closed_one_is_refused(organiser: User) -> None:
    imported(heads((A, BOTH, "15/08/2015", "31/07/2021"), (B, BOTH, "01/08/2021", "")), organiser)
    ((_, sentence),) = faults(heads(("Phạm Thị Cỏ May", BOTH, "01/01/2016", "31/12/2016")))
    assert "từ 15/8/2015 đến 31/7/2021" in sentence


def test_a_wrong_start_is_corrected(organiser: User) -> None:
    imported(heads((A, BOTH, "15/08/2021", "")), organiser)
    assert imported(heads((A, BOTH, "15/09/2021", "")), organiser).heads[0].change is Change.CHANGED
    assert posts() == {(A, BOTH, date(2021, 9, 15), None)}


def test_who_gives_up_one_of_two_posts_keeps_the_other(organiser: User) -> None:
    imported(heads((A, BOTH, "15/08/2021", "")), organiser)
    imported(heads((A, "Hiệu trưởng", "15/08/2021", ""), (B, "Bí thư chi bộ", "01/02/2023", "")), organiser)
    found = current_heads(unit=Unit.objects.get(key="TH-01"), on=date(2023, 5, 1))
    assert [(post.person.full_name, post.title) for post in found] == [
        (A, "Hiệu trưởng"),
        (B, "Bí thư chi bộ"),
    ]


def test_an_end_before_the_start_is_refused() -> None:
    ((row, sentence),) = faults(heads((A, BOTH, "15/08/2021", "14/08/2021")))
    assert row == 2
    assert "trước ngày giữ chức 15/8/2021" in sentence
