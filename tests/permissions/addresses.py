"""Addresses of each route, filled with what is there, what isn't, and what hangs on something else."""

import re
from collections.abc import Mapping
from uuid import UUID

from django.apps import apps

from guong.office.accounts.roles import PERMISSIONS, Role
from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Conference
from guong.office.draws import selectors as draws
from guong.office.papers.models import LongTask, PaperFile
from guong.office.plans.models import Duty
from guong.office.registry.models import UnitAssignment
from guong.office.remarks import selectors as remarks
from tests.pages.routes import PLACE, Route
from tests.permissions.world import Furnished

Filling = Mapping[str, object]
_ABSENT = {"int": 999_999, "uuid": UUID(int=7), "slug": "khong-co-0", "str": "khong-co-0"}


def address(route: Route, filling: Filling, *, absent: str = "") -> str:
    """Return the route filled in; ``absent`` is the text up to the place that gets something that doesn't exist."""
    written, end = "", 0
    for place in PLACE.finditer(route.text):
        before = route.text[: place.end()]
        given = _ABSENT[_converter(place)] if before == absent else filling[before]
        written, end = f"{written}{route.text[end : place.start()]}{given}", place.end()
    return f"/{written}{route.text[end:]}"


def _converter(place: "re.Match[str]") -> str:
    return place[0][1:].partition(":")[0]


def places(route: Route) -> list[str]:
    """Return the text of the address up to each of its places."""
    return [route.text[: place.end()] for place in PLACE.finditer(route.text)]


def filling_for(world: Furnished, role: Role) -> Filling:
    """What is there to ask for; of papers and tasks, those that the role may read."""
    first = world.first
    return _of_conference(first) | {
        **_of_campaign(world),
        **_of_opening(world),
        **_of_office(world, role),
        "lich/thu/<slug:key>": world.rehearsal.key,
        "phieu-tai-cho/<slug:key>": world.on_paper.key,
        "nhap-phieu/<slug:key>/<slug:subject_key>": "s1",
    }


def beside(world: Furnished) -> Filling:
    """What hangs on something else, for the places that hang on another place."""
    second = world.second
    return {
        "ke-hoach/<slug:key>/nhiem-vu/<int:number>": Duty.objects.latest("plan__year", "pk").pk,
        "gap-tham/<slug:key>/thay/<str:unit_key>": world.body.key,
        "lich/hoi-nghi/<slug:key>/anh/<slug:photograph>": _one("schedule.Photograph", second),
        "kiem-phieu/ngay-mo/<str:key>/khong-mo/<str:conference_key>": world.first.key,
        "khac-phuc/<str:key>/<str:subject_key>/tep/<str:name>": _evidence(second),
        "bien-tap/<str:key>/<str:subject_key>/y-kien/<uuid:remark>": _remark(second),
        "gap-tham/chieu/<int:number>/<str:code>": draws.screen_code(world.draws[1]),
        "hoi-nghi/chieu/<int:number>/<str:code>": conferences.screen_code(second),
    }


def _of_conference(first: Conference) -> dict[str, object]:
    found: dict[str, object] = {}
    for room in ("hoi-nghi", "lich/hoi-nghi", "nhap-phieu"):
        found[f"{room}/<slug:key>"] = first.key
    for room in ("kiem-phieu", "bien-tap", "ket-qua", "tiep-thu", "khac-phuc", "toan-canh"):
        found[f"{room}/<str:key>"] = first.key
        found[f"{room}/<str:key>/<str:subject_key>"] = "s1"
    person = "<str:key>/<str:subject_key>"
    return found | {
        "hoi-nghi/<slug:key>/in/phieu-giay/<slug:subject_key>": "s1",
        "hoi-nghi/chieu/<int:number>": first.pk,
        "hoi-nghi/chieu/<int:number>/<str:code>": conferences.screen_code(first),
        "lich/hoi-nghi/<slug:key>/anh/<slug:photograph>": _one("schedule.Photograph", first),
        f"bien-tap/{person}/y-kien/<uuid:remark>": _remark(first),
        "tiep-thu/trao-doi/<uuid:reply>": apps.get_model("feedback.Reply").objects.earliest("pk").key,
        f"khac-phuc/{person}/buoc/<slug:act>": "submit",
        f"khac-phuc/{person}/muc/<int:number>": 1,
        f"khac-phuc/{person}/tep/<str:name>": _evidence(first),
    }


