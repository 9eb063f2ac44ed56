"""What the room tells: conferences in an officer's scope, where each stands, the roll in numbers."""

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.utils import timezone

from guong.ballots.published import SHARED_DEVICE
from guong.ballots.store import Store
from guong.core.documents.model import Letterhead, Profile
from guong.core.documents.parties import Conference as PrintedConference
from guong.core.lifecycle import PollState
from guong.core.plan_rules import DEFAULT, RuleSheet
from guong.core.poll import PollDefinition
from guong.core.questionnaire import Questionnaire, level_word, official
from guong.core.secrecy.requests import PollRequest
from guong.office.accounts.models import User
from guong.office.conferences import urn
from guong.office.conferences.candidates import is_ward
from guong.office.conferences.models import BoardMember, Conference, ConferenceSubject, Poll
from guong.office.conferences.selectors.cancelled import is_cancelled
from guong.office.conferences.steps import Facts
from guong.office.plans import selectors as plans
from guong.office.registry import selectors as registry

_ALL_ROLES = {role for role, _ in BoardMember.ROLES}
BEFORE_CASTING = {None, PollState.PREPARED}
CASTING = {PollState.OPEN, PollState.PAUSED, PollState.SUSPENDED}

CANCELLED_TEXT = "Hội nghị đã huỷ"
STATE_TEXTS = {
    None: "Đang chuẩn bị",
    PollState.PREPARED: "Hòm phiếu đã sẵn sàng",
    PollState.OPEN: "Đang nhận phiếu",
    PollState.PAUSED: "Tạm dừng nhận phiếu",
    PollState.SUSPENDED: "Chờ tổ kiểm phiếu quyết định",
    PollState.CLOSED: "Đã kết thúc bỏ phiếu",
    PollState.SEALED: "Hòm phiếu đã niêm phong",
    PollState.OPENED: "Đã mở hòm phiếu",
    PollState.ERASED: "Đã kiểm phiếu xong",
    PollState.VOID: "Lần bỏ phiếu đã huỷ",
}


def urn_store() -> Store:
    """Return the open urn, for the rooms above that may speak to it (paper desk, counting; DESIGN §2)."""
    return urn.store()


def conferences_in_scope(*, user: User | AnonymousUser) -> QuerySet[Conference]:
    """Return the conferences of the units in an officer's scope by day and hour."""
    found = Conference.objects.filter(unit__in=registry.units_in_scope(user=user))
    return found.select_related("unit", "poll", "cancellation").order_by("held_on", "begins_at", "pk")


def conference_in_scope(*, user: User | AnonymousUser, key: str) -> Conference | None:
    """Return a conference by key if its unit is in the officer's scope, else None (pages then answer 404)."""
    found = conferences_in_scope(user=user).select_related("round__plan")
    return found.filter(key=key).first()


def subject_in_scope(*, user: User | AnonymousUser, key: str, subject_key: str) -> ConferenceSubject | None:
    """Return a person asked about, the conference along, as `conference_in_scope`: one question for both."""
    found = ConferenceSubject.objects.filter(
        key=subject_key, conference__key=key, conference__unit__in=registry.units_in_scope(user=user)
    )
    return found.select_related(
        "post",
        "conference__unit",
        "conference__poll",
        "conference__cancellation",
        "conference__round__plan",
    ).first()


def conferences_keyed(*, key: str) -> QuerySet[Conference]:
    """Return the conference of a key as a list of one or none, in nobody's scope: for rooms that ask their own question."""
    return Conference.objects.filter(key=key).select_related("unit")


def conferences_about(*, person_id: int) -> QuerySet[Conference]:
    """Return the conferences that ask about a person of the register, the latest first, in nobody's scope."""
    asked = Conference.objects.filter(subjects__post__person_id=person_id, rehearsal=False).distinct()
    return asked.select_related("unit").order_by("-held_on", "-pk")


def poll_of(conference: Conference) -> Poll | None:
    """Return the conference's poll, None before the first request."""
    return Poll.objects.filter(conference=conference).first()


def shared_address(conference: Conference) -> str:
    """Return where a device that many voters use in turn opens the poll; empty while the urn has no poll."""
    poll = poll_of(conference)
    return f"{settings.GUONG_ORIGIN}/b/{poll.poll_key}/{SHARED_DEVICE}" if poll and poll.keys else ""


def state_of(conference: Conference) -> PollState | None:
    """Return the state of the conference's poll, asked from the urn; None while the urn has none."""
    poll = poll_of(conference)
    return urn.state(poll.poll_key) if poll else None


