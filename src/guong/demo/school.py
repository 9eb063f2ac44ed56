"""The demo's world: a lead body, officers with one role each, two schools out of an Excel file."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from guong.demo.outcomes import DemoStopped, granted
from guong.demo.people import StaffMember, staff
from guong.demo.workbook import School, school_workbook
from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.accounts.services import create_user
from guong.office.registry.imports import apply_import, read_workbook
from guong.office.registry.models import Level, Unit
from guong.office.registry.selectors import units_in_scope
from guong.office.registry.services import assign_unit, ensure_unit

PLAYED, NEXT = "TH-01", "MN-01"
PERMANENT, CONTRACT = 50, 6
_HEADS = {
    PLAYED: StaffMember("Hoàng Diệu Quyên", "Bí thư Chi bộ, Hiệu trưởng", permanent=True, party_member=True),
    NEXT: StaffMember("Tạ Thanh Duyên", "Bí thư Chi bộ, Hiệu trưởng", permanent=True, party_member=True),
}


@dataclass(frozen=True)
class World:
    """Who acts in the demo, on which school, and which school comes next."""

    organiser: User
    counting_officer: User
    reporter: User
    unit: Unit
    next_unit: Unit


def build(random: Random, folder: Path) -> World:
    """Make officers and their unit, write the schools' workbook into ``folder`` and import it from there."""
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
    organiser = officers[Role.ORGANISER]
    _import_schools(random, folder, organiser)
    units = {unit.key: unit for unit in units_in_scope(user=organiser)}
    if not {PLAYED, NEXT} <= set(units):
        raise DemoStopped("the schools aren't in the register")
    return World(
        organiser=organiser,
        counting_officer=officers[Role.COUNTING_OFFICER],
        reporter=officers[Role.REPORTER],
        unit=units[PLAYED],
        next_unit=units[NEXT],
    )


def _officer(username: str, full_name: str, roles: Sequence[Role], district: Unit) -> User:
    user = granted(create_user(username=username, full_name=full_name, roles=roles))
    assign_unit(user=user, unit=district)
    return user


def _import_schools(random: Random, folder: Path, organiser: User) -> None:
    names = ((PLAYED, "Trường Tiểu học Hoa Sen", "Tiểu học"), (NEXT, "Trường Mầm non Nắng Mai", "Mầm non"))
    schools = [
        School(code, name, level, _HEADS[code], "15/08/2019", _people(random, _HEADS[code]))
        for code, name, level in names
    ]
    data = school_workbook(schools)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "danh-sach-truong.xlsx").write_bytes(data)
    granted(apply_import(preview=granted(read_workbook(data, user=organiser)), actor=organiser))


def _people(random: Random, head: StaffMember) -> tuple[StaffMember, ...]:
    people = staff(random, permanent=PERMANENT, contract=CONTRACT)
    return tuple(person for person in people if person.full_name != head.full_name)
