"""The papers that close a round as documents; every figure comes from `rounds` and `round_sums`."""

from datetime import date

from guong.core.documents.closing_notices import (
    ConclusionNotice,
    NewsItem,
    YearEndEntry,
    conclusion_notice,
    news_item,
    year_end_entry,
)
from guong.core.documents.committee_page import CommitteePage, committee_page, proposed_conclusions
from guong.core.documents.district_tables import criteria_of
from guong.core.documents.model import Document, Signature
from guong.core.documents.result_notice import ResultNotice, result_notice
from guong.core.wording import short_date
from guong.office.papers.models import Paper
from guong.office.plans import selectors as plans
from guong.office.plans.models import Round
from guong.office.release.details import ClosingWords
from guong.office.release.selectors import round_sums
from guong.office.release.selectors.lists import person_of
from guong.office.release.selectors.round_report import letterhead_of, plan_words
from guong.office.release.selectors.rounds import RoundFigures
from guong.office.release.selectors.steps import PersonStep
from guong.render.sum_charts import sum_bars


def proposed(figures: RoundFigures) -> tuple[str, ...]:
    """Return the conclusions that the program proposes, to be edited; empty before the first result."""
    whole = round_sums.whole_sums(figures)
    if figures.form is None or not whole.subjects:
        return proposed_conclusions((), ())
    return proposed_conclusions(criteria_of(figures.form.items), whole.criteria)


def committee_document(figures: RoundFigures, *, words: ClosingWords, today: date) -> Document:
    """Return the one page for the Standing Committee."""
    total, whole, of_round = (
        round_sums.turnouts(figures)[-1],
        round_sums.whole_sums(figures),
        figures.of_round,
    )
    chart = ""
    if figures.form is not None and whole.subjects:
        items = criteria_of(figures.form.items)
        labels = [f"{item.number}. {item.text}" for item in items]
        title = "Tỷ lệ bốn mức của từng nội dung, cả đợt"
        chart = sum_bars(labels, whole.criteria, levels=items[0].levels, title=title)
    return committee_page(
        CommitteePage(
            letterhead=letterhead_of(of_round.plan, today),
            plan=plan_words(of_round.plan),
            round_name=of_round.name,
            subjects=total.subjects,
            summoned=total.summoned,
            present=total.present,
            remarks=round_sums.remark_counts(figures).shown,
            chart=chart,
            conclusions=words.conclusions,
            signature=_signature(words),
            rule_set=_rules(of_round),
        )
    )


def conclusion_document(of_round: Round, *, words: ClosingWords, today: date) -> Document:
    """Return the Committee's conclusion as a notice."""
    return conclusion_notice(
        ConclusionNotice(
            letterhead_of(of_round.plan, today),
            plan_words(of_round.plan),
            of_round.name,
            words.conclusions,
            words.plan_due,
            _signature(words),
            _rules(of_round),
        )
    )


def news_document(figures: RoundFigures, *, today: date) -> Document:
    """Return the draft for the portal: that it took place, never a result."""
    days = [entry.conference.held_on for entry in figures.finished]
    total = round_sums.turnouts(figures)[-1]
    return news_item(
        NewsItem(
            letterhead_of(figures.of_round.plan, today),
            figures.of_round.name,
            min(days),
            max(days),
            total.conferences,
            total.present,
            _rules(figures.of_round),
        )
    )


def notice_document(
    of_round: Round, person: PersonStep, *, summary: Document, words: ClosingWords, today: date
) -> Document:
    """Return one person's notice, the ``summary`` as its annex."""
    return result_notice(
        ResultNotice(
            letterhead=letterhead_of(of_round.plan, today),
            subject=person_of(person.conference, person.subject),
            conference=_conference(person),
            summary=summary,
            plan_due=words.plan_due,
            signature=_signature(words),
            rule_set=_rules(of_round),
        )
    )


def year_end_document(
    of_round: Round, person: PersonStep, *, filed: list[Paper], words: ClosingWords, today: date
) -> Document:
    """Return one person's sheet for the year-end file; ``filed`` are the papers that it names."""
    return year_end_entry(
        YearEndEntry(
            letterhead=letterhead_of(of_round.plan, today),
            subject=person_of(person.conference, person.subject),
            conference=_conference(person),
            papers=tuple(
                f"{paper.title}, {paper.printed_number}, ngày {short_date(paper.issued_on)}"
                for paper in filed
            ),
            told_on=person.told_on,
            plan_due=words.plan_due,
            signature=_signature(words),
            rule_set=_rules(of_round),
        )
    )


def _conference(person: PersonStep) -> str:
    return f"{person.conference.title}, ngày {short_date(person.conference.held_on)}"


def _signature(words: ClosingWords) -> Signature:
    return Signature(words.signer_role, (words.signer_name,) if words.signer_name else (), hint="")


def _rules(of_round: Round) -> str:
    return plans.rules_of(of_round.plan).printed