def is_before_casting(conference: Conference) -> bool:
    """Tell whether the conference stands and nobody can have voted yet: no poll in the urn, or one never opened."""
    return state_of(conference) in BEFORE_CASTING and not is_cancelled(conference)


def is_casting(conference: Conference) -> bool:
    """Tell whether the poll was opened and not yet closed."""
    return state_of(conference) in CASTING


def state_text(conference: Conference) -> str:
    """Return the state as screens write it."""
    return CANCELLED_TEXT if is_cancelled(conference) else STATE_TEXTS[state_of(conference)]


def facts_of(conference: Conference) -> Facts:
    """Gather what `steps_of` needs."""
    poll = poll_of(conference)
    return gathered(
        conference,
        poll,
        roles=set(conference.board.values_list("role", flat=True)),
        summoned=conference.roll.count() if poll and not poll.keys else 0,
        state=urn.state(poll.poll_key) if poll else None,
    )


def gathered(
    conference: Conference, poll: Poll | None, *, roles: set[str], summoned: int, state: PollState | None
) -> Facts:
    """Return what `steps_of` needs out of what the caller has read already."""
    return Facts(
        roll_agreed=conference.roll_agreed,
        board_complete=roles == _ALL_ROLES,
        request_made=poll is not None and not _is_stale(poll, conference, summoned),
        keys_taken=bool(poll and poll.keys),
        papers_printed=conference.papers_printed,
        state=state,
    )


def is_board_complete(conference: Conference) -> bool:
    """Tell whether head, clerk, a member and a witness are named."""
    return set(conference.board.values_list("role", flat=True)) == _ALL_ROLES


def asks_ward(conference: Conference) -> bool:
    """Tell whether the roll comes from a ward's five classes, for the wording of pages."""
    return is_ward(conference.unit)


def latest_in_scope(*, user: User | AnonymousUser) -> Conference | None:
    """Return the conference made last in an officer's scope: its letterhead and plan are offered for the next one."""
    return conferences_in_scope(user=user).order_by("pk").last()


def request_of(conference: Conference) -> PollRequest | None:
    """Return the poll request as made, None before step 3."""
    poll = poll_of(conference)
    return PollRequest.from_bytes(bytes(poll.request)) if poll else None


def form_of(conference: Conference) -> Questionnaire:
    """Return the form of a conference, the plan's year and level filled in (seed 001, ward item 10)."""
    plan = conference.round.plan if conference.round else None
    year = plan.year if plan else conference.held_on.year
    body = plan.body.name if plan else conference.superior_body
    return official(conference.questionnaire_key, year=year, organisation=level_word(body))


def definition_of(conference: Conference) -> PollDefinition | None:
    """Return the poll's public definition, None before the keys were taken."""
    poll = poll_of(conference)
    return PollDefinition.from_canonical(bytes(poll.definition)) if poll and poll.definition else None


def is_request_stale(conference: Conference) -> bool:
    """Tell whether roll or day changed after the request was made and before keys were taken."""
    poll = poll_of(conference)
    return poll is not None and _is_stale(poll, conference, conference.roll.count())


def _is_stale(poll: Poll, conference: Conference, summoned: int) -> bool:
    if poll.keys:
        return False
    request = PollRequest.from_bytes(bytes(poll.request))
    return (request.eligible, request.held_on) != (summoned, conference.held_on)


def letterhead_of(conference: Conference) -> Letterhead:
    """Return the letterhead of a paper of this conference, dated on its day."""
    return Letterhead(
        profile=Profile.PARTY,
        superior=conference.superior_body,
        issuer=conference.lead_body,
        place=conference.locality,
        day=conference.held_on,
    )


def rules_of(conference: Conference) -> RuleSheet:
    """Return the rules of the conference's plan that are in force; the defaults outside any plan."""
    return plans.rules_of(conference.round.plan) if conference.round else DEFAULT


def rule_set_of(conference: Conference) -> str:
    """Return the name of the rules that shaped the conference, printed at the foot of its papers."""
    return rules_of(conference).printed if conference.round else f"Kế hoạch {conference.plan_number}"


def printed_conference(conference: Conference) -> PrintedConference:
    """Return the conference as papers name it; before the closing its end is its announced beginning."""
    ended = (
        timezone.localtime(conference.closed_at).replace(tzinfo=None)
        if conference.closed_at
        else conference.began
    )
    return PrintedConference(
        title=conference.title,
        unit=conference.unit.name,
        place=conference.place,
        began=conference.began,
        ended=ended,
    )
