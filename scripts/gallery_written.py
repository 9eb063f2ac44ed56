"""What the gallery's invented voters wrote, and what two officers make of it."""

from guong.core.remarks.verdicts import Proposal, Reason, Verdict
from guong.office.accounts.models import User
from guong.office.conferences.models import Conference
from guong.office.remarks import selectors, services
from guong.office.remarks.models import Desk
from guong.office.remarks.selectors import Work
from tests.conferences.world import good
from tests.counting.world import Remarks

NAMING = "Cô Kim Liên dạy lớp 3A bị nhắc trước cả hội đồng hôm 12/3, rất ngại."
LONG = (
    "Nhiều việc lớn của nhà trường chỉ được thông báo ở buổi giao ban chứ chưa bàn trong hội đồng. Tôi là tổ trưởng nên biết: "
    "mua sắm thiết bị, phân công chủ nhiệm, xếp lịch trực đều như vậy. Mong đồng chí cho bàn trước, ghi biên bản, rồi mới quyết "
    "định; giáo viên sẽ yên tâm hơn và làm tốt hơn."
)
MEETINGS = "Họp, giao ban"
WRITTEN: tuple[Remarks, ...] = (
    (("school_head_02", NAMING),),
    (("school_head_02", LONG), ("other", "Không có ý kiến.")),
    (("school_head_03", "Đề nghị công khai lịch trực trước một tuần."),),
    (("school_head_03", "Đề nghị công khai lịch trực trước một tuần."), ("other", "Toàn nói suông.")),
    (("school_head_12", "Có lúc chưa nghe hết ý kiến đã kết luận."),),
    (("school_head_12", "Có lúc chưa nghe hết ý kiến đã kết luận."),),
    (
        ("school_head_15", "Giao ban nên nhẹ nhàng hơn."),
        ("other", "Mong đối thoại hằng tháng với giáo viên."),
    ),
    (("school_head_09", "Mong quan tâm giáo viên có con nhỏ, gọi 0912 345 678 nếu cần."),),
)
DECIDED = {
    NAMING: Proposal(
        Verdict.EDIT, text="Có lúc nhắc nhở giáo viên trước đông người.", theme="Phát huy dân chủ"
    ),
    LONG: Proposal(
        Verdict.EDIT,
        text="Một số việc lớn mới chỉ thông báo; đề nghị bàn trong hội đồng, ghi biên bản trước khi quyết định.",
        theme="Phát huy dân chủ",
    ),
    "Không có ý kiến.": Proposal(Verdict.WITHHOLD, reason=Reason.EMPTY),
    "Toàn nói suông.": Proposal(Verdict.WITHHOLD, reason=Reason.INSULT),
    "Có lúc chưa nghe hết ý kiến đã kết luận.": Proposal(Verdict.KEEP, theme=MEETINGS),
    "Giao ban nên nhẹ nhàng hơn.": Proposal(Verdict.KEEP, theme=MEETINGS),
    "Mong đối thoại hằng tháng với giáo viên.": Proposal(Verdict.KEEP, theme=MEETINGS),
    "Mong quan tâm giáo viên có con nhỏ, gọi 0912 345 678 nếu cần.": Proposal(
        Verdict.EDIT,
        text="Mong được quan tâm hơn đến hoàn cảnh gia đình.",
        theme="Quan tâm, chăm lo đời sống giáo viên, nhân viên",
    ),
}
_KEPT = Proposal(Verdict.KEEP, theme="Công khai, minh bạch các hoạt động của nhà trường theo quy định")


def sit_down(conference: Conference, editors: tuple[User, User]) -> Desk:
    """Both officers sit down."""
    subject = conference.subjects.get(key="s1")
    desks = [good(services.take_seat(conference=conference, subject=subject, actor=user)) for user in editors]
    return desks[-1]


def propose(desk: Desk, user: User, *, but: str = "") -> None:
    """Propose for every remark that waits, except one wording."""
    for entry in selectors.entries_of(desk):
        if entry.words != but and entry.work_for(user) is Work.EDIT:
            given = DECIDED.get(entry.words, _KEPT)
            good(services.propose(desk=desk, key=entry.key, version=entry.version, given=given, actor=user))


def agree(desk: Desk, user: User, *, but: str = "") -> None:
    """Agree to every proposal that waits, except for one wording."""
    for entry in selectors.entries_of(desk):
        if entry.words != but and entry.work_for(user) is Work.CONFIRM:
            good(services.confirm(desk=desk, key=entry.key, version=entry.version, actor=user))


def finish(conference: Conference, editors: tuple[User, User]) -> None:
    """Take a desk to its end."""
    first, second = editors
    desk = sit_down(conference, editors)
    propose(desk, first)
    agree(desk, second)
    good(services.ask_for_end(desk=desk, actor=first))
    good(services.confirm_end(desk=desk, subject=conference.subjects.get(key="s1"), actor=second))
