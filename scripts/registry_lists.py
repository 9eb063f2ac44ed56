"""Lists that offices might send beside the template: for the register's pictures."""

import io
from collections.abc import Sequence
from random import Random

import xlsxwriter

from guong.demo.district import DistrictSchool, invent_district
from guong.demo.workbook import Row, lists_workbook, staff_row
from guong.office.registry.importing.columns import HEADS, STAFF, UNITS, WARDS


def other_headings() -> bytes:
    """Return a private school's own list: a letterhead above, headings worded otherwise."""
    school = _school("TH-29")
    rows: list[Sequence[str]] = [
        ("TRƯỜNG TIỂU HỌC NGOÀI CÔNG LẬP", "", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (),
        ("DANH SÁCH CÁN BỘ, GIÁO VIÊN, NHÂN VIÊN",),
        ("STT", "Họ tên CB, GV, NV", "Tên trường", "Chức danh", "Diện lao động", "Là đảng viên", "Ghi chú"),
    ]
    rows += [
        (
            str(place),
            one.full_name,
            school.name,
            one.position,
            "Biên chế" if one.permanent else "Hợp đồng",
            "Có" if one.party_member else "Không",
            "",
        )
        for place, one in enumerate(school.staff, 1)
    ]
    return _plain("Danh sách CBGVNV", rows)


def changed_school() -> bytes:
    """Return a school's next list: somebody else heads it, some changed their work, one came, two left."""
    school = _school("TH-01")
    rows = [dict(staff_row(school.code, one)) for one in school.staff[:-2]]
    rows[20]["position"], rows[20]["member"] = "Tổ trưởng chuyên môn", "Có"
    rows[25]["position"] = "Tổng phụ trách Đội"
    rows[-1]["employment"] = "Biên chế"
    rows.append({**rows[-1], "name": "Lưu Thị Mai Xuyến", "position": "Giáo viên"})
    head = {
        "unit": school.code,
        "name": school.staff[1].full_name,
        "title": "Hiệu trưởng",
        "since": "03/04/2023",
    }
    return lists_workbook({HEADS: [head], STAFF: rows})


def faulty_lists() -> bytes:
    """Return a file with the faults that offices make."""
    units: list[Row] = [
        {"unit": "MN-30", "name": "Trường Mầm non Mưa Xuân", "parent": "P-02"},
        {"unit": "TH-30", "name": "Trường Tiểu học Gió Mùa", "level": "Tiểu học", "parent": "P-99"},
    ]
    heads: list[Row] = [
        {
            "unit": "TH-30",
            "name": "Đoàn Thu Loan",
            "title": "Bí thư Chi bộ, Hiệu trưởng",
            "since": "01/08/2019",
        },
        {"unit": "TH-30", "name": "Phan Văn Tiến", "title": "Hiệu trưởng", "since": "15/02/2023"},
        {"unit": "CS-02", "name": "Lê Hồng Nga", "title": "Hiệu trưởng", "since": "01/09/2999"},
    ]
    staff: list[Row] = [
        {
            "unit": "TH-301",
            "name": "Ngô Thị Liên",
            "position": "Giáo viên",
            "employment": "Biên chế",
            "member": "Có",
        },
        {
            "unit": "TH-30",
            "name": "Tạ Thị Thoa",
            "position": "Giáo viên",
            "employment": "Thử việc",
            "member": "Có",
        },
        {"unit": "TH-30", "position": "Giáo viên", "employment": "Biên chế", "member": "Không"},
    ]
    wards: list[Row] = [
        {"unit": "P-03", "name": "Bùi Xuân Toản", "class": "Bí thư chi bộ trực thuộc", "area": "Chi bộ 5"},
        {"unit": "P-03", "name": "Bùi Xuân Toản", "class": "Tổ trưởng tổ dân phố", "area": "Tổ dân phố số 7"},
    ]
    return lists_workbook({UNITS: units, HEADS: heads, STAFF: staff, WARDS: wards})


def _school(code: str) -> DistrictSchool:
    return next(school for school in invent_district(Random(167)).schools if school.code == code)


def _plain(name: str, rows: Sequence[Sequence[str]]) -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            for place, text in enumerate(row):
                sheet.write_string(number, place, text)
    return buffer.getvalue()
