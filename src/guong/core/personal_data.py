"""What is held about people, what for and for how long (Law 91/2025/QH15, decree 356/2025; security.md §2 nos. 85-89).

One table for the notice, for the list after a breach and for the timers. A kind whose time is counted has ``months``, from
the day that ``since`` names; without them the rules on keeping archives of the body decide, not this program.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from guong.core.months import months_after

TEMPORARY_DAYS = 7  # working copies: nobody needs a generated file longer, it can be made again


@dataclass(frozen=True)
class Kind:
    """One kind of personal data: where it lies (``models``, as ``room.Model``), whose it is, why, and how it ends.

    ``months`` count from the day that ``since`` names; ``days`` the same for working copies. ``by_program``: `guong
    personal-data --erase` ends it; else people do, by the decision or the list that ``ends`` names.
    """

    key: str
    label: str
    whose: str
    purpose: str
    models: tuple[str, ...]
    since: str
    ends: str
    months: int | None = None
    days: int | None = None
    by_program: bool = False

    def over_on(self, since: date) -> date | None:
        """Return the first day on which the time is over; None where archives decide."""
        if self.days is not None:
            return since + timedelta(days=self.days)
        return None if self.months is None else months_after(since, self.months)

    def is_over(self, since: date, today: date) -> bool:
        """Tell whether the time that began on ``since`` is over today; never where archives decide."""
        over = self.over_on(since)
        return over is not None and over <= today


@dataclass(frozen=True)
class Held:
    """One person of whom something is held: kind, unit (key and name), printed name, in which words, and since when its time runs.

    ``since`` is None where the time hasn't begun: the person still stands on the list.
    """

    kind: str
    unit_key: str
    unit: str
    name: str
    what: str
    since: date | None = None

    def over_on(self) -> date | None:
        """Return the day on which this ends; None while its time hasn't begun, and where archives decide."""
        return None if self.since is None else KIND_BY_KEY[self.kind].over_on(self.since)


