"""Counted conferences whose heads were told, and an officer of the body above them. All invented."""

import io
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone
from PIL import Image

from guong.core.release_steps import ReleaseStep
from guong.core.remediation.items import ItemText, Milestone
from guong.core.remediation.life import Act
from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.conferences.models import Conference, ConferenceSubject
from guong.office.registry.models import Unit
from guong.office.release.models import StepTaken
from guong.office.remediation import selectors, services
from guong.office.remediation.details import Place
from guong.office.remediation.models import RemediationPlan
from tests.conferences.world import good, officer
from tests.release.round_world import played
from tests.release.told_world import head_account

SITES = (
    ("Trường Mầm non Sao Mai", "preschool", 11, 1, ""),
    ("Trường Tiểu học Bình Yên", "primary", 4, 0, ""),
)
PDF = b"%PDF-1.7\n1 0 obj\nendobj\ntrailer\n%%EOF\n"
MISSING = "Chưa bàn trước những việc lớn"


@dataclass(frozen=True)
class ToldWorld:
    """Two heads who were told, the second of a school too small for any figure; two reporters and the body above."""

    first: Conference
    second: Conference
    head: User
    other_head: User
    reporter: User
    second_reporter: User
    body: Unit

    @property
    def subject(self) -> ConferenceSubject:
        """The first head as the conference names the person."""
        return self.first.subjects.get(key="s1")

    @property
    def plan(self) -> RemediationPlan:
        """The first head's plan as it is now."""
        return RemediationPlan.objects.get(subject=self.subject)

    def place(self, user: User, conference: Conference | None = None) -> Place:
        """The first head's plan (or another's) as somebody sees it now; there must be one."""
        of = conference or self.first
        found = selectors.place_of(user=User.objects.get(pk=user.pk), key=of.key, subject_key="s1")
        assert found is not None
        return found


def told_world() -> ToldWorld:
    """Count two schools, edit their remarks, tell both heads."""
    place = played(SITES)
    first, second = (site.conference for site in place.sites)
    tell(first, place.reporter)
    tell(second, place.reporter)
    return ToldWorld(
        first,
        second,
        head_account(first, username="nguoi-thu-nhat"),
        head_account(second, username="nguoi-thu-hai"),
        place.reporter,
        officer(place.body, Role.REPORTER, username="baocao2"),
        place.body,
    )


def tell(conference: Conference, actor: User, *, days_ago: int = 0) -> None:
    """Say that the person of a conference was told, without the papers that come before it in real life."""
    StepTaken.objects.create(
        conference=conference,
        subject_key="s1",
        number=1,
        step=ReleaseStep.TOLD.value,
        taken_on=timezone.localdate() - timedelta(days=days_ago),
        taken_by=actor,
    )


def whole_item(criterion: str = "school_head_02", *, due_in: int = 90) -> ItemText:
    """A point that lacks nothing."""
    due = timezone.localdate() + timedelta(days=due_in)
    return ItemText(
        criterion=criterion,
        shortcoming=MISSING,
        cause="Họp gấp, ít thời gian",
        measure="Gửi dự thảo trước ba ngày, bàn trong hội đồng",
        expected="Mọi việc lớn có biên bản bàn bạc",
        owner="Hiệu trưởng",
        due_on=due,
        milestones=(Milestone("Ban hành quy chế họp", due - timedelta(days=30)),),
    )


def written(place: ToldWorld, by: User | None = None, item: ItemText | None = None) -> None:
    """Write one whole point."""
    at = place.place(by or place.head)
    version = at.plan.version if at.plan else 0
    given = item or whole_item()
    good(services.save_item(place=at, number=None, version=version, given=given, form=selectors.form_of(at)))


def moved(place: ToldWorld, by: User, act: Act, reason: str = "") -> RemediationPlan:
    """Take the first head's plan one step on."""
    return good(services.move(place=place.place(by), act=act, reason=reason, actor=by))


def approved(place: ToldWorld) -> None:
    """Write, submit, approve."""
    written(place)
    moved(place, place.head, Act.SUBMIT)
    moved(place, place.reporter, Act.APPROVE)


def done(place: ToldWorld) -> None:
    """Report the only point as done, with a piece of evidence."""
    good(
        services.report(
            place=place.place(place.head),
            number=1,
            share=100,
            text="Đã ban hành quy chế, họp theo quy chế từ tháng 9.",
            done=[one.pk for one in place.plan.items.get().milestones.all()],
            actor=place.head,
        )
    )
    good(
        services.add_evidence(
            place=place.place(place.head), number=1, data=PDF, name="quy-che.pdf", actor=place.head
        )
    )


def photograph(kind: str = "JPEG") -> bytes:
    """A picture as a phone takes it, with notes of the camera."""
    made = io.BytesIO()
    notes = Image.Exif()
    notes[0x010F] = "Camera of the headmistress"
    Image.new("RGB", (640, 480), "teal").save(made, kind, exif=notes)
    return made.getvalue()
