"""Creating a conference, changing its details, naming its board."""

import dataclasses
from collections.abc import Sequence

from django.db import transaction

from guong.core.eligibility import head_eligibility
from guong.core.outcome import Refused
from guong.core.plan_rules import DEFAULT
from guong.core.questionnaire import official
from guong.core.wording import bare_post, short_date
from guong.office.accounts.models import User
from guong.office.conferences import refusals
from guong.office.conferences.changing import refusal_to_change
from guong.office.conferences.details import BoardSeat, ConferenceDetails
from guong.office.conferences.models import BoardMember, Conference, ConferenceSubject, DeskTotal
from guong.office.conferences.versions import take_version
from guong.office.journal import services as journal
from guong.office.plans import selectors as plans
from guong.office.plans.models import Round
from guong.office.registry.models import Post, Unit

_NEEDED_ROLES = {BoardMember.HEAD, BoardMember.CLERK, BoardMember.MEMBER, BoardMember.WITNESS}


@transaction.atomic
def create(
    *,
    actor: User,
    unit: Unit,
    posts: Sequence[Post],
    details: ConferenceDetails,
    of_round: Round | None = None,
    rehearsal: bool = False,
) -> Conference | Refused:
    """Create a conference on the holders of ``posts`` (one at a school, one or two in a ward).

    ``of_round`` is empty outside any plan; a rehearsal never belongs to one, so that no figure of a round counts it.

    Refused: ``no_head``, ``subject_twice``, ``other_unit``, ``not_in_post``, ``head_too_new`` with the first day on which the
    head would be eligible (seed 001 II.2, DESIGN §8).
    """
    refusal = _subjects_refusal(unit, posts, details)
    if refusal is None:
        rules = plans.rules_of(of_round.plan) if of_round else DEFAULT
        refusal = _tenure_refusal(posts, details, rules.months_in_post)
    if refusal is not None:
        return refusal
    if rehearsal and of_round is not None:
        raise ValueError("a rehearsal belongs to no round")
    conference = Conference.objects.create(
        unit=unit, round=of_round, rehearsal=rehearsal, **dataclasses.asdict(details)
    )
    for number, post in enumerate(posts, 1):
        ConferenceSubject.objects.create(
            conference=conference,
            key=f"s{number}",
            post=post,
            name=post.person.full_name,
            line=_subject_line(details.questionnaire_key, post),
        )
    DeskTotal.objects.create(conference=conference)
    journal.record(
        actor=actor,
        act="conferences.created",
        unit_key=unit.key,
        text=f"Lập hội nghị: {conference.title}, ngày {short_date(details.held_on)}.",
    )
    return conference


def _subject_line(questionnaire_key: str, post: Post) -> str:
    """Return the form's subject line (seed 001, annex) with person, post and unit filled in."""
    unit = post.unit.name
    return official(questionnaire_key).subject_template.format(
        ho_ten=post.person.full_name,
        chuc_vu=bare_post(post.title, unit),
        ten_truong=unit.removeprefix("Trường "),
        ten_phuong=unit.removeprefix("Phường "),
    )


@transaction.atomic
def set_board(
    *, actor: User, conference: Conference, version: int, seats: Sequence[BoardSeat]
) -> Conference | Refused:
    """Name the whole counting board and the witnesses anew; whoever keeps the own seat keeps the number for confirming.

    Refused: ``cancelled``, ``board_frozen`` once the poll was opened, ``changed_meanwhile``, ``board_incomplete``, ``board_twice``,
    ``board_has_subject``.
    """
    if (refusal := refusal_to_change(conference, opened=refusals.BOARD_FROZEN)) is not None:
        return refusal
    names = [seat.full_name for seat in seats]
    if {seat.role for seat in seats} != _NEEDED_ROLES or not all(names):
        return refusals.BOARD_INCOMPLETE
    if len({(seat.full_name, seat.organisation) for seat in seats}) != len(seats):
        return refusals.BOARD_TWICE
    if set(names) & set(conference.subjects.values_list("name", flat=True)):
        return refusals.BOARD_HAS_SUBJECT
    if not take_version(conference, version):
        return refusals.CHANGED_MEANWHILE
    chosen = {
        BoardSeat(row.role, row.full_name, row.organisation): row.pin_digest for row in conference.board.all()
    }
    conference.board.all().delete()
    BoardMember.objects.bulk_create(
        BoardMember(conference=conference, pin_digest=chosen.get(seat, ""), **dataclasses.asdict(seat))
        for seat in seats
    )
    journal.record(
        actor=actor,
        act="conferences.board_named",
        unit_key=conference.unit.key,
        text=f"Ghi tên tổ kiểm phiếu và đại biểu chứng kiến ({len(seats)} người): {conference.title}.",
    )
    return conference


def _subjects_refusal(unit: Unit, posts: Sequence[Post], details: ConferenceDetails) -> Refused | None:
    if not posts:
        return refusals.NO_HEAD
    if len({post.person_id for post in posts}) != len(posts):
        return refusals.TWICE
    if any(post.unit_id != unit.pk for post in posts):
        return refusals.OTHER_UNIT
    day = details.held_on
    if any(day < post.starts_on or (post.ends_on and post.ends_on < day) for post in posts):
        return refusals.NOT_IN_POST
    return None


def _tenure_refusal(posts: Sequence[Post], details: ConferenceDetails, months: int) -> Refused | None:
    for post in posts:
        too_new = head_eligibility(post.starts_on, details.reference_date, months=months)
        if too_new is not None:
            return Refused(
                "head_too_new",
                f"Đồng chí {post.person.full_name} giữ chức vụ từ ngày {short_date(post.starts_on)}, tính đến ngày "
                f"{short_date(details.reference_date)} chưa đủ {months} tháng nên chưa lấy ý kiến. "
                f"Từ ngày {short_date(too_new.eligible_on)} đồng chí này đủ điều kiện.",
            )
    return None
