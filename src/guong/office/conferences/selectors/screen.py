"""What the hall's screen says: one word on the state of the box, never a count (DESIGN §4.8, decision 0014)."""

from dataclasses import dataclass

from guong.core.lifecycle import PollState
from guong.office.accounts.access import is_link_code, link_code
from guong.office.conferences import urn
from guong.office.conferences.models import Conference, ScreenTotal
from guong.office.conferences.selectors.cancelled import is_cancelled
from guong.office.conferences.selectors.conference import poll_of, state_of
from guong.office.conferences.selectors.roll import noted_totals

PAGE = "conferences.screen"
MOST_TRIES = 3


@dataclass(frozen=True)
class HallWord:
    """The state of the box as the hall reads it: ``key`` for the colour, ``word`` in large type, ``sentence`` below."""

    key: str
    word: str
    sentence: str = ""


BEFORE = HallWord("before", "Chưa mở bỏ phiếu", "Mời các đồng chí chờ người chủ trì mở bỏ phiếu.")
OPEN = HallWord("open", "Đang nhận phiếu")
FULL = HallWord(
    "full", "Đã nhận đủ", "Đồng chí nào chưa gửi vẫn gửi được cho đến khi người chủ trì kết thúc."
)
PAUSED = HallWord(
    "paused", "Tạm dừng", "Phiếu đã ghi vẫn nằm trên máy của đồng chí và gửi được khi nhận phiếu tiếp."
)
OVER = HallWord("over", "Đã kết thúc", "Hòm phiếu không nhận thêm phiếu nào. Xin cảm ơn các đồng chí.")
VOID = HallWord("over", "Lần bỏ phiếu này đã huỷ", "Mời các đồng chí nghe người chủ trì thông báo.")
CANCELLED = HallWord("over", "Hội nghị đã huỷ", "Mời các đồng chí nghe người chủ trì thông báo.")
_WORDS = {
    None: BEFORE,
    PollState.PREPARED: BEFORE,
    PollState.OPEN: OPEN,
    PollState.PAUSED: PAUSED,
    PollState.SUSPENDED: PAUSED,
    PollState.VOID: VOID,
}


@dataclass(frozen=True)
class ScreenExpectation:
    """What was stated for "Đã nhận đủ": ``expected`` (None: nothing yet), a first ``proposal``, ``tries_left``."""

    expected: int | None
    proposal: int
    tries_left: int


def hall_word(conference: Conference) -> HallWord:
    """Return what the screen says now; `FULL` only from as many ballots on as the desk stated."""
    if is_cancelled(conference):
        return CANCELLED
    word = _WORDS.get(state_of(conference), OVER)
    return FULL if word is OPEN and _has_all(conference) else word


def _has_all(conference: Conference) -> bool:
    poll = poll_of(conference)
    stated = ScreenTotal.objects.filter(conference=conference).first()
    return bool(poll and stated and urn.has_received(poll.poll_key, at_least=stated.expected))


def screen_expectation(conference: Conference) -> ScreenExpectation:
    """Return what the desk stated, and those present less the paper sets as a first proposal."""
    stated = ScreenTotal.objects.filter(conference=conference).first()
    noted = noted_totals(conference)
    return ScreenExpectation(
        expected=stated.expected if stated else None,
        proposal=max(noted.signatures - noted.paper_sets, 0),
        tries_left=MOST_TRIES - (stated.tries if stated else 0),
    )


def screen_code(conference: Conference) -> str:
    """Return the code in the link of a conference's screen."""
    return link_code(PAGE, conference.pk)


def conference_on_screen(*, number: int, code: str) -> Conference | None:
    """Return the conference whose screen a link opens, None for a wrong one."""
    if not is_link_code(PAGE, number, code):
        return None
    return Conference.objects.filter(pk=number).select_related("unit", "poll").first()
