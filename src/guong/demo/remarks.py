"""Two invented officers edit what the voters wrote: one proposes, the other agrees, both end the work."""

from collections.abc import Sequence

from django.db import transaction

from guong.core.remarks.verdicts import Proposal, Reason, Verdict
from guong.demo.outcomes import granted
from guong.demo.stages import Step
from guong.demo.world import World
from guong.office.conferences.models import Conference, ConferenceSubject
from guong.office.remarks import selectors, services
from guong.office.remarks.models import Desk
from guong.office.remarks.selectors import Entry

_KEPT = Proposal(Verdict.KEEP, theme="Phát huy dân chủ, công khai")
_MEETINGS, _CARE = "Họp, giao ban", "Quan tâm đời sống cán bộ, giáo viên, nhân viên"
# What the officers make of the invented notes (`demo.answers`); others are kept.
_DECIDED = {
    "Chưa phản hồi các kiến nghị của tổ văn phòng.": Proposal(
        Verdict.EDIT,
        text="Một số kiến nghị của cán bộ, nhân viên chưa được phản hồi.",
        theme="Lắng nghe, phản hồi",
    ),
    "Mong quan tâm hơn đến giáo viên có con nhỏ.": Proposal(
        Verdict.EDIT, text="Mong được quan tâm hơn đến hoàn cảnh gia đình.", theme=_CARE
    ),
    "Lịch trực thay đổi nhiều, giáo viên khó sắp xếp.": Proposal(Verdict.KEEP, theme=_CARE),
    "Có lúc còn nóng trong các buổi giao ban.": Proposal(Verdict.KEEP, theme=_MEETINGS),
    "Đề nghị lắng nghe hết ý kiến trước khi kết luận.": Proposal(Verdict.KEEP, theme=_MEETINGS),
    "Cần cải thiện phòng nghỉ trưa cho giáo viên.": Proposal(Verdict.WITHHOLD, reason=Reason.OFF_MATTER),
}


def edit(world: World, conferences: Sequence[Conference], step: Step) -> None:
    """Take the desk of everybody asked about to its end."""
    for conference in conferences:
        for subject in conference.subjects.all():
            if selectors.desk_obstacle(conference, subject.key) is None:
                with transaction.atomic():  # one commit a desk instead of one a remark
                    _finish(world, conference, subject)
        step()


def begin(world: World, conference: Conference) -> None:
    """Leave a desk half-way, for whoever clicks through: proposals that wait for the other, remarks that wait for both."""
    for subject in conference.subjects.all():
        if selectors.desk_obstacle(conference, subject.key) is not None:
            continue
        desk = _sit_down(world, conference, subject)
        firsts = _first_of_each(desk)
        for place, entry in enumerate(firsts[: 2 * len(firsts) // 3]):
            _propose(desk, world, entry)
            if place % 2:
                _agree(desk, world, entry)


def _finish(world: World, conference: Conference, subject: ConferenceSubject) -> None:
    desk = _sit_down(world, conference, subject)
    for entry in _first_of_each(desk):
        _propose(desk, world, entry)
        _agree(desk, world, entry)
    first, second = world.editors
    granted(services.ask_for_end(desk=desk, actor=first))
    granted(services.confirm_end(desk=desk, subject=subject, actor=second))


def _sit_down(world: World, conference: Conference, subject: ConferenceSubject) -> Desk:
    desks = [
        granted(services.take_seat(conference=conference, subject=subject, actor=user))
        for user in world.editors
    ]
    for desk, user in zip(desks, world.editors, strict=True):
        granted(services.open_work(desk=desk, subject=subject, actor=user))
    return desks[-1]


def _first_of_each(desk: Desk) -> list[Entry]:
    """Return one remark of each wording: those in the very same words are handled with it."""
    by_words = {entry.words: entry for entry in selectors.entries_of(desk)}
    return [by_words[words] for words in sorted(by_words)]


def _propose(desk: Desk, world: World, entry: Entry) -> None:
    given = _DECIDED.get(entry.words, _KEPT)
    granted(
        services.propose(
            desk=desk, key=entry.key, version=0, given=given, actor=world.editors[0], with_alike=True
        )
    )


def _agree(desk: Desk, world: World, entry: Entry) -> None:
    granted(services.confirm(desk=desk, key=entry.key, version=1, actor=world.editors[1], with_alike=True))
