"""The plan as the official paper wants it."""

from datetime import date

from guong.core.documents.model import Document, Letterhead, Profile, Signature
from guong.core.documents.plan import PlanDuty, PlanPaper, PlanTime, PlanVoters, plan
from guong.core.plan_rules import RuleSheet
from guong.core.questionnaire import level_word, official
from guong.office.plans.models import Plan, Round, RoundKind, Section
from guong.office.plans.selectors.rules import drafted_rules, printed_rules
from guong.office.plans.selectors.text import Content, basis_phrase, content_of, recipient_line

_UNITS = {RoundKind.SCHOOLS: "các trường học", RoundKind.WARDS: "các phường"}


def document_of(given: Plan, *, sheet: RuleSheet | None = None, today: date) -> Document:
    """Return the plan's paper; ``today`` dates a draft that has no day yet.

    Raises ValueError where a part that no plan can lack is empty (`selectors.missing_for_issue` names it beforehand).
    """
    content = content_of(given)
    rules = sheet or drafted_rules(given)
    printed = printed_rules(given, rules)
    if printed is None:
        raise ValueError("a plan needs its rounds")
    return plan(
        PlanPaper(
            letterhead=Letterhead(
                profile=Profile.PARTY,
                superior=given.superior_body,
                issuer=given.issuing_body,
                place=given.locality,
                day=given.issued_on or today,
                number=f"Số {given.number}" if given.number else "",
            ),
            matter=given.title,
            issuer=given.deciding_body or given.issuing_body,
            bases=tuple(map(basis_phrase, content.bases)),
            purposes=content.words(Section.PURPOSE),
            requirements=content.words(Section.REQUIREMENT),
            content=" ".join(content.words(Section.CONTENT)),
            subjects=subject_lines(content, rules),
            voters=tuple(_voters(content)),
            method=content.words(Section.METHOD),
            times=tuple(PlanTime(_UNITS[RoundKind(entry.kind)], when(entry)) for entry in content.rounds),
            duties=tuple(PlanDuty(body, tasks) for body, tasks in content.tasks()),
            rules=printed,
            forms=tuple(
                official(kind, year=given.year, organisation=level_word(given.body.name))
                for kind in dict.fromkeys(entry.kind for entry in content.rounds)
            ),
            signature=Signature(
                given.signer_post,
                (given.signer_name,) if given.signer_name else (),
                authority=given.signing_authority,
                hint="",
            ),
            recipients=tuple(f"{recipient_line(entry)}," for entry in content.recipients[:-1])
            + tuple(f"{recipient_line(entry)}." for entry in content.recipients[-1:]),
        )
    )


def subject_lines(content: Content, rules: RuleSheet) -> tuple[str, ...]:
    """Return who is asked about; schools with how many of each level are drawn, which the rule sheet decides."""
    told = []
    for line in content.lines:
        if line.section != Section.SUBJECT:
            continue
        drawn = _drawn(rules) if line.kind == RoundKind.SCHOOLS else ""
        told.append(f"{line.text.strip().rstrip('.')} ({drawn})." if drawn else line.text)
    return tuple(told)


def when(entry: Round) -> str:
    """Return when a round takes place, by its months: ``Thực hiện vào tháng 5/2023``."""
    first, last = entry.begins_on, entry.ends_on
    if first.month == last.month:
        return f"Thực hiện vào tháng {first.month}/{first.year}"
    return f"Thực hiện từ tháng {first.month} đến tháng {last.month}/{last.year}"


def _drawn(rules: RuleSheet) -> str:
    numbers = {level.to_draw for level in rules.drawn_levels}
    if not numbers:
        return ""
    if len(numbers) == 1 and len(rules.drawn_levels) == len(rules.levels):
        return f"mỗi cấp học lựa chọn ngẫu nhiên {numbers.pop():02d} trường theo hình thức gắp thăm"
    counts = ", ".join(f"{level.to_draw:02d} trường {level.name}" for level in rules.drawn_levels)
    return f"lựa chọn ngẫu nhiên {counts} theo hình thức gắp thăm"


def _voters(content: Content) -> list[PlanVoters]:
    found = []
    for kind in dict.fromkeys(entry.kind for entry in content.rounds):
        people, exception = _exception(" ".join(content.words(Section.VOTER, kind)))
        found.append(PlanVoters(_UNITS[RoundKind(kind)], people, exception))
    return found


def _exception(words: str) -> tuple[str, str]:
    """Split a last ``(trừ …)`` off: the paper prints whom not in italics."""
    trimmed = words.strip().rstrip(".")
    before, opened, inside = trimmed.rpartition("(")
    return (before.strip(), inside[:-1]) if opened and inside.endswith(")") else (trimmed, "")
