"""Which rules hold, and how papers print them."""

from guong.core import plan_rules
from guong.core.documents import rule_sheet
from guong.core.documents.phrases import joined
from guong.core.plan_rules import RuleSheet
from guong.core.wording import long_date
from guong.office.plans.models import Edition, Plan, Round, RoundKind

_TOGETHER = "Sau hội nghị cuối cùng của đợt, các hòm phiếu mở cùng một buổi"


def last_edition(plan: Plan) -> Edition | None:
    """Return the plan as it was issued last, None while it never was."""
    return max(plan.editions.all(), key=lambda edition: edition.number, default=None)


def rules_of(plan: Plan) -> RuleSheet:
    """Return the rules in force: those of the plan's last edition, or of its draft while it was never issued.

    Rules of an edition that is still being written are not in force. `RuleSheet.printed` goes into the foot of papers.
    """
    edition = last_edition(plan)
    if edition is None:
        return drafted_rules(plan)
    return plan_rules.from_data(edition.rules, number=edition.number)


def drafted_rules(plan: Plan, *, number: int = 0) -> RuleSheet:
    """Return the rules as they stand in the text being written; ``number`` is that of the edition to come."""
    plan_name = plan.number or f"năm {plan.year}"
    named = plan.rules | {"name": f"Quy tắc áp dụng kèm Kế hoạch {plan_name}"}
    return plan_rules.from_data(named, number=number)


def printed_rules(plan: Plan, sheet: RuleSheet) -> rule_sheet.RuleSheet | None:
    """Return the sheet as papers print it, with the reference dates of the plan's rounds; None before the first round."""
    rounds = list(plan.rounds.all())
    if not rounds:
        return None
    drawn = any(entry.kind == RoundKind.SCHOOLS for entry in rounds)
    return rule_sheet.RuleSheet(
        name=sheet.printed,
        references=tuple(
            rule_sheet.ReferenceDay(_small(entry.name), entry.reference_date) for entry in rounds
        ),
        opening=_opening(rounds),
        levels=sheet.drawn_levels if drawn else (),
        draw_method=sheet.draw_method,
        months_in_post=sheet.months_in_post,
        quorum=sheet.quorum,
        percent_base=sheet.percent_base,
        rows_from=sheet.rows_from,
        remarks_from=sheet.remarks_from,
        rankings_for=plan.deciding_body or plan.issuing_body,
    )


def opening_of(of_round: Round) -> str:
    """Return when and where the boxes of a round are opened, as the end of a sentence on papers of one conference."""
    if of_round.opens_on is None:
        return "sau hội nghị cuối cùng của đợt"
    place = f", tại {of_round.opening_place}" if of_round.opening_place else ""
    return f"{long_date(of_round.opens_on)}{place}"


def _opening(rounds: list[Round]) -> str:
    settled = [
        f"{_small(entry.name)} {long_date(entry.opens_on)}"
        + (f" tại {entry.opening_place}" if entry.opening_place else "")
        for entry in rounds
        if entry.opens_on
    ]
    return f"{_TOGETHER}: {joined(settled)}" if settled else _TOGETHER


def _small(name: str) -> str:
    return name[:1].lower() + name[1:]
