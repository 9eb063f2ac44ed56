"""A round's report against a plain count of every answer: what is exact, what is a range, what stands nowhere."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import cast

import openpyxl
import pytest

from guong.core.disclosure import MOST
from guong.core.documents.model import Document, Table
from guong.core.outcome import Refused
from guong.core.questionnaire import official
from guong.office.papers import archive
from guong.office.papers.models import Paper
from guong.office.release import refusals, selectors, services
from guong.office.release.details import ReportText
from tests.conferences.world import good
from tests.counting.world import FORM, marks, words_of
from tests.documents.reading import all_words
from tests.release.round_world import SCHOOLS, PlayedRound, Site, earlier_round, played

ITEMS = range(len(FORM.items) - 1)
LEVELS = {"preschool": "Mầm non", "primary": "Tiểu học", "lower_secondary": "THCS"}


@pytest.fixture
def round_of_five(db: None, urn_folder: object) -> PlayedRound:
    return played()


def report(played_round: PlayedRound) -> Document:
    actor, of_round = played_round.reporter, played_round.of_round
    figures, earlier = selectors.round_beside_earlier(user=actor, of_round=of_round)
    words = selectors.report_text(of_round)
    return good(
        selectors.report_document(good(figures), earlier=earlier, words=words, today=date(2023, 5, 26))
    )


def table(document: Document, title: str) -> Table:
    blocks = (*document.blocks, *document.annex)
    return next(block for block in blocks if isinstance(block, Table) and block.title == title)


def texts(found: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in found.rows]


def percent(part: float, whole: int) -> float:
    return round(part * 100 / whole + 1e-9, 1)


def holds(text: str, part: int, whole: int) -> bool:
    """Tell whether a printed share is true of a plain count."""
    if "–" in text:
        low, high = map(int, text.split("–"))
        return low <= part * 100 / whole <= high
    if text == MOST:
        return 2 * part > whole
    return text == "…" or float(text.replace(",", ".")) == percent(part, whole)


def sums(sites: Sequence[Site], place: int) -> list[int]:
    return [sum(site.counts(place)[level] for site in sites) for level in range(4)]


def cells(document: Document, sites: Sequence[Site], title: str) -> Iterator[tuple[str, int, int]]:
    """Every printed share of a table of four levels, beside its plain count and whole."""
    whole = sum(len(site.answers) for site in sites)
    for place, row in zip(ITEMS, texts(table(document, title)), strict=True):
        counted = sums(sites, place)
        for text, part in zip(row[2:], (*counted, counted[0] + counted[1]), strict=True):
            yield text, part, whole


def test_every_printed_sum_is_true_of_a_plain_count(round_of_five: PlayedRound) -> None:
    document = report(round_of_five)
    opened = [site for site in round_of_five.sites if len(site.answers) >= 5]
    printed = list(cells(document, opened, "Bốn mức của từng nội dung, cả đợt"))
    for level, name in LEVELS.items():
        printed += cells(document, [site for site in opened if site.level == level], f"{name}, bốn mức")
    assert len(printed) == 4 * 15 * 5
    assert all(holds(*one) for one in printed)
    alone = round_of_five.site("Ánh Dương")
    for place, row in zip(ITEMS, texts(table(document, "THCS, bốn mức")), strict=True):
        levels = alone.counts(place)
        assert ("–" in "".join(row)) is (sum(levels) - max(levels) <= 3)


def test_turnout_and_ballots_are_those_of_the_halls(round_of_five: PlayedRound) -> None:
    rows = {row[0]: row[1:] for row in texts(table(report(round_of_five), "Số người tham gia"))}
    for level, name in LEVELS.items():
        sites = [site for site in round_of_five.sites if site.level == level]
        present = sum(len(site.answers) for site in sites)
        summoned = present + len(sites)  # one permanent of each school stayed away
        share = f"{percent(present, summoned)}".replace(".", ",")
        assert rows[name] == [
            str(len(sites)),
            str(len(sites)),
            str(summoned),
            str(present),
            share,
            str(present),
        ]
    assert rows["Cả đợt"][2:4] == ["60", "55"]
    words = all_words(report(round_of_five))
    assert "50 phiếu gửi bằng thiết bị, 5 phiếu giấy" in words


def test_a_conference_of_four_is_in_no_sum_and_says_why(round_of_five: PlayedRound) -> None:
    figures = good(selectors.round_figures(user=round_of_five.reporter, of_round=round_of_five.of_round))
    assert selectors.whole_sums(figures).criteria[0].returned == 55 - 4
    assert selectors.whole_sums(figures).subjects == 4
    four = round_of_five.site("Bình Yên")
    assert selectors.withheld(figures).too_few == (f"{four.head} (Trường Tiểu học Bình Yên)",)
    assert selectors.withheld(figures).merged == (
        f"{round_of_five.site('Hoa Sen').head} (Trường Tiểu học Hoa Sen)",
    )


def test_the_unanimous_school_is_not_solved_by_subtracting_its_neighbour(round_of_five: PlayedRound) -> None:
    """The attacker holds the report and every page of results; only the code is left of the unanimous school."""
    document = report(round_of_five)
    neighbour = round_of_five.site("Sao Mai")
    hidden, shown = 12, len(neighbour.answers)
    for place, row in zip(ITEMS, texts(table(document, "Mầm non, bốn mức")), strict=True):
        low, high = map(int, row[2].split("–"))
        least = low * (hidden + shown) / 100 - neighbour.counts(place)[0]
        most = high * (hidden + shown) / 100 - neighbour.counts(place)[0]
        assert least <= 9  # three may have thought otherwise
        assert most >= 12
    people = texts(table(document, "Mầm non, từng đồng chí"))
    assert {row[2] for row in people[:15]} == {MOST}


def test_people_stand_in_the_order_of_units_with_their_own_shares(round_of_five: PlayedRound) -> None:
    found = table(report(round_of_five), "Mầm non, từng đồng chí")
    assert [cell.text.split("\n")[1] for cell in found.header[0][2:]] == [
        "Trường Mầm non Nắng Mai",
        "Trường Mầm non Sao Mai",
    ]
    site = round_of_five.site("Sao Mai")
    for place, row in zip(ITEMS, texts(found), strict=False):
        first, second, _, _ = site.counts(place)
        assert holds(row[3], first + second, len(site.answers))


def test_the_lowest_items_are_the_lowest(round_of_five: PlayedRound) -> None:
    document = report(round_of_five)
    whole = texts(table(document, "Bốn mức của từng nội dung, cả đợt"))

    def middle(text: str) -> float:
        ends = [float(end.replace(",", ".")) for end in text.split("–")]
        return sum(ends) / len(ends)

    named = [row[0] for row in texts(table(document, "Nội dung cần quan tâm"))]
    others = [middle(row[6]) for row in whole if row[0] not in named]
    assert len(named) == 5
    assert max(middle(row[6]) for row in whole if row[0] in named) <= min(others) + 1


@pytest.mark.slow
def test_the_report_is_numbered_and_filed_in_three_formats(round_of_five: PlayedRound) -> None:
    actor, of_round = round_of_five.reporter, round_of_five.of_round
    assert cast(Refused, services.file_report(of_round=of_round, actor=actor)).reason == "no_assessment"
    given = ReportText(
        ("Các hội nghị dân chủ, đúng kế hoạch",), ("Theo dõi khắc phục",), "TRƯỞNG BAN", "Tạ Lan Chi"
    )
    good(services.write_report_words(of_round=of_round, given=given, actor=actor))
    paper = good(services.file_report(of_round=of_round, actor=actor))
    assert paper.printed_number == "Số 01-BC"
    assert {file.format for file in paper.files.all()} == {"docx", "pdf", "xlsx"}
    words = words_of(paper)
    assert "Các hội nghị dân chủ, đúng kế hoạch." in words
    assert "Kế hoạch số 167-KH/QU, ngày 27/01/2023" in words
    book = openpyxl.load_workbook(BytesIO(archive.load(paper.files.get(format="xlsx"))))
    assert {"Mầm non, bốn mức", "Tiểu học, bốn mức", "THCS, bốn mức", "THCS, từng đồng chí"} <= set(
        book.sheetnames
    )
    sheet = book["THCS, bốn mức"]
    assert isinstance(sheet["C5"].value, int | float)
    assert sheet.freeze_panes == "A5"
    announced = good(services.file_announcement(of_round=of_round, actor=actor))
    assert announced.printed_number == "Số 02-TB"
    assert_no_result(announced)


def assert_no_result(paper: Paper) -> None:
    words = words_of(paper)
    assert "55 người (bằng chữ: năm mươi lăm người)" in words
    assert not any(word in words for word in ("Tốt trở lên", "Rất tốt", "uy tín", "–"))


def test_words_of_two_officers_do_not_overwrite_each_other(db: None, round_of_none: PlayedRound) -> None:
    given = ReportText(("Một",))
    of_round, actor = round_of_none.of_round, round_of_none.reporter
    good(services.write_report_words(of_round=of_round, given=given, actor=actor))
    late = services.write_report_words(of_round=of_round, given=ReportText(("Hai",)), actor=actor)
    assert cast(Refused, late).reason == "changed_meanwhile"
    assert selectors.report_text(of_round).assessment == ("Một",)


@pytest.fixture
def round_of_none(db: None, urn_folder: object) -> PlayedRound:
    return played(())


def test_without_a_result_there_is_no_report(round_of_none: PlayedRound) -> None:
    of_round, actor = round_of_none.of_round, round_of_none.reporter
    assert cast(Refused, services.file_report(of_round=of_round, actor=actor)).reason == "no_result_yet"
    assert cast(Refused, services.file_announcement(of_round=of_round, actor=actor)).reason == "no_result_yet"


def test_the_round_before_is_compared_where_it_asked_in_the_same_words(db: None, urn_folder: object) -> None:
    now = played(SCHOOLS[4:])
    assert "Không có đợt trước" in all_words(report(now))
    earlier_round(now)
    rows = texts(table(report(now), "So với đợt trước"))
    answers = [marks(number) for number in range(20)]
    for place, row in zip(ITEMS, rows, strict=True):
        better = sum(answer[place] in "12" for answer in answers)
        assert holds(row[2], better, 20)
    assert "Kế hoạch số 104-KH/QU-2022" in all_words(report(now))


def test_two_forms_in_one_round_are_not_added(db: None, urn_folder: object) -> None:
    one = played(SCHOOLS[4:])
    figures = good(selectors.round_figures(user=one.reporter, of_round=one.of_round))
    (entry,) = figures.conferences
    assert not figures.has_two_forms
    assert replace(figures, conferences=(entry, replace(entry, form=official("ward_head")))).has_two_forms
    assert "dùng hai mẫu phiếu khác nhau" in refusals.TWO_FORMS.sentence
