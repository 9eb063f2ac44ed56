"""The report and the announcement of a round as documents; every figure comes from `rounds` and `round_sums`."""

from datetime import date

from guong.core.documents.district_parts import DistrictReport, Earlier
from guong.core.documents.district_report import district_report
from guong.core.documents.district_tables import criteria_of
from guong.core.documents.model import Document, Letterhead, Profile, Signature
from guong.core.documents.phrases import in_sentence, round_named, sentence
from guong.core.documents.round_announcement import AnnouncedSites, RoundAnnouncement, round_announcement
from guong.core.outcome import Refused
from guong.core.questionnaire import Questionnaire
from guong.core.remarks.digest import RemarkCounts
from guong.core.wording import short_date
from guong.office.plans import selectors as plans
from guong.office.plans.models import Plan, Round
from guong.office.release import refusals
from guong.office.release.details import ReportText
from guong.office.release.models import ReportWords
from guong.office.release.selectors import round_sums
from guong.office.release.selectors.rounds import RoundFigures
from guong.render.sum_charts import district_charts

_RECIPIENTS = ("Ban Thường vụ (để báo cáo)", "Lưu")


def report_text(of_round: Round) -> ReportText:
    """Return the office's words as saved, or the usual ones before."""
    saved = ReportWords.objects.filter(of_round=of_round).first()
    if saved is None:
        return ReportText(recipients=_RECIPIENTS)
    return ReportText(
        version=saved.version,
        assessment=_lines(saved.assessment),
        proposals=_lines(saved.proposals),
        signer_role=saved.signer_role,
        signer_name=saved.signer_name,
        recipients=_lines(saved.recipients),
    )


def announcement_obstacle(figures: RoundFigures) -> Refused | None:
    """Return what keeps the announcement from being filed: a round is announced once everything is final (R4)."""
    if not figures.finished:
        return refusals.NO_RESULT_YET
    if figures.waiting:
        return refusals.unfinished(len(figures.waiting))
    if not all(entry.is_ended for entry in figures.finished):
        return refusals.ROUND_KEYS_REMAIN
    broken = [
        person for person in figures.people if person.entry in figures.finished and person.known is None
    ]
    return refusals.ROUND_UNEXPLAINED if broken else None


def report_obstacle(figures: RoundFigures) -> Refused | None:
    """Return what keeps the report from being filed: as the announcement, and remarks that are still being edited."""
    if (obstacle := announcement_obstacle(figures)) is not None:
        return obstacle
    edited = all(person.is_edited for person in figures.people)
    return None if edited else refusals.ROUND_REMARKS_WAITING


def report_document(
    figures: RoundFigures, *, earlier: RoundFigures | None, words: ReportText, today: date
) -> Document | Refused:
    """Return the report as it stands, compared with the ``earlier`` round. Refused: ``no_result_yet``."""
    form, of_round = figures.form, figures.of_round
    if form is None:
        return refusals.NO_RESULT_YET
    whole, groups = round_sums.whole_sums(figures), round_sums.group_sums(figures)
    plan = of_round.plan
    given = DistrictReport(
        letterhead=letterhead_of(plan, today),
        matter=f"Tổng hợp kết quả {in_sentence(plan.title)}, {round_named(of_round.name)}",
        plan=plan_words(plan),
        bases=tuple(map(plans.basis_phrase, plans.bases_of(plan))),
        round_name=of_round.name,
        begins_on=min(entry.conference.held_on for entry in figures.finished),
        ends_on=max(entry.conference.held_on for entry in figures.finished),
        group_word="Chức vụ" if figures.is_of_wards else "Cấp học",
        form=form,
        turnouts=round_sums.turnouts(figures),
        channels=round_sums.channels(figures),
        whole=whole,
        groups=groups,
        sites=round_sums.sites(figures),
        cancelled=round_sums.cancelled_sites(figures),
        subjects=round_sums.subject_lines(figures),
        withheld=round_sums.withheld(figures),
        remarks=round_sums.remark_counts(figures),
        charts=district_charts(form, whole, groups),
        earlier=_earlier(form, earlier),
        assessment=words.assessment,
        proposals=words.proposals,
        signature=_signature(words),
        recipients=_recipients(words),
        rule_set=plans.rules_of(plan).printed,
    )
    return district_report(given)


def announcement_document(figures: RoundFigures, *, words: ReportText, today: date) -> Document | Refused:
    """Return the announcement that the round took place. Refused: ``no_result_yet``."""
    if not figures.finished:
        return refusals.NO_RESULT_YET
    plan, lines = figures.of_round.plan, round_sums.turnouts(figures)
    return round_announcement(
        RoundAnnouncement(
            letterhead=letterhead_of(plan, today),
            plan=plan_words(plan),
            round_name=figures.of_round.name,
            begins_on=min(entry.conference.held_on for entry in figures.finished),
            ends_on=max(entry.conference.held_on for entry in figures.finished),
            subjects=lines[-1].subjects,
            sites=tuple(
                AnnouncedSites(line.name, line.conferences, line.summoned, line.present) for line in lines
            ),
            signature=_signature(words),
            recipients=("Các đơn vị có hội nghị,", "Lưu."),
            rule_set=plans.rules_of(plan).printed,
            remarks=_remarks(figures),
        )
    )


def _remarks(figures: RoundFigures) -> RemarkCounts | None:
    """Return what became of the round's remarks once every desk has ended its work."""
    is_edited = all(person.is_edited for person in figures.people)
    return round_sums.remark_counts(figures) if is_edited else None


def _earlier(form: Questionnaire, found: RoundFigures | None) -> Earlier | None:
    """Return the sums of the round before, criterion by criterion where it asked in the same words."""
    if found is None or found.form is None:
        return None
    rows = round_sums.whole_sums(found).criteria
    if not rows:
        return None
    asked = {
        (item.text, item.levels): row for item, row in zip(criteria_of(found.form.items), rows, strict=True)
    }
    same = tuple(asked.get((item.text, item.levels)) for item in criteria_of(form.items))
    plan = found.of_round.plan
    name = f"{round_named(found.of_round.name)} năm {plan.year}, {plan_words(plan)}"
    return Earlier(name, same) if any(same) else None


def letterhead_of(plan: Plan, today: date) -> Letterhead:
    """Return the head of a paper of a round, without number."""
    return Letterhead(
        profile=Profile.PARTY,
        superior=plan.issuing_body,
        issuer=plan.lead_body,
        place=plan.locality,
        day=today,
    )


def plan_words(plan: Plan) -> str:
    """Return the plan as it stands within a sentence: number and day."""
    day = f", ngày {short_date(plan.issued_on)}" if plan.issued_on else ""
    return f"Kế hoạch số {plan.number}{day}"


def _signature(words: ReportText) -> Signature:
    return Signature(words.signer_role, (words.signer_name,) if words.signer_name else (), hint="")


def _recipients(words: ReportText) -> tuple[str, ...]:
    lines = [line.rstrip(".,;") for line in words.recipients]
    return tuple(f"{line}," for line in lines[:-1]) + tuple(sentence(line) for line in lines[-1:])


def _lines(words: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in words.splitlines() if line.strip())
