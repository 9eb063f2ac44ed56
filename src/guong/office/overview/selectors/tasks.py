"""The one next act of each conference, by what the officer may do; what is alike in a round is one task."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from guong.core.lifecycle import PollState
from guong.office.accounts.models import User
from guong.office.conferences.models import Conference
from guong.office.conferences.selectors import Standing
from guong.office.counting import selectors as counting
from guong.office.overview.selectors.beside import minutes_missing, staffing_missing
from guong.office.overview.selectors.remark_tasks import remark_tasks
from guong.office.overview.selectors.task import Task, about, by_round, for_round
from guong.office.overview.selectors.together import (
    Openings,
    is_far,
    openings_together,
    preparing_ahead,
)
from guong.office.release import services as release
from guong.office.remarks.selectors import DeskLine

CASTING = {PollState.OPEN, PollState.PAUSED, PollState.SUSPENDED}
_PREPARING = {None, PollState.PREPARED} | CASTING
_STEPS = {
    "roll": ("Lập và chốt danh sách người tham gia góp ý", "Lập danh sách"),
    "board": ("Ghi tên tổ kiểm phiếu và đại biểu chứng kiến", "Ghi tên tổ kiểm phiếu"),
    "request": ("Lập yêu cầu hòm phiếu cho máy của tổ kiểm phiếu", "Lập yêu cầu"),
    "keys": ("Nhận tệp khoá công khai từ máy của tổ kiểm phiếu", "Nhận tệp khoá"),
    "print": ("In danh sách ký nhận, thẻ bỏ phiếu và phiếu giấy", "In tài liệu"),
    "open": ("Mở bỏ phiếu khi hội nghị bắt đầu", "Mở bỏ phiếu"),
    "hall": ("Điều hành hội nghị, điểm danh", "Vào hội trường"),
    "close": ("Kết thúc bỏ phiếu", "Kết thúc bỏ phiếu"),
}
_COUNTING = {
    PollState.CLOSED: ("Đếm tay, đối chiếu và niêm phong hòm phiếu", "Kiểm phiếu", 1),
    PollState.OPENED: ("Lập hồ sơ kiểm tra, rồi huỷ chìa khoá", "Làm tiếp", 2),
    PollState.SEALED: ("Mở hòm phiếu và nhập kết quả", "Nhập kết quả", 3),
}
_ENTERING = ("Nhập phiếu giấy trong hòm", "Nhập phiếu giấy")


@dataclass(frozen=True)
class Desk:
    """One officer's desk; ``filed`` counts papers by conference or round key and kind.

    ``unedited`` are the keys of conferences whose remarks two officers still edit; ``remarks`` the desks of this officer.
    """

    user: User
    filed: Mapping[tuple[str, str], int]
    rights: frozenset[str] = field(default_factory=frozenset)
    unedited: frozenset[str] = field(default_factory=frozenset)
    remarks: Sequence[DeskLine] = ()

    def may(self, *codenames: str) -> bool:
        """Tell whether the officer holds one of the permissions."""
        return any(name in self.rights for name in codenames)

    def tasks(self, standings: Sequence[Standing], *, today: date) -> list[Task]:
        """Return everything that waits for the officer, what can't wait first, then by day."""
        far = [one for one in standings if is_far(one, today)]
        openings = self._openings(standings)
        together = {one.conference.pk for one in far} | openings.conferences
        alone = [one for one in standings if one.conference.pk not in together]
        single = [task for task in map(self._of_conference, alone) if task]
        papers = [
            *(preparing_ahead(far) if self.may("organise_conference", "run_hall") else ()),
            *openings.tasks,
            *(minutes_missing(standings, self.filed) if self.may("organise_conference") else ()),
            *(staffing_missing(standings, today) if self.may("organise_conference") else ()),
            *self._papers(standings, "count_votes", self._lacks_minutes, self._minutes_of, 4),
            *self._papers(standings, "read_results", self._lacks_summary, self._summaries_of, 2),
        ]
        return sorted(
            [*single, *papers, *self._reports(standings), *remark_tasks(self.remarks)],
            key=lambda task: (task.rank, task.held_on),
        )

    def _openings(self, standings: Sequence[Standing]) -> Openings:
        if not self.may("count_votes"):
            return Openings()
        return openings_together(standings, counting.days_underway(user=self.user))

    def _of_conference(self, standing: Standing) -> Task | None:
        conference, state = standing.conference, standing.state
        if state in _PREPARING and self.may("organise_conference", "run_hall") and standing.step:
            act, button = _STEPS[standing.step.key.value]
            rank = 0 if state in CASTING else 3
            return about(standing, act, button, "conferences:detail", (conference.key,), rank)
        if state is PollState.CLOSED and not self.may("count_votes") and self.may("enter_paper"):
            return about(standing, *_ENTERING, "paperdesk:desk", (conference.key,), 1)
        if state in _COUNTING and self.may("count_votes"):
            act, button, rank = _COUNTING[state]
            return about(standing, act, button, "counting:conference", (conference.key,), rank)
        return None

    def _papers(
        self,
        standings: Sequence[Standing],
        right: str,
        lacks: Callable[[Standing], bool],
        told: Callable[[int], tuple[str, str]],
        rank: int,
    ) -> list[Task]:
        """Return the papers that are missing: one task a round, one each for conferences outside any."""
        if not self.may(right):
            return []
        found = []
        for of_round, group in by_round(standing for standing in standings if lacks(standing)):
            if of_round is None:
                found += [
                    about(one, *told(_people(one)), *_page_of(one.conference, right), rank) for one in group
                ]
            else:
                found.append(for_round(of_round, group, *told(sum(map(_people, group))), rank))
        return found

    def _reports(self, standings: Sequence[Standing]) -> list[Task]:
        """Return the rounds whose last result is there and whose report isn't."""
        if not self.may("read_results"):
            return []
        found = []
        for of_round, group in by_round(standings):
            ended = all(one.state in (PollState.ERASED, PollState.VOID) for one in group)
            ended = ended and not any(one.conference.key in self.unedited for one in group)
            if of_round is None or not ended or self.filed.get((of_round.key, release.REPORT), 0):
                continue
            act = "Viết đánh giá, kiến nghị; lập báo cáo tổng hợp của đợt"
            found.append(for_round(of_round, group, act, "Lập báo cáo", 3, page="release:report"))
        return found

    def _lacks_minutes(self, standing: Standing) -> bool:
        return standing.state is PollState.ERASED and not self.is_filed(standing.conference, release.MINUTES)

    def _lacks_summary(self, standing: Standing) -> bool:
        is_edited = standing.conference.key not in self.unedited
        missing = not self.is_filed(standing.conference, release.SUMMARY)
        return standing.state in counting.FINAL and is_edited and missing

    def is_filed(self, conference: Conference, kind: str) -> bool:
        """Tell whether a paper of a kind is filed about everybody asked about in a conference."""
        return self.filed.get((conference.key, kind), 0) >= len(conference.subjects.all())

    @staticmethod
    def _minutes_of(people: int) -> tuple[str, str]:
        act = "Lập biên bản kiểm phiếu để ký"
        several = f"Lập biên bản kiểm phiếu để ký đối với {people} đồng chí"
        return several if people > 1 else act, "Lập biên bản"

    @staticmethod
    def _summaries_of(people: int) -> tuple[str, str]:
        act = "Xem kết quả, lập bảng tổng hợp"
        several = f"Xem kết quả, lập bảng tổng hợp của {people} đồng chí"
        return several if people > 1 else act, "Xem kết quả"


def _people(standing: Standing) -> int:
    return len(standing.conference.subjects.all())


def _page_of(conference: Conference, right: str) -> tuple[str, tuple[str, ...]]:
    """Return the page of the only person asked about; the list where there are two."""
    subjects = conference.subjects.all()
    page = "release:minutes" if right == "count_votes" else "release:result"
    return (page, (conference.key, subjects[0].key)) if len(subjects) == 1 else ("release:list", ())
