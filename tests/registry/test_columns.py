"""Lists whose headings stand in another place or are worded otherwise: asked about once, remembered."""

import pytest

from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.journal.models import Entry
from guong.office.registry.importing.columns import HEADS, SHEETS, STAFF, WARDS, SheetForm
from guong.office.registry.importing.lines import Preview
from guong.office.registry.importing.recognising import Unknown, suggest
from guong.office.registry.importing.sheets import LeftOut
from guong.office.registry.importing.workbook import error_workbook
from guong.office.registry.imports import forget_columns, learn_columns, read_workbook, unclear_sheets
from tests.registry.workbooks import HEADS as HEAD_ROWS
from tests.registry.workbooks import STAFF as STAFF_ROWS
from tests.registry.workbooks import UNITS, Table, book, cells, workbook

pytestmark = pytest.mark.usefixtures("body")
OTHER_WORDS = ("Họ tên CB, GV, NV", "Mã trường", "Chức danh", "Diện lao động", "Là đảng viên")
OTHERWISE: Table = (
    OTHER_WORDS,
    ("Lê Văn Sông Thao", "TH-01", "Giáo viên", "Biên chế", "Không"),
    ("Phạm Thị Cỏ May", "TH-01", "Nhân viên nuôi dưỡng", "Hợp đồng", "Không"),
)
COLUMNS = {
    "name": "Họ tên CB, GV, NV",
    "unit": "Mã trường",
    "position": "Chức danh",
    "employment": "Diện lao động",
    "member": "Là đảng viên",
}


def otherwise(rows: Table = OTHERWISE) -> bytes:
    return book({"Đơn vị": UNITS, "Người đứng đầu": HEAD_ROWS, "CBGV 2023": rows})


def unknown(data: bytes) -> Unknown:
    found = unclear_sheets(data)
    assert isinstance(found, tuple)
    assert len(found) == 1, found
    return found[0]


def preview_of(data: bytes) -> Preview:
    preview = read_workbook(data)
    assert isinstance(preview, Preview), preview
    return preview


def test_a_list_with_other_headings_is_asked_about() -> None:
    refused = read_workbook(otherwise())
    assert isinstance(refused, Refused)
    assert refused.reason == "unclear_columns"
    assert "Trang “CBGV 2023” ghi tên cột khác mẫu" in refused.sentence


def test_missing_columns_are_named() -> None:
    refused = read_workbook(workbook(staff=[row[:4] for row in STAFF_ROWS]))
    assert isinstance(refused, Refused)
    assert "“Hình thức lao động”, “Đảng viên”" in refused.sentence


def test_the_likeliest_list_and_an_example_of_each_column_are_offered() -> None:
    asked = unknown(otherwise())
    assert (asked.likely, asked.headings) == (STAFF, OTHER_WORDS)
    assert asked.examples == ("Lê Văn Sông Thao", "TH-01", "Giáo viên", "Biên chế", "Không")


def test_columns_are_suggested_by_likeness_without_accents() -> None:
    assert suggest(STAFF, OTHER_WORDS) == COLUMNS
    assert suggest(STAFF, ("HO VA TEN", "CHUC VU", "dang vien")) == {
        "name": "HO VA TEN",
        "position": "CHUC VU",
        "member": "dang vien",
    }
    assert suggest(HEADS, ("STT", "Ghi chú")) == {}


@pytest.mark.parametrize("form", SHEETS, ids=lambda form: form.key)
def test_every_known_wording_is_suggested_for_a_column_that_knows_it(form: SheetForm) -> None:
    for wording in {alias for column in form.columns for alias in column.aliases}:
        (key,) = suggest(form, (wording,))
        assert wording in form.column(key).aliases


def test_what_was_told_once_is_remembered_for_the_next_file(organiser: User) -> None:
    learn_columns(unknown=unknown(otherwise()), sheet="staff", columns=COLUMNS, actor=organiser)
    assert [line.name for line in preview_of(otherwise()).staff] == ["Lê Văn Sông Thao", "Phạm Thị Cỏ May"]
    shuffled = [tuple(reversed(row)) for row in OTHERWISE]
    assert preview_of(otherwise(shuffled)).staff[0].position == "Giáo viên"
    assert Entry.objects.filter(act="registry.columns").count() == 1


def test_a_list_may_be_left_out_for_good(organiser: User) -> None:
    asked = unknown(otherwise())
    learn_columns(unknown=asked, sheet="", columns={}, actor=organiser)
    preview = preview_of(otherwise())
    assert (preview.staff, preview.lines.left_out) == ((), (LeftOut("CBGV 2023", asked.fingerprint),))


def test_what_was_told_wrongly_is_asked_again(organiser: User) -> None:
    learn_columns(unknown=unknown(otherwise()), sheet="staff", columns=COLUMNS, actor=organiser)
    forget_columns(fingerprint=preview_of(otherwise()).lines.sheets[-1].learnt, actor=organiser)
    assert unknown(otherwise()).name == "CBGV 2023"


def test_faults_are_named_by_the_file_s_own_sheet_and_heading(organiser: User) -> None:
    learn_columns(unknown=unknown(otherwise()), sheet="staff", columns=COLUMNS, actor=organiser)
    wrong = (*OTHERWISE, ("Ngô Văn Đá", "TH-01", "Giáo viên", "Thử việc", "Không"))
    (error,) = preview_of(otherwise(wrong)).errors
    assert (error.sheet, error.row, error.column) == ("CBGV 2023", 4, "Diện lao động")
    back = cells(error_workbook(preview=preview_of(otherwise(wrong))), "CBGV 2023")
    assert back[0][5] == "Lỗi cần sửa"
    assert "Diện lao động: Không hiểu “Thử việc”" in str(back[3][5])


def test_headings_below_a_letterhead_are_found() -> None:
    letter: Table = (
        ("UBND QUẬN", "", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("DANH SÁCH CÁN BỘ",),
        (),
    )
    data = book({"Đơn vị": UNITS, "Sheet1": (*letter, *STAFF_ROWS)})
    assert [line.at.row for line in preview_of(data).staff] == [5, 6, 7]


def test_a_sheet_is_known_by_its_headings_whatever_its_name() -> None:
    data = book({"Truong": UNITS, "HT": HEAD_ROWS, "Sheet3": STAFF_ROWS})
    preview = preview_of(data)
    assert (len(preview.units), len(preview.heads), len(preview.staff)) == (1, 1, 3)


def test_one_sheet_for_each_school_is_read_as_one_list() -> None:
    second = (STAFF_ROWS[0], ("TH-01", "", "Vũ Thị Bông Lau", "Giáo viên", "Biên chế", "Không"))
    preview = preview_of(book({"Đơn vị": UNITS, "Lớp 1": STAFF_ROWS, "Lớp 2": second}))
    assert len(preview.staff) == 4


def test_headings_without_accents_are_the_template_s_own() -> None:
    plain = ("MA DON VI", "Ma can bo", "HO VA TEN", "Chuc vu, cong viec", "Hinh thuc lao dong", "Dang vien")
    preview = preview_of(book({"Đơn vị": UNITS, "Danh sach": (plain, *STAFF_ROWS[1:])}))
    assert len(preview.staff) == 3


def test_the_ward_s_list_is_told_from_the_staff_list() -> None:
    rows: Table = (
        ("Mã phường", "Họ tên", "Thuộc thành phần", "Tổ dân phố"),
        ("P-01", "Đỗ Văn Bến", "Tổ trưởng tổ dân phố", "Tổ 5"),
    )
    assert unknown(book({"Đơn vị": UNITS, "DS phuong": rows})).likely is WARDS
