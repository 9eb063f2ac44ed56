"""Real keys out of the register for every place of an address; one of each kind and state, not all of a hundred."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar
from uuid import UUID

from django.apps import apps
from django.db.models import Count

from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Conference
from guong.office.draws import selectors as draws
from tests.pages.routes import Found, Keys

Row = TypeVar("Row")


def one_of_each(rows: Iterable[Row], kind: Callable[[Row], Hashable]) -> Iterator[Row]:
    """Yield the first row of each kind."""
    seen: set[Hashable] = set()
    for row in rows:
        if (of := kind(row)) not in seen:
            seen.add(of)
            yield row


def column(model: str, name: str, **where: object) -> list[object]:
    """Return one column of a model's rows, e.g. of ``plans.Plan``."""
    return list(apps.get_model(model).objects.filter(**where).order_by("pk").values_list(name, flat=True))


def _conferences(_: Found) -> list[str]:
    """A conference of each state and kind of form."""
    standings = conferences.standings(Conference.objects.order_by("held_on", "pk"))

    def stage(one: conferences.Standing) -> Hashable:
        row = one.conference
        return one.state, one.step, one.cancellation is None, row.questionnaire_key, row.rehearsal

    return [one.conference.key for one in one_of_each(standings, stage)]


def _draws(_: Found) -> list[object]:
    return column("draws.LotDraw", "key")


def _units(_: Found) -> list[object]:
    """Of each kind of unit the one with the most people."""
    unit = apps.get_model("registry.Unit")
    by_size = unit.objects.annotate(people=Count("staff")).order_by("-people", "pk")
    return [row.pk for row in one_of_each(by_size, lambda row: (row.kind_id, row.level))]


def _subjects(found: Found) -> list[object]:
    return column("conferences.ConferenceSubject", "key", conference__key=found["key"])


def _draw_code(found: Found) -> list[str]:
    return [draws.screen_code(apps.get_model("draws.LotDraw").objects.get(pk=found["number"]))]


def _hall_numbers(found: Found) -> list[object]:
    return list(Conference.objects.filter(key__in=_conferences(found)).values_list("pk", flat=True))


def _hall_code(found: Found) -> list[str]:
    return [conferences.screen_code(Conference.objects.get(pk=found["number"]))]


def _about_one_person() -> Keys:
    """The remarks on a person, the own result, the plan."""
    return {**_remarks_desk(), **_plans()}


def _remarks_desk() -> Keys:
    person = "bien-tap/<str:key>/<str:subject_key>"
    return {
        "bien-tap/<str:key>": _conferences,
        person: _subjects,
        f"{person}/y-kien/<uuid:remark>": lambda _: [str(UUID(int=1))],
    }


def _plans() -> Keys:
    """A plan of each kind of person, and what hangs on it."""
    person = "khac-phuc/<str:key>/<str:subject_key>"
    return {
        "tiep-thu/<str:key>": _conferences,
        "tiep-thu/<str:key>/<str:subject_key>": _subjects,
        "tiep-thu/trao-doi/<uuid:reply>": lambda _: column("feedback.Reply", "key"),
        "khac-phuc/<str:key>": _conferences,
        person: _subjects,
        f"{person}/buoc/<slug:act>": lambda _: ["submit"],
        f"{person}/muc/<int:number>": lambda _: [1],
        f"{person}/tep/<str:name>": lambda _: column("remediation.EvidenceFile", "name"),
    }


def _results() -> Keys:
    """Rounds and people with results, earlier years brought in, what leaders read."""
    return {
        **{
            f"{room}/{place}": fill
            for room in ("ket-qua", "toan-canh")
            for place, fill in (("<str:key>", _conferences), ("<str:key>/<str:subject_key>", _subjects))
        },
        "ket-qua/dot/<str:key>": lambda _: column("plans.Round", "key"),
        "toan-canh/dot/<slug:key>": lambda _: column("plans.Round", "key"),
        "ket-qua/nam-truoc/mau/<slug:kind>": lambda _: ["school_head"],
        "ket-qua/nam-truoc/xem/<int:number>": lambda _: column(
            "release.ImportedRound", "pk", taken_on__isnull=True
        ),
        "ket-qua/nam-truoc/da-nhap/<int:number>": lambda _: column(
            "release.ImportedRound", "pk", taken_on__isnull=False
        ),
    }


def keys() -> Keys:
    """Return what fills each place of an address, by the address up to that place."""
    rounds = lambda _: column("plans.Round", "key")  # noqa: E731
    days = lambda _: column("counting.OpeningDay", "key")  # noqa: E731
    users = lambda _: column("accounts.User", "key")  # noqa: E731
    return {
        **_about_one_person(),
        **_results(),
        "so-bo/don-vi/<int:unit_id>": _units,
        "so-bo/pham-vi/<slug:key>": users,
        "so-bo/pham-vi/<slug:key>/<int:unit_id>": lambda found: column(
            "registry.UnitAssignment", "unit_id", user__key=found["key"]
        ),
        "tai-khoan/danh-sach/<slug:key>": users,
        "van-ban/tep/<str:name>": lambda _: column("papers.PaperFile", "name")[:3],
        "ke-hoach/dot/<slug:key>": rounds,
        "ke-hoach/<slug:key>": lambda _: column("plans.Plan", "key"),
        "ke-hoach/<slug:key>/nhiem-vu/<int:number>": lambda found: column(
            "plans.Duty", "pk", plan__key=found["key"]
        )[:2],
        "gap-tham/dot/<slug:round_key>": rounds,
        **dict.fromkeys(("gap-tham/<slug:key>", "lich/gap-tham/<slug:key>"), _draws),
        "gap-tham/chieu/<int:number>": lambda _: column("draws.LotDraw", "pk"),
        "gap-tham/chieu/<int:number>/<str:code>": _draw_code,
        "van-ban/viec/<str:key>": lambda _: column("papers.LongTask", "key"),
        "hoi-nghi/chieu/<int:number>": _hall_numbers,
        "hoi-nghi/chieu/<int:number>/<str:code>": _hall_code,
        "gap-tham/<slug:key>/thay/<str:unit_key>": lambda found: column(
            "draws.Lot", "unit_key", level__draw__key=found["key"]
        )[:1],
        "lich/dot/<slug:key>": rounds,
        "lich/thu/<slug:key>": lambda _: column("conferences.Conference", "key", rehearsal=True),
        "lich/hoi-nghi/<slug:key>": _conferences,
        "lich/hoi-nghi/<slug:key>/anh/<slug:photograph>": lambda found: column(
            "schedule.Photograph", "key", conference__key=found["key"]
        ),
        "hoi-nghi/<slug:key>": _conferences,
        "hoi-nghi/<slug:key>/in/phieu-giay/<slug:subject_key>": _subjects,
        "nhap-phieu/<slug:key>": _conferences,
        "phieu-tai-cho/<slug:key>": lambda _: column("paperpolls.PaperPoll", "key"),
        "nhap-phieu/<slug:key>/<slug:subject_key>": _subjects,
        "kiem-phieu/ngay-mo/moi/<str:round_key>": rounds,
        "kiem-phieu/ngay-mo/<str:key>": days,
        "kiem-phieu/ngay-mo/<str:key>/ho-so/<str:code>": lambda found: column("counting.Bundle", "code"),
        "kiem-phieu/ngay-mo/<str:key>/khong-mo/<str:conference_key>": lambda found: column(
            "conferences.Conference", "key", opening_days__key=found["key"]
        ),
        "kiem-phieu/<str:key>": _conferences,
    }
