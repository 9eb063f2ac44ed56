"""Importing the register's workbook, from real XLSX bytes."""

import unicodedata
from datetime import date, timedelta

import pytest
from django.utils import timezone

from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.journal.models import Entry
from guong.office.registry.importing.lines import Change, Difference, Preview
from guong.office.registry.importing.sheets import RowError
from guong.office.registry.importing.telling import tell
from guong.office.registry.importing.workbook import error_workbook, template_bytes
from guong.office.registry.imports import Imported, apply_import, read_workbook
from guong.office.registry.models import Level, Person, Post, StaffEntry, Unit
from guong.office.registry.selectors import current_head, staff_of
from guong.office.registry.services import ensure_unit
from tests.registry.workbooks import HEADS, STAFF, UNITS, Table, book, cells, workbook

pytestmark = pytest.mark.usefixtures("body")


def preview_of(data: bytes, user: User | None = None) -> Preview:
    preview = read_workbook(data, user=user)
    assert isinstance(preview, Preview), preview
    return preview


def imported(data: bytes, actor: User) -> Imported:
    done = apply_import(preview=preview_of(data, actor), actor=actor)
    assert isinstance(done, Imported), done
    return done


def only_error(data: bytes) -> RowError:
    errors = preview_of(data).errors
    assert len(errors) == 1, errors
    return errors[0]


def staff_with(*row: str | date) -> Table:
    return (*STAFF, row)


def test_a_filled_template_becomes_units_heads_and_staff(organiser: User) -> None:
    assert imported(workbook(), organiser) == Imported(units=1, heads=1, staff=3, left=0)
    unit = Unit.objects.get(key="TH-01")
    head = current_head(unit=unit, on=date(2023, 5, 31))
    assert head is not None
    assert (head.person.full_name, head.starts_on) == ("Trần Thị Hoa Mai", date(2021, 8, 15))
    names = [entry.person.full_name for entry in staff_of(unit=unit)]
    assert names == ["Trần Thị Hoa Mai", "Lê Văn Sông Thao", "Phạm Thị Cỏ May"]


def test_the_head_on_the_staff_list_is_one_person(organiser: User) -> None:
    imported(workbook(), organiser)
    assert Person.objects.filter(full_name="Trần Thị Hoa Mai").count() == 1


def test_importing_the_same_file_twice_changes_nothing(organiser: User) -> None:
    imported(workbook(), organiser)
    assert imported(workbook(), organiser) == Imported(units=0, heads=0, staff=0, left=0)


def test_the_preview_tells_new_changed_unchanged_and_leaving(organiser: User) -> None:
    imported(workbook(), organiser)
    moved = ("TH-01", "", "Lê Văn Sông Thao", "Tổ trưởng", "Biên chế", "Không")
    newcomer = ("TH-01", "", "Vũ Thị Bông Lau", "Giáo viên", "Biên chế", "Không")
    preview = preview_of(workbook(staff=(STAFF[0], STAFF[1], moved, newcomer)), organiser)
    assert [preview.count(change) for change in Change] == [1, 1, 1]
    assert [person.name for person in preview.leaving] == ["Phạm Thị Cỏ May"]


def test_who_leaves_the_list_stays_in_the_register_but_not_active(organiser: User) -> None:
    imported(workbook(), organiser)
    assert imported(workbook(staff=STAFF[:3]), organiser).left == 1
    entry = StaffEntry.objects.get(person__full_name="Phạm Thị Cỏ May")
    assert (entry.active, entry.left_on) == (False, timezone.localdate())


def test_who_comes_back_to_the_list_has_no_day_of_leaving(organiser: User) -> None:
    for staff in (STAFF, STAFF[:3], STAFF):
        imported(workbook(staff=staff), organiser)
    entry = StaffEntry.objects.get(person__full_name="Phạm Thị Cỏ May")
    assert (entry.active, entry.left_on) == (True, None)


def test_a_new_head_ends_the_old_post_the_day_before(organiser: User) -> None:
    imported(workbook(), organiser)
    head = ("TH-01", "Lê Văn Sông Thao", "Bí thư chi bộ, Hiệu trưởng", "01/02/2023", "")
    imported(workbook(heads=(HEADS[0], head)), organiser)
    assert Post.objects.get(person__full_name="Trần Thị Hoa Mai").ends_on == date(2023, 1, 31)


def test_columns_may_stand_in_any_order(organiser: User) -> None:
    shuffled = [tuple(reversed(row)) for row in STAFF]
    assert imported(workbook(staff=shuffled), organiser).staff == 3


