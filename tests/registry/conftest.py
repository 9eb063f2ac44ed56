"""A district body, its organiser, and a unit that belongs to somebody else."""

import pytest

from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.accounts.services import create_user
from guong.office.registry.models import Level, Unit
from guong.office.registry.services import assign_unit, ensure_unit


@pytest.fixture
def body(db: None) -> Unit:
    """The lead body."""
    return ensure_unit(key="QU", name="Quận uỷ Sông Lam", level=Level.DISTRICT)


@pytest.fixture
def stranger(db: None) -> Unit:
    """A unit outside the organiser's scope."""
    return ensure_unit(key="NGOAI", name="Trường Tiểu học Ngoài Phạm Vi", level=Level.PRIMARY)


@pytest.fixture
def organiser(body: Unit) -> User:
    """An organiser of the body."""
    user = create_user(username="to-chuc", full_name="Đỗ Thị Sen Hồng", roles=[Role.ORGANISER])
    assert isinstance(user, User)
    assign_unit(user=user, unit=body)
    return user
