"""The pilot of April: two wards asked, told, and their heads' plans under way, so that the end of the way can be clicked too.

Only the half-way demo plays it, before the campaign itself: its own plan, its own keys, the same protocol. One head writes a
plan, which is approved; one point is done, another overdue by the morning that is shown. One plan waits for approval.
"""

import dataclasses
from datetime import date, time, timedelta
from random import Random

from guong.core.personnel_proposals import Matter
from guong.core.remediation.items import ItemText, Milestone
from guong.core.remediation.life import Act
from guong.demo import results, staffing
from guong.demo.clock import set_clock
from guong.demo.earlier import bring_in_earlier
from guong.demo.outcomes import granted
from guong.demo.parties import REPORT_SIGNER, SIGNER
from guong.demo.rounds import Ground, RoundPlay
from guong.demo.world import give_account
from guong.office.accounts.models import User
from guong.office.conferences.models import Conference, ConferenceSubject
from guong.office.overview import services as overview
from guong.office.plans import services as plans
from guong.office.plans.details import PlanDetails, RoundDetails
from guong.office.plans.models import Plan, Round
from guong.office.registry import selectors as registry
from guong.office.release import services as release_services
from guong.office.release.details import ClosingWords
from guong.office.remediation import selectors, services
from guong.office.remediation.details import Place

LISTS_IN = date(2023, 4, 3)
_ISSUED, _HELD, _OPENED, _TOLD = date(2023, 3, 20), date(2023, 4, 12), date(2023, 4, 13), date(2023, 4, 14)
_WRITTEN, _APPROVED, _REPORTED = date(2023, 4, 17), date(2023, 4, 18), date(2023, 4, 20)
_WARDS = "ward_head"
_PLAN_WITHIN = timedelta(days=30)
_CONCLUSIONS = (
    "Ghi nhận đợt làm điểm được tổ chức đúng kế hoạch, dân chủ, bí mật.",
    "Giao người được góp ý gửi kế hoạch tiếp thu, khắc phục đúng hạn; cơ quan chủ trì theo dõi, báo cáo.",
)
_HALL = "Hội trường Quận uỷ Long Biên"
_EVIDENCE = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
_ITEMS = (
    ItemText(
        criterion="",
        shortcoming="Nhiều việc lớn mới thông báo, chưa bàn trước với các tổ dân phố.",
        cause="Họp gấp, tài liệu gửi muộn.",
        measure="Gửi dự thảo trước ba ngày; ghi biên bản, niêm yết ở trụ sở phường.",
        expected="Mọi việc lớn được bàn trước.",
        owner="Văn phòng Đảng uỷ",
        due_on=date(2023, 4, 28),
    ),
    ItemText(
        criterion="",
        shortcoming="Chưa trả lời hết kiến nghị của nhân dân.",
        cause="Chưa có sổ theo dõi.",
        measure="Lập sổ theo dõi kiến nghị, trả lời trong bảy ngày.",
        expected="Không còn kiến nghị quá hạn.",
        owner="Văn phòng Uỷ ban nhân dân phường",
        due_on=date(2023, 5, 10),
        milestones=(Milestone("Lập sổ theo dõi", date(2023, 4, 25)),),
    ),
)


def play(ground: Ground) -> None:
    """Play the pilot on the last two wards, which the campaign comes back to half a year later."""
    set_clock(LISTS_IN, time(9))
    apart = dataclasses.replace(ground, random=Random(ground.random.getrandbits(32)))
    with ground.stages.stage("pilot_plan", "Đợt làm điểm tháng 4: ban hành kế hoạch"):
        of_round = _planned(apart)
    part = RoundPlay(apart, of_round, "lam-diem", "Đợt làm điểm")
    wards = list(registry.wards_of(body=apart.world.body))[-2:]
    made = part.plan(wards)
    staffing.name_boards(apart.world, made)
    staffing.send_people(apart.world, of_round, made)
    part.hold(part.prepare(made))
    part.open(ground.out / "inspection-lam-diem")
    part.edit_remarks()
    with ground.stages.stage("pilot_papers", "Đợt làm điểm: văn bản, báo cáo, thông báo kết quả") as step:
        results.file_papers(apart.world, of_round, part.held, apart.shelf, step)
        results.report(apart.world, of_round, apart.shelf, part.folder)
        set_clock(_TOLD, time(9))
        results.release(apart.world, of_round)
        _notices(apart, of_round)
    with ground.stages.stage("pilot_plans", "Đợt làm điểm: kế hoạch khắc phục"):
        _follow(apart, of_round, made)