def test_decomposed_names_become_the_same_person(organiser: User) -> None:
    imported(workbook(), organiser)
    decomposed = [tuple(unicodedata.normalize("NFD", str(cell)) for cell in row) for row in STAFF]
    assert imported(workbook(staff=decomposed), organiser).staff == 0


def test_excel_dates_are_read_like_written_ones(organiser: User) -> None:
    head = ("TH-01", "Trần Thị Hoa Mai", "Bí thư chi bộ, Hiệu trưởng", date(2021, 8, 15), "")
    assert preview_of(workbook(heads=(HEADS[0], head))).heads[0].since == date(2021, 8, 15)


def test_contract_staff_is_accepted_and_flagged() -> None:
    assert preview_of(workbook()).off_roll == 1


def test_a_head_under_six_months_is_flagged_not_refused() -> None:
    since = date.today() - timedelta(days=60)
    preview = preview_of(workbook(heads=(HEADS[0], ("TH-01", "Trần Thị Hoa Mai", "Hiệu trưởng", since, ""))))
    assert preview.errors == ()
    assert preview.too_new[0].too_new is not None


def test_the_untouched_template_is_refused_as_empty() -> None:
    refused = read_workbook(template_bytes())
    assert isinstance(refused, Refused)
    assert refused.reason == "empty"


def test_the_template_says_what_it_wants() -> None:
    rows = cells(template_bytes(), "Danh sách cán bộ")
    assert rows[0][:6] == list(STAFF[0])
    assert rows[1][0] == "VÍ DỤ"


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        (("TH-01", "", "", "Giáo viên", "Biên chế", "Có"), "Họ và tên", "Thiếu"),
        (("TH-01", "", "Ngô Văn Đá 2", "Giáo viên", "Biên chế", "Có"), "Họ và tên", "TCVN3"),
        (("TH-01", "", "Ngô Văn Đá", "Giáo viên", "Thử việc", "Có"), "Hình thức lao động", "“Biên chế”"),
        (("TH-99", "", "Ngô Văn Đá", "Giáo viên", "Biên chế", "Có"), "Mã đơn vị", "TH-99"),
        (("TH-01", "", "Ngô Văn\u200bĐá", "Giáo viên", "Biên chế", "Có"), "Họ và tên", "ký tự"),
    ],
)
def test_a_fault_is_named_by_sheet_row_and_column(row: tuple[str, ...], column: str, words: str) -> None:
    errors = preview_of(workbook(staff=staff_with(*row))).errors
    assert (errors[0].sheet, errors[0].row, errors[0].column) == ("Danh sách cán bộ", 5, column)
    assert words in errors[0].sentence


@pytest.mark.parametrize(
    "since", ["32/01/2020", "2020", "tháng 8", date.today() + timedelta(days=1), "01/01/1890"]
)
def test_a_wrong_or_future_start_is_refused(since: str | date) -> None:
    error = only_error(workbook(heads=(HEADS[0], ("TH-01", "Trần Thị Hoa Mai", "Hiệu trưởng", since, ""))))
    assert (error.sheet, error.row, error.column) == ("Người đứng đầu", 2, "Giữ chức từ ngày")


def test_an_unknown_level_is_refused_with_the_choices() -> None:
    units = (UNITS[0], ("TH-01", "Trường Hoa Sen", "Đại học", "QU"))
    assert "“Tiểu học”" in preview_of(workbook(units=units)).errors[0].sentence


@pytest.mark.parametrize(("words", "public"), [("Ngoài công lập", False), ("Công lập", True), ("", True)])
def test_private_schools_are_told_apart(organiser: User, words: str, public: bool) -> None:
    units = [(*UNITS[0], "Loại hình"), (*UNITS[1], words)]
    imported(workbook(units=units), organiser)
    assert Unit.objects.get(key="TH-01").public is public


def test_a_school_s_ward_must_be_a_ward() -> None:
    units = [(*UNITS[0], "Mã phường nơi đóng"), (*UNITS[1], "QU")]
    assert "Không có phường, xã mã “QU”" in only_error(workbook(units=units)).sentence


def test_staff_without_a_category_is_sorted_by_its_position(organiser: User) -> None:
    imported(workbook(), organiser)
    found = StaffEntry.objects.order_by("id").values_list("category", flat=True)
    assert list(found) == ["manager", "teacher", "employee"]