def _of_campaign(world: Furnished) -> dict[str, object]:
    ended, begun = world.draws
    rounds = ("ke-hoach/dot/<slug:key>", "lich/dot/<slug:key>", "gap-tham/dot/<slug:round_key>")
    lot = apps.get_model("draws.Lot").objects.filter(level__draw=ended).earliest("pk")
    duty = Duty.objects.select_related("plan").earliest("plan__year", "pk")
    return dict.fromkeys(rounds, world.of_round.key) | {
        "ket-qua/dot/<str:key>": world.of_round.key,
        "ket-qua/nam-truoc/mau/<slug:kind>": "school_head",
        "ket-qua/nam-truoc/xem/<int:number>": _imported(is_draft=True),
        "ket-qua/nam-truoc/da-nhap/<int:number>": _imported(is_draft=False),
        "toan-canh/dot/<slug:key>": world.of_round.key,
        "ke-hoach/<slug:key>": duty.plan.key,
        "ke-hoach/<slug:key>/nhiem-vu/<int:number>": duty.pk,
        "gap-tham/<slug:key>": ended.key,
        "lich/gap-tham/<slug:key>": ended.key,
        "gap-tham/<slug:key>/thay/<str:unit_key>": lot.unit_key,
        "gap-tham/chieu/<int:number>": ended.pk,
        "gap-tham/chieu/<int:number>/<str:code>": draws.screen_code(ended),
    }


def _of_opening(world: Furnished) -> dict[str, object]:
    day = "kiem-phieu/ngay-mo/<str:key>"
    return {
        "kiem-phieu/ngay-mo/moi/<str:round_key>": world.of_round.key,
        day: world.days[0].key,
        f"{day}/ho-so/<str:code>": world.first.bundle.code,
        f"{day}/khong-mo/<str:conference_key>": world.sealed.key,
    }


def _of_office(world: Furnished, role: Role) -> dict[str, object]:
    tasks, papers = LongTask.objects.order_by("pk"), PaperFile.objects.order_by("pk")
    task = tasks.filter(owner=world.own(role)).first() or tasks[0]
    paper = papers.filter(paper__permission__in=["", *PERMISSIONS[role]]).first() or papers[0]
    heads = UnitAssignment.objects.filter(user__groups__name=Role.SUBJECT.value)
    account = heads.select_related("user").earliest("pk")
    return {
        "tai-khoan/danh-sach/<slug:key>": account.user.key,
        "tai-khoan/vao/<str:secret>": "khong-co",
        "tai-khoan/hai-buoc/webauthn/keys/<int:pk>": 1,
        "so-bo/don-vi/<int:unit_id>": world.first.unit_id,
        "so-bo/nhap/<str:fingerprint>": world.upload,
        "so-bo/nhap/<str:fingerprint>/cot/<slug:learnt>": "la",
        "so-bo/pham-vi/<slug:key>": account.user.key,
        "so-bo/pham-vi/<slug:key>/<int:unit_id>": account.unit_id,
        "van-ban/viec/<str:key>": task.key,
        "van-ban/tep/<str:name>": paper.name,
    }


def _imported(*, is_draft: bool) -> int:
    found = apps.get_model("release.ImportedRound").objects.filter(taken_on__isnull=is_draft)
    return int(found.earliest("pk").pk)


def _one(model: str, conference: Conference) -> str:
    return str(apps.get_model(model).objects.filter(conference=conference).earliest("pk").key)


def _evidence(conference: Conference) -> str:
    files = apps.get_model("remediation.EvidenceFile").objects
    return str(files.filter(plan__subject__conference=conference).earliest("pk").name)


def _remark(conference: Conference) -> UUID:
    desk = remarks.desk_of(conference, "s1")
    assert desk is not None
    return remarks.entries_of(desk)[0].key