def _planned(ground: Ground) -> Round:
    """Issue the pilot's plan with its one round."""
    actor = ground.world.organiser
    plan = granted(plans.create_from_template(actor=actor, body=ground.world.body, year=_HELD.year))
    for entry in plan.rounds.all():
        if entry.kind != _WARDS:
            granted(plans.remove_round(actor=actor, removed=entry, version=_version(plan)))
    of_round = plan.rounds.get()
    days = RoundDetails(
        kind=_WARDS,
        name="Làm điểm tại hai phường",
        begins_on=_HELD,
        ends_on=_HELD,
        reference_date=date(2023, 4, 1),
        opens_on=_OPENED,
        opening_place=_HALL,
    )
    granted(plans.change_round(actor=actor, changed=of_round, version=_version(plan), details=days))
    written = {field.name: getattr(plan, field.name) for field in dataclasses.fields(PlanDetails)}
    own = {"number": "152-KH/QU", "issued_on": _ISSUED, "signer_name": SIGNER, "locality": "Long Biên"}
    details = PlanDetails(**written | own)
    granted(plans.change_details(actor=actor, plan=plan, version=_version(plan), details=details))
    granted(plans.issue(actor=actor, plan=plan, version=_version(plan)))
    of_round.refresh_from_db()
    return of_round


def _notices(ground: Ground, of_round: Round) -> None:
    """File the notice to each person, and the Committee's page."""
    words = ClosingWords(_CONCLUSIONS, _TOLD + _PLAN_WITHIN, "TRƯỞNG BAN", REPORT_SIGNER)
    for kind in (release_services.COMMITTEE_PAGE, release_services.NOTICE):
        actor = ground.world.reporter
        granted(release_services.file_closing(of_round=of_round, kind=kind, words=words, actor=actor))


def _follow(ground: Ground, of_round: Round, made: list[Conference]) -> None:
    """Let two heads write their plans; the first is the demo's account, the second's plan waits for a word."""
    world = ground.world
    first, second = made
    head = give_account(world, first.unit)
    subject = _subject_of(first, head)
    set_clock(_WRITTEN, time(9))
    for item in _ITEMS:
        _write(head, subject, item)
    _move(head, subject, Act.SUBMIT)
    set_clock(_APPROVED, time(9))
    _move(world.reporter, subject, Act.APPROVE)
    set_clock(_REPORTED, time(9))
    _report(head, subject)
    text = "Cử đi bồi dưỡng kỹ năng điều hành họp, quý III năm 2023."
    other = second.subjects.earliest("key")
    granted(overview.propose(subject=other, matter=Matter.TRAINING, text=text, actor=world.reporter))
    bring_in_earlier(world, of_round)


def _subject_of(held: Conference, head: User) -> ConferenceSubject:
    person = registry.person_of(user=head)
    assert person is not None
    return held.subjects.get(post__person=person)


def _report(head: User, subject: ConferenceSubject) -> None:
    text = "Đã ban hành quy chế họp; ba buổi gần nhất gửi tài liệu trước ba ngày."
    granted(services.report(place=_place(head, subject), number=1, share=100, text=text, done=[], actor=head))
    granted(
        services.add_evidence(
            place=_place(head, subject), number=1, data=_EVIDENCE, name="quy-che-hop.pdf", actor=head
        )
    )
    words = "Đã có mẫu sổ, đang nhập các kiến nghị cũ."
    granted(services.report(place=_place(head, subject), number=2, share=40, text=words, done=[], actor=head))


def _write(user: User, subject: ConferenceSubject, item: ItemText) -> None:
    at = _place(user, subject)
    form = selectors.form_of(at)
    proposed = selectors.proposed(at)
    given = dataclasses.replace(item, criterion=proposed[0].criterion if proposed else "")
    version = at.plan.version if at.plan else 0
    granted(services.save_item(place=at, number=None, version=version, given=given, form=form))


def _move(user: User, subject: ConferenceSubject, act: Act) -> None:
    granted(services.move(place=_place(user, subject), act=act, reason="", actor=user))


def _place(user: User, subject: ConferenceSubject) -> Place:
    place = selectors.place_of(user=user, key=subject.conference.key, subject_key=subject.key)
    assert place is not None
    return place


def _version(changed: Plan) -> int:
    changed.refresh_from_db()
    return changed.version
