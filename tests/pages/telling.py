"""Two heads who were told: one with a plan underway, an answer to the lead body and something overdue, one who never logs in."""

from datetime import timedelta

from django.utils import timezone

from guong.core.outcome import Refused
from guong.core.release_steps import ReleaseStep
from guong.core.remediation.items import ItemText, Milestone
from guong.core.remediation.life import Act
from guong.demo.outcomes import granted
from guong.office.accounts.models import User
from guong.office.conferences.models import Conference, ConferenceSubject
from guong.office.feedback import services as feedback
from guong.office.feedback.models import Reply
from guong.office.registry.services import link_person
from guong.office.release import services as release
from guong.office.release.details import EarlierRound
from guong.office.release.models import StepTaken
from guong.office.remediation import selectors, services
from guong.office.remediation.details import Place
from guong.office.remediation.models import PlanItem

_PDF = b"%PDF-1.7\ntrailer\n%%EOF\n"


def tell_head(*, head: User, reporter: User, admin: User) -> None:
    """Tell the person of the first counted conference, whose account the head's becomes, and begin a plan.

    Where the demo has told the head and the plan is under way already, only what is missing is made.
    """
    if own := [line for line in selectors.own_lines(user=head, today=timezone.localdate()) if line.plan]:
        granted(_replied(own[0].conference, own[0].subject, head))
        _file_on_paper(reporter, head=own[0].conference)
        _bring_in(reporter, own[0].conference)
        return
    counted = Conference.objects.filter(key_destruction__isnull=False).earliest("held_on", "pk")
    subject = counted.subjects.select_related("post__person").earliest("key")
    granted(link_person(user=head, name=head.full_name, person=subject.post.person, actor=admin))
    _tell(counted, subject.key, reporter)
    granted(_replied(counted, subject, head))
    at = _place(head, counted, subject.key)
    _write(at)
    granted(services.move(place=at, act=Act.SUBMIT, reason="", actor=head))
    officer = _place(reporter, counted, subject.key)
    granted(services.move(place=officer, act=Act.APPROVE, reason="", actor=reporter))
    granted(services.report(place=at, number=1, share=50, text="Đã làm.", done=[], actor=head))
    granted(services.add_evidence(place=at, number=1, data=_PDF, name="bien-ban.pdf", actor=head))
    PlanItem.objects.filter(plan__subject=subject).update(due_on=timezone.localdate() - timedelta(days=1))
    _file_on_paper(reporter, head=counted)
    _bring_in(reporter, counted)


def _replied(conference: Conference, subject: ConferenceSubject, head: User) -> Reply | Refused:
    return feedback.reply(conference=conference, subject=subject, text="Tôi xin tiếp thu.", actor=head)


def _file_on_paper(reporter: User, *, head: Conference) -> None:
    """Begin another plan for a head who never logs in: what an officer writes in somebody's name."""
    opened = Conference.objects.filter(opening__isnull=False).exclude(pk=head.pk)
    conference = opened.latest("held_on", "pk")
    subject = conference.subjects.earliest("key")
    _tell(conference, subject.key, reporter)
    at = _place(reporter, conference, subject.key)
    granted(services.file_on_paper(place=at, data=_PDF, name="ban-ky.pdf", actor=reporter))
    _write(_place(reporter, conference, subject.key))


def _bring_in(reporter: User, counted: Conference) -> None:
    """Bring in two earlier years of the body: one taken, one still looked at."""
    of_round = counted.round
    assert of_round is not None
    subject = counted.subjects.earliest("key")
    headings = "Đơn vị;Người được góp ý;Nội dung;Số phiếu thu về;Rất tốt;Tốt;Trung bình;Yếu kém"
    rows = [f"{counted.unit.name};{subject.name};Nội dung {number};30;12;9;6;3" for number in range(15)]
    data = "\n".join((headings, *rows)).encode()
    for year in (2019, 2020):
        given = EarlierRound(of_round.kind, year, f"Đợt {year}", f"Mẫu {year}", "Báo cáo")
        draft = granted(release.bring_in(body=of_round.plan.body, given=given, data=data, actor=reporter))
        if year == 2019:
            granted(release.take(draft=draft, actor=reporter))


def _tell(conference: Conference, subject_key: str, actor: User) -> None:
    """Tell a person, unless the whole demo has done so."""
    acts = StepTaken.objects.filter(conference=conference, subject_key=subject_key)
    if acts.filter(step=ReleaseStep.TOLD.value).exists():
        return
    StepTaken.objects.create(
        conference=conference,
        subject_key=subject_key,
        number=acts.count() + 1,
        step=ReleaseStep.TOLD.value,
        taken_on=timezone.localdate() - timedelta(days=3),
        taken_by=actor,
    )


def _write(at: Place) -> None:
    due = timezone.localdate() + timedelta(days=40)
    item = ItemText(
        criterion="",
        shortcoming="Họp dài",
        cause="Chuẩn bị chậm",
        measure="Gửi tài liệu trước",
        expected="Họp dưới một giờ",
        owner="Hiệu trưởng",
        due_on=due,
        milestones=(Milestone("Ban hành quy chế", due),),
    )
    version = at.plan.version if at.plan else 0
    granted(
        services.save_item(place=at, number=None, version=version, given=item, form=selectors.form_of(at))
    )


def _place(user: User, conference: Conference, subject_key: str) -> Place:
    found = selectors.place_of(user=User.objects.get(pk=user.pk), key=conference.key, subject_key=subject_key)
    assert found is not None
    return found
