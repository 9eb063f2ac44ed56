"""What the papers of a round share: letterhead, plan and round as sentences name them, who signs, who is who."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property

from django.utils import timezone

from guong.core.documents.model import Letterhead, Profile, Signature
from guong.core.documents.parties import Officials, Person
from guong.core.documents.phrases import round_named
from guong.core.documents.secrecy_words import SecrecyTerms
from guong.core.plan_rules import RuleSheet
from guong.core.timetable import SATURDAY
from guong.core.wording import post_in_body, post_of_unit, short_date
from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Conference
from guong.office.plans import selectors as plans
from guong.office.plans.models import Round
from guong.office.schedule.models import Delegate, PaperTerms

MATTER = "việc tu dưỡng, rèn luyện đạo đức gắn với trách nhiệm nêu gương"
BRIEFING = (
    "Đề nghị người tham gia góp ý công tâm, khách quan, thẳng thắn cho ý kiến đánh giá trên tinh thần xây dựng",
    "Đề nghị đồng chí được góp ý coi đây là cơ hội để nhìn nhận lại mình một cách nghiêm túc, với tinh thần cầu thị, "
    "khiêm tốn",
)
LISTS_BEFORE = timedelta(days=7)
_LISTS_AT = time(17)


@dataclass(frozen=True)
class Ground:
    """What papers say beyond a conference's own row; ``round`` is None where it stands alone, as a rehearsal does.

    ``plan_phrase`` is a whole phrase (``Kế hoạch số 167-KH/QU, ngày 27/01/2023 của Ban Thường vụ Quận uỷ``), ``decider``
    the body that ordered the plan as a sentence names it.
    """

    lead_body: str
    superior: str
    locality: str
    plan_phrase: str
    decider: str
    rules: RuleSheet
    secrecy: SecrecyTerms
    terms: PaperTerms
    round: Round | None = None

    @cached_property
    def cancelled(self) -> tuple[Conference, ...]:
        """The conferences of the round that are not held, each with its cancellation."""
        return tuple(conferences.only_cancelled(conferences.all_conferences_of_round(self.held_round)))

    @property
    def held_round(self) -> Round:
        """The round. Raises ValueError for a conference that stands alone: it has no papers of a round."""
        if self.round is None:
            raise ValueError("this conference belongs to no round")
        return self.round

    @property
    def round_phrase(self) -> str:
        """``đợt các trường học, tháng 5/2023``."""
        found = self.held_round
        return f"{round_named(found.name)}, tháng {found.begins_on.month}/{found.begins_on.year}"

    @cached_property
    def voters(self) -> tuple[str, ...]:
        """The plan's own words on who takes part in this kind of round; the usual ones where it has none."""
        content, kind = plans.content_of(self.held_round.plan), self.held_round.kind
        told = [line.text for line in content.lines if line.section == "voter" and line.kind == kind]
        return tuple(told) or ("Cán bộ, viên chức, người lao động trong biên chế của đơn vị",)

    @property
    def signature(self) -> Signature:
        """Who signs the papers of the lead body."""
        terms = self.terms
        names = (terms.signer_name,) if terms.signer_name else ()
        return Signature(terms.signer_role, names, authority=terms.signer_authority, hint="")

    @property
    def plan_signature(self) -> Signature:
        """Who signs the papers of the body that ordered the plan."""
        plan = self.held_round.plan
        names = (plan.signer_name,) if plan.signer_name else ()
        return Signature(plan.signer_post or "BÍ THƯ", names, authority=plan.signing_authority, hint="")

    def letterhead(self, day: date) -> Letterhead:
        """The lead body's letterhead."""
        return Letterhead(Profile.PARTY, self.superior, self.lead_body, self.locality, day)

    def plan_letterhead(self, day: date) -> Letterhead:
        """The letterhead of the body that issued the plan."""
        plan = self.held_round.plan
        return Letterhead(Profile.PARTY, plan.superior_body, plan.issuing_body, plan.locality, day)


def ground_of(of_round: Round) -> Ground:
    """Read what the papers of a round share."""
    plan, rules = of_round.plan, plans.rules_of(of_round.plan)
    decider = plan.deciding_body or plan.issuing_body
    dated = f", ngày {short_date(plan.issued_on)}" if plan.issued_on else ""
    return Ground(
        lead_body=plan.lead_body,
        superior=plan.issuing_body,
        locality=plan.locality,
        plan_phrase=f"Kế hoạch số {plan.number}{dated} của {decider}",
        decider=decider,
        rules=rules,
        secrecy=SecrecyTerms(
            plans.opening_of(of_round), rows_from=rules.rows_from, remarks_from=rules.remarks_from
        ),
        terms=terms_of(of_round),
        round=of_round,
    )


def ground_for(conference: Conference) -> Ground:
    """Read what the papers of one conference share: those of its round, or its own letterhead where it stands alone."""
    if conference.round is not None:
        return ground_of(conference.round)
    return Ground(
        lead_body=conference.lead_body,
        superior=conference.superior_body,
        locality=conference.locality,
        plan_phrase=f"Kế hoạch số {conference.plan_number}",
        decider=conference.superior_body or conference.lead_body,
        rules=RuleSheet(),
        secrecy=SecrecyTerms("khi hội nghị kết thúc"),
        terms=PaperTerms(signer_role="TRƯỞNG BAN", waiting_room="phòng bên"),
    )


def terms_of(of_round: Round) -> PaperTerms:
    """Return what somebody wrote down for the papers of a round, else what is usual (not saved)."""
    kept = PaperTerms.objects.filter(round=of_round).first()
    if kept is not None:
        return kept
    plan = of_round.plan
    return PaperTerms(
        round=of_round,
        signer_authority=f"T/M {plan.lead_body.upper()}",
        signer_role="TRƯỞNG BAN",
        lists_by=timezone.make_aware(_usual_deadline(of_round)),
        send_to=plan.lead_body,
        contact=f"bộ phận tổng hợp, {plan.lead_body}",
        waiting_room="phòng bên",
    )


def officials_of(conference: Conference) -> Officials:
    """Return who directs, writes, counts and attests; seats not yet filled are left out."""
    members = list(conference.board.all())
    seated = [(one.role, Person(one.full_name, one.organisation)) for one in members]
    return Officials(
        chair=Person(conference.chair_name, conference.chair_post),
        clerk=Person(conference.clerk_name, conference.clerk_post),
        board=tuple(person for role, person in seated if role != "witness"),
        witnesses=tuple(person for role, person in seated if role == "witness"),
    )


def subjects_of(conference: Conference) -> tuple[Person, ...]:
    """Return those asked about, with their posts."""
    return tuple(
        Person(one.name, post_of_unit(one.post.title, conference.unit.name))
        for one in conference.subjects.all()
    )


def person_of(delegate: Delegate) -> Person:
    """Return somebody sent, with post and body."""
    return Person(delegate.full_name, post_in_body(delegate.post, delegate.organisation))


def _usual_deadline(of_round: Round) -> datetime:
    day = of_round.begins_on - LISTS_BEFORE
    while day.weekday() >= SATURDAY:
        day -= timedelta(days=1)
    return datetime.combine(day, _LISTS_AT)
