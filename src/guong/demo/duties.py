"""The plan's duties as its officers followed them: when due, when done, what proves it, who made the plan known."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from guong.demo.outcomes import DemoStopped, granted
from guong.demo.world import World
from guong.office.papers import selectors as papers
from guong.office.plans import services
from guong.office.plans.details import BriefingDetails, Progress
from guong.office.plans.models import Briefing, Duty, Plan


@dataclass(frozen=True)
class _Followed:
    """One duty: ``kind`` names the filed paper that proves it, ``evidence`` what else does."""

    due_on: date
    done_on: date
    evidence: str = ""
    kind: str = ""


# In the order of the plan's template; the wards' committees were late with theirs.
_DUTIES = (
    _Followed(
        date(2023, 2, 28), date(2023, 2, 14), "Hội nghị trực tuyến quán triệt kế hoạch đến phường, trường học"
    ),
    _Followed(date(2023, 10, 20), date(2023, 10, 20), "Đã cử cán bộ dự, hướng dẫn từng hội nghị của hai đợt"),
    _Followed(date(2023, 10, 31), date(2023, 10, 23), kind="district_report"),
    _Followed(date(2023, 11, 30), date(2023, 11, 28), "Công văn hướng dẫn gửi các đồng chí được góp ý"),
    _Followed(date(2023, 5, 8), date(2023, 5, 5), kind="working_group_decision"),
    _Followed(date(2023, 12, 15), date(2023, 12, 12), "Tờ trình Ban Thường vụ Quận uỷ về công tác cán bộ"),
    _Followed(date(2023, 3, 31), date(2023, 3, 10), "Văn bản gửi các phòng và các trường học công lập"),
    _Followed(date(2023, 5, 5), date(2023, 5, 4), kind="draw_minutes"),
    _Followed(date(2023, 5, 10), date(2023, 5, 24), "Báo cáo của Đảng uỷ 14 phường về việc quán triệt"),
    _Followed(date(2023, 10, 20), date(2023, 10, 20), "Đảng uỷ các phường cử đại biểu dự đủ các hội nghị"),
)
# Body by its place in the plan, day, where, how many came of how many.
_BRIEFINGS = (
    (0, date(2023, 2, 14), "Hội trường Quận uỷ", 118, 122),
    (1, date(2023, 2, 15), "Phòng họp Ban Tổ chức Quận uỷ", 9, 9),
    (2, date(2023, 3, 10), "Hội trường UBND Quận", 96, 103),
    (3, date(2023, 5, 24), "Hội trường các phường", 1046, 1131),
)


def set_due(world: World, plan: Plan) -> None:
    """Write down when every duty is due."""
    for duty, known in _paired(plan):
        granted(
            services.record_progress(actor=world.organiser, duty=duty, progress=Progress(due_on=known.due_on))
        )


def follow(world: World, plan: Plan) -> None:
    """Write down what was done and made known up to today and isn't written down yet."""
    today = timezone.localdate()
    for duty, known in _paired(plan):
        if duty.done_on is None and known.done_on <= today:
            progress = Progress(known.due_on, known.done_on, known.evidence, _paper_key(world, known.kind))
            granted(services.record_progress(actor=world.organiser, duty=duty, progress=progress))
    bodies = list(dict.fromkeys(duty.body for duty in plan.duty_parts.all()))
    told = set(Briefing.objects.filter(plan=plan).values_list("body", flat=True))
    for place, day, venue, present, expected in _BRIEFINGS:
        if day <= today and bodies[place] not in told:
            details = BriefingDetails(bodies[place], day, venue, present, expected)
            granted(services.record_briefing(actor=world.organiser, plan=plan, details=details))


def _paired(plan: Plan) -> list[tuple[Duty, _Followed]]:
    found = list(plan.duty_parts.all())
    if len(found) != len(_DUTIES):
        raise DemoStopped("the plan has other duties than the demo follows")
    return list(zip(found, _DUTIES, strict=True))


def _paper_key(world: World, kind: str) -> str:
    """The key of the newest paper of a kind that the lead body filed."""
    if not kind:
        return ""
    found = papers.papers_of(unit_keys=[world.body.key]).filter(kind=kind).order_by("-pk").first()
    if found is None:
        raise DemoStopped(f"no paper proves the duty: {kind}")
    return found.key
