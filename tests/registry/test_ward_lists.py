"""The ward's list: five classes in one sheet, one person in two of them once."""

import pytest

from guong.core.eligibility import Employment, VoterClass
from guong.office.accounts.models import User
from guong.office.registry.importing.columns import OFFICE_CLASS
from guong.office.registry.importing.lines import Merged, Preview
from guong.office.registry.imports import Imported, apply_import, read_workbook
from guong.office.registry.models import Person, Unit, WardEntry
from guong.office.registry.selectors import ward_voters
from tests.registry.workbooks import STAFF, UNITS, Table, book

pytestmark = pytest.mark.usefixtures("body")
HEADINGS = ("Mã đơn vị", "Mã cán bộ", "Họ và tên", "Thành phần", "Chức vụ", "Tổ dân phố, chi bộ")
WARD = (*UNITS, ("P-01", "Phường Bến Đá", "Phường, xã", "QU"))
COMMITTEE = "Uỷ viên Ban Chấp hành Đảng bộ phường"
CELL, NEIGHBOURHOOD = "Bí thư chi bộ trực thuộc", "Tổ trưởng tổ dân phố"
FRONT = "Trưởng ban công tác mặt trận tổ dân phố"


def line(
    name: str, ward_class: str, *, position: str = "", area: str = "", code: str = ""
) -> tuple[str, ...]:
    return ("P-01", code, name, ward_class, position, area)


def ward(*lines: tuple[str, ...], staff: Table = STAFF[:1]) -> bytes:
    return book({"Đơn vị": WARD, "Danh sách cán bộ": staff, "Thành phần phường": (HEADINGS, *lines)})


def preview_of(data: bytes) -> Preview:
    preview = read_workbook(data)
    assert isinstance(preview, Preview), preview
    return preview


def imported(data: bytes, actor: User) -> Imported:
    done = apply_import(preview=preview_of(data), actor=actor)
    assert isinstance(done, Imported), done
    return done


def voters() -> list[tuple[str, tuple[VoterClass, ...]]]:
    found = ward_voters(unit=Unit.objects.get(key="P-01"))
    return [(voter.person.full_name, voter.classes) for voter in found]


def faults(*lines: tuple[str, ...]) -> list[tuple[int, str]]:
    return [(error.row, error.sentence) for error in preview_of(ward(*lines)).errors]


def test_the_five_classes_are_read_from_one_list(organiser: User) -> None:
    rows = [
        line("Bùi Văn Gạo", FRONT, area="Tổ 1"),
        line("Bùi Văn Nếp", NEIGHBOURHOOD, area="Tổ 2"),
        line("Bùi Văn Ngô", CELL, area="Chi bộ 3"),
        line("Bùi Văn Khoai", OFFICE_CLASS, position="Công chức Tư pháp – Hộ tịch"),
        line("Bùi Văn Sắn", COMMITTEE, position="Phó Bí thư Đảng uỷ"),
    ]
    done = imported(ward(*rows), organiser)
    assert (done.wards, done.staff) == (4, 1)
    assert [classes for _, classes in voters()] == [(one,) for one in VoterClass]


def test_one_person_in_two_classes_is_one_person_and_the_preview_says_so(organiser: User) -> None:
    rows = (
        line("Bùi Văn Gạo", CELL, area="Chi bộ 5"),
        line("Bùi Văn Gạo", NEIGHBOURHOOD, area="Tổ dân phố số 5"),
    )
    assert preview_of(ward(*rows)).merged == (
        Merged("P-01", "Bùi Văn Gạo", (CELL, NEIGHBOURHOOD), by_code=False),
    )
    imported(ward(*rows), organiser)
    assert Person.objects.filter(full_name="Bùi Văn Gạo").count() == 1
    assert voters() == [("Bùi Văn Gạo", (VoterClass.CELL_SECRETARY, VoterClass.NEIGHBOURHOOD_HEAD))]


def test_a_committee_member_on_the_staff_list_is_the_same_person(organiser: User) -> None:
    staff = (*STAFF[:1], ("P-01", "", "Bùi Văn Sắn", "Phó Chủ tịch UBND phường", "Biên chế", "Có"))
    imported(ward(line("Bùi Văn Sắn", COMMITTEE), staff=staff), organiser)
    assert voters() == [("Bùi Văn Sắn", (VoterClass.COMMITTEE, VoterClass.OFFICE))]


