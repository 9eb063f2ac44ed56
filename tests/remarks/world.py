"""A counted school whose voters wrote, and two officers of the body above it who edit. All invented."""

from collections.abc import Sequence
from dataclasses import dataclass

from guong.core.remarks.verdicts import Proposal, Reason, Verdict
from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.accounts.services import create_user
from guong.office.conferences.models import Conference, ConferenceSubject
from guong.office.registry.models import Unit, UnitAssignment, UnitKind
from guong.office.remarks import selectors, services
from guong.office.remarks.models import Desk
from guong.office.remarks.selectors import Entry, Work
from tests.conferences.world import World, good
from tests.counting.world import Count, Remarks, closed, finished

PLAIN = "Đề nghị họp gọn hơn, đúng giờ"
NAMING = "Cô Sen Hồng lớp 3A bị trù dập ngày 12/3"
SAFE = "Đề nghị đối xử công bằng với mọi giáo viên"
RUDE = "Toàn những lời không đáng nhắc lại"
WRITTEN: tuple[Remarks, ...] = (
    (("school_head_02", PLAIN), ("other", RUDE)),
    (("school_head_02", NAMING),),
    (("other", PLAIN),),
)


@dataclass(frozen=True)
class DeskWorld:
    """A counted conference and its person asked about, two editors from outside, the body that sends them."""

    conference: Conference
    subject: ConferenceSubject
    first: User
    second: User
    body: Unit
    count: Count

    @property
    def desk(self) -> Desk:
        """The desk as it is now; there must be one."""
        found = selectors.desk_of(self.conference, self.subject.key)
        assert found is not None
        return found

    def entry(self, words: str) -> Entry:
        """The only remark in these words, or one of several."""
        return next(entry for entry in selectors.entries_of(self.desk) if entry.words == words)


def body_above(school: Unit) -> Unit:
    """A body above the school."""
    kind, _ = UnitKind.objects.get_or_create(key="body", defaults={"name": "Quận uỷ"})
    body, _ = Unit.objects.get_or_create(
        key="QU", defaults={"name": "Quận uỷ Hoa Sen", "kind": kind, "level": "district"}
    )
    school.parent = body
    school.save(update_fields=["parent"])
    return body


def editor(unit: Unit | None, *, username: str, full_name: str) -> User:
    """An officer who may edit remarks, with a unit as scope."""
    user = create_user(username=username, full_name=full_name, roles=[Role.REMARKS_EDITOR])
    assert isinstance(user, User)
    if unit is not None:
        UnitAssignment.objects.create(user=user, unit=unit)
    return user


def desk_world(world: World, *, remarks: Sequence[Remarks] = WRITTEN, phones: int = 11) -> DeskWorld:
    """Count a conference to its end with these remarks; nobody has sat down yet."""
    count = closed(world, phones=phones, sheets=1, remarks=remarks)
    finished(count)
    return desk_of(count, body_above(world.school))


def desk_of(count: Count, body: Unit) -> DeskWorld:
    """Two editors of a body beside a counted conference."""
    return DeskWorld(
        count.conference,
        count.conference.subjects.get(key="s1"),
        editor(body, username="bientap1", full_name="Ngạc Thu Sương"),
        editor(body, username="bientap2", full_name="Ứng Hoài Thu"),
        body,
        count,
    )


def seated(place: DeskWorld) -> Desk:
    """Both officers sit down."""
    for user in (place.first, place.second):
        good(services.take_seat(conference=place.conference, subject=place.subject, actor=user))
    return place.desk


def proposal_for(words: str) -> Proposal:
    """What a sensible officer proposes for a remark of this world; others are kept."""
    if words == NAMING:
        return Proposal(Verdict.EDIT, text=SAFE, theme="Phát huy dân chủ")
    if words == RUDE:
        return Proposal(Verdict.WITHHOLD, reason=Reason.INSULT)
    return Proposal(Verdict.KEEP, theme="Họp, giao ban")


def agreed(place: DeskWorld) -> Desk:
    """Both officers agree on every remark."""
    desk = seated(place)
    edited(desk, place.first, place.second)
    return desk


def ended(place: DeskWorld) -> Desk:
    """The work is done: the digest stands, the originals are destroyed."""
    desk = agreed(place)
    good(services.ask_for_end(desk=desk, actor=place.first))
    return good(services.confirm_end(desk=desk, subject=place.subject, actor=place.second))


def edited(desk: Desk, first: User, second: User) -> None:
    """One officer proposes for everything that is left, the other agrees."""
    while (entry := selectors.next_entry(selectors.entries_of(desk), first, Work.EDIT)) is not None:
        given = proposal_for(entry.words)
        good(
            services.propose(
                desk=desk, key=entry.key, version=entry.version, given=given, actor=first, with_alike=True
            )
        )
    while (entry := selectors.next_entry(selectors.entries_of(desk), second, Work.CONFIRM)) is not None:
        good(services.confirm(desk=desk, key=entry.key, version=entry.version, actor=second, with_alike=True))


def finish_desk(conference: Conference, first: User, second: User) -> None:
    """Take every desk of a conference to its end, where anything was written."""
    for subject in conference.subjects.all():
        if selectors.desk_obstacle(conference, subject.key) is not None:
            continue
        for user in (first, second):
            desk = good(services.take_seat(conference=conference, subject=subject, actor=user))
        edited(desk, first, second)
        good(services.ask_for_end(desk=desk, actor=first))
        good(services.confirm_end(desk=desk, subject=subject, actor=second))
