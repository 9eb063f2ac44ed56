"""The demo's world: a lead body, officers with one role each, the district's lists out of their Excel files."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from django.utils import timezone

from guong.demo.district_files import build_workbooks, import_workbooks
from guong.demo.outcomes import granted
from guong.demo.places import LEAD_BODY
from guong.demo.stages import Step
from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.accounts.services import create_user
from guong.office.registry import selectors as registry
from guong.office.registry.models import Level, Unit
from guong.office.registry.services import assign_unit, ensure_unit, link_person

FILES = 5
_OFFICERS = (
    (Role.ORGANISER, "to-chuc", "Vũ Khánh Ngân"),
    (Role.COUNTING_OFFICER, "kiem-phieu", "Phạm Minh Tùng"),
    (Role.PAPER_CLERK, "nhap-phieu", "Bùi Ngọc Thảo"),
    (Role.REMARKS_EDITOR, "bien-tap-1", "Lê Khánh Huyền"),
    (Role.REMARKS_EDITOR, "bien-tap-2", "Ngô Trọng Nghĩa"),
    (Role.REPORTER, "tong-hop", "Trần Phương Ly"),
    (Role.STANDING_BOARD, "thuong-truc", "Hồ Quang Vinh"),
    (Role.COMMITTEE, "ban-thuong-vu", "Mai Thanh Hà"),
    (Role.OBSERVER, "giam-sat", "Cao Thị Mơ"),
    (Role.ADMINISTRATOR, "quan-tri", "Đỗ Gia Huân"),
)


@dataclass(frozen=True)
class World:
    """The lead body and who acts for it; two ``editors`` for what voters wrote."""

    body: Unit
    organiser: User
    counting_officer: User
    editors: tuple[User, User]
    reporter: User
    administrator: User


def build(random: Random, folder: Path, step: Step) -> World:
    """Make officers and their body, write the district's lists into ``folder`` and import them from there."""
    key, name = LEAD_BODY
    body = ensure_unit(key=key, name=name, level=Level.DISTRICT)
    officers = {
        username: _officer(username, full_name, [role], body) for role, username, full_name in _OFFICERS
    }
    folder.mkdir(parents=True, exist_ok=True)
    for file, data in build_workbooks(random).items():
        (folder / file).write_bytes(data)
        import_workbooks({file: (folder / file).read_bytes()}, actor=officers["to-chuc"])
        step()
    return World(
        body,
        organiser=officers["to-chuc"],
        counting_officer=officers["kiem-phieu"],
        editors=(officers["bien-tap-1"], officers["bien-tap-2"]),
        reporter=officers["tong-hop"],
        administrator=officers["quan-tri"],
    )


def give_account(world: World, unit: Unit) -> User:
    """Give the head of a unit, longest in post, an account with which the own result is read; the unit isn't its scope."""
    head = registry.current_heads(unit=unit, on=timezone.localdate())[0].person
    user = granted(create_user(username="nguoi-dung-dau", full_name=head.full_name, roles=[Role.SUBJECT]))
    granted(link_person(user=user, name=user.full_name, person=head, actor=world.administrator))
    return user


def _officer(username: str, full_name: str, roles: Sequence[Role], body: Unit) -> User:
    user = granted(create_user(username=username, full_name=full_name, roles=roles))
    assign_unit(user=user, unit=body)
    return user
