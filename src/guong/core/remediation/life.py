"""The life of a remediation plan and who may do what in it (R-001-15, R-001-17, domain.md §D2 no. 11).

The head writes and submits; the lead body approves or returns with a reason, and accepts the end. For a head who never
logs in officers file the signed paper and act in the head's name; whoever did so decides nothing about that plan.
"""

from dataclasses import dataclass
from enum import Enum

from guong.core.outcome import Refused

LONGEST_TEXT = 2000


class PlanState(Enum):
    """Where a plan stands; the values are kept in the register."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    IN_PROGRESS = "in_progress"
    CLOSING = "closing"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        """The state as screens and papers name it."""
        return _STATES[self]


class Act(Enum):
    """What somebody may do with a plan."""

    WRITE = "write"
    SUBMIT = "submit"
    GIVE_BACK = "give_back"
    APPROVE = "approve"
    REPORT = "report"
    ASK_TO_CLOSE = "ask_to_close"
    KEEP_OPEN = "keep_open"
    CLOSE = "close"


class Party(Enum):
    """On whose side somebody acts."""

    HEAD = "head"
    LEAD_BODY = "lead_body"


@dataclass(frozen=True)
class Hand:
    """Who acts: the key of the account, the side, and whether the plan is about this very person."""

    key: str
    party: Party
    is_head: bool


@dataclass(frozen=True)
class Standing:
    """Where a plan stands. ``filed_by`` are the officers (keys) who acted in the head's name, whose plan came on paper."""

    state: PlanState
    filed_by: frozenset[str] = frozenset()


_STATES = {
    PlanState.DRAFT: "Đang soạn",
    PlanState.SUBMITTED: "Đã trình, chờ duyệt",
    PlanState.RETURNED: "Trả lại để sửa",
    PlanState.APPROVED: "Đã duyệt",
    PlanState.IN_PROGRESS: "Đang thực hiện",
    PlanState.CLOSING: "Đề nghị kết thúc",
    PlanState.CLOSED: "Đã kết thúc",
}
_UNDERWAY = (PlanState.APPROVED, PlanState.IN_PROGRESS)
_MOVES: dict[Act, dict[PlanState, PlanState]] = {
    Act.WRITE: {state: state for state in (PlanState.DRAFT, PlanState.RETURNED)},
    Act.SUBMIT: dict.fromkeys((PlanState.DRAFT, PlanState.RETURNED), PlanState.SUBMITTED),
    Act.GIVE_BACK: {PlanState.SUBMITTED: PlanState.RETURNED},
    Act.APPROVE: {PlanState.SUBMITTED: PlanState.APPROVED},
    Act.REPORT: dict.fromkeys(_UNDERWAY, PlanState.IN_PROGRESS),
    Act.ASK_TO_CLOSE: {PlanState.IN_PROGRESS: PlanState.CLOSING},
    Act.KEEP_OPEN: {PlanState.CLOSING: PlanState.IN_PROGRESS},
    Act.CLOSE: {PlanState.CLOSING: PlanState.CLOSED},
}
HEADS_ACTS = frozenset({Act.WRITE, Act.SUBMIT, Act.REPORT, Act.ASK_TO_CLOSE})
WITH_REASON = frozenset({Act.GIVE_BACK, Act.KEEP_OPEN})

NOT_NOW = Refused(
    "not_now",
    "Kế hoạch đã sang bước khác nên chưa làm được việc này. Đề nghị tải lại trang để xem kế hoạch đang ở bước nào.",
)
HEADS_OWN = Refused(
    "heads_own",
    "Việc này do người được góp ý tự làm. Nếu đồng chí ấy không dùng máy, đề nghị nhận bản giấy có chữ ký rồi nhập thay.",
)
LEAD_BODYS = Refused("lead_bodys", "Việc này thuộc cơ quan chủ trì. Đồng chí chờ cơ quan chủ trì trả lời.")
OWN_PLAN = Refused(
    "own_plan", "Đây là kế hoạch của chính đồng chí. Đề nghị một cán bộ khác của cơ quan chủ trì giải quyết."
)
OWN_FILING = Refused(
    "own_filing",
    "Đồng chí đã nhập thay một phần kế hoạch này nên không tự duyệt hay kết thúc. Đề nghị một cán bộ khác giải quyết.",
)
NO_REASON = Refused(
    "no_reason", "Chưa ghi lý do. Đề nghị nói rõ cần sửa hoặc làm thêm việc gì, để đồng chí ấy biết mà làm."
)
LONG_REASON = Refused(
    "long_reason", "Lời ghi dài quá 2.000 chữ cái. Đề nghị viết gọn lại, hoặc đính kèm văn bản riêng."
)


def after(act: Act, standing: Standing, hand: Hand) -> PlanState | Refused:
    """Return where the plan stands once ``hand`` has done ``act``.

    Refused: ``not_now``, ``heads_own``, ``lead_bodys``, ``own_plan``, ``own_filing``.
    """
    barred = _barred(act, standing, hand)
    if barred is not None:
        return barred
    return _MOVES[act].get(standing.state, NOT_NOW)


def acts_open(standing: Standing, hand: Hand) -> frozenset[Act]:
    """Return what ``hand`` may do with a plan as it stands."""
    return frozenset(act for act in Act if not isinstance(after(act, standing, hand), Refused))


def fit_reason(reason: str, *, needed: bool) -> str | Refused:
    """Return the words of a decision, tidied. Refused: ``no_reason`` where they are ``needed``, ``long_reason``."""
    words = reason.strip()
    if needed and not words:
        return NO_REASON
    return LONG_REASON if len(words) > LONGEST_TEXT else words


def _barred(act: Act, standing: Standing, hand: Hand) -> Refused | None:
    if act in HEADS_ACTS:
        return None if hand.is_head or (hand.party is Party.LEAD_BODY and standing.filed_by) else HEADS_OWN
    if hand.is_head:
        return OWN_PLAN if hand.party is Party.LEAD_BODY else LEAD_BODYS
    if hand.party is not Party.LEAD_BODY:
        return LEAD_BODYS
    return OWN_FILING if hand.key in standing.filed_by else None