def test_a_category_in_the_list_wins(organiser: User) -> None:
    rows = [(*STAFF[0], "Loại cán bộ"), (*STAFF[1], "Giáo viên")]
    imported(workbook(staff=rows), organiser)
    assert StaffEntry.objects.get().category == "teacher"


def test_a_change_is_told_with_before_and_after(organiser: User) -> None:
    imported(workbook(), organiser)
    moved = ("TH-01", "", "Lê Văn Sông Thao", "Tổ trưởng chuyên môn", "Biên chế", "Không")
    line = preview_of(workbook(staff=(STAFF[0], STAFF[1], moved, STAFF[3])), organiser).staff[1]
    assert line.differences == (Difference("Chức vụ, công việc", "Giáo viên", "Tổ trưởng chuyên môn"),)


def test_a_code_given_later_stays_with_the_person(organiser: User) -> None:
    imported(workbook(), organiser)
    coded = ("TH-01", "17", "Lê Văn Sông Thao", "Giáo viên", "Biên chế", "Không")
    imported(workbook(staff=(STAFF[0], STAFF[1], coded, STAFF[3])), organiser)
    assert Person.objects.get(full_name="Lê Văn Sông Thao").code == "17"


def test_a_closed_unit_takes_no_more_lists(organiser: User) -> None:
    imported(workbook(), organiser)
    Unit.objects.filter(key="TH-01").update(valid_to=date(2023, 6, 30))
    errors = preview_of(workbook(), organiser).errors
    assert "đã kết thúc hoạt động sau ngày 30/6/2023" in errors[0].sentence


def test_a_formula_is_refused_by_its_cell() -> None:
    row = ("TH-01", "", '="Ngô Văn "&"Đá"', "Giáo viên", "Biên chế", "Có")
    error = only_error(workbook(staff=staff_with(*row)))
    assert (error.row, error.column) == (5, "Họ và tên")
    assert "Ô C5 chứa công thức" in error.sentence


def test_namesakes_without_a_code_are_refused_both() -> None:
    twice = staff_with("TH-01", "", "Lê Văn Sông Thao", "Bảo vệ", "Biên chế", "Không")
    assert [error.row for error in preview_of(workbook(staff=twice)).errors] == [3, 5]


def test_namesakes_with_codes_are_two_people(organiser: User) -> None:
    rows = (
        STAFF[0],
        ("TH-01", "01", "Lê Văn Sông Thao", "Giáo viên", "Biên chế", "Không"),
        ("TH-01", "02", "Lê Văn Sông Thao", "Bảo vệ", "Biên chế", "Không"),
    )
    imported(workbook(staff=rows), organiser)
    assert Person.objects.filter(full_name="Lê Văn Sông Thao").count() == 2


def test_a_list_may_name_a_unit_in_words() -> None:
    named = [STAFF[0], *[("trường tiểu học HOA SEN", *row[1:]) for row in STAFF[1:]]]
    preview = preview_of(workbook(staff=named))
    assert not preview.errors
    assert {line.unit for line in preview.staff} == {"TH-01"}


def test_an_unknown_unit_is_named_with_the_nearest_code() -> None:
    error = only_error(workbook(staff=staff_with("TH-10", "", "Ngô Văn Đá", "Giáo viên", "Biên chế", "Có")))
    assert "Không có đơn vị mã “TH-10”" in error.sentence
    assert "Mã gần giống: “TH-01”" in error.sentence


def test_letters_that_look_like_digits_lead_to_the_code_that_was_meant() -> None:
    error = only_error(workbook(staff=staff_with("TH-O1", "", "Ngô Văn Đá", "Giáo viên", "Biên chế", "Có")))
    assert "Mã gần giống: “TH-01”" in error.sentence


def test_a_code_like_no_other_gets_no_misleading_hint() -> None:
    error = only_error(workbook(staff=staff_with("XX-77", "", "Ngô Văn Đá", "Giáo viên", "Biên chế", "Có")))
    assert "gần giống" not in error.sentence
    assert "đơn vị mới thì ghi thêm vào trang “Đơn vị”" in error.sentence


def test_a_school_without_a_level_is_refused() -> None:
    units = (UNITS[0], ("TH-01", "Trường Tiểu học Hoa Sen", "", "QU"))
    error = preview_of(workbook(units=units)).errors[0]
    assert (error.sheet, error.row, error.column) == ("Đơn vị", 2, "Cấp")
    assert "chưa ghi cấp. Trường thì chọn" in error.sentence