def test_codes_tell_namesakes_apart(organiser: User) -> None:
    rows = (
        line("Bùi Văn Gạo", CELL, area="Chi bộ 5", code="05"),
        line("Bùi Văn Gạo", NEIGHBOURHOOD, area="Tổ 7", code="07"),
    )
    imported(ward(*rows), organiser)
    assert Person.objects.filter(full_name="Bùi Văn Gạo").count() == 2


def test_one_code_on_two_lines_is_one_person_wherever_the_lines_belong(organiser: User) -> None:
    rows = (
        line("Bùi Văn Gạo", CELL, area="Chi bộ 5", code="05"),
        line("Bùi Văn Gạo", NEIGHBOURHOOD, area="Tổ 7", code="05"),
    )
    imported(ward(*rows), organiser)
    assert len(voters()) == 1


def test_namesakes_of_two_neighbourhoods_without_codes_are_refused() -> None:
    ((row, sentence),) = faults(
        line("Bùi Văn Gạo", CELL, area="Chi bộ 5"), line("Bùi Văn Gạo", NEIGHBOURHOOD, area="Tổ 7")
    )
    assert row == 3
    assert "thuộc Chi bộ 5, không phải Tổ 7" in sentence
    assert "ghi cùng một mã cán bộ" in sentence


def test_the_same_class_twice_is_refused() -> None:
    assert [row for row, _ in faults(line("Bùi Văn Gạo", CELL), line("Bùi Văn Gạo", CELL))] == [3]


def test_a_code_on_one_of_two_lines_is_refused() -> None:
    assert [row for row, _ in faults(line("Bùi Văn Gạo", CELL, code="05"), line("Bùi Văn Gạo", FRONT))] == [3]


def test_a_school_has_no_classes() -> None:
    ((_, sentence),) = faults(("TH-01", "", "Bùi Văn Gạo", CELL, "", ""))
    assert "không phải là phường" in sentence


def test_a_new_list_of_a_class_replaces_that_class_only(organiser: User) -> None:
    imported(ward(line("Bùi Văn Gạo", CELL), line("Bùi Văn Nếp", NEIGHBOURHOOD)), organiser)
    data = ward(line("Bùi Văn Ngô", NEIGHBOURHOOD))
    assert [one.name for one in preview_of(data).leaving] == ["Bùi Văn Nếp"]
    assert imported(data, organiser).left == 1
    assert [name for name, _ in voters()] == ["Bùi Văn Gạo", "Bùi Văn Ngô"]
    assert WardEntry.objects.get(person__full_name="Bùi Văn Nếp").active is False


def test_who_comes_back_is_the_same_person(organiser: User) -> None:
    imported(ward(line("Bùi Văn Gạo", CELL)), organiser)
    imported(ward(line("Bùi Văn Ngô", CELL)), organiser)
    imported(ward(line("Bùi Văn Gạo", CELL)), organiser)
    assert Person.objects.filter(full_name="Bùi Văn Gạo").count() == 1
    assert [name for name, _ in voters()] == ["Bùi Văn Gạo"]


def test_contract_staff_of_the_office_is_listed_with_its_employment(organiser: User) -> None:
    rows = ((*HEADINGS, "Hình thức lao động"), (*line("Bùi Văn Khoai", OFFICE_CLASS), "Hợp đồng"))
    preview = preview_of(book({"Đơn vị": WARD, "Thành phần phường": rows}))
    assert preview.off_roll == 0
    apply_import(preview=preview, actor=organiser)
    (voter,) = ward_voters(unit=Unit.objects.get(key="P-01"))
    assert voter.employment is Employment.CONTRACT


def test_the_office_s_people_on_both_lists_are_taken_from_the_staff_list() -> None:
    staff = (*STAFF[:1], ("P-01", "", "Bùi Văn Khoai", "Công chức Văn hoá – Xã hội", "Hợp đồng", "Có"))
    preview = preview_of(ward(line("Bùi Văn Khoai", OFFICE_CLASS), staff=staff))
    assert [(one.position, one.off_roll) for one in preview.staff] == [("Công chức Văn hoá – Xã hội", True)]
    assert not preview.errors
