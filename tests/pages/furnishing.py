"""What the half-way demo lacks, so that pages about it have something to show: made through the services."""

import io
from dataclasses import fields
from datetime import date, time

from django.utils import timezone
from PIL import Image

from guong.core.draw import frame_code
from guong.core.lifecycle import PollState
from guong.demo.outcomes import granted
from guong.office.accounts.models import User
from guong.office.conferences import selectors as conferences
from guong.office.conferences import services as conference_services
from guong.office.conferences.models import Conference
from guong.office.counting import selectors as counting
from guong.office.counting import services as counting_services
from guong.office.counting.details import BoxArrival, DayDetails, DaySeat
from guong.office.draws import selectors as drawn
from guong.office.draws import services as draws
from guong.office.draws.details import Named
from guong.office.draws.models import LotDraw
from guong.office.papers.models import LongTask, TaskState
from guong.office.plans import services as plans
from guong.office.plans.details import PlanDetails
from guong.office.plans.models import Plan
from guong.office.registry.models import Unit
from guong.office.schedule import services as schedule
from guong.office.schedule.details import Sent
from guong.office.schedule.models import DelegateRole
from tests.paperpolls.world import counted_on_paper

_NUMBER = "12-KH/QU"
_CHAIR, _CLERK, _WITNESS, _GUEST = "Vũ Thị Hạ", "Đinh Văn Thu", "Lại Thị Đông", "Quách Văn Xuân"


def furnish(*, organiser: User, counting_officer: User) -> None:
    """Add what is missing: an opening day, a rehearsal, an incident, a photograph, draws that have not ended."""
    sealed = [
        one
        for one in conferences.standings(Conference.objects.filter(opening__isnull=True, rehearsal=False))
        if one.state is PollState.SEALED
    ]
    if sealed:
        _opening_day([one.conference for one in sealed], counting_officer)
    _sent(timezone.localdate(), organiser)
    cancel_one(PollState.PREPARED, actor=organiser, keep=1)
    cancel_one(None, actor=organiser, keep=1)
    _in_the_hall(Conference.objects.filter(rehearsal=False).earliest("held_on", "pk"), organiser)
    plan = Plan.objects.filter(rounds__kind="school_head").latest("year")
    _finished_task(plan, organiser)
    _drawing(plan, organiser)
    checked = granted(plans.copy_plan(actor=organiser, plan=plan, year=plan.year + 1))
    Plan.objects.filter(pk=checked.pk).update(number=_NUMBER)
    granted(draws.propose_draw(actor=organiser, round=checked.rounds.get(kind="school_head")))
    for unit in Unit.objects.filter(level="primary").order_by("key")[:2]:
        counted_on_paper(unit=unit, actor=counting_officer)


def _opening_day(held: list[Conference], actor: User) -> None:
    of_round = held[0].round
    assert of_round is not None
    details = DayDetails(
        name="đợt các trường học",
        opens_on=of_round.ends_on,
        opens_at=time(8, 30),
        place="Hội trường",
        chair_name=_CHAIR,
        clerk_name=_CLERK,
    )
    people = [DaySeat("head", "Tạ Văn Sơn"), DaySeat("clerk", "Mạc Thị Hà"), DaySeat("witness", _WITNESS)]
    day = granted(
        counting_services.arrange_day(
            unit=of_round.plan.body,
            conferences=held,
            details=details,
            people=people,
            of_round=of_round,
            actor=actor,
        )
    )
    arrivals = [
        BoxArrival(line.conference.key, line.seal_code, "Tạ Văn Sơn", "Tổ trưởng tổ kiểm phiếu")
        for line in counting.day_view(day).lines[1:]
    ]
    granted(counting_services.receive_boxes(day=day, arrivals=arrivals, actor=actor))


def _finished_task(plan: Plan, owner: User) -> None:
    """A task that ran beside the pages and made a file: what the officer sees at its end."""
    LongTask.objects.create(
        owner=owner,
        subject="tests.pages",
        title="Bộ hồ sơ hội nghị",
        back="/",
        to="/",
        unit_key=plan.body.key,
        permission="organise_conference",
        begun_on=timezone.localdate(),
        state=TaskState.DONE,
        sentence="Đã lập xong.",
        file_name="bo-ho-so",
        file=b"%PDF-1.7",
    )


def cancel_one(state: PollState | None, *, actor: User, keep: int = 0) -> None:
    """Cancel the last conference in that state, unless only ``keep`` of them are left."""
    found = conferences.not_cancelled(Conference.objects.filter(rehearsal=False)).order_by("held_on", "pk")
    standing = [one.conference for one in conferences.standings(found) if one.state is state]
    for conference in standing[keep:][-1:]:
        granted(
            conference_services.cancel(
                actor=actor,
                conference=conference,
                version=conference.version,
                reason="Đơn vị dừng tổ chức",
                decided_by=_CHAIR,
                day=timezone.localdate(),
            )
        )


def _sent(day: date, actor: User) -> None:
    """Send one officer to each conference of a day, without which there is no run sheet."""
    for number, conference in enumerate(Conference.objects.filter(held_on=day, rehearsal=False), start=1):
        person = Sent(DelegateRole.IN_CHARGE, f"{_GUEST} {number}", "Ban Tổ chức", "Chuyên viên")
        granted(schedule.send(actor=actor, to=[conference], person=person))


def _in_the_hall(conference: Conference, actor: User) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (640, 480), "teal").save(picture, "JPEG")
    granted(
        schedule.add_photograph(
            actor=actor, conference=conference, data=picture.getvalue(), caption="Toàn cảnh", sworn=True
        )
    )
    granted(conference_services.note_incident(actor=actor, conference=conference, text="Mất điện năm phút"))
    granted(
        schedule.begin_rehearsal(
            actor=actor, unit=conference.unit, lead_body=conference.lead_body, today=conference.held_on
        )
    )


def _drawing(like: Plan, actor: User) -> None:
    """Issue another plan and bring its draw to the third lot."""
    year = like.year + 2
    plan = granted(plans.create_from_template(actor=actor, body=like.body, year=year))
    written = {field.name: getattr(plan, field.name) for field in fields(PlanDetails)}
    of_its_own = {
        "number": _NUMBER,
        "issued_on": date(year, 1, 5),
        "signer_name": _CHAIR,
        "locality": "Bến Đá",
    }
    details = PlanDetails(**written | of_its_own)
    granted(plans.change_details(actor=actor, plan=plan, version=_version(plan), details=details))
    granted(plans.issue(actor=actor, plan=plan, version=_version(plan)))
    draw = granted(draws.propose_draw(actor=actor, round=plan.rounds.get(kind="school_head")))
    frame = granted(drawn.frame_of(draw))
    granted(draws.freeze_frame_of(actor=actor, draw=draw, version=_version(draw), code=frame_code(frame)))
    people = [
        Named("chair", _CHAIR),
        Named("clerk", _CLERK),
        Named("witness", _WITNESS),
        Named("hand", _GUEST),
    ]
    granted(
        draws.name_people(
            actor=actor, draw=draw, version=_version(draw), place="Phòng họp số 1", people=people
        )
    )
    granted(draws.confirm_lots_printed(actor=actor, draw=draw, version=_version(draw)))
    granted(
        draws.begin_draw(actor=actor, draw=draw, version=_version(draw), code_read=True, lots_counted=True)
    )
    for school in frame.levels[0].units[:3]:
        granted(draws.enter_lot(actor=actor, draw=draw, version=_version(draw), unit_key=school.unit))


def _version(changed: LotDraw | Plan) -> int:
    changed.refresh_from_db()
    return changed.version
