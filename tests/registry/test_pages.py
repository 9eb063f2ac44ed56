"""The register's pages: three steps of an import, and units that an officer may not see."""

import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.accounts.services import create_user
from guong.office.registry.models import Unit
from guong.office.registry.services import assign_unit
from tests.registry.workbooks import STAFF, cells, workbook


@pytest.fixture
def desk(client: Client, organiser: User) -> Client:
    """The organiser's browser."""
    client.force_login(organiser)
    return client


def uploaded(desk: Client, data: bytes) -> str:
    answer = desk.post(reverse("registry:upload"), {"workbook": SimpleUploadedFile("so-bo.xlsx", data)})
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def test_upload_preview_confirm(desk: Client) -> None:
    place = uploaded(desk, workbook())
    preview = desk.get(place).content.decode()
    assert "dòng thêm mới" in preview
    assert not Unit.objects.filter(key="TH-01").exists()
    done = desk.post(f"{place}ghi/", follow=True).content.decode()
    assert "Đã ghi vào sổ bộ: 1 đơn vị, 1 người đứng đầu, 3 cán bộ" in done
    assert Unit.objects.filter(key="TH-01").exists()


def test_a_confirmed_upload_is_gone(desk: Client) -> None:
    place = uploaded(desk, workbook())
    desk.post(f"{place}ghi/")
    assert "không còn nữa" in desk.get(place, follow=True).content.decode()


def test_a_later_upload_replaces_the_one_that_was_previewed(desk: Client) -> None:
    place = uploaded(desk, workbook())
    uploaded(desk, workbook(staff=STAFF[:3]))
    assert "không còn nữa" in desk.post(f"{place}ghi/", follow=True).content.decode()


def test_faults_are_listed_and_handed_back(desk: Client) -> None:
    place = uploaded(desk, workbook(staff=(*STAFF, ("TH-01", "", "", "Giáo viên", "Biên chế", "Có"))))
    assert "Còn 1 chỗ cần sửa" in desk.get(place).content.decode()
    back = desk.get(f"{place}loi/")
    assert cells(io.BytesIO(back.content).getvalue(), "Danh sách cán bộ")[0][6] == "Lỗi cần sửa"


def test_an_unreadable_file_is_told_at_its_field(desk: Client) -> None:
    answer = desk.post(reverse("registry:upload"), {"workbook": SimpleUploadedFile("x.xlsx", b"nothing")})
    assert answer.status_code == 422
    assert 'href="#id_workbook"' in answer.content.decode()


OTHER_HEADINGS = ("Mã trường", "Số hiệu", "Họ tên", "Chức danh", "Diện lao động", "Là đảng viên")


def told(**changes: str) -> dict[str, str]:
    names = ("unit", "code", "name", "position", "employment", "member")
    return {**dict(zip(names, OTHER_HEADINGS, strict=True)), "category": "", **changes}


def asked(desk: Client) -> str:
    return uploaded(desk, workbook(staff=(OTHER_HEADINGS, *STAFF[1:])))


def test_other_headings_are_asked_about_once(desk: Client) -> None:
    place = asked(desk)
    page = desk.get(place).content.decode()
    assert "Danh sách này ghi tên cột khác mẫu" in page
    assert '<option value="Họ tên" selected>Họ tên (ví dụ: Trần Thị Hoa Mai)</option>' in page
    assert desk.get(place.replace("cot/", ""))["Location"] == place
    preview = desk.post(f"{place}?la=staff", told(), follow=True).content.decode()
    assert "dòng thêm mới" in preview
    assert "theo cách ghép cột đã nhớ" in preview
    assert "cot" not in asked(desk)


def test_a_column_told_twice_is_refused_on_the_page(desk: Client) -> None:
    answer = desk.post(f"{asked(desk)}?la=staff", told(name="Chức danh"))
    assert answer.status_code == 422
    assert "Cột “Chức danh” được chọn hai lần" in answer.content.decode()


def test_a_required_column_must_be_told(desk: Client) -> None:
    answer = desk.post(f"{asked(desk)}?la=staff", told(name=""))
    assert answer.status_code == 422
    assert "Danh sách cần có cột “Họ và tên”" in answer.content.decode()


def test_a_list_may_be_taken_for_another_one(desk: Client) -> None:
    page = desk.get(f"{asked(desk)}?la=heads").content.decode()
    assert "Giữ chức từ ngày" in page


def test_a_sheet_may_be_left_out_and_asked_about_again(desk: Client) -> None:
    place = asked(desk)
    preview = desk.post(f"{place}bo-qua/", follow=True).content.decode()
    assert "không được đọc vì đồng chí đã bỏ qua" in preview
    again = re.search(r'action="([^"]+/lai/)"', preview)
    assert again is not None
    assert "Danh sách này ghi tên cột khác mẫu" in desk.post(again[1], follow=True).content.decode()


def test_another_officers_upload_does_not_exist(desk: Client, client: Client, body: Unit) -> None:
    place = uploaded(desk, workbook())
    other = create_user(username="khac", full_name="Vũ Văn Suối", roles=[Role.ORGANISER])
    assert isinstance(other, User)
    assign_unit(user=other, unit=body)
    client.force_login(other)
    assert "không còn nữa" in client.get(place, follow=True).content.decode()


def test_a_unit_outside_the_scope_is_not_found(desk: Client, stranger: Unit, body: Unit) -> None:
    assert desk.get(reverse("registry:unit", args=[body.pk])).status_code == 200
    outside = desk.get(reverse("registry:unit", args=[stranger.pk]))
    unknown = desk.get(reverse("registry:unit", args=[999999]))
    assert (outside.status_code, unknown.status_code) == (404, 404)
    assert stranger.name not in desk.get(reverse("registry:units")).content.decode()


def test_units_beneath_an_assigned_one_are_in_scope(desk: Client) -> None:
    place = uploaded(desk, workbook())
    desk.post(f"{place}ghi/")
    unit = Unit.objects.get(key="TH-01")
    page = desk.get(reverse("registry:unit", args=[unit.pk])).content.decode()
    assert "Lê Văn Sông Thao" in page


def test_the_template_is_a_file(desk: Client) -> None:
    answer = desk.get(reverse("registry:template"))
    assert answer["Content-Disposition"] == 'attachment; filename="so-bo-mau.xlsx"'
    assert answer.content[:2] == b"PK"
