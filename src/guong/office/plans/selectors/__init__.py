"""What the room tells: plans and rounds in scope, rules in force, text, paper, duties, differences."""

from guong.office.plans.selectors.differences import (
    amends_more_than_number,
    changes_since_edition,
    differences_of,
    seen_codes,
    unseen_differences,
)
from guong.office.plans.selectors.paper import document_of, subject_lines, when
from guong.office.plans.selectors.progress import (
    BodyRow,
    DutyRow,
    Missing,
    board_of,
    duty_of,
    lacks_for_paper,
    missing_for_issue,
    overdue_duties,
    overdue_of,
    with_overdue,
)
from guong.office.plans.selectors.rules import drafted_rules, last_edition, printed_rules, rules_of
from guong.office.plans.selectors.scope import (
    bodies_in_scope,
    plan_in_scope,
    plans_in_scope,
    round_before,
    round_in_scope,
    rounds_in_scope,
)
from guong.office.plans.selectors.text import (
    Content,
    bases_of,
    basis_phrase,
    content_of,
    load,
    recipient_line,
    text_of,
)

__all__ = [
    "BodyRow",
    "Content",
    "DutyRow",
    "Missing",
    "amends_more_than_number",
    "bases_of",
    "basis_phrase",
    "board_of",
    "bodies_in_scope",
    "changes_since_edition",
    "content_of",
    "differences_of",
    "document_of",
    "drafted_rules",
    "duty_of",
    "lacks_for_paper",
    "last_edition",
    "load",
    "missing_for_issue",
    "overdue_duties",
    "overdue_of",
    "plan_in_scope",
    "plans_in_scope",
    "printed_rules",
    "recipient_line",
    "round_before",
    "round_in_scope",
    "rounds_in_scope",
    "rules_of",
    "seen_codes",
    "subject_lines",
    "text_of",
    "unseen_differences",
    "when",
    "with_overdue",
]
