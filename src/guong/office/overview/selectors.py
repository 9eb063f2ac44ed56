"""What an officer has to do now: one next act for each conference, by what the officer may do (DESIGN §7)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from guong.core.lifecycle import PollState
from guong.office.accounts import selectors as accounts
from guong.office.accounts.models import User
from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Conference
from guong.office.counting import selectors as counting
from guong.office.registry import selectors as registry
from guong.office.release import selectors as release
from guong.office.release import services as release_services

NAMED = 4  # tasks whose very step is asked for: each costs queries
SHOWN = 6  # tasks on the page; the rooms' own lists have the others
_PREPARATION = "conferences:detail"
_CASTING = {PollState.OPEN, PollState.PAUSED, PollState.SUSPENDED}
_PREPARING = {None, PollState.PREPARED} | _CASTING
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
_ENTERING = ("Nhập phiếu giấy trong hòm", "Nhập phiếu giấy")
_READING = ("Xem kết quả, lập bảng tổng hợp", "Xem kết quả")
_NOT_YET_LOOKED = ("Chuẩn bị, điều hành hội nghị", "Mở hội nghị")
_COUNTING = {
    PollState.CLOSED: ("Đếm tay, đối chiếu và niêm phong hòm phiếu", "Kiểm phiếu"),
    PollState.SEALED: ("Mở hòm phiếu và nhập kết quả", "Nhập kết quả"),
    PollState.OPENED: ("Lập hồ sơ kiểm tra, rồi huỷ chìa khoá", "Làm tiếp"),
    PollState.ERASED: ("Lập biên bản kiểm phiếu để ký", "Lập biên bản"),
}


@dataclass(frozen=True)
class Task:
    """A conference with the one next act. ``page`` is a named address, empty where there is nothing to do here.

    ``arguments`` belong to the address; ``rank`` sorts: what can't wait comes first.
    """

    conference: Conference
    state: str
    act: str = ""
    button: str = ""
    page: str = ""
    arguments: tuple[str, ...] = ()
    rank: int = 9


@dataclass(frozen=True)
class Home:
    """What the first page shows: tasks that wait, conferences of today, all others only with their state."""

    waiting: tuple[Task, ...]
    more: int
    today: tuple[Task, ...]
    others: tuple[Task, ...]
    total: int
    first_step: str


def home_of(*, user: User, today: date) -> Home:
    """Return the first page of an officer. No figure of any ballot stands in it."""
    found = conferences.conferences_in_scope(user=user).order_by("held_on", "begins_at", "pk")
    desk = _Desk(user, release.filed_counts(user=user))
    tasks = [desk.task(conference) for conference in found.prefetch_related("subjects")]
    waiting = sorted((task for task in tasks if task.page), key=lambda task: task.rank)
    return Home(
        waiting=(*map(_with_step, waiting[:NAMED]), *waiting[NAMED:SHOWN]),
        more=max(0, len(waiting) - SHOWN),
        today=tuple(task for task in tasks if task.conference.held_on == today),
        others=tuple(task for task in tasks if not task.page and task.conference.held_on != today)[:SHOWN],
        total=len(tasks),
        first_step="" if tasks else _first_step(user),
    )


@dataclass(frozen=True)
class _Desk:
    """One officer's desk; ``filed`` counts papers by conference key and kind."""

    user: User
    filed: Mapping[tuple[str, str], int]

    def task(self, conference: Conference) -> Task:
        """Return the conference with its next act, or only its state."""
        state = counting.poll_state(conference)
        return (
            self._organising(conference, state)
            or self._counting(conference, state)
            or self._reading(conference, state)
            or Task(conference, conferences.STATE_TEXTS[state])
        )

    def _organising(self, conference: Conference, state: PollState | None) -> Task | None:
        if state not in _PREPARING or not _may(self.user, "organise_conference", "run_hall"):
            return None
        act, button = _NOT_YET_LOOKED
        rank = 0 if state in _CASTING else 3
        words = conferences.STATE_TEXTS[state]
        return Task(conference, words, act, button, _PREPARATION, (conference.key,), rank)

    def _counting(self, conference: Conference, state: PollState | None) -> Task | None:
        words, key = conferences.STATE_TEXTS[state], conference.key
        if (
            state is PollState.CLOSED
            and not _may(self.user, "count_votes")
            and _may(self.user, "enter_paper")
        ):
            return Task(conference, words, *_ENTERING, "paperdesk:desk", (key,), 1)
        if state is None or state not in _COUNTING or not _may(self.user, "count_votes"):
            return None
        if state is not PollState.ERASED:
            return Task(conference, words, *_COUNTING[state], "counting:conference", (key,), 1)
        if self._is_filed(conference, release_services.MINUTES):
            return None
        return Task(conference, words, *_COUNTING[state], *_about("release:minutes", conference), 4)

    def _reading(self, conference: Conference, state: PollState | None) -> Task | None:
        if state not in counting.FINAL or not _may(self.user, "read_results"):
            return None
        if self._is_filed(conference, release_services.SUMMARY):
            return None
        words = conferences.STATE_TEXTS[state]
        return Task(conference, words, *_READING, *_about("release:result", conference), 2)

    def _is_filed(self, conference: Conference, kind: str) -> bool:
        return self.filed.get((conference.key, kind), 0) >= len(conference.subjects.all())


def _about(page: str, conference: Conference) -> tuple[str, tuple[str, ...]]:
    """Return the page of the only person asked about; the list where there are two."""
    subjects = conference.subjects.all()
    return (page, (conference.key, subjects[0].key)) if len(subjects) == 1 else ("release:list", ())


def _with_step(task: Task) -> Task:
    """Name the very step of a conference in preparation; asked only for the first ones."""
    step = conferences.step_now(task.conference) if task.page == _PREPARATION else None
    if step is None:
        return task
    act, button = _STEPS[step.key.value]
    return replace(task, act=act, button=button)


def _may(user: User, *codenames: str) -> bool:
    return any(user.has_perm(f"accounts.{name}") for name in codenames)


def _first_step(user: User) -> str:
    units = registry.units_in_scope(user=user)
    if not _may(user, "organise_conference"):
        return _administration() if _may(user, "manage_accounts") else "wait"
    if not units.exists():
        return "no_unit"
    return "create" if units.filter(staff__active=True).exists() else "import"


def _administration() -> str:
    """Name what keeps the office from beginning: no lead body, no officer, or an officer without units."""
    if not registry.all_units().exists():
        return "body"
    officers = [user for user in accounts.officers() if not _may(user, "manage_accounts")]
    if not officers:
        return "accounts"
    seated = all(registry.assigned_units(user=user).exists() for user in officers)
    return "all_seated" if seated else "scopes"
