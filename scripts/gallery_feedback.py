"""Draw the head's page and the remediation plan with invented people: ``python -m scripts.gallery_feedback``.

Writes docs/gallery/feedback-*.png and remediation-*.png (360x740 and 1280x800) from a data folder of its own.
"""

from collections.abc import Sequence
from datetime import timedelta

from scripts.gallery_environment import serve, session, set_up  # sets Django up first

# isort: split
from django.conf import settings
from django.utils import timezone

from guong.core.remediation.items import ItemText, Milestone
from guong.core.remediation.life import Act
from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.conferences.models import Conference
from guong.office.feedback import services as feedback
from guong.office.feedback.details import OwnView
from guong.office.remediation import selectors, services
from guong.office.remediation.details import Place
from guong.office.remediation.models import RemediationPlan
from scripts import gallery_written as written
from scripts.gallery_camera import Camera
from scripts.gallery_remarks import counted
from scripts.gallery_shots import Shot, draw
from tests.conferences import world as hall
from tests.counting.world import FORM
from tests.release.told_world import head_account
from tests.remarks.world import body_above, editor
from tests.remediation.world import PDF, photograph, tell

REPLY = (
    "Tôi xin tiếp thu. Riêng việc công khai lịch trực, từ tháng 4 nhà trường đã niêm yết trước một tuần; "
    "đề nghị ghi nhận."
)
ITEMS = (
    (
        "Nhiều việc lớn mới thông báo, chưa bàn trong hội đồng.",
        "Họp gấp, tài liệu gửi muộn.",
        "Gửi dự thảo trước ba ngày; ghi biên bản, công khai trên bảng tin.",
        "Mọi việc về mua sắm, phân công được bàn trước.",
    ),
    (
        "Chưa nghe hết ý kiến đã kết luận.",
        "Nóng vội, ngại họp dài.",
        "Dành 15 phút cuối mỗi buổi giao ban để nghe, đối thoại với giáo viên hằng tháng.",
        "Mỗi tháng một buổi đối thoại có biên bản.",
    ),
)


def main() -> int:
    """Count four schools, tell their heads, leave a plan at every stage, draw; returns 1 where a picture is amiss."""
    set_up()
    shots = prepare()
    serve()
    settings.GUONG_ORIGIN = "https://gop-y.example"
    return draw(shots, {group: Camera(group, tallest=3000) for group in ("feedback", "remediation")})


def prepare() -> Sequence[Shot]:
    """Return what to draw."""
    held = [counted(place) for place in range(4)]
    body = body_above(held[0].unit)
    editors = (
        editor(body, username="bientap1", full_name="Ngạc Thu Sương"),
        editor(body, username="bientap2", full_name="Ứng Hoài Thu"),
    )
    officers = [hall.officer(body, Role.REPORTER, username=f"tonghop{number}") for number in (1, 2)]
    for user, name in zip(officers, ("Lục Thị Hải Vân", "Tiêu Quang Huy"), strict=True):
        user.full_name = name
        user.save()
    heads = []
    for conference, days in zip(held, (2, 20, 35, 45), strict=True):
        written.finish(conference, editors)
        tell(conference, officers[0], days_ago=days)
        heads.append(head_account(conference, username=f"dungdau{conference.pk}"))
    _fresh(held[0], heads[0])
    _underway(held[1], heads[1], officers)
    _submitted(held[2], heads[2])
    return _shots(held, heads, officers[0])


def _shots(held: Sequence[Conference], heads: Sequence[User], reporter: User) -> Sequence[Shot]:
    first, second, third, fourth = (f"{one.key}/s1/" for one in held)
    head, busy, officer = session(heads[0]), session(heads[1]), session(reporter)
    return (
        Shot("feedback-result", f"/tiep-thu/{second}", busy),
        Shot("feedback-told", f"/tiep-thu/{first}", head),
        Shot("feedback-reflect", f"/tiep-thu/{first}tu-danh-gia/", head),
        Shot("feedback-reply", f"/tiep-thu/{second}trao-doi/", busy),
        Shot("feedback-replies", "/tiep-thu/trao-doi/", officer),
        Shot("remediation-empty", f"/khac-phuc/{fourth}", session(heads[3])),
        Shot("remediation-draft", f"/khac-phuc/{first}", head),
        Shot("remediation-item-form", f"/khac-phuc/{first}muc/1/sua/", head),
        Shot("remediation-underway", f"/khac-phuc/{second}", busy),
        Shot("remediation-item", f"/khac-phuc/{second}muc/1/", busy),
        Shot("remediation-approve", f"/khac-phuc/{third}", officer, press=("text=Trả lại để sửa",)),
        Shot("remediation-for-head", f"/khac-phuc/{fourth}", officer, press=("text=không dùng máy",)),
        Shot("remediation-board", "/khac-phuc/", officer),
    )


def _fresh(conference: Conference, head: User) -> None:
    _write(conference, head, 0)


def _underway(conference: Conference, head: User, officers: Sequence[User]) -> None:
    subject = conference.subjects.get(key="s1")
    feedback.acknowledge(conference=conference, subject=subject, actor=head)
    ratings = {item.key: place % 2 for place, item in enumerate(FORM.items)}
    view = OwnView(ratings, "Tôi nghĩ mình lắng nghe hơn thế. Có lẽ vì họp thường vội.", 0)
    hall.good(feedback.keep_own_view(subject=subject, form=FORM, given=view))
    hall.good(feedback.reply(conference=conference, subject=subject, text=REPLY, actor=head))
    for place in range(2):
        _write(conference, head, place)
    _move(conference, head, Act.SUBMIT)
    _move(conference, officers[1], Act.APPROVE)
    at = _place(conference, head)
    done = [one.pk for one in at.plan.items.all()[0].milestones.all()] if at.plan else []
    text = "Đã ban hành quy chế họp; ba buổi gần nhất gửi tài liệu trước ba ngày."
    hall.good(services.report(place=at, number=1, share=60, text=text, done=done, actor=head))
    for data, name in ((PDF, "quy-che-hop.pdf"), (photograph(), "bang-tin-thang-9.jpg")):
        hall.good(services.add_evidence(place=at, number=1, data=data, name=name, actor=head))
    item = RemediationPlan.objects.get(subject=subject).items.all()[1]
    item.due_on = timezone.localdate() - timedelta(days=6)
    item.save()


def _submitted(conference: Conference, head: User) -> None:
    for place in range(2):
        _write(conference, head, place)
    _move(conference, head, Act.SUBMIT)


def _write(conference: Conference, head: User, number: int) -> None:
    at = _place(conference, head)
    shortcoming, cause, measure, expected = ITEMS[number]
    due = timezone.localdate() + timedelta(days=60 + 30 * number)
    proposed = selectors.proposed(at)
    given = ItemText(
        criterion=proposed[0].criterion,
        shortcoming=shortcoming,
        cause=cause,
        measure=measure,
        expected=expected,
        owner=at.subject.name,
        due_on=due,
        milestones=(Milestone("Ban hành quy chế họp", due - timedelta(days=30)),) if not number else (),
    )
    version = at.plan.version if at.plan else 0
    hall.good(
        services.save_item(place=at, number=None, version=version, given=given, form=selectors.form_of(at))
    )


def _move(conference: Conference, user: User, act: Act) -> None:
    hall.good(services.move(place=_place(conference, user), act=act, reason="", actor=user))


def _place(conference: Conference, user: User) -> Place:
    found = selectors.place_of(user=user, key=conference.key, subject_key="s1")
    assert found is not None
    return found


if __name__ == "__main__":
    raise SystemExit(main())
