"""The demo's world: a lead body, officers with one role each, one school out of an Excel file."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from guong.demo.outcomes import DemoStopped, granted
from guong.demo.people import StaffMember, staff
from guong.demo.workbook import school_workbook
from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.accounts.services import create_user
from guong.office.registry.imports import apply_import, read_workbook
from guong.office.registry.models import Level, Unit
from guong.office.registry.selectors import units_in_scope
from guong.office.registry.services import assign_unit, ensure_unit

CODE, NAME = "TH-01", "Trường Tiểu học Hoa Sen"
HEAD = StaffMember("Hoàng Diệu Quyên", "Bí thư Chi bộ, Hiệu trưởng", permanent=True, party_member=True)
SINCE = "15/08/2019"
PERMANENT, CONTRACT = 50, 6


@dataclass(frozen=True)
class World:
    """Who acts in the demo, and on which school."""

    organiser: User
    counting_officer: User
    reporter: User
    unit: Unit


def build(random: Random, folder: Path) -> World:
    """Make officers and their unit, write the school's workbook into ``folder`` and import it from there."""
    district = ensure_unit(key="Q-LB", name="Quận uỷ Long Biên", level=Level.DISTRICT)
    officers = {
        role: _officer(username, f"{name} – {role.label.lower()}", [role], district)
        for role, username, name in (
            (Role.ORGANISER, "to-chuc", "Vũ Khánh Ngân"),
            (Role.COUNTING_OFFICER, "kiem-phieu", "Phạm Minh Tùng"),
            (Role.PAPER_CLERK, "nhap-phieu", "Bùi Ngọc Thảo"),
            (Role.REPORTER, "tong-hop", "Trần Phương Ly"),
            (Role.OBSERVER, "giam-sat", "Cao Thị Mơ"),
            (Role.ADMINISTRATOR, "quan-tri", "Đỗ Gia Huân"),
        )
    }
    _import_school(random, folder, officers[Role.ORGANISER])
    unit = units_in_scope(user=officers[Role.ORGANISER]).filter(key=CODE).first()
    if unit is None:
        raise DemoStopped("the school isn't in the register")
    return World(
        organiser=officers[Role.ORGANISER],
        counting_officer=officers[Role.COUNTING_OFFICER],
        reporter=officers[Role.REPORTER],
        unit=unit,
    )


def _officer(username: str, full_name: str, roles: Sequence[Role], district: Unit) -> User:
    user = granted(create_user(username=username, full_name=full_name, roles=roles))
    assign_unit(user=user, unit=district)
    return user


def _import_school(random: Random, folder: Path, organiser: User) -> None:
    people = [
        person
        for person in staff(random, permanent=PERMANENT, contract=CONTRACT)
        if person.full_name != HEAD.full_name
    ]
    data = school_workbook(code=CODE, name=NAME, level="Tiểu học", head=HEAD, since=SINCE, staff=people)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "danh-sach-truong.xlsx").write_bytes(data)
    granted(apply_import(preview=granted(read_workbook(data, user=organiser)), actor=organiser))
