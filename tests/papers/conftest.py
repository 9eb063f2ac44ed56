"""A paper to file, an officer who may read it, and a journal that a test's end may empty."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from pytest_django.fixtures import Settings

from guong.core.documents.model import Document, Letterhead, Profile, text
from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.accounts.services import create_user
from guong.office.registry.models import Level
from guong.office.registry.services import assign_unit, ensure_unit


@pytest.fixture(autouse=True)
def _own_folder(settings: Settings, tmp_path: Path) -> None:
    settings.GUONG_DATA_DIR = tmp_path


@pytest.fixture
def document() -> Document:
    """Minutes of an invented body."""
    head = Letterhead(Profile.PARTY, "QUẬN UỶ SÔNG LAM", "TỔ KIỂM PHIẾU", "Sông Lam", date(2023, 5, 31))
    return Document(head, "BIÊN BẢN", "Kiểm phiếu thử", (text("Nội dung biên bản."),))


@pytest.fixture
def reader(db: None) -> User:
    """An organiser of unit TH-01."""
    user = create_user(username="to-chuc", full_name="Đỗ Thị Sen Hồng", roles=[Role.ORGANISER])
    assert isinstance(user, User)
    unit = ensure_unit(key="TH-01", name="Trường Tiểu học Hoa Sen", level=Level.PRIMARY)
    assign_unit(user=user, unit=unit)
    return user


@pytest.fixture
def journal_may_be_emptied(transactional_db: None) -> Iterator[None]:
    """Tests with real transactions end by emptying all tables, which the journal's triggers refuse."""
    yield
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT sql FROM sqlite_master WHERE name = 'journal_entry_no_delete'")
        (trigger,) = cursor.fetchone()
        cursor.execute("DROP TRIGGER journal_entry_no_delete")
        cursor.execute("DELETE FROM journal_entry")
        cursor.execute(trigger)
