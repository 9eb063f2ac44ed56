"""The register's pages with a whole district in it: few queries, little time, found without accents."""

import time
from random import Random

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import DjangoAssertNumQueries

from guong.demo.district_files import build_workbooks, import_workbooks
from guong.office.accounts.models import User
from guong.office.registry.models import Unit

MOST_QUERIES = 25
MOST_SECONDS = 0.2  # of this process; a neighbour's load doesn't count


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """The district's workbooks."""
    return build_workbooks(Random(167))


@pytest.fixture
def desk(client: Client, organiser: User, body: Unit, files: dict[str, bytes]) -> Client:
    """The browser of an organiser of the whole district; its lists name the demo's lead body."""
    Unit.objects.filter(pk=body.pk).update(key="Q-LB")
    import_workbooks(files, actor=organiser)
    client.force_login(organiser)
    return client


def test_pages_stay_quick_with_a_whole_district(
    desk: Client, files: dict[str, bytes], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    upload = SimpleUploadedFile("02-mam-non.xlsx", files["02-mam-non.xlsx"])
    preview = desk.post(reverse("registry:upload"), {"workbook": upload})["Location"]
    school, ward = Unit.objects.get(key="TH-01"), Unit.objects.get(key="P-01")
    pages = [
        reverse("registry:units"),
        f"{reverse('registry:units')}?nhom=ward",
        f"{reverse('registry:units')}?trang=2",
        reverse("registry:unit", args=[school.pk]),
        reverse("registry:unit", args=[ward.pk]),
        reverse("registry:end_unit", args=[school.pk]),
    ]
    for page in pages:
        desk.get(page)
        begun = time.process_time()
        with django_assert_max_num_queries(MOST_QUERIES):
            assert desk.get(page).status_code == 200
        assert time.process_time() - begun < MOST_SECONDS, page
    with django_assert_max_num_queries(MOST_QUERIES):
        assert "không có gì để ghi thêm" in desk.get(preview).content.decode()


def test_units_are_found_without_accents_by_name_or_code_in_groups(desk: Client) -> None:
    def found(**words: str) -> str:
        return desk.get(reverse("registry:units"), words).content.decode()

    assert "Trường Tiểu học Hoa Sen" in found(tim="hoa sen")
    assert "Trường Tiểu học Hoa Cúc" not in found(tim="hoa sen")
    assert "Phường Bến Đá" in found(tim="p 01")
    assert "Trường Tiểu học Hoa Sen" not in found(tim="hoa sen", nhom="ward")
    assert "Không có đơn vị nào như vậy" in found(tim="không đâu")
    assert "Trang 1 trên 4" in found()


def test_the_ward_page_counts_everybody_once(desk: Client) -> None:
    ward = Unit.objects.get(key="P-01")
    page = desk.get(reverse("registry:unit", args=[ward.pk])).content.decode()
    assert "người thuộc các thành phần" in page
    assert "Uỷ viên Ban Chấp hành Đảng bộ phường; Cơ quan phường" in page
    assert "mỗi người tính một lần" in page


def test_a_repeated_import_of_the_district_changes_nothing(
    desk: Client, organiser: User, files: dict[str, bytes]
) -> None:
    done = import_workbooks(files, actor=organiser)
    assert {(one.units, one.heads, one.staff, one.left, one.wards) for one in done} == {(0, 0, 0, 0, 0)}
