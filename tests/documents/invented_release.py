"""Invented papers of a release: notice, the Committee's page, conclusion, year-end sheet, news draft; nobody here exists."""

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
from guong.core.documents.model import Document, Letterhead, Profile, Signature
from guong.core.documents.personal_summary import personal_summary
from guong.core.documents.result_notice import ResultNotice, result_notice
from tests.documents import invented, invented_district

HEAD = invented.HEAD
PLAN = "Kế hoạch số 167-KH/QU, ngày 27/01/2023"
DUE = date(2023, 6, 30)
RULES = "Quy tắc áp dụng, bản 1"
ROUND = "Các trường học"
CONFERENCE = "Hội nghị lấy ý kiến góp ý Trường Tiểu học Hoa Sen, ngày 15/5/2023"
LETTERHEAD = Letterhead(
    Profile.PARTY, "Quận uỷ Hoa Sen", "Ban Tuyên giáo", "Hoa Sen", date(2023, 6, 2), "Số 12-TB/BTG"
)
SIGNER = Signature("TRƯỞNG BAN", ("Tạ Thị Lan Chi",), hint="")


def given_page() -> CommitteePage:
    """Fifteen schools on one page."""
    report = invented_district.schools()
    total = report.turnouts[-1]
    items = criteria_of(report.form.items)
    return CommitteePage(
        letterhead=LETTERHEAD,
        plan=PLAN,
        round_name=ROUND,
        subjects=15,
        summoned=total.summoned,
        present=total.present,
        remarks=143,
        chart=report.charts.criteria,
        conclusions=proposed_conclusions(items, report.whole.criteria),
        signature=SIGNER,
        rule_set=RULES,
    )


def page() -> Document:
    """The Committee's page."""
    return committee_page(given_page())


def given_notice() -> ResultNotice:
    """A notice to one head."""
    return ResultNotice(
        letterhead=LETTERHEAD,
        subject=HEAD,
        conference=CONFERENCE,
        summary=personal_summary(invented.summary()),
        plan_due=DUE,
        signature=SIGNER,
        rule_set=RULES,
    )


def notice() -> Document:
    """The notice."""
    return result_notice(given_notice())


def conclusion() -> Document:
    """The Committee's conclusion."""
    return conclusion_notice(
        ConclusionNotice(LETTERHEAD, PLAN, ROUND, given_page().conclusions, DUE, SIGNER, RULES)
    )


def year_end() -> Document:
    """The sheet of one head."""
    papers = ("Bảng tổng hợp số 21-BTH/BTG", "Thông báo số 12-TB/BTG")
    return year_end_entry(
        YearEndEntry(LETTERHEAD, HEAD, CONFERENCE, papers, date(2023, 6, 5), DUE, SIGNER, RULES)
    )


def news() -> Document:
    """The draft for the portal."""
    return news_item(NewsItem(LETTERHEAD, ROUND, date(2023, 5, 15), date(2023, 5, 19), 15, 698, RULES))
