"""A full disk: the officer is told, nothing is half written, and the work goes on once there is room."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client, RequestFactory

from guong.ballots.store import StorageFull
from guong.office.registry.models import Person
from guong.web.errors import server_error
from tests.conferences.world import World
from tests.counting.world import signed_in
from tests.registry.workbooks import HEADS, STAFF, UNITS, workbook

NEWCOMERS = 250


@contextmanager
def no_more_room() -> Iterator[None]:
    """Let SQLite's own limit end the register's file where it ends now, without a free page inside it."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count={cursor.fetchone()[0]}")
        yield
        cursor.execute("PRAGMA max_page_count=1073741823")


def long_list(unit: str) -> bytes:
    row = ("Ngô Văn Đá", "Giáo viên", "Biên chế", "Có")
    staff = [(unit, f"{number:03}", *row) for number in range(NEWCOMERS)]
    return workbook(units=UNITS[:1], heads=HEADS[:1], staff=(STAFF[0], *staff))


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="the limit of a file's pages is SQLite's")
def test_an_import_for_which_there_is_no_room_writes_nothing_and_says_so(
    journal_may_be_emptied: None, world: World
) -> None:
    client: Client = signed_in(world.organiser)
    client.raise_request_exception = False
    before = Person.objects.count()
    file = SimpleUploadedFile("so-bo.xlsx", long_list(world.school.key))
    preview = client.post("/so-bo/nhap/", {"workbook": file})
    assert preview.status_code == 302, preview.content.decode()
    with no_more_room():
        refused = client.post(f"{preview['Location']}ghi/")
    assert refused.status_code == 507
    assert "Ổ đĩa của máy chủ đã đầy" in refused.content.decode()
    assert Person.objects.count() == before
    assert client.post(f"{preview['Location']}ghi/").status_code == 302
    assert Person.objects.count() >= before + NEWCOMERS


@pytest.mark.parametrize(
    ("error", "status"),
    [(StorageFull("urn"), 507), (OSError(28, "No space left on device"), 507), (KeyError("x"), 500)],
)
def test_a_full_urn_or_archive_is_told_apart_from_a_bug(error: Exception, status: int) -> None:
    try:
        raise error
    except Exception:
        assert server_error(RequestFactory().get("/")).status_code == status