def test_a_unit_twice_is_refused() -> None:
    assert "dòng 2" in only_error(workbook(units=(*UNITS, UNITS[1]))).sentence


def test_units_above_each_other_are_refused() -> None:
    ensure_unit(key="A", name="Phường A", level=Level.WARD)
    units = (UNITS[0], ("TH-01", "Trường Hoa Sen", "Tiểu học", "A"), ("A", "Phường A", "Phường, xã", "TH-01"))
    assert {error.row for error in preview_of(workbook(units=units)).errors} == {2, 3}


def test_with_one_fault_nothing_is_written(organiser: User) -> None:
    bad = staff_with("TH-01", "", "", "Giáo viên", "Biên chế", "Có")
    refused = apply_import(preview=preview_of(workbook(staff=bad)), actor=organiser)
    assert isinstance(refused, Refused)
    assert not Unit.objects.filter(key="TH-01").exists()


def test_a_unit_outside_the_scope_is_refused(organiser: User, stranger: Unit) -> None:
    staff = (STAFF[0], (stranger.key, "", "Ngô Văn Đá", "Giáo viên", "Biên chế", "Có"))
    errors = preview_of(workbook(staff=staff), organiser).errors
    assert "không thuộc phạm vi" in errors[0].sentence


def test_a_new_unit_without_a_parent_belongs_to_the_officers_body(organiser: User, body: Unit) -> None:
    imported(workbook(units=(UNITS[0], ("TH-01", "Trường Hoa Sen", "Tiểu học", ""))), organiser)
    assert Unit.objects.get(key="TH-01").parent == body


def test_a_file_may_bring_one_list_only(organiser: User) -> None:
    assert imported(book({"Đơn vị": UNITS}), organiser) == Imported(units=1, heads=0, staff=0, left=0)


def test_a_file_without_any_list_is_refused_with_the_names_of_the_lists() -> None:
    refused = read_workbook(book({"Ghi chú": [("Gửi văn phòng",)]}))
    assert isinstance(refused, Refused)
    assert refused.reason == "wrong_sheets"
    assert "“Danh sách cán bộ”" in refused.sentence


def test_the_file_comes_back_with_a_column_of_faults() -> None:
    bad = staff_with("TH-01", "", "", "Giáo viên", "Biên chế", "Có")
    rows = cells(error_workbook(preview=preview_of(workbook(staff=bad))), "Danh sách cán bộ")
    assert rows[0][6] == "Lỗi cần sửa"
    assert "Thiếu “Họ và tên”" in str(rows[4][6])


def test_the_returned_file_can_be_mended_and_imported(organiser: User) -> None:
    bad = staff_with("TH-01", "", "", "Giáo viên", "Biên chế", "Có")
    rows = cells(error_workbook(preview=preview_of(workbook(staff=bad))), "Danh sách cán bộ")
    rows[4][2] = "Ngô Văn Đá"
    assert imported(workbook(staff=rows), organiser).staff == 4


def test_an_import_is_journalled_by_totals_only(organiser: User) -> None:
    imported(workbook(), organiser)
    entry = Entry.objects.get(act="registry.import")
    assert "3 cán bộ" in entry.text
    assert "Hoa Mai" not in entry.text


def test_an_unknown_superior_is_told_with_the_officers_own_body(organiser: User, body: Unit) -> None:
    units = (UNITS[0], ("TH-01", "Trường Hoa Sen", "Tiểu học", "Q-XA"))
    (error,) = (one for one in preview_of(workbook(units=units), organiser).errors if one.row == 2)
    assert f"Đồng chí ghi “{body.key}”, hoặc để trống cột này" in error.sentence


def test_a_new_unit_and_a_new_head_count_as_lines_that_are_written(organiser: User) -> None:
    told = tell(preview_of(book({"Đơn vị": UNITS, "Người đứng đầu": HEADS}), organiser))
    assert (told.new, told.changed, told.unchanged) == (2, 0, 0)


def test_rows_below_each_other_with_one_fault_are_told_once(organiser: User) -> None:
    staff = (
        STAFF[0],
        *(("TH-99", "", f"Lê Thị {letter}", "Giáo viên", "Biên chế", "Có") for letter in "ABCDEGHI"),
    )
    faults = tell(preview_of(book({"Danh sách cán bộ": staff}), organiser)).faults
    assert [one.rows for one in faults] == ["2–9"]
    assert "nạp tệp danh sách đơn vị trước" in faults[0].sentence