KINDS: tuple[Kind, ...] = (
    Kind(
        key="register",
        label="Sổ bộ cán bộ",
        whose="cán bộ, giáo viên, nhân viên, thành phần của phường trong danh sách cơ quan gửi",
        purpose="biết ai được mời góp ý, ai đủ điều kiện được góp ý",
        models=(
            "registry.Person",
            "registry.Post",
            "registry.StaffEntry",
            "registry.WardEntry",
            "registry.PersonAccount",
        ),
        since="ngày thôi có tên trong danh sách",
        ends="chương trình xoá dòng và người không còn trong danh sách, chức vụ, hội nghị nào",
        months=12,
        by_program=True,
    ),
    Kind(
        key="roll",
        label="Danh sách được triệu tập và có mặt",
        whose="người được triệu tập đến hội nghị",
        purpose="mời, điểm danh, tính số người dự, trả lời khiếu nại về thành phần",
        models=("conferences.RollEntry", "conferences.OffRollEntry", "conferences.RollChange"),
        since="ngày hội nghị",
        ends="chương trình xoá tên, giữ số lượng; danh sách đã ký nộp lưu trữ theo hồ sơ",
        months=6,
        by_program=True,
    ),
    Kind(
        key="duties",
        label="Người có nhiệm vụ",
        whose="chủ trì, thư ký, tổ kiểm phiếu, người chứng kiến, đại biểu, người gắp thăm, người ký",
        purpose="ghi trong văn bản, biên bản theo thể thức",
        models=(
            "papers.WordTemplate",
            "plans.Plan",
            "draws.DrawPerson",
            "draws.Replacement",
            "schedule.Delegate",
            "schedule.PaperTerms",
            "conferences.Conference",
            "conferences.Cancellation",
            "conferences.HallCount",
            "conferences.BoardMember",
            "counting.Opening",
            "counting.KeyDestruction",
            "counting.OpeningDay",
            "counting.DayPerson",
            "counting.ReceivedBox",
            "counting.ResultIntake",
            "counting.DayStep",
            "release.ReportWords",
            "release.ReleasedSums",
        ),
        since="ngày văn bản",
        ends="theo quy định về lưu trữ hồ sơ của cơ quan",
    ),
    Kind(
        key="subjects",
        label="Người được góp ý và kết quả",
        whose="người đứng đầu được góp ý",
        purpose="lấy ý kiến, tổng hợp, thông báo kết quả",
        models=(
            "conferences.ConferenceSubject",
            "papers.Paper",
            "release.StepTaken",
            "release.ResultEdition",
            "release.ImportedResult",
            "feedback.Acknowledgement",
            "feedback.Reply",
            "overview.PersonnelProposal",
        ),
        since="ngày văn bản",
        ends="theo quy định về lưu trữ hồ sơ của cơ quan",
    ),
    Kind(
        key="evidence",
        label="Tệp minh chứng",
        whose="người được góp ý, người có tên trong tệp",
        purpose="chứng minh việc khắc phục đã làm",
        models=("remediation.EvidenceFile",),
        since="ngày kết thúc kế hoạch khắc phục",
        ends="chương trình xoá tệp; bản đã nộp lưu trữ theo hồ sơ",
        months=12,
        by_program=True,
    ),
    Kind(
        key="plans",
        label="Kế hoạch khắc phục",
        whose="người được góp ý, người thực hiện, người báo cáo, người duyệt",
        purpose="theo dõi khắc phục, so với lần góp ý sau",
        models=(
            "remediation.RemediationPlan",
            "remediation.PlanItem",
            "remediation.ProgressReport",
            "remediation.Passage",
        ),
        since="ngày kết thúc kế hoạch khắc phục",
        ends="chương trình xoá nội dung, giữ ngày kết thúc; bản đã ký nộp lưu trữ theo hồ sơ",
        months=24,
        by_program=True,
    ),
    Kind(
        key="candidates",
        label="Người có tên trên phiếu bầu, phiếu biểu quyết tại chỗ",
        whose="người được bầu, được biểu quyết, người tổ chức và nhập số phiếu",
        purpose="in phiếu, biên bản kiểm phiếu; bảo đảm người có tên không kiểm phiếu",
        models=("paperpolls.PaperPoll", "paperpolls.PollLine", "paperpolls.Keying"),
        since="ngày văn bản",
        ends="theo quy định về lưu trữ hồ sơ của cơ quan",
    ),
    Kind(
        key="photographs",
        label="Ảnh hội nghị",
        whose="người có mặt trong ảnh",
        purpose="phụ lục biên bản hội nghị",
        models=("schedule.Photograph",),
        since="ngày hội nghị",
        ends="chương trình xoá ảnh; ảnh đã in trong biên bản lưu theo hồ sơ",
        months=12,
        by_program=True,
    ),
    Kind(
        key="accounts",
        label="Tài khoản cán bộ",
        whose="cán bộ có tài khoản",
        purpose="đăng nhập, giao đúng việc, đúng đơn vị",
        models=(
            "accounts.User",
            "accounts.OneTimeLink",
            "accounts.HallPass",
            "registry.UnitAssignment",
            "conferences.AskedAct",
            "remarks.Desk",
            "remarks.Seat",
            "remarks.Draft",
        ),
        since="ngày khoá tài khoản",
        ends="quản trị viên khoá ngay; chương trình xoá tên, quyền, khoá đăng nhập",
        months=12,
        by_program=True,
    ),
    Kind(
        key="journal",
        label="Nhật ký công việc",
        whose="cán bộ đã làm việc trên chương trình",
        purpose="chứng minh ai đã làm gì, phát hiện sửa chữa",
        models=("journal.Entry",),
        since="ngày ghi",
        ends="theo quy định về lưu trữ hồ sơ của cơ quan; không sửa, không xoá từng dòng",
    ),
    Kind(
        key="temporary",
        label="Bản tạm",
        whose="người có tên trong văn bản vừa lập",
        purpose="giao tệp cho cán bộ đang làm",
        models=("papers.LongTask",),
        since="ngày lập",
        ends="chương trình xoá",
        days=TEMPORARY_DAYS,
        by_program=True,
    ),
)

KIND_BY_KEY = {kind.key: kind for kind in KINDS}


def counted(held: Sequence[Held]) -> dict[tuple[str, str, str], int]:
    """Return how many different people each unit holds of each kind, by unit key, unit and kind."""
    people = {(one.unit_key, one.unit, one.kind, one.name) for one in held}
    found: dict[tuple[str, str, str], int] = {}
    for unit_key, unit, kind, _ in sorted(people):
        found[unit_key, unit, kind] = found.get((unit_key, unit, kind), 0) + 1
    return found
